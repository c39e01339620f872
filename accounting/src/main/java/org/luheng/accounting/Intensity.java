package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.apart;
import static org.luheng.accounting.Arithmetic.difference;
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
 * base year, the rate still needed, and how far it would go. Changes are in percent and signed, a fall is negative.
 *
 * <p>Energy is taken as it is assessed: less what the edition of the policy for the assessed year deducts, off the year and off
 * the one it is compared with. GDP is never touched.
 */
final class Intensity {
    private final Context context;
    private final Product product;
    private final EnergyAccounts accounts;

    /** Changes of single spans, which cumulative figures, lights and trends all ask for; a snapshot is of one moment. */
    private final Once<Figure> changes = new Once<>(this::computed);

    private final Map<Stretch, Figure> cumulatives = new ConcurrentHashMap<>();

    /** By the target's id. */
    private final Map<String, Course> courses = new ConcurrentHashMap<>();

    /** Courses by path: many targets ask for the same. */
    private final Map<Path, Course> paths = new ConcurrentHashMap<>();

    /** A path, and where it stands at the end of each year, in percent. */
    private record Course(Path path, BigDecimal yearly, List<BigDecimal> stands) {
        BigDecimal stand(int year) {
            return stands.get(Math.clamp(year - path.baseYear(), 0, stands.size() - 1));
        }
    }

    private record Stretch(String region, Period year, int baseYear) {}

    Intensity(Context context, Product product, EnergyAccounts accounts) {
        this.context = context;
        this.product = product;
        this.accounts = accounts;
    }

    /**
     * (1+g energy)/(1+g GDP) − 1, each factor from levels where both years have one, else from its growth rate; where neither
     * can be had the published rate stands in for the computed one.
     */
    Figure change(String region, Period period) {
        return Objects.requireNonNull(changes.of(region, period));
    }

    private Figure computed(String region, Period period) {
        RuleEdition edition = context.rules().edition("intensity.change", period.year());
        EnergyAccount account = accounts.of(region, period, Deduction.Purpose.INTENSITY);
        Factor energy = energy(region, period, account);
        Factor growth = product.growth(region, period);
        Fact published = context.find(region, Element.PUBLISHED_CHANGE, period);
        if (energy == null || growth == null) {
            return published == null
                    ? Figure.missing(
                            region,
                            period,
                            Element.CHANGE,
                            "%",
                            edition,
                            missing(region, period, account, energy, growth))
                    : adopted(region, period, published, edition);
        }
        BigDecimal value = percent(divide(energy.value(), growth.value()).subtract(BigDecimal.ONE));
        boolean sample = energy.sample() || growth.sample();
        return new Figure(region, period, Element.CHANGE, value, "%", edition, null, sample, () -> {
                    List<Trace> children = new ArrayList<>(energy.children().get());
                    children.addAll(growth.children().get());
                    if (published != null) {
                        children.add(beside(published, value));
                    }
                    children.add(Trace.rule(edition));
                    return Trace.computed(
                            "单位地区生产总值能耗变化率 " + period.inWords() + "（同比，负为下降）",
                            "(" + energy.formula().get() + ") ÷ ("
                                    + growth.formula().get() + ") − 1 = " + printed(value, 4) + "%",
                            value,
                            "%",
                            children);
                })
                .bracketedIf(energy.doubtful() || growth.doubtful());
    }

    /** Assessed energy against that of the same span a year earlier; growth rates serve where nothing is to be deducted. */
    private @Nullable Factor energy(String region, Period period, EnergyAccount account) {
        BigDecimal now = account.assessed();
        BigDecimal then = account.assessedBefore();
        if (now != null && then != null && now.signum() > 0 && then.signum() > 0) {
            return new Factor(
                    divide(now, then),
                    () -> printed(now) + " ÷ " + printed(then),
                    () -> List.of(assessed(account, true), assessed(account, false)),
                    account.sample(),
                    account.doubtful());
        }
        Fact rate = context.find(region, Element.ENERGY_GROWTH, period);
        if (rate == null
                || growthFactor(rate.value()).signum() <= 0
                || account.missing() != null
                || !account.steps().isEmpty()) {
            return null;
        }
        return new Factor(
                growthFactor(rate.value()),
                () -> "1 " + signed(rate.value()) + "%",
                () -> List.of(context.leaf(rate)),
                rate.sample(),
                false);
    }

    /** One side of an energy account as an explanation; without deductions it is the fact itself. */
    static Trace assessed(EnergyAccount account, boolean current) {
        EnergyAccount.Level gross = current ? account.grossNow() : account.grossThen();
        BigDecimal value = current ? account.assessed() : account.assessedBefore();
        if (gross == null || value == null) {
            throw new IllegalStateException("explained before it was known: " + account.region());
        }
        if (account.steps().isEmpty()) {
            return gross.trace();
        }
        StringBuilder formula = new StringBuilder(printed(gross.value(), 4));
        List<Trace> children = new ArrayList<>();
        children.add(gross.trace());
        for (EnergyAccount.Step step : account.steps()) {
            BigDecimal taken = current ? step.now() : step.then();
            formula.append(" − ").append(printed(taken, 4));
            children.add(Trace.computed(
                    "扣减：" + step.name() + "（"
                            + step.deduction().reach(account.purpose()).word() + "）",
                    printed(taken, 4) + " 万吨标准煤" + (current && step.capped() ? "（已到上限）" : ""),
                    taken,
                    "万吨标准煤",
                    step.traces()));
        }
        children.add(Trace.rule(account.policy()));
        Period period = current ? account.period() : account.before();
        return Trace.computed(
                "考核用能源消费总量（" + account.purpose().word() + "） " + period.inWords(),
                formula + " = " + printed(value, 4),
                value,
                "万吨标准煤",
                children);
    }

    private String missing(
            String region, Period period, EnergyAccount account, @Nullable Factor energy, @Nullable Factor growth) {
        List<String> wanting = new ArrayList<>();
        if (energy == null) {
            wanting.add(account.missing() == null ? "缺" + wantingEnergy(region, period, account) : account.missing());
        }
        if (growth == null) {
            wanting.add("缺" + product.wanting(region, period));
        }
        return String.join("；", wanting);
    }

    private String wantingEnergy(String region, Period period, EnergyAccount account) {
        String name = context.name(Element.ENERGY);
        List<String> levels = new ArrayList<>();
        for (Period each : List.of(period, period.yearBefore())) {
            EnergyAccount.Level gross = each.equals(period) ? account.grossNow() : account.grossThen();
            BigDecimal assessed = each.equals(period) ? account.assessed() : account.assessedBefore();
            if (gross == null) {
                levels.add(each.toString());
            } else if (gross.value().signum() <= 0) {
                levels.add(each + "（现为 " + gross.value().toPlainString() + "，须大于零）");
            } else if (assessed != null && assessed.signum() <= 0) {
                levels.add(each + "（扣减后为 " + printed(assessed, 4) + "，须大于零）");
            }
        }
        boolean deducted = !account.steps().isEmpty();
        return name + " " + String.join("、", levels)
                + (deducted ? "：有扣减项，须有总量的水平数" : "，或" + context.name(Element.ENERGY_GROWTH) + " " + period);
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
        Stretch stretch = new Stretch(region, year, baseYear);
        Figure known = cumulatives.get(stretch);
        if (known == null) {
            known = accumulated(region, year, baseYear);
            cumulatives.put(stretch, known);
        }
        return known;
    }

    private Figure accumulated(String region, Period year, int baseYear) {
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
                    })
                    .bracketedIf(years.stream().anyMatch(Figure::bracketed));
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

    /** From the two ends alone, where years between are not known; only where nothing was to be deducted in any of the years. */
    private @Nullable Figure direct(String region, Period year, Period base, RuleEdition edition) {
        EnergyAccount.Level now = accounts.gross(region, year);
        EnergyAccount.Level then = accounts.gross(region, base);
        Factor growth = year.year() > base.year() ? product.ratio(region, year, base) : null;
        if (growth == null
                || now == null
                || then == null
                || now.value().signum() <= 0
                || then.value().signum() <= 0
                || deducted(region, base, year)) {
            return null;
        }
        BigDecimal value = percent(
                divide(divide(now.value(), then.value()), growth.value()).subtract(BigDecimal.ONE));
        boolean sample = now.sample() || then.sample() || growth.sample();
        return new Figure(region, year, Element.CUMULATIVE, value, "%", edition, null, sample, () -> {
                    List<Trace> children = new ArrayList<>(List.of(now.trace(), then.trace()));
                    children.addAll(growth.children().get());
                    children.add(Trace.rule(edition));
                    return Trace.computed(
                            "单位地区生产总值能耗累计变化 " + base.year() + "—" + year.year() + "年（两端水平之比；中间年份不全）",
                            "(" + now.value().toPlainString() + " ÷ "
                                    + then.value().toPlainString() + ") ÷ ("
                                    + growth.formula().get() + ") − 1 = " + printed(value, 4) + "%",
                            value,
                            "%",
                            children);
                })
                .bracketedIf(now.doubtful() || then.doubtful());
    }

    /** Whether the policy takes anything off one of the years, the base included: each year's account is of the one before too. */
    private boolean deducted(String region, Period base, Period last) {
        for (int year = base.year() + 1; year <= last.year(); year++) {
            if (accounts.deducts(region, Period.year(year), Deduction.Purpose.INTENSITY)) {
                return true;
            }
        }
        return false;
    }

    /** The yearly rates that an outlook goes on with. */
    enum Pace {
        BEST(Element.OUTLOOK_BEST, "以期内最好的一年"),
        WORST(Element.OUTLOOK_WORST, "以期内最差的一年"),
        LAST(Element.OUTLOOK_LAST, "以最近一年");

        private final String code;
        private final String word;

        Pace(String code, String word) {
            this.code = code;
            this.word = word;
        }
    }

    /**
     * Cumulative change at the due year if each year left goes at a pace already seen: a span to think with, not a forecast, and no
     * interval of confidence.
     */
    Figure outlook(String region, Period year, Target target, Pace pace) {
        RuleEdition edition = context.rules().edition("intensity.outlook", year.year());
        Path path = path(target);
        if (!year.isYear() || year.year() <= path.baseYear() || year.year() >= path.dueYear()) {
            return Figure.missing(region, year, pace.code, "%", edition, "展望只在目标期内、期限之前的整年作，" + year + " 不是");
        }
        Figure done = cumulative(region, year, path.baseYear());
        BigDecimal sofar = done.value();
        if (sofar == null) {
            return Figure.missing(region, year, pace.code, "%", edition, String.valueOf(done.missing()));
        }
        Figure chosen = null;
        for (int each = path.baseYear() + 1; each <= year.year(); each++) {
            Figure change = change(region, Period.year(each));
            BigDecimal rate = change.value();
            if (rate == null) {
                continue;
            }
            BigDecimal best = chosen == null ? null : chosen.value();
            boolean takes = best == null
                    || switch (pace) {
                        case BEST -> rate.compareTo(best) < 0;
                        case WORST -> rate.compareTo(best) > 0;
                        case LAST -> true;
                    };
            chosen = takes ? change : chosen;
        }
        if (chosen == null || chosen.value() == null) {
            return Figure.missing(region, year, pace.code, "%", edition, "没有一年的变化率可据以展望");
        }
        Figure as = chosen;
        BigDecimal rate = chosen.value();
        int left = path.dueYear() - year.year();
        BigDecimal value = percent(growthFactor(sofar)
                .multiply(growthFactor(rate).pow(left, Arithmetic.PRECISION), Arithmetic.PRECISION)
                .subtract(BigDecimal.ONE));
        return new Figure(
                        region,
                        year,
                        pace.code,
                        value,
                        "%",
                        edition,
                        null,
                        done.sample(),
                        () -> Trace.computed(
                                "期末展望 " + path.baseYear() + "—" + path.dueYear() + "年累计变化（" + pace.word + " "
                                        + as.period().inWords() + " 的变化率顺推，不是预测）",
                                "(1 " + signed(sofar) + "%) × (1 " + signed(rate) + "%)^" + left + " − 1 = "
                                        + printed(value, 4) + "%",
                                value,
                                "%",
                                List.of(
                                        done.trace(),
                                        as.trace(),
                                        Trace.clause(context.plan(), target),
                                        Trace.rule(edition))))
                .bracketedIf(done.bracketed() || as.bracketed());
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
                        region,
                        year,
                        Element.REQUIRED,
                        value,
                        "%",
                        edition,
                        null,
                        done != null && done.sample(),
                        () -> {
                            List<Trace> children = new ArrayList<>();
                            children.add(Trace.clause(context.plan(), target));
                            if (done != null) {
                                children.add(done.trace());
                            }
                            children.add(Trace.rule(edition));
                            return Trace.computed(
                                    "还需年均变化 " + (year.year() + 1) + "—" + path.dueYear() + "年（" + left + " 年）",
                                    "((1 " + signed(percent(path.total())) + "%) ÷ (1 " + signed(sofar) + "%))^(1/"
                                            + left + ") − 1 = " + printed(value, 4) + "%",
                                    value,
                                    "%",
                                    children);
                        })
                .bracketedIf(done != null && done.bracketed());
    }

    Path path(Target target) {
        return course(target).path;
    }

    /** One year's share as a signed fraction. */
    BigDecimal yearly(Target target) {
        return fraction(course(target).yearly);
    }

    private Course course(Target target) {
        Course known = courses.get(target.id());
        if (known == null) {
            known = paths.computeIfAbsent(made(target), Intensity::course);
            courses.put(target.id(), known);
        }
        return known;
    }

    private static Course course(Path path) {
        List<BigDecimal> stands = new ArrayList<>();
        for (int year = path.baseYear(); year <= path.dueYear(); year++) {
            stands.add(percent(path.after(year)));
        }
        return new Course(path, percent(path.yearly()), List.copyOf(stands));
    }

    private Path made(Target target) {
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
        return onPath(target, period, path, Element.SHARE, yearly(target), 1, "单位地区生产总值能耗 年度进度要求");
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
                fraction(course(target).stand(period.year())),
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
        BigDecimal share = course(target).yearly;
        Light light = byDirection(
                        region, period, Element.LIGHT_INTENSITY, value, share, target, change.sample(), "同比", "年度进度要求")
                .bracketedIf(change.bracketed());
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
        return light.beside(
                "；反馈数" + published.value().toPlainString() + "%"
                        + (agree ? "" : "，按反馈数为" + other.state().word() + "，两数不一致，须核实"),
                !agree);
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
        return byDirection(
                        region,
                        period,
                        Element.LIGHT_PROGRESS,
                        value,
                        course(target).stand(period.year()),
                        target,
                        cumulative.sample(),
                        "累计",
                        "路径要求")
                .bracketedIf(cumulative.bracketed());
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
        Barometer barometer = context.barometer(light, period.year());
        Barometer.Rank rank =
                barometer.ofChange(value, wanted, !target.relation().isRise());
        State state = State.ofLevel(rank.level(), barometer.form() != Barometer.Form.DIRECTION);
        return new Light(
                region,
                period,
                light,
                rank.level(),
                state,
                () -> what + apart(value, wanted) + "%，" + against + apart(wanted, value) + "%：" + state.word()
                        + own(rank),
                barometer.edition(),
                target,
                !barometer.edition().certainty().settled(),
                sample);
    }

    /** What a city's own rule calls the level, beside ours. */
    static String own(Barometer.Rank rank) {
        return rank.label().isEmpty() ? "" : "（本地分级：" + rank.label() + "）";
    }

    /**
     * Whether the incentive target (激励目标) is met: of a year by the change since the base against its path, of a part of a year by
     * the change on the year before against its share. Not where the plan has none for the region, or nothing is known.
     */
    boolean meetsIncentive(String region, Period period) {
        Target target = context.plan().incentive(region, Element.INTENSITY);
        if (target == null) {
            return false;
        }
        Course course = course(target);
        BigDecimal value =
                (period.isYear() ? cumulative(region, period, course.path.baseYear()) : change(region, period)).value();
        BigDecimal wanted = period.isYear() ? course.stand(period.year()) : course.yearly;
        return value != null && difference(value, wanted).signum() <= 0;
    }
}
