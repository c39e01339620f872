package org.luheng.app.rule;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.luheng.accounting.Certainty;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.RowChange;

/**
 * Two editions of the rules, row by row.
 *
 * @param before its sha256, empty: there was none
 * @param after its sha256
 * @param changes by file
 * @param title of a file
 * @param word of a column, by file and column
 */
public record RuleChangesPage(
        Frame frame,
        String before,
        String after,
        Map<String, List<RowChange>> changes,
        UnaryOperator<String> title,
        BinaryOperator<String> word) {

    static String address(String before, String after) {
        return "/rules/changes?from=" + before + "&to=" + after;
    }

    public String download(String format) {
        return address(before, after) + "&format=" + format;
    }

    public String inWords(List<RowChange> ofFile) {
        return RuleEditions.inWords(ofFile);
    }

    public static String style(RowChange change) {
        return switch (change.kind()) {
            case ADDED -> "tag good";
            case CHANGED -> "tag warn";
            case REMOVED -> "tag bad";
        };
    }

    /** What a cell says to a reader. */
    public String value(String column, String cell) {
        Certainty certainty = column.equals("certainty") ? Certainty.of(cell) : null;
        return certainty == null ? cell : certainty.word();
    }

    Table table() {
        Table.Builder table = Table.of("绿衡-规则差别", "规则差别", "文件", "表", "行", "怎么变", "列", "原来", "现在");
        changes.forEach((file, ofFile) -> ofFile.forEach(change -> change.cells()
                .forEach(cell -> table.row(
                        "rules/" + file,
                        title.apply(file),
                        change.key(),
                        change.kind().word(),
                        word.apply(file, cell.column()),
                        cell.before(),
                        cell.after()))));
        return table.note("由 " + (before.isEmpty() ? "（无）" : before) + " 到 " + after)
                .build(false);
    }
}
