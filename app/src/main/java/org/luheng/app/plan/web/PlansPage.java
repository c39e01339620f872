package org.luheng.app.plan.web;

import java.math.BigDecimal;
import java.util.List;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.PlanFolder;

/** All plans of this installation. */
public record PlansPage(Frame frame, List<Line> lines) {
    public record Line(PlanFolder folder, String placeName) {
        public int targets() {
            return folder.plan().targets().size();
        }

        public String years() {
            int first = folder.plan().firstYear();
            int last = folder.plan().lastYear();
            return first == last ? first + "年" : first + "—" + last + "年";
        }

        public String office() {
            return String.join(
                    "、", folder.office().stream().map(unit -> unit.printed()).toList());
        }
    }

    Table table() {
        Table.Builder table = Table.of("绿衡-方案", "方案", "编号", "方案", "文号", "地区", "期间", "目标数", "责任条数", "牵头部门");
        for (Line line : lines) {
            table.row(
                    line.folder().plan().id(),
                    line.folder().plan().title(),
                    line.folder().number(),
                    line.placeName(),
                    line.years(),
                    new BigDecimal(line.targets()),
                    new BigDecimal(line.folder().tasks().size()),
                    line.office());
        }
        return table.build(false);
    }
}
