package org.luheng.app.issue.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.approval.Proposal;
import org.luheng.app.issue.Issue;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;
import org.luheng.files.Finding;

/**
 * An issue as it was sealed.
 *
 * @param proposal who sealed it and why; null for who may not read that
 * @param findings what is not as it was sealed, empty: recomputing gives the same bytes
 * @param open proposal to publish it or withdraw that, which waits for its second person; null: none
 * @param mayPropose the reader is of the office
 */
public record IssuePage(
        Frame frame,
        Issue issue,
        String place,
        List<Column> columns,
        List<Row> rows,
        @Nullable Proposal proposal,
        List<Finding> findings,
        @Nullable Long open,
        boolean mayPropose) {
    public record Column(String name, String unit) {}

    /** @param whole the place of the plan itself */
    public record Row(String name, boolean whole, List<Cell> cells) {}

    /** @param href the sheet of the figure as known on the day of the issue; null: the plan knows none */
    public record Cell(
            String value,
            String style,
            String lightClass,
            String lightWord,
            @Nullable String href) {}

    static Cell cell(Sealed.Cell sealed, @Nullable String href) {
        Integer level = sealed.level();
        String word = level == null ? sealed.state() : "一二三".charAt(level - 1) + "级";
        return new Cell(
                Reading.number(sealed.value()),
                sealed.value() == null ? "blank" : level == null || level == 3 ? "" : "l" + level,
                "light " + (level == null ? "no-data" : "level-" + level),
                sealed.bracketed() && level != null ? "〔" + word + "〕" : word,
                sealed.value() == null ? null : href);
    }

    public boolean same() {
        return findings.isEmpty();
    }

    public String download(String format) {
        return "/issues/" + issue.id() + "?format=" + format;
    }

    Table table() {
        List<String> heads = new ArrayList<>(List.of("地区"));
        for (Column column : columns) {
            heads.add(column.name() + (column.unit().isEmpty() ? "" : "（" + column.unit() + "）"));
            heads.add(column.name() + " 灯");
        }
        Table.Builder table = Table.of(
                "绿衡-" + issue.plan() + "-第" + issue.number() + "期", issue.inWords(), heads.toArray(String[]::new));
        for (Row row : rows) {
            List<@Nullable Object> cells = new ArrayList<>(List.of(row.name()));
            for (Cell cell : row.cells()) {
                cells.add(cell.value());
                cells.add(cell.lightWord());
            }
            table.row(cells.toArray());
        }
        return table.note(issue.title() + "，" + issue.inWords() + "，截至 " + issue.day())
                .note("封存内容 sha256 " + issue.sha256())
                .build(issue.sample());
    }
}
