package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that gives out work: what is to be done, who leads, who helps, by when; any of them may be missing. */
final class TaskTable {
    private final FairCopy copy;
    private final Columns columns;
    private final Times times;

    /**
     * One row.
     *
     * @param words the cells that say what is to be done
     * @param due as {@link Target#due()}, null: the row states none
     */
    record Row(List<Outline.Passage> words, @Nullable String due, Units units, int from, int to) {}

    TaskTable(FairCopy copy, Columns columns, Times.@Nullable Span plan) {
        this.copy = copy;
        this.columns = columns;
        times = new Times(copy.text, plan);
    }

    /** It names who answers, or what is to be done by when. */
    static boolean is(Columns columns) {
        return answers(columns) || columns.has(Columns.Kind.TASK) && columns.has(Columns.Kind.DUE);
    }

    private static boolean answers(Columns columns) {
        return columns.has(Columns.Kind.LEAD)
                || columns.has(Columns.Kind.RESPONSIBLE)
                || columns.has(Columns.Kind.COOPERATE);
    }

    /** @param alsoWords the text of the cells too; else only who answers */
    List<Row> rows(boolean alsoWords) {
        List<Row> rows = new ArrayList<>();
        for (TableReader.Row row : columns.body) {
            List<Outline.Passage> words = new ArrayList<>();
            String due = null;
            Units units = new Units();
            int from = row.from();
            for (int at = 0; at < columns.kinds.size(); at++) {
                String cell = Columns.at(row, at);
                int start = cell.isEmpty() ? -1 : copy.text.indexOf(cell, from);
                if (start < 0 || start + cell.length() > row.to()) {
                    continue;
                }
                from = start + cell.length();
                switch (columns.kinds.get(at)) {
                    case TASK, INDICATOR, GOAL -> {
                        if (alsoWords && !Cell.isNumber(cell)) {
                            words.add(new Outline.Passage(start, from, null));
                        }
                    }
                    case LEAD -> units.read(cell, Units.Role.LEAD);
                    case RESPONSIBLE -> units.read(cell, Units.Role.RESPONSIBLE);
                    case COOPERATE -> units.read(cell, Units.Role.COOPERATE);
                    case DUE -> due = due(start, from);
                    default -> {}
                }
            }
            if (!words.isEmpty() || !units.isEmpty()) {
                rows.add(new Row(words, due, units, row.from(), row.to()));
            }
        }
        return rows;
    }

    private @Nullable String due(int from, int to) {
        for (Times.Time time : times.in(from, to)) {
            if (time.kind() == Times.Kind.DUE) {
                return time.due();
            }
        }
        return null;
    }
}
