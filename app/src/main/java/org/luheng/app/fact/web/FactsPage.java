package org.luheng.app.fact.web;

import java.util.List;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.Outcome;
import org.luheng.app.fact.Receipt;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * What has been brought in, and the way to bring more.
 *
 * @param offset how many later imports are not shown
 */
public record FactsPage(Frame frame, List<Receipt> receipts, int offset, boolean more) {
    static final int ON_A_PAGE = 50;

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
                    receipt.id(),
                    receipt.file(),
                    Reading.minute(receipt.finished()),
                    receipt.actor(),
                    receipt.encoding(),
                    receipt.count(Outcome.CREATED),
                    receipt.count(Outcome.UPDATED),
                    receipt.count(Outcome.UNCHANGED),
                    receipt.count(Outcome.REJECTED),
                    receipt.sha256(),
                    String.join("；", receipt.notices()));
        }
        return table.build(receipts.stream().anyMatch(Receipt::sample));
    }
}
