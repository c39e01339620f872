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
 * Carbon dioxide per unit of GDP at constant prices (单位GDP二氧化碳排放): change on the same span a year earlier, and since the base
 * year, against the same paths as energy per unit of GDP. Carbon dioxide is taken as it was reported, or else as the kinds of energy
 * give it: a plan turns from one target to the other with the facts it has.
 */
final class CarbonIntensity {
    private static final String UNIT = "万吨二氧化碳";

    private final Context context;
    private final Product product;
    private final FromKinds kinds;
    private final Levels levels;
    private final Intensity paths;

    CarbonIntensity(Context context, Product product, FromKinds kinds, Levels levels, Intensity paths) {
        this.context = context;
        this.product = product;
        this.kinds = kinds;
        this.levels = levels;
        this.paths = paths;
    }

    private @Nullable Level amount(String region, Period period) {
        return levels.find(region, Element.CARBON, period, period.year());
    }

    /** Whether anything is known from which carbon dioxide, or its change, could come, or why it does not. */
    boolean isKnown(String region, Period period) {
        return context.find(region, Element.CARBON_PUBLISHED, period) != null
                || context.find(region, Element.CARBON, period) != null
                || kinds.reports(region, period);
    }

    /** Whether the target can be judged by the year, and anything is known from which its figure could come. */
    boolean touches(Target target, Period period) {
        Path path = paths.path(target);
        return period.isYear()
                && period.year() > path.baseYear()
                && period.year() <= path.dueYear()
                && isKnown(target.region(), period);
    }

    /** Carbon dioxide of energy, 万吨二氧化碳. */
    Figure total(String region, Period period) {
        RuleEdition edition = context.rules().edition(Element.CARBON, period.year());
        Level amount = amount(region, period);
        if (amount == null) {
            return Figure.missing(
                    region,
                    period,
                    Element.CARBON,
                    UNIT,
                    edition,
                    levels.missing(region, Element.CARBON, period, period.year()));
        }
        BigDecimal value = amount.value();
        return new Figure(
                        region,
                        period,
                        Element.CARBON,
                        value,
                        UNIT,
                        edition,
                        null,
                        amount.sample(),
                        () -> Trace.computed(
                                "二氧化碳排放量 " + period.inWords(),
                                printed(value, 4) + " " + UNIT,
                                value,
                                UNIT,
                                List.of(amount.leaf(), Trace.rule(edition))))
                .bracketedIf(amount.doubtful());
    }

    /** (1+g carbon)/(1+g GDP) − 1; where it cannot be computed the published rate stands in. */
    Figure change(String region, Period period) {
        RuleEdition edition = edition(period);
        Level now = amount(region, period);
        Level then = amount(region, period.yearBefore());
        Factor growth = product.growth(region, period);
        Fact published = context.find(region, Element.CARBON_PUBLISHED, period);
        if (now == null
                || then == null
                || growth == null
                || now.value().signum() <= 0
                || then.value().signum() <= 0) {
            return published == null
                    ? Figure.missing(
                            region,
                            period,
                            Element.CARBON_CHANGE,
                            "%",
                            edition,
                            missing(region, period, now, then, growth))
                    : adopted(region, period, published, edition);
        }
        BigDecimal value = percent(
                divide(divide(now.value(), then.value()), growth.value()).subtract(BigDecimal.ONE));
        boolean sample = now.sample() || then.sample() || growth.sample();
        return new Figure(region, period, Element.CARBON_CHANGE, value, "%", edition, null, sample, () -> {
                    List<Trace> children = new ArrayList<>();
                    children.add(now.leaf());
                    children.add(then.leaf());
                    children.addAll(growth.children().get());
                    if (published != null) {
                        children.add(published(published, value));
                    }
                    children.add(Trace.rule(edition));
                    return Trace.computed(
                            "单位地区生产总值二氧化碳排放变化率 " + period.inWords() + "（同比，负为下降）",
                            "(" + printed(now.value()) + " ÷ " + printed(then.value()) + ") ÷ ("
                                    + growth.formula().get() + ") − 1 = " + printed(value, 4) + "%",
                            value,
                            "%",
                            children);
                })
                .bracketedIf(now.doubtful() || then.doubtful() || growth.doubtful());
    }

    private RuleEdition edition(Period period) {
        return context.rules().edition(Element.CARBON_INTENSITY, period.year());
    }

    private String missing(
            String region, Period period, @Nullable Level now, @Nullable Level then, @Nullable Factor growth) {
        List<String> wanting = new ArrayList<>();
        level(region, period, now, wanting);
        level(region, period.yearBefore(), then, wanting);
        if (growth == null) {
            wanting.add("缺" + product.wanting(region, period));
        }
        return String.join("；", wanting);
    }

    private void level(String region, Period period, @Nullable Level amount, List<String> wanting) {
        if (amount == null) {
            wanting.add(levels.missing(region, Element.CARBON, period, period.year()));
        } else if (amount.value().signum() <= 0) {
            wanting.add(context.name(Element.CARBON) + " " + period + " 为 " + printed(amount.value(), 4) + "，须大于零");
        }
    }

    private Figure adopted(String region, Period period, Fact published, RuleEdition edition) {
        return new Figure(
                region,
                period,
                Element.CARBON_CHANGE,
                published.value(),
                "%",
                edition,
                null,
                published.sample(),
                () -> Trace.computed(
                        "单位地区生产总值二氧化碳排放变化率 " + period.inWords() + "：没有可算的分子分母，采用反馈数",
                        "反馈数 " + published.value().toPlainString() + "%",
                        published.value(),
                        "%",
                        List.of(context.leaf(published), Trace.rule(edition))));
    }

    private Trace published(Fact published, BigDecimal computed) {
        BigDecimal difference = computed.subtract(published.value());
        return Trace.computed(
                "反馈数与算得数对照",
                printed(computed, 4) + " − (" + published.value().toPlainString() + ") = " + printed(difference, 4)
                        + " 个百分点",
                difference,
                "个百分点",
                List.of(context.leaf(published)));
    }

    /** Change from the base year to the end of the year: the years multiplied, else the two ends compared. */
    Figure cumulative(String region, Period year, int baseYear) {
        RuleEdition edition = edition(year);
        if (!year.isYear()) {
            return Figure.missing(region, year, Element.CARBON_CUMULATIVE, "%", edition, "累计只按整年算，" + year + " 不是整年");
        }
        if (year.year() <= baseYear) {
            return Figure.missing(
                    region, year, Element.CARBON_CUMULATIVE, "%", edition, year + " 不在基年 " + baseYear + " 之后");
        }
        List<Figure> years = new ArrayList<>();
        BigDecimal factor = BigDecimal.ONE;
        List<String> wanting = new ArrayList<>();
        for (int each = baseYear + 1; each <= year.year(); each++) {
            Figure change = change(region, Period.year(each));
            years.add(change);
            if (change.value() == null) {
                wanting.add(each + "年：" + change.missing());
            } else {
                factor = factor.multiply(growthFactor(change.value()), Arithmetic.PRECISION);
            }
        }
        if (!wanting.isEmpty()) {
            Figure direct = direct(region, year, Period.year(baseYear), edition);
            return direct == null
                    ? Figure.missing(region, year, Element.CARBON_CUMULATIVE, "%", edition, String.join("；", wanting))
                    : direct;
        }
        BigDecimal value = percent(factor.subtract(BigDecimal.ONE));
        return new Figure(
                        region,
                        year,
                        Element.CARBON_CUMULATIVE,
                        value,
                        "%",
                        edition,
                        null,
                        years.stream().anyMatch(Figure::sample),
                        () -> chained(years, year, baseYear, value, edition))
                .bracketedIf(years.stream().anyMatch(Figure::bracketed));
    }

    private static Trace chained(List<Figure> years, Period year, int baseYear, BigDecimal value, RuleEdition edition) {
        List<Trace> children = new ArrayList<>();
        List<String> factors = new ArrayList<>();
        for (Figure change : years) {
            children.add(change.trace());
            factors.add("(1 " + signed(change.value() == null ? BigDecimal.ZERO : change.value()) + "%)");
        }
        children.add(Trace.rule(edition));
        return Trace.computed(
                "单位地区生产总值二氧化碳排放累计变化 " + baseYear + "—" + year.year() + "年（各年连乘，不相加）",
                String.join(" × ", factors) + " − 1 = " + printed(value, 4) + "%",
                value,
                "%",
                children);
    }

    private @Nullable Figure direct(String region, Period year, Period base, RuleEdition edition) {
        Level now = amount(region, year);
        Level then = amount(region, base);
        Factor growth = product.ratio(region, year, base);
        if (growth == null
                || now == null
                || then == null
                || now.value().signum() <= 0
                || then.value().signum() <= 0) {
            return null;
        }
        BigDecimal value = percent(
                divide(divide(now.value(), then.value()), growth.value()).subtract(BigDecimal.ONE));
        boolean sample = now.sample() || then.sample() || growth.sample();
        return new Figure(region, year, Element.CARBON_CUMULATIVE, value, "%", edition, null, sample, () -> {
                    List<Trace> children = new ArrayList<>();
                    children.add(now.leaf());
                    children.add(then.leaf());
                    children.addAll(growth.children().get());
                    children.add(Trace.rule(edition));
                    return Trace.computed(
                            "单位地区生产总值二氧化碳排放累计变化 " + base.year() + "—" + year.year() + "年（两端水平之比；中间年份不全）",
                            "(" + printed(now.value()) + " ÷ " + printed(then.value()) + ") ÷ ("
                                    + growth.formula().get() + ") − 1 = " + printed(value, 4) + "%",
                            value,
                            "%",
                            children);
                })
                .bracketedIf(now.doubtful() || then.doubtful());
    }

    /** What the target is held against: the cumulative change at the end of a year. */
    Figure figure(Target target, Period period) {
        return cumulative(target.region(), period, context.baseYear(target)).heldAgainst(target);
    }

    /** Where the target's path stands at the end of the year. */
    Figure pathFigure(Target target, Period period) {
        Path path = paths.path(target);
        RuleEdition edition = context.rules()
                .edition(path.form() == PathForm.GEOMETRIC ? "path.geometric" : "path.linear", period.year());
        BigDecimal value = percent(path.after(period.year()));
        int years = path.dueYear() - path.baseYear();
        int passed = Math.clamp(period.year() - path.baseYear(), 0, years);
        String total = printed(percent(path.total()), 4) + "%";
        String formula = path.form() == PathForm.GEOMETRIC
                ? "(1 " + signed(percent(path.total())) + "%)^(" + passed + "/" + years + ") − 1 = " + printed(value, 4)
                        + "%"
                : total + " × " + passed + " ÷ " + years + " = " + printed(value, 4) + "%";
        return new Figure(
                        target.region(),
                        period,
                        Element.CARBON_PATH,
                        value,
                        "%",
                        edition,
                        null,
                        false,
                        () -> Trace.computed(
                                "单位地区生产总值二氧化碳排放 路径要求 " + path.baseYear() + "—" + period.year() + "年",
                                formula,
                                value,
                                "%",
                                List.of(Trace.clause(context.plan(), target), Trace.rule(edition))))
                .heldAgainst(target);
    }

    /** Cumulative change against the path, at the end of a year. */
    Light light(Target target, Period period) {
        Path path = paths.path(target);
        if (!period.isYear() || period.year() <= path.baseYear() || period.year() > path.dueYear()) {
            return without(target, period, "累计进度按目标期内的整年评，" + period + " 不是");
        }
        Figure figure = figure(target, period);
        BigDecimal value = figure.value();
        if (value == null) {
            return without(target, period, String.valueOf(figure.missing()));
        }
        BigDecimal wanted = percent(path.after(period.year()));
        Barometer barometer = context.barometer(Element.LIGHT_PROGRESS, period.year());
        Barometer.Rank rank =
                barometer.ofChange(value, wanted, !target.relation().isRise());
        State state = State.ofLevel(rank.level(), barometer.form() != Barometer.Form.DIRECTION);
        return new Light(
                target.region(),
                period,
                target.indicator(),
                rank.level(),
                state,
                () -> "累计" + apart(value, wanted) + "%，路径要求" + apart(wanted, value) + "%：" + state.word()
                        + Intensity.own(rank),
                barometer.edition(),
                target,
                figure.bracketed() || !barometer.edition().certainty().settled(),
                figure.sample());
    }

    private static Light without(Target target, Period period, String why) {
        return Light.without(target.region(), period, target.indicator(), State.NO_DATA, why, target);
    }
}
