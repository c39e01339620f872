package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Assumptions;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;
import org.luheng.accounting.WhatIf;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * What would become of a place's energy target under assumptions that the reader sets.
 *
 * @param paths where the target's path stands at the end of each year assumed, percent
 */
public record WhatIfPage(
        Frame frame,
        String code,
        String name,
        Plan plan,
        LocalDate asOf,
        @Nullable Target target,
        Assumptions assumptions,
        WhatIf result,
        List<@Nullable BigDecimal> paths,
        boolean samples) {

    /** One thing to be assumed. */
    public record Slider(
            String name, String words, String unit, String least, String most, String step, BigDecimal value) {}

    public List<Slider> sliders() {
        return List.of(
                new Slider("product", "地区生产总值增速", "%/年", "-5", "15", "0.1", assumptions.productGrowth()),
                new Slider("energy", "能源消费增速（新措施、新项目之前）", "%/年", "-10", "15", "0.1", assumptions.energyGrowth()),
                new Slider("savings", "新措施每年节能", "万吨标准煤", "0", "300", "0.5", assumptions.savings()),
                new Slider("project", "新项目每年用能", "万吨标准煤", "0", "300", "0.5", assumptions.project()),
                new Slider("added", "新项目每年增加值（不变价）", "亿元", "0", "500", "1", assumptions.projectProduct()));
    }

    public String href() {
        return "/regions/" + code + "/what-if?plan=" + Reading.query(plan.id()) + "&asof=" + asOf + "&product="
                + assumptions.productGrowth().toPlainString() + "&energy="
                + assumptions.energyGrowth().toPlainString() + "&savings="
                + assumptions.savings().toPlainString() + "&project="
                + assumptions.project().toPlainString() + "&added="
                + assumptions.projectProduct().toPlainString();
    }

    public WhatIf.Year end() {
        return result.years().getLast();
    }

    Table table() {
        Table.Builder table = Table.of(
                "绿衡-如果-" + code, name + " 如果……会怎样", "年", "能源消费总量（假设）", "单位", "变化率 %", "累计 %", "路径要求 %", "累计的灯", "说明");
        for (int i = 0; i < result.years().size(); i++) {
            WhatIf.Year year = result.years().get(i);
            table.row(
                    year.period().toString(),
                    Reading.data(year.energy()),
                    "万吨标准煤",
                    Reading.data(year.change().value()),
                    Reading.data(year.cumulative().value()),
                    Reading.data(paths.get(i)),
                    Reading.lightWord(year.progress()),
                    year.progress().reason());
        }
        for (Slider slider : sliders()) {
            table.note("假设：" + slider.words() + " " + slider.value().toPlainString() + " " + slider.unit());
        }
        return table.note("假设的结果，不是数据，也不是预测").build(samples);
    }
}
