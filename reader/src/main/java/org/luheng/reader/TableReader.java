package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a clause, also those whose cells were flattened into lines; {@link TableTargets} reads them. */
final class TableReader {

    private static final int LEAST_CELLS = 8;

    private final Notes notes;
    private final FairCopy copy;
    private final Times.@Nullable Span plan;
    private final List<Table> tables;
    private final FlattenedTable flattened;
    private final boolean titled;

    /** @param titled the title says which years the plan is for; else they are guessed from the text */
    TableReader(Notes notes, Times.@Nullable Span plan, boolean titled, List<Table> tables) {
        this.titled = titled;
        this.notes = notes;
        this.plan = plan;
        this.tables = tables;
        copy = notes.copy();
        flattened = new FlattenedTable(copy.text);
    }

    record Row(List<String> cells, int from, int to) {}

    /** What a clause says outside its tables, and the rows of those tables that give out work. */
    record Read(List<Outline.Passage> prose, List<TaskTable.Row> tasks) {}

    Read read(Outline.Part part) {
        List<Outline.Passage> prose = new ArrayList<>();
        List<TaskTable.Row> tasks = new ArrayList<>();
        List<Outline.Passage> all = part.passages;
        int at = 0;
        while (at < all.size()) {
            int end = at;
            List<Row> rows = new ArrayList<>();
            while (end < all.size() && (all.get(end).cells() != null || isSubtitle(all, end, rows))) {
                Outline.Passage passage = all.get(end);
                List<String> cells = passage.cells();
                rows.add(new Row(
                        cells == null ? List.of(copy.text.substring(passage.from(), passage.to())) : cells,
                        passage.from(),
                        passage.to()));
                end++;
            }
            if (rows.isEmpty()) {
                end = runOfCells(all, at);
                rows = end - at >= LEAST_CELLS ? flattened.rows(all.subList(at, end)) : List.of();
            }
            if (rows.size() >= 2) {
                take(part, TableTitle.of(title(part, prose)), rows, tasks);
                at = end;
            } else {
                // A run of lines that is no table is looked at once.
                prose.addAll(all.subList(at, Math.max(end, at + 1)));
                at = Math.max(end, at + 1);
            }
        }
        return new Read(prose, tasks);
    }

    private void take(Outline.Part part, TableTitle above, List<Row> rows, List<TaskTable.Row> tasks) {
        Quote quote = copy.quote(rows.getFirst().from(), rows.getLast().to());
        tables.add(new Table(
                part.section, above.words(), rows.stream().map(Row::cells).toList(), quote));
        TableHeader header = TableHeader.of(rows);
        if (header.words().isEmpty() || header.rows() >= rows.size()) {
            return;
        }
        TableTitle title = above;
        for (String caption : header.captions()) {
            title = title.with(caption);
        }
        Columns columns =
                new Columns(header.words(), rows.subList(header.rows(), rows.size()), plan).without(earliestDue());
        boolean targets = !columns.has(Columns.Kind.TASK) && new TableTargets(notes, plan, part, title, columns).read();
        if (TaskTable.is(columns)) {
            tasks.addAll(new TaskTable(copy, columns, plan).rows(!targets));
        } else if (!targets) {
            notes.doubts()
                    .add(new Doubt(
                            part.section,
                            Doubt.Kind.TABLE,
                            "没有看懂这张表的列，没有读成目标",
                            copy.quote(rows.getFirst().from(), rows.getFirst().to())));
        }
    }

    /** The first year that the text before sets a date in; 0: it sets none, or the title says when the plan begins. */
    private int earliestDue() {
        if (titled) {
            return 0;
        }
        return notes.targets().stream()
                .filter(target -> !target.dueInherited())
                .map(Target::due)
                .filter(due -> due != null && due.length() >= 4)
                .mapToInt(due -> Integer.parseInt(due.substring(0, 4)))
                .min()
                .orElse(0);
    }

    /** 环境质量, alone between two rows. */
    private boolean isSubtitle(List<Outline.Passage> all, int at, List<Row> rows) {
        List<String> next =
                rows.isEmpty() || at + 1 >= all.size() ? null : all.get(at + 1).cells();
        return next != null && next.stream().anyMatch(Cell::isNumber) && isCell(all.get(at));
    }

    private String title(Outline.Part part, List<Outline.Passage> before) {
        StringBuilder title = new StringBuilder();
        for (int at = before.size() - 1; at >= Math.max(0, before.size() - 2); at--) {
            String line =
                    copy.text.substring(before.get(at).from(), before.get(at).to());
            if (line.length() > 60 || line.indexOf('。') >= 0) {
                break;
            }
            title.insert(0, line);
        }
        return title.isEmpty() ? part.heading : title.toString();
    }

    private int runOfCells(List<Outline.Passage> all, int from) {
        int at = from;
        while (at < all.size() && all.get(at).cells() == null && isCell(all.get(at))) {
            at++;
        }
        return at;
    }

    private boolean isCell(Outline.Passage passage) {
        if (passage.to() - passage.from() > 24) {
            return false;
        }
        for (int at = passage.from(); at < passage.to(); at++) {
            if ("。；，：".indexOf(copy.text.charAt(at)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
