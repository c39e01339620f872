package org.luheng.app.snapshot.web;

import java.util.List;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;

/** All indicators that plans have targets for. */
public record IndicatorsPage(Frame frame, List<Line> lines) {
    public record Use(Plan plan, Target target) {}

    /** @param uses the plans' targets for whole places, one a plan */
    public record Line(Indicator indicator, List<Use> uses) {
        void add(Plan plan, Target target) {
            if (uses.stream().noneMatch(use -> use.plan().id().equals(plan.id()))) {
                uses.add(new Use(plan, target));
            }
        }
    }

    Table table() {
        Table.Builder table = Table.of("绿衡-指标", "指标", "代码", "名称", "单位", "方向", "频率", "定义", "来源", "确定程度", "方案");
        for (Line line : lines) {
            Indicator indicator = line.indicator();
            table.row(
                    indicator.code(),
                    indicator.name(),
                    indicator.unit(),
                    indicator.rising() ? "越高越好" : "越低越好",
                    indicator.frequency(),
                    indicator.definition(),
                    indicator.source(),
                    indicator.certainty().word(),
                    String.join(
                            "；",
                            line.uses().stream()
                                    .map(use -> use.plan().shortTitle())
                                    .toList()));
        }
        return table.build(false);
    }
}
