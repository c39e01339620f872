package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.HUNDRED;
import static org.luheng.accounting.Arithmetic.apart;
import static org.luheng.accounting.Arithmetic.difference;
import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.growthFactor;
import static org.luheng.accounting.Arithmetic.percent;
import static org.luheng.accounting.Arithmetic.printed;
import static org.luheng.accounting.Arithmetic.signed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any other target of a plan against its indicator. With a base the light follows the linear path from base to target;
 * without one it says only met, not yet or overdue. Reduction of pollutants counts the amounts from projects since the
 * plan began, not the net change of emissions.
 */
final class Progress {
    private final Context context;
    private final Levels levels;

    Progress(Context context, Levels levels) {
        this.context = context;
        this.levels = levels;
    }

    /** What a target is held against, in the unit and sense of its kind. */
    Figure figure(Target target, Period period) {
        RuleEdition edition = context.rules().edition("indicator", period.year());
        Figure figure = switch (target.kind()) {
            case RELATIVE_CHANGE -> change(target, period, edition);
            case POINTS -> againstBase(target, period, edition);
            case CUMULATIVE -> cumulative(target, period, edition);
            default -> level(target, period, edition);
        };
        return figure.heldAgainst(target);
    }

    private Figure level(Target target, Period period, RuleEdition edition) {
        Level level = levels.find(target.region(), target.indicator(), period, period.year());
        if (level == null) {
            return absent(target, period, edition, period);
        }
        return figure(
                target, period, level.value(), level.unit(), level.shown() + level.unit(), List.of(level), edition);
    }

    private Figure absent(Target target, Period period, RuleEdition edition, Period wanting) {
        return Figure.missing(
                target.region(),
                period,
                target.indicator(),
                unit(target),
                edition,
                levels.missing(target.region(), target.indicator(), wanting, period.year()));
    }

    private String unit(Target target) {
        Indicator indicator = context.rules().indicator(target.indicator());
        return switch (target.kind()) {
            case RELATIVE_CHANGE -> target.isYearlyRate() ? "%/年" : "%";
            case POINTS -> "个百分点";
            default -> indicator == null ? target.unit() : indicator.unit();
        };
    }

    private Trace explained(
            Target target,
            Period period,
            String formula,
            BigDecimal value,
            String unit,
            List<Level> found,
            RuleEdition edition) {
        List<Trace> children = new ArrayList<>();
        found.forEach(level -> children.add(level.leaf()));
        children.add(Trace.clause(context.plan(), target));
        children.add(Trace.rule(edition));
        return Trace.computed(
                context.name(target.indicator()) + " " + period.inWords(), formula, value, unit, children);
    }

    /** Percent since the base year: yearly rates multiplied, or the two levels compared. */
    private Figure change(Target target, Period period, RuleEdition edition) {
        Indicator indicator = context.rules().indicator(target.indicator());
        if (target.isYearlyRate() || (indicator != null && indicator.accumulation() == Indicator.Accumulation.RATE)) {
            return chained(target, period, edition);
        }
        return againstBase(target, period, edition);
    }

    /** The level beside that of the base: in percent of it, or in points. The plan's own word on the base goes first. */
    private Figure againstBase(Target target, Period period, RuleEdition edition) {
        Level now = levels.find(target.region(), target.indicator(), period, period.year());
        if (now == null) {
            return absent(target, period, edition, period);
        }
        Period basePeriod = samePartOf(context.baseYear(target), period);
        Level then = target.baseValue() == null
                ? levels.find(target.region(), target.indicator(), basePeriod, period.year())
                : null;
        BigDecimal base = then == null ? target.baseValue() : then.value();
        if (base == null) {
            return absent(target, period, edition, basePeriod);
        }
        boolean relative = target.kind() == TargetKind.RELATIVE_CHANGE;
        if (relative && base.signum() <= 0) {
            return Figure.missing(
                    target.region(),
                    period,
                    target.indicator(),
                    "%",
                    edition,
                    "基期值 " + base.toPlainString() + " 不是正数，不能比较");
        }
        BigDecimal value = relative
                ? percent(divide(now.value(), base).subtract(BigDecimal.ONE))
                : now.value().subtract(base);
        String baseShown = then == null ? base.toPlainString() : then.shown();
        String formula = now.shown()
                + (relative
                        ? " ÷ " + baseShown + " − 1 = " + printed(value, 4) + "%"
                        : " − " + baseShown + " = " + printed(value, 4) + " 个百分点");
        List<Level> found = then == null ? List.of(now) : List.of(now, then);
        return figure(target, period, value, unit(target), formula, found, edition);
    }

    static Period samePartOf(int year, Period period) {
        return period.year() > year ? period.in(year) : period;
    }

    private Figure chained(Target target, Period period, RuleEdition edition) {
        if (!period.isYear()) {
            return Figure.missing(
                    target.region(), period, target.indicator(), "%", edition, "各年变化率连乘只按整年算，" + period + " 不是整年");
        }
        BigDecimal factor = BigDecimal.ONE;
        List<Level> found = new ArrayList<>();
        List<String> formula = new ArrayList<>();
        for (int year = context.baseYear(target) + 1; year <= period.year(); year++) {
            Period each = Period.year(year);
            Level rate = levels.find(target.region(), target.indicator(), each, period.year());
            if (rate == null) {
                return absent(target, period, edition, each);
            }
            found.add(rate);
            formula.add("(1 " + signed(rate.value()) + "%)");
            factor = factor.multiply(growthFactor(rate.value()), Arithmetic.PRECISION);
        }
        if (found.isEmpty()) {
            return Figure.missing(
                    target.region(),
                    period,
                    target.indicator(),
                    unit(target),
                    edition,
                    period + " 不在基年 " + context.baseYear(target) + " 之后");
        }
        int years = found.size();
        boolean mean = target.isYearlyRate() && factor.signum() > 0;
        BigDecimal rate = mean ? Arithmetic.power(factor, 1, years) : factor;
        BigDecimal value = percent(rate.subtract(BigDecimal.ONE));
        String product = String.join(" × ", formula);
        return figure(
                target,
                period,
                value,
                unit(target),
                (mean ? "(" + product + ")^(1/" + years + ")" : product) + " − 1 = " + printed(value, 4) + unit(target),
                found,
                edition);
    }

    /** Sum since the plan's first year; the last term may be the current year to date. */
    private Figure cumulative(Target target, Period period, RuleEdition edition) {
        if (target.indicator().equals(Element.ENERGY_INCREMENT)) {
            return increment(target, period, edition);
        }
        boolean before = period.year() < context.plan().firstYear();
        if (before || !period.isYearToDate()) {
            return Figure.missing(
                    target.region(),
                    period,
                    target.indicator(),
                    unit(target),
                    edition,
                    before
                            ? "累计量自 " + context.plan().firstYear() + " 年起计，" + period + " 在其之前"
                            : "累计量按年初以来的数计，" + period + " 不是");
        }
        BigDecimal sum = BigDecimal.ZERO;
        List<Level> found = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (int year = context.plan().firstYear(); year <= period.year(); year++) {
            Period each = year == period.year() ? period : Period.year(year);
            Level level = levels.find(target.region(), target.indicator(), each, period.year());
            if (level == null) {
                return absent(target, period, edition, each);
            }
            found.add(level);
            terms.add(level.shown());
            sum = sum.add(level.value());
        }
        return figure(
                target,
                period,
                sum,
                found.getFirst().unit(),
                String.join(" + ", terms) + " = " + printed(sum, 4),
                found,
                edition);
    }

    private Figure increment(Target target, Period period, RuleEdition edition) {
        Period base = samePartOf(context.plan().baseYear(), period);
        Level now = levels.find(target.region(), Element.ENERGY, period, period.year());
        Level then = levels.find(target.region(), Element.ENERGY, base, period.year());
        if (now == null || then == null) {
            return Figure.missing(
                    target.region(),
                    period,
                    target.indicator(),
                    unit(target),
                    edition,
                    levels.missing(target.region(), Element.ENERGY, now == null ? period : base, period.year()));
        }
        BigDecimal value = now.value().subtract(then.value());
        return figure(
                target,
                period,
                value,
                now.unit(),
                now.shown() + " − " + then.shown() + " = " + printed(value, 4),
                List.of(now, then),
                edition);
    }

    private Figure figure(
            Target target,
            Period period,
            BigDecimal value,
            String unit,
            String formula,
            List<Level> found,
            RuleEdition edition) {
        boolean sample = found.stream().anyMatch(Level::sample);
        return new Figure(
                        target.region(),
                        period,
                        target.indicator(),
                        value,
                        unit,
                        edition,
                        null,
                        sample,
                        () -> explained(target, period, formula, value, unit, found, edition))
                .bracketedIf(found.stream().anyMatch(Level::doubtful));
    }

    Light light(Target target, Period period) {
        String name = target.indicator();
        if (!assessed(target, period)) {
            return Light.without(target.region(), period, name, State.NO_DATA, period + " 不在目标期内，不评灯", target);
        }
        Figure figure = figure(target, period);
        BigDecimal value = figure.value();
        if (value == null) {
            return Light.without(
                    target.region(), period, name, State.NO_DATA, String.valueOf(figure.missing()), target);
        }
        BigDecimal wanted = onPath(target, period);
        BigDecimal goal = goal(target);
        String shown = target.kind() == TargetKind.CLASS
                ? Target.className(value)
                : apart(value, wanted == null || goal == null ? value : met(target, value) ? wanted : goal);
        String sense = "实际" + shown + figure.unit() + "，目标" + target.inWords();
        if (target.isReference()) {
            return plain(target, period, State.REFERENCE, sense + "（参考值，不评灯）", figure);
        }
        if (wanted == null) {
            return withoutBase(target, period, figure, value, sense);
        }
        Barometer barometer = context.barometer("indicator", period.year());
        boolean due = dueBy(target, period.end());
        Barometer.Rank rank = rank(target, period.year(), barometer, value, wanted);
        int level = due && !met(target, value) ? Math.min(rank.level(), 2) : rank.level();
        State state = State.ofLevel(level, false);
        return new Light(
                target.region(),
                period,
                name,
                level,
                state,
                () -> sense + "，进度要求" + apart(wanted, value) + "：" + state.word() + Intensity.own(rank)
                        + (level != 3 && due ? "，期限已到" : ""),
                barometer.edition(),
                target,
                figure.bracketed() || !barometer.edition().certainty().settled(),
                figure.sample());
    }

    private Barometer.Rank rank(Target target, int year, Barometer barometer, BigDecimal value, BigDecimal wanted) {
        boolean less = wantsLess(target);
        boolean amount = target.kind() == TargetKind.CUMULATIVE;
        if (met(target, value) && !(less && amount)) {
            return Barometer.Rank.MET;
        }
        BigDecimal start = start(target, year);
        BigDecimal required = wanted.subtract(start);
        if (less ? required.signum() > 0 : required.signum() < 0) {
            // More is allowed than at the base: there is no wrong way, only too far. The sum of an amount may be on its
            // way and not too far.
            boolean kept = amount && difference(value, wanted).signum() <= 0;
            return kept ? Barometer.Rank.MET : new Barometer.Rank(2, "");
        }
        return barometer.ofChange(value.subtract(start), required, less);
    }

    private Light withoutBase(Target target, Period period, Figure figure, BigDecimal value, String sense) {
        boolean due = dueBy(target, period.end());
        if (target.kind() == TargetKind.CAP) {
            // A yearly amount is kept only when the year is over, and broken as soon as it is.
            boolean broken = !met(target, value);
            State state = broken ? State.OVERDUE : due && period.isYear() ? State.MET : State.NOT_YET;
            return plain(target, period, state, sense + "：" + (broken ? "已超过上限" : state.word()), figure);
        }
        State state = met(target, value) ? State.MET : due ? State.OVERDUE : State.NOT_YET;
        boolean late = state == State.MET
                && target.kind() == TargetKind.DEADLINE
                && period.end().isAfter(target.due().end());
        return plain(target, period, state, sense + "：" + state.word() + (late ? "（数据截至期限之后，是否按期须核实）" : ""), figure);
    }

    /** Whether the target can be judged by the period: after its base, within the plan, not after it is due. */
    private boolean assessed(Target target, Period period) {
        int year = period.year();
        int first = context.plan().firstYear();
        return switch (target.kind()) {
            case RELATIVE_CHANGE, POINTS ->
                year > context.baseYear(target) && year <= target.due().year();
            case CUMULATIVE -> year >= first && year <= target.due().year();
            case CAP -> year == target.due().year();
            default ->
                year >= first
                        && year
                                <= Math.max(
                                        context.plan().lastYear(), target.due().year());
        };
    }

    private static Light plain(Target target, Period period, State state, String reason, Figure figure) {
        return new Light(
                target.region(),
                period,
                target.indicator(),
                null,
                state,
                () -> reason,
                null,
                target,
                figure.bracketed(),
                figure.sample());
    }

    private static boolean dueBy(Target target, LocalDate day) {
        return !target.due().end().isAfter(day);
    }

    /** Value at the base, in the figure's own sense. */
    private BigDecimal start(Target target, int year) {
        return switch (target.kind()) {
            case LEVEL, SHARE, COUNT -> {
                BigDecimal base = base(target, year);
                yield base == null ? BigDecimal.ZERO : base;
            }
            default -> BigDecimal.ZERO;
        };
    }

    private @Nullable BigDecimal base(Target target, int year) {
        BigDecimal stated = target.baseValue();
        if (stated != null) {
            return inOwnUnit(target, stated);
        }
        Level level = levelAtBase(target, year);
        return level == null ? null : level.value();
    }

    /** Null where the plan itself says what the base was, or names no year. */
    private @Nullable Level levelAtBase(Target target, int year) {
        return target.baseValue() != null || target.baseYear() == null
                ? null
                : levels.find(target.region(), target.indicator(), Period.year(target.baseYear()), year);
    }

    /** A straight line from the base to the target, and how far along it a period ends. */
    private record Line(BigDecimal start, BigDecimal end, int passed, int months) {
        BigDecimal stand() {
            return start.add(divide(end.subtract(start).multiply(new BigDecimal(passed)), new BigDecimal(months)));
        }

        String formula() {
            return printed(start, 4) + " + (" + printed(end, 4) + " − (" + printed(start, 4) + ")) × " + passed + " ÷ "
                    + months;
        }
    }

    /** Null where the target has no base. */
    private @Nullable Line line(Target target, Period period) {
        BigDecimal end = goal(target);
        boolean hasBase = switch (target.kind()) {
            case RELATIVE_CHANGE, POINTS, CUMULATIVE -> !target.isReference();
            case LEVEL, SHARE, COUNT -> base(target, period.year()) != null;
            default -> false;
        };
        int first = context.baseYear(target);
        int months = (target.due().year() - first) * 12;
        if (!hasBase || end == null || months <= 0) {
            return null;
        }
        int passed = Math.clamp((period.year() - first - 1) * 12L + period.last(), 0, months);
        return new Line(start(target, period.year()), end, passed, months);
    }

    /** Where the linear path stands at the end of the period; a yearly rate is the same every year; null without a base. */
    @Nullable
    BigDecimal onPath(Target target, Period period) {
        Line line = line(target, period);
        return line == null ? null : target.isYearlyRate() ? line.end() : line.stand();
    }

    /** The same as a figure: what the light is held against. */
    @Nullable
    Figure pathFigure(Target target, Period period) {
        Line line = line(target, period);
        if (line == null) {
            return null;
        }
        RuleEdition edition = context.rules().edition("indicator", period.year());
        Level base = levelAtBase(target, period.year());
        String unit = unit(target);
        BigDecimal wanted = target.isYearlyRate() ? line.end() : line.stand();
        String formula = target.isYearlyRate()
                ? "每年 " + printed(wanted, 4) + "%"
                : line.formula() + " = " + printed(wanted, 4) + unit;
        return new Figure(
                        target.region(),
                        period,
                        target.indicator(),
                        wanted,
                        unit,
                        edition,
                        null,
                        false,
                        () -> Trace.computed(
                                context.name(target.indicator()) + " 进度要求 " + period.inWords(),
                                formula,
                                wanted,
                                unit,
                                List.of(Trace.clause(context.plan(), target), Trace.rule(edition))))
                .bracketedIf(base != null && base.doubtful())
                .heldAgainst(target);
    }

    /** The target's value in the figure's own sense: a fall of 20 % is −20. */
    private @Nullable BigDecimal goal(Target target) {
        if (target.value() == null) {
            return null;
        }
        return switch (target.kind()) {
            case RELATIVE_CHANGE, POINTS -> target.change();
            default -> inOwnUnit(target, target.value());
        };
    }

    /** The plan may print another unit than facts are kept in: 1.0434 万吨 for 10434 吨. */
    private BigDecimal inOwnUnit(Target target, BigDecimal printed) {
        BigDecimal converted = context.rules().units().convert(printed, target.unit(), unit(target));
        return converted == null ? printed : converted;
    }

    private boolean wantsLess(Target target) {
        return switch (target.relation()) {
            case AT_MOST, LESS, FALL, FALL_AT_LEAST -> true;
            case AT_LEAST, MORE, RISE, RISE_AT_LEAST, DONE -> target.kind() == TargetKind.CLASS;
            case EQUAL, ABOUT, RANGE -> {
                if (target.kind() == TargetKind.CLASS) {
                    yield true;
                }
                Indicator indicator = context.rules().indicator(target.indicator());
                yield indicator != null && !indicator.rising();
            }
        };
    }

    private boolean met(Target target, BigDecimal value) {
        if (target.kind() == TargetKind.DEADLINE) {
            return value.compareTo(HUNDRED) >= 0;
        }
        BigDecimal goal = goal(target);
        if (goal == null) {
            return false;
        }
        if (target.relation() == Relation.RANGE) {
            BigDecimal upper = target.valueTo();
            return difference(value, goal).signum() >= 0
                    && (upper == null
                            || difference(value, inOwnUnit(target, upper)).signum() <= 0);
        }
        int compared = difference(value, goal).signum();
        return switch (target.relation()) {
            case MORE -> compared > 0;
            case LESS -> compared < 0;
            default -> wantsLess(target) ? compared <= 0 : compared >= 0;
        };
    }

    /** Whether anything is known from which this target's figure could come. */
    boolean touches(Target target, Period period) {
        String element = target.indicator().equals(Element.ENERGY_INCREMENT) ? Element.ENERGY : target.indicator();
        return assessed(target, period) && levels.touches(target.region(), element, period, period.year());
    }
}
