package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.apart;
import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.growthFactor;
import static org.luheng.accounting.Arithmetic.percent;
import static org.luheng.accounting.Arithmetic.printed;
import static org.luheng.accounting.Arithmetic.signed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Energy total (能源消费总量, 万吨标准煤) and what it may be this year: last year's × (1 + planned growth) × (1 + the year's share of
 * the intensity target). Where the plan says so, actual growth above plan takes the place of the planned one.
 */
final class EnergyTotal {
    private final Context context;
    private final Intensity intensity;

    EnergyTotal(Context context, Intensity intensity) {
        this.context = context;
        this.intensity = intensity;
    }

    Figure level(String region, Period period) {
        RuleEdition edition = context.rules().edition("energy.total", period.year());
        Fact fact = context.find(region, Element.ENERGY, period);
        String unit = unit();
        if (fact == null) {
            return Figure.missing(
                    region,
                    period,
                    Element.TOTAL_LEVEL,
                    unit,
                    edition,
                    "缺" + context.name(Element.ENERGY) + " " + period);
        }
        return new Figure(
                region,
                period,
                Element.TOTAL_LEVEL,
                fact.value(),
                unit,
                edition,
                null,
                fact.sample(),
                () -> Trace.computed(
                        "能源消费总量 " + period.inWords() + "（未作扣减）",
                        fact.value().toPlainString() + " " + unit,
                        fact.value(),
                        unit,
                        List.of(context.leaf(fact), Trace.rule(edition))));
    }

    private String unit() {
        Indicator indicator = context.rules().indicator(Element.ENERGY);
        return indicator == null ? "万吨标准煤" : indicator.unit();
    }

    Figure allowed(String region, Period period, Target target) {
        RuleEdition edition = context.rules().edition("energy.total.target", period.year());
        Fact before = context.find(region, Element.ENERGY, period.yearBefore());
        Fact planned = planned(region, period);
        if (before == null || planned == null) {
            List<String> wanting = new ArrayList<>();
            if (before == null) {
                wanting.add(context.name(Element.ENERGY) + " " + period.yearBefore());
            }
            if (planned == null) {
                wanting.add(context.name(Element.GDP_GROWTH_PLANNED) + " " + period.year());
            }
            return Figure.missing(
                    region, period, Element.TOTAL_TARGET, unit(), edition, "缺" + String.join("、", wanting));
        }
        Intensity.Factor actual = context.plan().totalAdjusts() ? intensity.product(region, period) : null;
        BigDecimal plannedFactor = growthFactor(planned.value());
        boolean beaten = actual != null && actual.value().compareTo(plannedFactor) > 0;
        Intensity.Factor growth = beaten && actual != null
                ? actual
                : new Intensity.Factor(plannedFactor, "1 " + signed(planned.value()) + "%", List.of(planned));
        BigDecimal share = intensity.path(target).yearly();
        BigDecimal value = before.value()
                .multiply(growth.value(), Arithmetic.PRECISION)
                .multiply(BigDecimal.ONE.add(share), Arithmetic.PRECISION);
        boolean sample = before.sample() || growth.facts().stream().anyMatch(Fact::sample);
        return new Figure(region, period, Element.TOTAL_TARGET, value, unit(), edition, null, sample, () -> {
            List<Trace> children = new ArrayList<>();
            children.add(context.leaf(before));
            children.add(context.leaf(planned));
            if (beaten) {
                growth.facts().forEach(fact -> children.add(context.leaf(fact)));
            }
            children.add(Trace.clause(context.plan(), target));
            children.add(Trace.rule(edition));
            return Trace.computed(
                    "能源消费总量目标 " + period.inWords() + (beaten ? "（经济增速超过预期，按实际增速相应调整）" : "（按预期增速）"),
                    before.value().toPlainString() + " × (" + growth.formula() + ") × (1 " + signed(percent(share))
                            + "%) = " + printed(value, 4),
                    value,
                    unit(),
                    children);
        });
    }

    private @Nullable Fact planned(String region, Period period) {
        Fact own = context.find(region, Element.GDP_GROWTH_PLANNED, period);
        return own == null ? context.find(region, Element.GDP_GROWTH_PLANNED, Period.year(period.year())) : own;
    }

    Light light(String region, Period period) {
        Target target = context.plan().target(region, Element.INTENSITY);
        if (target == null) {
            return Light.without(region, period, Element.LIGHT_TOTAL, State.UNDIVIDED, "总量目标由强度目标推算，本地区没有强度目标", null);
        }
        Path path = intensity.path(target);
        if (!period.isYearToDate() || period.year() <= path.baseYear() || period.year() > path.dueYear()) {
            return Light.without(
                    region, period, Element.LIGHT_TOTAL, State.NO_DATA, "只用目标期内年初以来的累计数评灯，" + period + " 不是", target);
        }
        Figure level = level(region, period);
        Figure allowed = allowed(region, period, target);
        BigDecimal actual = level.value();
        BigDecimal limit = allowed.value();
        if (actual == null || limit == null) {
            return Light.without(
                    region,
                    period,
                    Element.LIGHT_TOTAL,
                    State.NO_DATA,
                    String.valueOf(actual == null ? level.missing() : allowed.missing()),
                    target);
        }
        if (limit.signum() <= 0) {
            return Light.without(
                    region,
                    period,
                    Element.LIGHT_TOTAL,
                    State.NO_DATA,
                    "总量目标算得 " + printed(limit, 2) + "，不能比较",
                    target);
        }
        Barometer barometer = context.rules().barometer(Element.LIGHT_TOTAL, period.year());
        int rank = barometer.byGap(actual, limit);
        State state = State.ofLevel(rank, true);
        BigDecimal gap = percent(divide(actual.subtract(limit), limit));
        String reason = "实际" + apart(actual, limit) + unit() + "，目标" + apart(limit, actual) + "，"
                + (gap.signum() > 0 ? "超出" : "低于目标") + printed(gap.abs(), 2) + "%";
        if (rank < 3 && context.plan().totalExemptByIntensity() && meetsIntensity(region, period)) {
            return new Light(
                    region,
                    period,
                    Element.LIGHT_TOTAL,
                    null,
                    State.EXEMPT,
                    reason + "；强度目标达到进度，按方案免于考核总量",
                    barometer.edition(),
                    target,
                    false,
                    level.sample() || allowed.sample());
        }
        return new Light(
                region,
                period,
                Element.LIGHT_TOTAL,
                rank,
                state,
                reason + "：" + state.word(),
                barometer.edition(),
                target,
                !barometer.edition().certainty().settled(),
                level.sample() || allowed.sample());
    }

    private boolean meetsIntensity(String region, Period period) {
        Integer level = intensity.intensityLight(region, period).level();
        return level != null && level == 3;
    }
}
