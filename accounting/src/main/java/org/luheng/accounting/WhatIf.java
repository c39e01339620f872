package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.growthFactor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a place's energy target (如果……会怎样): the years left, reckoned by the same rules as the years past from facts
 * that are assumed. What is deducted in the last year known is taken to go on as it was.
 *
 * @param from the last year that is known
 * @param years those assumed, up to the due year
 * @param shortfall energy that would still have to be saved in the due year so that the target is reached, 万吨标准煤; negative: as much is
 *     left over; null: not known
 * @param missing why nothing can be said; null: something can
 */
public record WhatIf(
        @Nullable Period from,
        List<Year> years,
        @Nullable BigDecimal shortfall,
        @Nullable String missing) {
    /** A year that is assumed. */
    public record Year(
            Period period, BigDecimal energy, Figure change, Figure cumulative, Light intensity, Light progress) {}

    public WhatIf {
        years = List.copyOf(years);
    }

    private static final String ENERGY_UNIT = "万吨标准煤";

    static WhatIf of(Snapshot snapshot, String region, Assumptions assumptions) {
        Target target = snapshot.plan().target(region, Element.INTENSITY);
        if (target == null) {
            return none("本地区没有强度目标");
        }
        int due = target.due().year();
        int baseYear = target.baseYear() == null ? snapshot.plan().baseYear() : target.baseYear();
        Facts facts = snapshot.facts();
        Period last = null;
        for (int year = due - 1; year >= baseYear && last == null; year--) {
            Period period = Period.year(year);
            if (facts.find(region, Element.ENERGY, period) != null
                    && (year == baseYear || value(snapshot.figure(region, Element.CUMULATIVE, period)) != null)) {
                last = period;
            }
        }
        if (last == null) {
            return none("期限前没有一年同时知道能源消费总量的水平数和累计变化");
        }
        String product = product(snapshot, region, last);
        if (product == null && assumptions.projectProduct().signum() != 0) {
            return none("缺" + last + " 年不变价地区生产总值的水平数，项目的增加值没有可加的数");
        }
        AssumedFacts assumed = new AssumedFacts(facts);
        Snapshot then = snapshot.over(assumed);
        BigDecimal energy = number(facts.find(region, Element.ENERGY, last));
        BigDecimal output = product == null ? BigDecimal.ONE : number(facts.find(region, product, last));
        BigDecimal energyFactor = growthFactor(assumptions.energyGrowth());
        BigDecimal productFactor = growthFactor(assumptions.productGrowth());
        if (energyFactor.signum() <= 0 || productFactor.signum() <= 0) {
            return none("增速须大于 −100%");
        }
        List<Year> years = new ArrayList<>();
        for (int year = last.year() + 1; year <= due; year++) {
            Period period = Period.year(year);
            energy = energy.multiply(energyFactor, Arithmetic.PRECISION);
            output = output.multiply(productFactor, Arithmetic.PRECISION);
            BigDecimal total = energy.add(assumptions.project()).subtract(assumptions.savings());
            if (total.signum() <= 0) {
                return none("节能量超过了 " + year + " 年的全部用能");
            }
            assumed.assume(region, Element.ENERGY, period, total, ENERGY_UNIT, "增速、项目与节能量");
            if (product == null) {
                assumed.assume(region, Element.GDP_GROWTH, period, assumptions.productGrowth(), "%", "增速");
            } else {
                assumed.assume(region, product, period, output.add(assumptions.projectProduct()), "亿元", "增速与项目增加值");
            }
            carryOn(snapshot, assumed, region, last, period);
            years.add(new Year(
                    period,
                    total,
                    figure(then, region, Element.CHANGE, period),
                    figure(then, region, Element.CUMULATIVE, period),
                    then.light(region, Element.LIGHT_INTENSITY, period),
                    then.light(region, Element.LIGHT_PROGRESS, period)));
        }
        return new WhatIf(last, years, shortfall(then, region, target, Period.year(due)), null);
    }

    /** What the policy deducts goes on as in the last year known, at that year's coal rate. */
    private static void carryOn(Snapshot snapshot, AssumedFacts assumed, String region, Period last, Period period) {
        for (Deduction deduction : snapshot.deductions(period.year())) {
            Fact fact = snapshot.facts().find(region, deduction.element(), last);
            if (fact != null) {
                assumed.assume(region, deduction.element(), period, fact.value(), fact.unit(), "同 " + last + " 年");
            }
        }
        Fact rate = snapshot.coalRate(region, last);
        if (rate != null) {
            assumed.assume(region, Element.COAL_RATE, period, rate.value(), rate.unit(), "同 " + last + " 年");
        }
    }

    /** The element at whose prices GDP of the year is known; null: none. */
    private static @Nullable String product(Snapshot snapshot, String region, Period last) {
        List<String> elements = new ArrayList<>();
        snapshot.rules().priceBases().reversed().forEach(base -> elements.add(base.element()));
        elements.add(Element.GDP);
        for (String element : elements) {
            Fact fact = snapshot.facts().find(region, element, last);
            if (fact != null && fact.value().signum() > 0) {
                return element;
            }
        }
        return null;
    }

    private static @Nullable BigDecimal shortfall(Snapshot then, String region, Target target, Period due) {
        BigDecimal cumulative = value(then.figure(region, Element.CUMULATIVE, due));
        BigDecimal wanted = then.onPath(target, due);
        BigDecimal assessed =
                then.energyAccount(region, due, Deduction.Purpose.INTENSITY).assessed();
        if (cumulative == null
                || wanted == null
                || assessed == null
                || growthFactor(cumulative).signum() <= 0) {
            return null;
        }
        BigDecimal allowed =
                assessed.multiply(divide(growthFactor(wanted), growthFactor(cumulative)), Arithmetic.PRECISION);
        return assessed.subtract(allowed);
    }

    private static WhatIf none(String why) {
        return new WhatIf(null, List.of(), null, why);
    }

    private static BigDecimal number(@Nullable Fact fact) {
        if (fact == null) {
            throw new IllegalStateException("asked for after it was found");
        }
        return fact.value();
    }

    private static Figure figure(Snapshot snapshot, String region, String code, Period period) {
        Figure figure = snapshot.figure(region, code, period);
        if (figure == null) {
            throw new IllegalStateException(code + " is no figure of the energy target");
        }
        return figure;
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }
}
