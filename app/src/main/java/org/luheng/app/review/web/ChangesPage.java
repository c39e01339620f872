package org.luheng.app.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Relation;
import org.luheng.accounting.Rules;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.app.review.Board;
import org.luheng.app.review.Comparison;
import org.luheng.app.review.Entry;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.luheng.files.RowChange;

/**
 * What a new version changes of a plan, item by item.
 *
 * @param former null: there is none
 * @param left items that are not compared, because something is still wrong with them
 */
public record ChangesPage(
        Frame frame, long review, @Nullable PlanFolder former, List<Line> lines, int unchanged, List<Entry> left) {
    /** Columns that say the same in other words. */
    private static final List<String> SILENT = List.of("note", "summary", "section", "id", "from", "to");

    /** @param item of the review; empty where it is gone */
    public record Line(String what, String item, String title, List<Cell> cells) {}

    public record Cell(String label, String before, String after) {}

    static ChangesPage of(Frame frame, Board board, Comparison.Compared compared, Register register, Rules rules) {
        PlanFolder former = compared.former();
        List<Line> lines = compared.changes().stream()
                .map(change -> line(change, board, former, register, rules))
                .toList();
        return new ChangesPage(frame, board.review().id(), former, lines, compared.unchanged(), compared.left());
    }

    private static Line line(
            RowChange change, Board board, @Nullable PlanFolder former, Register register, Rules rules) {
        boolean gone = change.kind() == RowChange.Kind.REMOVED;
        String title = gone
                ? change.cells().stream()
                        .filter(cell -> cell.column().equals("title"))
                        .map(RowChange.Cell::before)
                        .findFirst()
                        .orElse(change.key())
                : board.docket()
                        .entry(change.key())
                        .map(entry -> entry.cell("title"))
                        .orElse(change.key());
        return new Line(
                change.kind().word(),
                gone ? "" : change.key(),
                title,
                change.cells().stream()
                        .filter(cell -> !SILENT.contains(cell.column()))
                        .map(cell -> new Cell(
                                ItemForm.label(cell.column()),
                                words(cell.column(), cell.before(), register, rules),
                                words(cell.column(), cell.after(), register, rules)))
                        .toList());
    }

    private static String words(String column, String cell, Register register, Rules rules) {
        return switch (column) {
            case "region" -> cell.isEmpty() ? "" : ItemForm.regionName(cell, register);
            case "indicator" -> {
                Indicator indicator = rules.indicator(cell);
                yield indicator == null ? cell : indicator.name();
            }
            case "comparator" -> {
                Relation relation = Relation.of(cell);
                yield relation == null ? cell : relation.word();
            }
            default -> cell.replace(";", "、");
        };
    }

    Table table() {
        Table.Builder table = Table.of("绿衡-审读-差别", "差别", "变化", "条目", "名称", "内容", "原来", "现在");
        for (Line line : lines) {
            for (Cell cell : line.cells()) {
                table.row(line.what(), line.item(), line.title(), cell.label(), cell.before(), cell.after());
            }
        }
        return table.build(false);
    }
}
