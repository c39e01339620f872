package org.luheng.app.review.web;

import java.math.BigDecimal;
import java.util.List;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;
import org.luheng.app.plan.Plans;
import org.luheng.app.review.Review;
import org.luheng.files.Finding;
import org.luheng.files.PlanFolder;

/**
 * All reviews of a place, and the way in for another document.
 *
 * @param plans that a document may be a new version of
 * @param problems with what was just sent
 */
public record ReviewsPage(Frame frame, String place, List<Line> lines, List<PlanFolder> plans, List<Finding> problems) {

    /** @param editions that came of it, the latest first */
    public record Line(Review.Line review, List<Plans.Edition> editions) {
        public String state() {
            if (editions.isEmpty()) {
                return review.open() > 0 ? "审读中" : "待定稿";
            }
            return editions.getFirst().accepted() != null ? "已确认" : "已定稿，待两人确认";
        }
    }

    Table table() {
        Table.Builder table = Table.of("绿衡-审读", "审读", "编号", "文件名称", "文件", "状态", "条目", "待定", "装入", "装入时间", "最近一次");
        for (Line line : lines) {
            table.row(
                    Long.toString(line.review().id()),
                    line.review().title(),
                    line.review().fileName(),
                    line.state(),
                    new BigDecimal(line.review().items()),
                    new BigDecimal(line.review().open()),
                    line.review().person(),
                    Reading.minute(line.review().recorded()),
                    Reading.minute(line.review().last()));
        }
        return table.build(false);
    }
}
