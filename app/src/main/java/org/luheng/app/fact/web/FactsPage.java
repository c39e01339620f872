package org.luheng.app.fact.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Indicator;
import org.luheng.app.fact.FactEntry;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.Outcome;
import org.luheng.app.fact.Receipt;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;
import org.luheng.files.Region;

/**
 * What has been brought in, and the way to bring more.
 *
 * @param offset how many later imports are not shown
 * @param search null: nobody asked for facts
 */
public record FactsPage(
        Frame frame,
        List<Receipt> receipts,
        int offset,
        boolean more,
        FactWords words,
        @Nullable Search search) {
    static final int ON_A_PAGE = 50;
    static final int MOST_FOUND = 200;

    /**
     * What was asked for, empty where anything will do, and what there is.
     *
     * @param more there are more than are shown
     */
    public record Search(String region, String element, String year, List<FactEntry> found, boolean more) {
        /** All of it, as a file that can be imported again. */
        public String download() {
            return "/api/facts?format=csv" + condition("region", region) + condition("element", element)
                    + condition("from", year) + condition("to", year);
        }

        private static String condition(String name, String value) {
            return value.isEmpty() ? "" : "&" + name + "=" + Reading.query(value);
        }
    }

    public List<Indicator> elements() {
        return words.elements();
    }

    public List<Region> regions() {
        return words.regions();
    }

    public boolean picked(String parameter, String value) {
        return search != null && value.equals(parameter.equals("region") ? search.region() : search.element());
    }

    public String year() {
        return search == null ? "" : search.year();
    }

    public String limits() {
        return "至多 " + FactImport.MOST_ROWS / 10_000 + " 万行、" + (FactImport.MOST_BYTES >> 20) + " MB";
    }

    public String older() {
        return "/facts?offset=" + (offset + ON_A_PAGE);
    }

    public String newer() {
        return "/facts?offset=" + Math.max(0, offset - ON_A_PAGE);
    }

    Table table() {
        Table.Builder table =
                Table.of("导入记录", "导入记录", "编号", "文件", "时间", "录入人", "编码", "新增", "更新", "未变", "拒收", "sha256", "提示");
        for (Receipt receipt : receipts) {
            table.row(
                    BigDecimal.valueOf(receipt.id()),
                    receipt.file(),
                    Reading.minute(receipt.finished()),
                    receipt.actor(),
                    receipt.encoding(),
                    BigDecimal.valueOf(receipt.count(Outcome.CREATED)),
                    BigDecimal.valueOf(receipt.count(Outcome.UPDATED)),
                    BigDecimal.valueOf(receipt.count(Outcome.UNCHANGED)),
                    BigDecimal.valueOf(receipt.count(Outcome.REJECTED)),
                    receipt.sha256(),
                    String.join("；", receipt.notices()));
        }
        return table.build(receipts.stream().anyMatch(Receipt::sample));
    }
}
