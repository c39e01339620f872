package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.HUNDRED;
import static org.luheng.accounting.Arithmetic.apart;
import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.fraction;
import static org.luheng.accounting.Arithmetic.growthFactor;
import static org.luheng.accounting.Arithmetic.percent;
import static org.luheng.accounting.Arithmetic.printed;
import static org.luheng.accounting.Arithmetic.signed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Energy per unit of GDP at constant prices (单位GDP能耗): change on the same span a year earlier, cumulative change since the
 * base year, and the rate still needed. Changes are in percent and signed, a fall is negative.
 *
 * <p>Nothing is deducted here: feedstock and renewable power are in the total (毛值), and the edition says so.
 */
final class Intensity {
    private final Context context;

    /** Changes of single spans, which cumulative figures, lights and trends all ask for; a snapshot is of one moment. */
    private final Map<Span, Figure> changes = new ConcurrentHashMap<>();

    private record Span(String region, Period period) {}

    Intensity(Context context) {
        this.context = context;
    }

    /** One side of the ratio: how many times last year's, from levels or from a growth rate. */
    record Factor(BigDecimal value, String formula, List<Fact> facts) {}

    /**
     * (1+g energy)/(1+g GDP) − 1, each factor from levels where both years have one, else from its growth rate; where neither
     * can be had the published rate stands in for the computed one.
     */
    Figure change(String region, Period period) {
        return changes.computeIfAbsent(new Span(region, period), this::computed);
    }

    private Figure computed(Span span) {
        String region = span.region;
        Period period = span.period;
        RuleEdition edition = context.rules().edition("intensity.change", period.year());
        Factor energy = factor(region, period, Element.ENERGY, Element.ENERGY_GROWTH);
        Factor product = product(region, period);
        Fact published = context.find(region, Element.PUBLISHED_CHANGE, period);
        if (energy == null || product == null) {
            return published == null
                    ? Figure.missing(
                            region, period, Element.CHANGE, "%", edition, missing(region, period, energy, product))
                    : adopted(region, period, published, edition);
        }
        BigDecimal value = percent(divide(energy.value, product.value).subtract(BigDecimal.ONE));
        List<Fact> facts = new ArrayList<>(energy.facts);
        facts.addAll(product.facts);
        return new Figure(region, period, Element.CHANGE, value, "%", edition, null, anySample(facts), () -> {
            List<Trace> children = new ArrayList<>();
            facts.forEach(fact -> children.add(context.leaf(fact)));
            if (published != null) {
                children.add(beside(published, value));
            }
            children.add(Trace.rule(edition));
            return Trace.computed(
                    "单位地区生产总值能耗变化率 " + period.inWords() + "（同比，负为下降）",
                    "(" + energy.formula + ") ÷ (" + product.formula + ") − 1 = " + printed(value, 4) + "%",
                    value,
                    "%",
                    children);
        });
    }

    /** How many times last year's GDP is, at constant prices; null where neither levels nor a rate are known. */
    @Nullable
    Factor product(String region, Period period) {
        return factor(region, period, Element.GDP, Element.GDP_GROWTH);
    }

    private @Nullable Factor factor(String region, Period period, String level, String growth) {
        Fact now = context.find(region, level, period);
        Fact before = context.find(region, level, period.yearBefore());
        if (now != null
                && before != null
                && now.value().signum() > 0
                && before.value().signum() > 0) {
            return new Factor(
                    divide(now.value(), before.value()),
                    now.value().toPlainString() + " ÷ " + before.value().toPlainString(),
                    List.of(now, before));
        }
        Fact rate = context.find(region, growth, period);
        if (rate == null || growthFactor(rate.value()).signum() <= 0) {
            return null;
        }
        return new Factor(growthFactor(rate.value()), "1 " + signed(rate.value()) + "%", List.of(rate));
    }

    private String missing(String region, Period period, @Nullable Factor energy, @Nullable Factor product) {
        List<String> wanting = new ArrayList<>();
        if (energy == null) {
            wanting.add(wanting(region, period, Element.ENERGY, Element.ENERGY_GROWTH));
        }
        if (product == null) {
            wanting.add(wanting(region, period, Element.GDP, Element.GDP_GROWTH));
        }
        return "缺" + String.join("；缺", wanting);
    }

    private String wanting(String region, Period period, String level, String growth) {
        List<String> levels = new ArrayList<>();
        for (Period each : List.of(period, period.yearBefore())) {
            Fact fact = context.find(region, level, each);
            if (fact == null) {
                levels.add(each.toString());
            } else if (fact.value().signum() <= 0) {
                levels.add(each + "（现为 " + fact.value().toPlainString() + "，须大于零）");
            }
        }
        return context.name(level) + " " + String.join("、", levels) + "，或" + context.name(growth) + " " + period;
    }

    private Figure adopted(String region, Period period, Fact published, RuleEdition edition) {
        return new Figure(
                region,
                period,
                Element.CHANGE,
                published.value(),
                "%",
                edition,
                null,
                published.sample(),
                () -> Trace.computed(
                        "单位地区生产总值能耗变化率 " + period.inWords() + "：没有可算的分子分母，采用反馈数",
                        "反馈数 " + published.value().toPlainString() + "%",
                        published.value(),
                        "%",
                        List.of(context.leaf(published), Trace.rule(edition))));
    }

    /** The published rate beside ours; a difference is shown, never hidden. */
    private Trace beside(Fact published, BigDecimal computed) {
        BigDecimal difference = computed.subtract(published.value());
        return Trace.computed(
                "反馈数与算得数对照",
                printed(computed, 4) + " − (" + published.value().toPlainString() + ") = " + printed(difference, 4)
                        + " 个百分点",
                difference,
                "个百分点",
                List.of(context.leaf(published)));
    }

    /** Change from the base year to the end of {@code year}: directly from the two levels, else the years multiplied. */
    Figure cumulative(String region, Period year, int baseYear) {
        RuleEdition edition = context.rules().edition("intensity.cumulative", year.year());
        if (!year.isYear()) {
            return Figure.missing(region, year, Element.CUMULATIVE, "%", edition, "累计只按整年算，" + year + " 不是整年");
        }
        Period base = Period.year(baseYear);
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
        if (wanting.isEmpty() && !years.isEmpty()) {
            BigDecimal value = percent(factor.subtract(BigDecimal.ONE));
            boolean sample = years.stream().anyMatch(Figure::sample);
            return new Figure(region, year, Element.CUMULATIVE, value, "%", edition, null, sample, () -> {
                List<Trace> children = new ArrayList<>();
                years.forEach(change -> children.add(change.trace()));
                children.add(Trace.rule(edition));
                return Trace.computed(
                        "单位地区生产总值能耗累计变化 " + baseYear + "—" + year.year() + "年（各年连乘，不相加）",
                        chained(years) + " − 1 = " + printed(value, 4) + "%",
                        value,
                        "%",
                        children);
            });
        }
        Figure direct = direct(region, year, base, edition);
        if (direct != null) {
            return direct;
        }
        return Figure.missing(
                region,
                year,
                Element.CUMULATIVE,
                "%",
                edition,
                years.isEmpty() ? year + " 不在基年 " + baseYear + " 之后" : String.join("；", wanting));
    }

    private static String chained(List<Figure> years) {
        List<String> factors = new ArrayList<>();
        for (Figure year : years) {
            BigDecimal rate = year.value() == null ? BigDecimal.ZERO : year.value();
            factors.add("(1 " + signed(rate) + "%)");
        }
        return String.join(" × ", factors);
    }

    private @Nullable Figure direct(String region, Period year, Period base, RuleEdition edition) {
        Fact energy = context.find(region, Element.ENERGY, year);
        Fact energyBase = context.find(region, Element.ENERGY, base);
        Fact product = context.find(region, Element.GDP, year);
        Fact productBase = context.find(region, Element.GDP, base);
        if (energy == null || energyBase == null || product == null || productBase == null) {
            return null;
        }
        List<Fact> facts = List.of(energy, energyBase, product, productBase);
        if (year.year() <= base.year()
                || facts.stream().anyMatch(fact -> fact.value().signum() <= 0)) {
            return null;
        }
        BigDecimal now = divide(energy.value(), product.value());
        BigDecimal then = divide(energyBase.value(), productBase.value());
        BigDecimal value = percent(divide(now, then).subtract(BigDecimal.ONE));
        return new Figure(region, year, Element.CUMULATIVE, value, "%", edition, null, anySample(facts), () -> {
            List<Trace> children = new ArrayList<>();
            facts.forEach(fact -> children.add(context.leaf(fact)));
            children.add(Trace.rule(edition));
            return Trace.computed(
                    "单位地区生产总值能耗累计变化 " + base.year() + "—" + year.year() + "年（两端水平之比；中间年份不全）",
                    "(" + energy.value().toPlainString() + " ÷ "
                            + product.value().toPlainString() + ") ÷ ("
                            + energyBase.value().toPlainString() + " ÷ "
                            + productBase.value().toPlainString() + ") − 1 = " + printed(value, 4) + "%",
                    value,
                    "%",
                    children);
        });
    }

    /** The yearly change needed from the next year to the due year so that the target is still reached. */
    Figure required(String region, Period year, Target target) {
        RuleEdition edition = context.rules().edition("intensity.required", year.year());
        Path path = path(target);
        if (!year.isYear()) {
            return Figure.missing(region, year, Element.REQUIRED, "%", edition, "还需年均只按整年算，" + year + " 不是整年");
        }
        if (year.year() >= path.dueYear()) {
            return Figure.missing(
                    region,
                    year,
                    Element.REQUIRED,
                    "%",
                    edition,
                    "期限 " + target.due().text() + " 已到，没有剩余年份");
        }
        if (year.year() < path.baseYear()) {
            return Figure.missing(
                    region, year, Element.REQUIRED, "%", edition, year + " 在基年 " + path.baseYear() + " 之前");
        }
        boolean atBase = year.year() == path.baseYear();
        Figure done = atBase ? null : cumulative(region, year, path.baseYear());
        if (done != null && done.value() == null) {
            return Figure.missing(region, year, Element.REQUIRED, "%", edition, String.valueOf(done.missing()));
        }
        BigDecimal sofar = done == null || done.value() == null ? BigDecimal.ZERO : done.value();
        if (growthFactor(sofar).signum() <= 0) {
            return Figure.missing(
                    region, year, Element.REQUIRED, "%", edition, "累计变化 " + printed(sofar, 4) + "% 已无余量，不能再算年均，请核对数据");
        }
        BigDecimal value = percent(path.required(fraction(sofar), year.year()));
        int left = path.dueYear() - year.year();
        return new Figure(
                region, year, Element.REQUIRED, value, "%", edition, null, done != null && done.sample(), () -> {
                    List<Trace> children = new ArrayList<>();
                    children.add(Trace.clause(context.plan(), target));
                    if (done != null) {
                        children.add(done.trace());
                    }
                    children.add(Trace.rule(edition));
                    return Trace.computed(
                            "还需年均变化 " + (year.year() + 1) + "—" + path.dueYear() + "年（" + left + " 年）",
                            "((1 " + signed(percent(path.total())) + "%) ÷ (1 " + signed(sofar) + "%))^(1/" + left
                                    + ") − 1 = " + printed(value, 4) + "%",
                            value,
                            "%",
                            children);
                });
    }

    Path path(Target target) {
        int base = context.baseYear(target);
        int due = Math.max(target.due().year(), base + 1);
        if (target.isYearlyRate()) {
            return Path.ofYearlyRate(fraction(target.change()), base, due);
        }
        return new Path(fraction(target.change()), base, due, context.plan().pathForm());
    }

    /** One year's share of the target: what the year-to-date change is held against. */
    Figure share(Target target, Period period) {
        Path path = path(target);
        return onPath(target, period, path, Element.SHARE, path.yearly(), 1, "单位地区生产总值能耗 年度进度要求");
    }

    /** Where the target's path stands at the end of the year: what the cumulative change is held against. */
    Figure pathFigure(Target target, Period period) {
        Path path = path(target);
        int passed = Math.clamp(period.year() - path.baseYear(), 0, path.dueYear() - path.baseYear());
        return onPath(
                target,
                period,
                path,
                Element.PATH,
                path.after(period.year()),
                passed,
                "单位地区生产总值能耗 路径要求 " + path.baseYear() + "—" + period.year() + "年");
    }

    private Figure onPath(
            Target target, Period period, Path path, String code, BigDecimal fraction, int years, String text) {
        boolean geometric = path.form() == PathForm.GEOMETRIC;
        RuleEdition edition = context.rules().edition(geometric ? "path.geometric" : "path.linear", period.year());
        BigDecimal value = percent(fraction);
        int all = path.dueYear() - path.baseYear();
        String whole = printed(percent(path.total()), 4) + "%";
        String formula = geometric
                ? "(1 " + signed(percent(path.total())) + "%)^(" + years + "/" + all + ") − 1 = " + printed(value, 4)
                        + "%"
                : whole + " × " + years + " ÷ " + all + " = " + printed(value, 4) + "%";
        return new Figure(
                target.region(),
                period,
                code,
                value,
                "%",
                edition,
                null,
                false,
                () -> Trace.computed(
                        text, formula, value, "%", List.of(Trace.clause(context.plan(), target), Trace.rule(edition))));
    }

    /** Year-to-date change against this year's share of the target. */
    Light intensityLight(String region, Period period) {
        Target target = context.plan().target(region, Element.INTENSITY);
        if (target == null) {
            return Light.without(region, period, Element.LIGHT_INTENSITY, State.UNDIVIDED, "没有本地区的强度目标", null);
        }
        Path path = path(target);
        if (period.year() <= path.baseYear() || period.year() > path.dueYear()) {
            return Light.without(
                    region,
                    period,
                    Element.LIGHT_INTENSITY,
                    State.NO_DATA,
                    period + " 不在目标期 " + (path.baseYear() + 1) + "—" + path.dueYear() + " 内",
                    target);
        }
        if (!period.isYearToDate()) {
            return Light.without(
                    region, period, Element.LIGHT_INTENSITY, State.NO_DATA, "只用年初以来的累计数评灯，" + period + " 不是", target);
        }
        Figure change = change(region, period);
        BigDecimal value = change.value();
        if (value == null) {
            return Light.without(
                    region, period, Element.LIGHT_INTENSITY, State.NO_DATA, String.valueOf(change.missing()), target);
        }
        BigDecimal share = percent(path.yearly());
        Light light = byDirection(
                region, period, Element.LIGHT_INTENSITY, value, share, target, change.sample(), "同比", "年度进度要求");
        Fact published = context.find(region, Element.PUBLISHED_CHANGE, period);
        return published == null || published.value().compareTo(value) == 0
                ? light
                : besidePublished(light, published, share, target);
    }

    /** The published rate is named beside ours; where it would give another level, the light is bracketed. */
    private Light besidePublished(Light light, Fact published, BigDecimal share, Target target) {
        Light other = byDirection(
                light.region(),
                light.period(),
                light.light(),
                published.value(),
                share,
                target,
                light.sample(),
                "反馈数",
                "年度进度要求");
        boolean agree = Objects.equals(other.level(), light.level());
        String reason = light.reason() + "；反馈数" + published.value().toPlainString() + "%"
                + (agree ? "" : "，按反馈数为" + other.state().word() + "，两数不一致，须核实");
        return light.beside(reason, !agree);
    }

    /** Cumulative change against the path, at the end of a year. */
    Light progressLight(String region, Period period) {
        Target target = context.plan().target(region, Element.INTENSITY);
        if (target == null) {
            return Light.without(region, period, Element.LIGHT_PROGRESS, State.UNDIVIDED, "没有本地区的强度目标", null);
        }
        Path path = path(target);
        if (!period.isYear() || period.year() <= path.baseYear() || period.year() > path.dueYear()) {
            return Light.without(
                    region, period, Element.LIGHT_PROGRESS, State.NO_DATA, "累计进度按目标期内的整年评，" + period + " 不是", target);
        }
        Figure cumulative = cumulative(region, period, path.baseYear());
        BigDecimal value = cumulative.value();
        if (value == null) {
            return Light.without(
                    region,
                    period,
                    Element.LIGHT_PROGRESS,
                    State.NO_DATA,
                    String.valueOf(cumulative.missing()),
                    target);
        }
        BigDecimal wanted = percent(path.after(period.year()));
        return byDirection(
                region, period, Element.LIGHT_PROGRESS, value, wanted, target, cumulative.sample(), "累计", "路径要求");
    }

    private Light byDirection(
            String region,
            Period period,
            String light,
            BigDecimal value,
            BigDecimal wanted,
            Target target,
            boolean sample,
            String what,
            String against) {
        Barometer barometer = context.rules().barometer(light, period.year());
        int level = barometer.form() == Barometer.Form.DIRECTION
                ? barometer.byDirection(value, wanted, !target.relation().isRise())
                : barometer.byGap(HUNDRED.add(value), HUNDRED.add(wanted));
        State state = State.ofLevel(level, barometer.form() == Barometer.Form.GAP);
        String reason = what + apart(value, wanted) + "%，" + against + apart(wanted, value) + "%：" + state.word();
        return new Light(
                region,
                period,
                light,
                level,
                state,
                reason,
                barometer.edition(),
                target,
                !barometer.edition().certainty().settled(),
                sample);
    }

    private static boolean anySample(List<Fact> facts) {
        return facts.stream().anyMatch(Fact::sample);
    }
}
