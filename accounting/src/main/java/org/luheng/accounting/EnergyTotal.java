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
import org.luheng.accounting.Deduction.Purpose;

/**
 * Energy total (能源消费总量, 万吨标准煤), what of it is assessed, and what it may be this year: last year's × (1 + planned growth) × (1 + the
 * year's share of the intensity target). Where the plan says so, actual growth above plan takes the place of the planned one.
 */
final class EnergyTotal {
    private final Context context;
    private final Product product;
    private final EnergyAccounts accounts;
    private final Intensity intensity;

    EnergyTotal(Context context, Product product, EnergyAccounts accounts, Intensity intensity) {
        this.context = context;
        this.product = product;
        this.accounts = accounts;
        this.intensity = intensity;
    }

    /** As it was reported, nothing deducted. */
    Figure level(String region, Period period) {
        RuleEdition edition = context.rules().edition("energy.total", period.year());
        EnergyAccount.Level gross = accounts.gross(region, period);
        if (gross == null) {
            return missing(region, period, Element.TOTAL_LEVEL, edition, "缺" + accounts.wanting(region, period));
        }
        BigDecimal value = gross.value();
        return new Figure(
                        region,
                        period,
                        Element.TOTAL_LEVEL,
                        value,
                        unit(),
                        edition,
                        null,
                        gross.sample(),
                        () -> Trace.computed(
                                "能源消费总量 " + period.inWords() + "（未作扣减）",
                                printed(value) + " " + unit(),
                                value,
                                unit(),
                                List.of(gross.trace(), Trace.rule(edition))))
                .bracketedIf(gross.doubtful());
    }

    /** Less what the policy of the assessed year takes off the total; the same as {@link #level} where it takes nothing. */
    Figure assessed(String region, Period period) {
        RuleEdition edition = context.rules().edition("energy.total", period.year());
        EnergyAccount account = accounts.of(region, period, Purpose.TOTAL);
        BigDecimal value = account.assessed();
        if (value == null) {
            return missing(
                    region,
                    period,
                    Element.TOTAL_ASSESSED,
                    edition,
                    account.grossNow() == null
                            ? "缺" + accounts.wanting(region, period)
                            : String.valueOf(account.missing()));
        }
        return new Figure(
                        region, period, Element.TOTAL_ASSESSED, value, unit(), edition, null, account.sample(), () -> {
                            Trace assessed = Intensity.assessed(account, true);
                            return account.steps().isEmpty()
                                    ? Trace.computed(
                                            "考核用能源消费总量 " + period.inWords() + "（没有可扣减的核定数）",
                                            printed(value) + " " + unit(),
                                            value,
                                            unit(),
                                            List.of(assessed, Trace.rule(account.policy()), Trace.rule(edition)))
                                    : assessed;
                        })
                .bracketedIf(account.doubtful());
    }

    private String unit() {
        return context.unit(Element.ENERGY, "万吨标准煤");
    }

    private Figure missing(String region, Period period, String code, RuleEdition edition, String reason) {
        return Figure.missing(region, period, code, unit(), edition, reason);
    }

    Figure allowed(String region, Period period, Target target) {
        RuleEdition edition = context.rules().edition("energy.total.target", period.year());
        EnergyAccount account = accounts.of(region, period, Purpose.TOTAL);
        BigDecimal before = account.assessedBefore();
        Fact planned = planned(region, period);
        if (before == null || planned == null) {
            List<String> wanting = new ArrayList<>();
            if (account.grossThen() == null) {
                wanting.add("缺" + accounts.wanting(region, period.yearBefore()));
            } else if (account.missing() != null) {
                wanting.add(account.missing());
            }
            if (planned == null) {
                wanting.add("缺" + context.name(Element.GDP_GROWTH_PLANNED) + " " + period.year());
            }
            return missing(region, period, Element.TOTAL_TARGET, edition, String.join("；", wanting));
        }
        Factor actual = context.plan().totalAdjusts() ? product.growth(region, period) : null;
        BigDecimal plannedFactor = growthFactor(planned.value());
        boolean beaten = actual != null && actual.value().compareTo(plannedFactor) > 0;
        Factor growth = beaten && actual != null
                ? actual
                : new Factor(
                        plannedFactor, () -> "1 " + signed(planned.value()) + "%", List::of, planned.sample(), false);
        BigDecimal share = intensity.yearly(target);
        BigDecimal value = before.multiply(growth.value(), Arithmetic.PRECISION)
                .multiply(BigDecimal.ONE.add(share), Arithmetic.PRECISION);
        boolean sample = account.sample() || growth.sample();
        return new Figure(region, period, Element.TOTAL_TARGET, value, unit(), edition, null, sample, () -> {
                    List<Trace> children = new ArrayList<>();
                    children.add(Intensity.assessed(account, false));
                    children.add(context.leaf(planned));
                    children.addAll(growth.children().get());
                    children.add(Trace.clause(context.plan(), target));
                    children.add(Trace.rule(edition));
                    return Trace.computed(
                            "能源消费总量目标 " + period.inWords() + (beaten ? "（经济增速超过预期，按实际增速相应调整）" : "（按预期增速）"),
                            printed(before) + " × (" + growth.formula().get() + ") × (1 " + signed(percent(share))
                                    + "%) = " + printed(value, 4),
                            value,
                            unit(),
                            children);
                })
                .bracketedIf(account.doubtful());
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
        return light(region, period, target, assessed(region, period), allowed(region, period, target));
    }

    /** The same of figures that are at hand, where the target covers the period. */
    Light light(String region, Period period, Target target, Figure level, Figure allowed) {
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
        Barometer barometer = context.barometer(Element.LIGHT_TOTAL, period.year());
        Barometer.Rank rank = barometer.ofLevel(actual, limit);
        boolean sample = level.sample() || allowed.sample();
        String freed = rank.level() < 3 ? freed(region, period) : null;
        if (freed != null) {
            return new Light(
                    region,
                    period,
                    Element.LIGHT_TOTAL,
                    null,
                    State.EXEMPT,
                    () -> compared(actual, limit) + "；" + freed,
                    barometer.edition(),
                    target,
                    false,
                    sample);
        }
        State state = State.ofLevel(rank.level(), true);
        return new Light(
                region,
                period,
                Element.LIGHT_TOTAL,
                rank.level(),
                state,
                () -> compared(actual, limit) + "：" + state.word() + Intensity.own(rank),
                barometer.edition(),
                target,
                level.bracketed()
                        || allowed.bracketed()
                        || !barometer.edition().certainty().settled(),
                sample);
    }

    private String compared(BigDecimal actual, BigDecimal limit) {
        BigDecimal gap = percent(divide(actual.subtract(limit), limit));
        String beside = switch (gap.signum()) {
            case 0 -> "与目标持平";
            case 1 -> "超出" + printed(gap, 2) + "%";
            default -> "低于目标" + printed(gap.abs(), 2) + "%";
        };
        return "实际" + apart(actual, limit) + unit() + "，目标" + apart(limit, actual) + "，" + beside;
    }

    /** Why the place is not held to its total, by the rule of its plan; null: it is. */
    private @Nullable String freed(String region, Period period) {
        return switch (context.plan().totalExempt()) {
            case NONE -> null;
            case INTENSITY -> {
                Integer level = intensity.intensityLight(region, period).level();
                yield level != null && level == 3 ? "强度目标达到进度，按方案免于考核总量" : null;
            }
            case INCENTIVE -> intensity.meetsIncentive(region, period) ? "能耗强度达到激励目标进度，按方案免于考核总量" : null;
        };
    }
}
