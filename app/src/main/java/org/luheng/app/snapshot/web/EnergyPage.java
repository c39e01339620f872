package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.EnergyAccount;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Target;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * The energy account of a place: from what was reported to what is assessed, the editions of the policy beside each other, and where the
 * target would end.
 *
 * @param chosen the edition it is reckoned by
 * @param drawing null where something is missing
 */
public record EnergyPage(
        Frame frame,
        String code,
        String name,
        Plan plan,
        Period period,
        List<Period> periods,
        LocalDate asOf,
        RuleEdition chosen,
        boolean ofTheYear,
        EnergyAccount total,
        EnergyAccount intensity,
        @Nullable Figure assessed,
        @Nullable Figure allowed,
        @Nullable Waterfall drawing,
        List<Edition> editions,
        @Nullable Target target,
        List<Figure> outlook,
        @Nullable Figure required,
        boolean samples) {

    /** What one edition of the policy makes of the same facts. */
    public record Edition(
            RuleEdition edition,
            boolean ofTheYear,
            @Nullable Figure assessed,
            @Nullable Figure change,
            @Nullable Figure cumulative,
            Light total,
            Light intensity) {}

    public String href(String policy) {
        return "/regions/" + code + "/energy?plan=" + Reading.query(plan.id()) + "&period="
                + Reading.query(period.toString()) + "&asof=" + asOf + "&policy=" + Reading.query(policy);
    }

    public String download(String format) {
        return href(chosen.id()) + "&format=" + format;
    }

    public String sheet(Figure figure) {
        return Matrix.href(plan.id(), figure.region(), figure.indicator(), figure.period(), asOf);
    }

    public String whatIf() {
        return "/regions/" + code + "/what-if?plan=" + Reading.query(plan.id()) + "&asof=" + asOf;
    }

    /** In brackets where it rests on a rule that is not settled. */
    public static String shown(@Nullable Figure figure) {
        if (figure == null || figure.value() == null) {
            return "—";
        }
        String value = Reading.withUnit(figure.value(), figure.unit());
        return figure.bracketed() ? "〔" + value + "〕" : value;
    }

    public static @Nullable BigDecimal gross(EnergyAccount.@Nullable Level level) {
        return level == null ? null : level.value();
    }

    Table table() {
        Table.Builder table = Table.of(
                "绿衡-能耗账-" + code + "-" + period.toString().replace('/', '_'),
                name + " 能耗账 " + period.inWords(),
                "用途",
                "项目",
                period.toString(),
                period.yearBefore().toString(),
                "申请数",
                "上限",
                "单位",
                "规则",
                "确定程度");
        for (EnergyAccount account : List.of(total, intensity)) {
            String purpose = account.purpose().word();
            table.row(
                    purpose,
                    "统计数",
                    gross(account.grossNow()),
                    gross(account.grossThen()),
                    null,
                    null,
                    "万吨标准煤",
                    null,
                    null);
            for (EnergyAccount.Step step : account.steps()) {
                table.row(
                        purpose,
                        "扣减：" + step.name(),
                        Reading.data(step.now()),
                        Reading.data(step.then()),
                        step.applied(),
                        Reading.data(step.cap()),
                        "万吨标准煤",
                        step.deduction().edition().id(),
                        step.deduction().edition().certainty().word());
            }
            table.row(
                    purpose,
                    "考核数",
                    Reading.data(account.assessed()),
                    Reading.data(account.assessedBefore()),
                    null,
                    null,
                    "万吨标准煤",
                    account.policy().id(),
                    account.policy().certainty().word());
        }
        return table.note("方案：" + plan.title())
                .note("扣减口径：" + chosen.title() + "（" + chosen.id() + "）")
                .note("截至 " + asOf + " 已公布的数据")
                .build(samples);
    }
}
