package org.luheng.app.fact.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.app.fact.Outcome;
import org.luheng.app.fact.Receipt;
import org.luheng.app.fact.ReceiptRow;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;

/**
 * The answer to one file, row by row.
 *
 * @param outcome only rows with this outcome are shown; null: all
 * @param after rows up to this line are not shown
 * @param line the row somebody came to see, 0: none
 */
public record ImportPage(
        Frame frame,
        Receipt receipt,
        List<ReceiptRow> rows,
        @Nullable Outcome outcome,
        int after,
        int line,
        boolean more,
        FactWords words) {
    static final int ON_A_PAGE = 200;

    public record Tab(String name, int count, String href, boolean current) {}

    public List<Tab> tabs() {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("全部", receipt.rows(), address(null, 0, null), outcome == null));
        for (Outcome each : Outcome.values()) {
            tabs.add(new Tab(each.word(), receipt.count(each), address(each, 0, null), each == outcome));
        }
        return tabs;
    }

    private String address(@Nullable Outcome wanted, int afterLine, @Nullable String format) {
        return "/imports/" + receipt.id() + "?outcome=" + (wanted == null ? "" : wanted.code())
                + (afterLine > 0 ? "&after=" + afterLine : "") + (format == null ? "" : "&format=" + format);
    }

    public String download(String format) {
        return address(outcome, 0, format);
    }

    public String first() {
        return address(outcome, 0, null);
    }

    public String next() {
        return address(outcome, rows.isEmpty() ? after : rows.getLast().line(), null);
    }

    public String size() {
        long bytes = receipt.bytes();
        return bytes < 10_000 ? bytes + " 字节" : bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }

    public String style(Outcome wanted) {
        return switch (wanted) {
            case CREATED -> "tag good";
            case UPDATED -> "tag warn";
            case UNCHANGED -> "tag";
            case REJECTED -> "tag bad";
        };
    }

    public String value(Fact fact) {
        return Reading.exact(fact.value()) + (fact.unit().startsWith("%") ? "" : "\u2009") + fact.unit();
    }
}
