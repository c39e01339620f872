package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places, or years, in rows; what is to be reached there, or then, in columns. */
final class PlaceTable {
    private final TableTargets table;
    private final Columns columns;

    PlaceTable(TableTargets table) {
        this.table = table;
        columns = table.columns;
    }

    /**
     * What a column is of.
     *
     * @param words as printed, without unit and date
     * @param falls by how much it is to fall
     */
    private record Head(String name, String words, String unit, boolean falls) {}

    void read() {
        boolean years = columns.has(Columns.Kind.YEAR) && !columns.has(Columns.Kind.PLACE);
        int rows = columns.has(Columns.Kind.PLACE)
                ? columns.of(Columns.Kind.PLACE)
                : years ? columns.of(Columns.Kind.YEAR) : columns.lastOf(Columns.Kind.INDICATOR);
        List<String> ofTitle = Names.split(table.title.bare(), true);
        Head before = null;
        int goals = 0;
        for (int at = 0; at < columns.kinds.size(); at++) {
            if (columns.kinds.get(at) == Columns.Kind.GOAL) {
                Head head = head(columns.header.get(at), before, ofTitle, goals);
                column(at, rows, years, head);
                before = head;
                goals++;
            }
        }
    }

    private Head head(String printed, @Nullable Head before, List<String> ofTitle, int goal) {
        String words = withoutYear(Cell.withoutUnit(printed));
        if (words.isEmpty() && before != null && !before.words().isEmpty()) {
            // 降低目标, then 其中：2023年, 2024年
            return new Head(before.name(), before.words(), before.unit(), before.falls());
        }
        String name = indicator(words, ofTitle, goal);
        boolean falls = TableTargets.falls(Cell.withoutUnit(printed))
                || TableTargets.falls(name) && !name.contains("减排量") && !name.contains("削减量");
        return new Head(falls ? TableTargets.beforeFall(name) : name, words, Cell.unitOf(printed), falls);
    }

    private void column(int at, int rows, boolean years, Head head) {
        String notes = notes();
        String bare = head.name();
        Times.Span year = Spans.ofTitle(columns.header.get(at));
        String modality = notes.contains(bare + "为参考") || notes.contains("均为参考") ? "参考值" : "";
        String elsewhere = head.unit().isEmpty() ? table.unitElsewhere(bare, at) : "";
        for (TableReader.Row row : columns.body) {
            String where = Columns.at(row, rows);
            Cell cell = Cell.of(Columns.at(row, at));
            if (cell != null && !where.isEmpty() && !TableTargets.isNote(where)) {
                String unit = !head.unit().isEmpty() ? head.unit() : cell.percent() ? "%" : elsewhere;
                table.add(
                        row,
                        new TableTargets.Named(bare, head.falls(), null, modality, "", false),
                        cell,
                        unit,
                        years ? Spans.ofTitle(where) : year,
                        years ? "" : where);
            }
        }
        if (head.unit().isEmpty() && table.lastHasNoUnit()) {
            table.doubt("“" + bare + "”的单位表中没有印出", columns.body.getFirst());
        }
    }

    /** What a header says is measured, without its date and 目标值; empty where it says nothing more. */
    static String measured(String header) {
        String words = withoutYear(header);
        for (String word : new String[] {"目标值", "指标值", "规划值", "目标", "指标", "任务", "数值", "值", "计划"}) {
            if (words.endsWith(word)) {
                words = words.substring(0, words.length() - word.length());
                break;
            }
        }
        return words.length() < 3 || !Names.endsWithHead(words) && !TableTargets.falls(words) ? "" : words;
    }

    /** 2030年非化石能源消费比重, “十四五”能耗降低率: the words behind the date. */
    private static String withoutYear(String words) {
        String bare = words.replace("“", "").replace("”", "").replace("其中：", "");
        for (int at = 0; at + 1 < bare.length() && at < 10; at++) {
            char c = bare.charAt(at);
            boolean year = c == '年' && at >= 4 && Chinese.isDigit(bare.charAt(at - 1));
            boolean plan = c == '五' && at == 2 && bare.charAt(0) == '十';
            if (year || plan) {
                String rest = bare.substring(at + 1);
                for (String word : new String[] {"度", "时期", "期间", "末"}) {
                    rest = rest.startsWith(word) && rest.length() > word.length()
                            ? rest.substring(word.length())
                            : rest;
                }
                return rest;
            }
        }
        return bare.endsWith("年") && bare.length() == 5 ? "" : withoutYearBehind(bare);
    }

    /** 既有建筑节能改造2028年累计: what the lower row of a header adds. */
    private static String withoutYearBehind(String words) {
        String bare = words.endsWith("累计") ? words.substring(0, words.length() - 2) : words;
        int year = bare.length() - 5;
        boolean dated =
                year > 1 && bare.endsWith("年") && Chinese.isDigit(bare.charAt(year)) && bare.charAt(year) == '2';
        return dated ? bare.substring(0, year) : words;
    }

    private String indicator(String words, List<String> ofTitle, int goal) {
        boolean generic = words.isEmpty()
                || words.length() <= 6
                        && (words.endsWith("目标")
                                || words.endsWith("指标")
                                || words.endsWith("目标值")
                                || words.endsWith("任务"));
        if (generic) {
            return ofTitle.isEmpty()
                    ? Names.cleaned(table.title.words())
                    : ofTitle.get(Math.min(goal, ofTitle.size() - 1));
        }
        String tail = table.title.tail();
        if (!Names.endsWithHead(words) || Names.tail(words).length() < 2) {
            return TableTargets.falls(words) || tail.isEmpty() || isThing(words) ? words : words + tail;
        }
        return words;
    }

    /** 充换电站（座）, 淘汰老旧货车（辆）: counted, whatever the title ends with. */
    private boolean isThing(String words) {
        for (int at = 0; at < columns.header.size(); at++) {
            String unit = Cell.unitOf(columns.header.get(at));
            if (columns.header.get(at).contains(words) && UnitReader.kind(unit).equals("count")) {
                return true;
            }
        }
        return false;
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        for (TableReader.Row row : columns.body) {
            if (TableTargets.isNote(row.cells().getFirst())) {
                notes.append(String.join("", row.cells()));
            }
        }
        return notes.toString();
    }
}
