package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The targets in one table: places in rows and indicators in columns, or indicators in rows and years, or places, in columns.
 * Tables of tasks are {@link TaskTable}'s.
 */
final class TableTargets {
    private final Notes notes;
    private final Times.@Nullable Span plan;
    final Outline.Part part;
    final TableTitle title;
    final Columns columns;

    TableTargets(Notes notes, Times.@Nullable Span plan, Outline.Part part, TableTitle title, Columns columns) {
        this.notes = notes;
        this.plan = plan;
        this.part = part;
        this.title = title;
        this.columns = columns;
    }

    /** False: nobody can tell what the columns say. */
    boolean read() {
        if (columns.givesPoints() || tellsState()) {
            return true;
        }
        if (columns.has(Columns.Kind.PLACE) || columns.has(Columns.Kind.YEAR)) {
            new PlaceTable(this).read();
        } else if (columns.indicatorsAcross()) {
            new PlaceTable(this).read();
        } else if (columns.has(Columns.Kind.INDICATOR) && (hasGoals() || columns.placesAcross())) {
            new IndicatorTable(this).read();
        } else {
            return false;
        }
        return true;
    }

    /** 2020年各县基本情况: of a year before the plan, or said to be how things are. */
    private boolean tellsState() {
        Times.Span span = title.span();
        boolean before = span != null && plan != null && span.to() < plan.from();
        boolean later = columns.header.stream().anyMatch(words -> {
            Times.Span year = Spans.ofTitle(words);
            return words.contains("目标") || year != null && plan != null && year.to() >= plan.from();
        });
        String words = title.words();
        boolean state = words.contains("基本情况") || words.contains("现状") || words.contains("完成情况");
        return (before || state) && !later;
    }

    /** A column of values of which the header says what they are. */
    private boolean hasGoals() {
        boolean explained = columns.has(Columns.Kind.UNIT);
        boolean goals = false;
        for (int at = 0; at < columns.kinds.size(); at++) {
            String words = columns.header.get(at);
            Columns.Kind kind = columns.kinds.get(at);
            boolean goal = kind == Columns.Kind.GOAL || kind == Columns.Kind.CHANGE;
            goals |= goal;
            explained |= goal
                    && (words.contains("目标")
                            || words.contains("指标")
                            || words.contains("值")
                            || words.contains("年")
                            || !Cell.unitOf(words).isEmpty());
        }
        return goals && explained;
    }

    void add(TableReader.Row row, Named named, Cell cell, String unit, Times.@Nullable Span year, String scope) {
        String value =
                named.falls() && cell.value().startsWith("-") ? cell.value().substring(1) : cell.value();
        Times.Span due = year == null ? title.span() : year;
        notes.targets()
                .add(new Target(
                        part.section,
                        notes.copy().quote(row.from(), row.to()),
                        named.name(),
                        named.falls() ? fall(cell) : cell.comparator(),
                        value,
                        cell.valueTo(),
                        unit,
                        due != null ? dueOf(due) : plan == null ? null : String.valueOf(plan.to()),
                        year == null,
                        Places.isWhole(scope) ? "" : scope,
                        named.base(),
                        named.modality(),
                        named.bound(),
                        named.perYear()));
    }

    private static Comparator fall(Cell cell) {
        return cell.comparator() == Comparator.AT_LEAST || cell.comparator() == Comparator.FALL_AT_LEAST
                ? Comparator.FALL_AT_LEAST
                : Comparator.FALL;
    }

    /**
     * What a value in a table is of.
     *
     * @param falls the table gives by how much it is to fall
     */
    record Named(String name, boolean falls, @Nullable Integer base, String modality, String bound, boolean perYear) {}

    private static String dueOf(Times.Span span) {
        return span.from() == span.to() ? String.valueOf(span.to()) : span.from() + "/" + span.to();
    }

    /** The unit of a column, from the title or from the text. */
    String unitElsewhere(String indicator, int column) {
        int goals = 0;
        int before = 0;
        for (int at = 0; at < columns.kinds.size(); at++) {
            boolean goal = columns.kinds.get(at) == Columns.Kind.GOAL;
            goals += goal ? 1 : 0;
            before += goal && at < column ? 1 : 0;
        }
        String ofTitle = title.unit(before, goals);
        return ofTitle.isEmpty() && title.unit().isEmpty() ? unitOfText(indicator) : ofTitle;
    }

    /** A unit the table does not print but the text does, for the same indicator. */
    String unitOfText(String indicator) {
        if (!title.unit().isEmpty()) {
            return title.unit();
        }
        for (Target target : notes.targets()) {
            if (target.indicator().equals(indicator) && !target.unit().isEmpty()) {
                return target.unit();
            }
        }
        return "";
    }

    static boolean falls(String words) {
        return words.contains("下降") || words.contains("降低") || words.contains("减少率") || words.contains("削减率");
    }

    /** 单位GDP能耗降低率 without its last words. */
    static String beforeFall(String name) {
        for (String word : new String[] {"累计下降", "累计降低", "下降", "降低", "减少率", "削减率"}) {
            int at = name.indexOf(word);
            if (at > 2) {
                return name.substring(0, at);
            }
        }
        return name;
    }

    static boolean isNote(String cell) {
        return cell.startsWith("说明") || cell.startsWith("注：") || cell.equals("注") || cell.startsWith("备注");
    }

    void doubt(String why, TableReader.Row row) {
        notes.doubts()
                .add(new Doubt(part.section, Doubt.Kind.TABLE, why, notes.copy().quote(row.from(), row.to())));
    }

    boolean lastHasNoUnit() {
        List<Target> targets = notes.targets();
        return !targets.isEmpty() && targets.getLast().unit().isEmpty();
    }
}
