package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.formula.Measure;
import org.luheng.accounting.formula.Reference;
import org.luheng.accounting.formula.Term;

/**
 * Levels of indicators. A fact goes first, and what the formula gives stands beside it in the explanation; where there is
 * no fact, the formula serves. The assessed year picks the edition of the formula and the prices GDP is counted at, for
 * levels of the base year too: two definitions are never compared. What was computed is kept as long as the snapshot.
 */
final class Levels {
    private record Key(String region, String indicator, Period period, int year) {}

    /** Why there is no level, or the level. */
    private sealed interface Outcome {
        record Known(Level level) implements Outcome {}

        record Unknown(String why) implements Outcome {}
    }

    private final Context context;
    private final EnergyAccounts accounts;
    private final Map<Key, Outcome> computed = new ConcurrentHashMap<>();

    Levels(Context context, EnergyAccounts accounts) {
        this.context = context;
        this.accounts = accounts;
    }

    /** @param year the assessed year, which may be later than the period's own */
    @Nullable
    Level find(String region, String indicator, Period period, int year) {
        return outcome(region, indicator, period, year) instanceof Outcome.Known(Level level) ? level : null;
    }

    /** What is missing where {@link #find} gives null: {@code 缺工业用水量 2021}. */
    String missing(String region, String indicator, Period period, int year) {
        String lacking = "缺"
                + (indicator.equals(Element.ENERGY)
                        ? accounts.wanting(region, period)
                        : context.name(indicator) + " " + period);
        return outcome(region, indicator, period, year) instanceof Outcome.Unknown(String why) && !why.isEmpty()
                ? lacking + "；按公式算，" + why
                : lacking;
    }

    /** Whether there is a fact, or all that the formula asks of the period itself. */
    boolean touches(String region, String indicator, Period period, int year) {
        if (known(region, indicator, period)) {
            return true;
        }
        Formula formula = context.rules().formulas().find(indicator, year);
        if (formula == null) {
            return false;
        }
        List<Reference> own = formula.expression().references().stream()
                .filter(reference -> reference.when() == Reference.When.SAME)
                .toList();
        return !own.isEmpty()
                && own.stream()
                        .allMatch(reference -> touches(region, asked(region, reference.element(), year), period, year));
    }

    private boolean known(String region, String element, Period period) {
        return element.equals(Element.ENERGY)
                ? accounts.gross(region, period) != null
                : context.find(region, element, period) != null;
    }

    /** Whether something that every edition of the formula asks for was never reported there: spares asking for each period. */
    boolean beyondReach(String region, String indicator) {
        return context.rules().formulas().of(indicator).stream()
                .allMatch(formula -> formula.expression().elements().stream()
                        .anyMatch(element -> !everReported(region, element) && beyondReach(region, element)));
    }

    private boolean everReported(String region, String element) {
        Set<String> reported = context.facts().elements(region);
        return reported.contains(element)
                || (element.equals(Element.ENERGY) && accounts.knowsKinds(region))
                || (element.equals(Element.GDP)
                        && context.rules().priceBases().stream()
                                .map(PriceBase::element)
                                .anyMatch(reported::contains));
    }

    /**
     * What is looked up for an element. GDP of which no prices are said is taken at the prices of the assessed year's base, in
     * every period, as soon as the place reports any at those prices: levels at different prices never meet in one formula.
     */
    private String asked(String region, String element, int year) {
        if (!element.equals(Element.GDP)) {
            return element;
        }
        Set<String> reported = context.facts().elements(region);
        return context.rules().priceBases().stream()
                .filter(base -> base.edition().holdsIn(year))
                .map(PriceBase::element)
                .filter(reported::contains)
                .findFirst()
                .orElse(element);
    }

    /** The level as a figure of its own; null where nothing is reported and no formula is for that year. */
    @Nullable
    Figure figure(String region, String indicator, Period period) {
        Formula formula = context.rules().formulas().find(indicator, period.year());
        if (formula == null) {
            return null;
        }
        Level level = find(region, indicator, period, period.year());
        if (level == null) {
            return Figure.missing(
                    region,
                    period,
                    indicator,
                    context.unit(indicator, ""),
                    formula.edition(),
                    missing(region, indicator, period, period.year()));
        }
        boolean reported = known(region, indicator, period);
        RuleEdition edition = reported ? context.rules().edition("indicator", period.year()) : formula.edition();
        return new Figure(
                        region,
                        period,
                        indicator,
                        level.value(),
                        level.unit(),
                        edition,
                        null,
                        level.sample(),
                        () -> reported
                                ? Trace.computed(
                                        context.name(indicator) + " " + period.inWords(),
                                        level.shown() + level.unit(),
                                        level.value(),
                                        level.unit(),
                                        List.of(level.leaf(), Trace.rule(edition)))
                                : level.leaf())
                .bracketedIf(level.doubtful());
    }

    private Outcome outcome(String region, String indicator, Period period, int year) {
        Fact fact = context.find(region, indicator, period);
        if (indicator.equals(Element.ENERGY)) {
            EnergyAccount.Level gross = accounts.gross(region, period);
            if (gross != null) {
                return new Outcome.Known(new Level(
                        gross.value(),
                        fact == null ? printed(gross.value(), 4) : gross.value().toPlainString(),
                        fact == null ? EnergyAccounts.UNIT : fact.unit(),
                        gross.sample(),
                        gross.doubtful(),
                        gross::trace));
            }
        }
        return fact == null
                ? byFormula(region, indicator, period, year)
                : new Outcome.Known(new Level(
                        fact.value(),
                        fact.value().toPlainString(),
                        fact.unit(),
                        fact.sample(),
                        false,
                        () -> reported(fact, year)));
    }

    /** The fact, and beside it what the formula would have given. */
    private Trace reported(Fact fact, int year) {
        Trace leaf = context.leaf(fact);
        if (!(byFormula(fact.region(), fact.element(), fact.period(), year) instanceof Outcome.Known(Level level))) {
            return leaf;
        }
        BigDecimal other = context.rules().units().convert(level.value(), level.unit(), fact.unit());
        Trace own = level.leaf();
        List<Trace> children = new ArrayList<>(leaf.children());
        children.add(new Trace(
                "按公式另算（未采用）" + (other == null ? "" : difference(fact.value().subtract(other), fact.unit())),
                own.formula(),
                own.value(),
                own.unit(),
                own.kind(),
                null,
                null,
                own.children()));
        return new Trace(leaf.text(), null, leaf.value(), leaf.unit(), leaf.kind(), leaf.ref(), fact, children);
    }

    private static String difference(BigDecimal difference, String unit) {
        return difference.signum() == 0
                ? "，与报数一致"
                : "，报数" + (difference.signum() > 0 ? "多" : "少") + " " + printed(difference.abs(), 4) + unit;
    }

    private Outcome byFormula(String region, String indicator, Period period, int year) {
        Formula formula = context.rules().formulas().find(indicator, year);
        if (formula == null) {
            return new Outcome.Unknown("");
        }
        // Not computeIfAbsent: a formula may ask for another one.
        Key key = new Key(region, indicator, period, year);
        Outcome kept = computed.get(key);
        if (kept == null) {
            kept = compute(formula, region, period, year);
            computed.put(key, kept);
        }
        return kept;
    }

    private Outcome compute(Formula formula, String region, Period period, int year) {
        if (!period.isYear() && !formula.expression().holdsForParts(this::isAmount, isAmount(formula.indicator()))) {
            return new Outcome.Unknown("一段时间的量与时点数相比，只能按整年算，" + period + " 不是整年");
        }
        Map<Reference, Level> operands = new LinkedHashMap<>();
        Map<Reference, BigDecimal> values = new LinkedHashMap<>();
        List<String> lacking = new ArrayList<>();
        for (Reference reference : formula.expression().references()) {
            Period wanted = period(reference, period);
            if (wanted == null) {
                lacking.add(period + " 早于方案基年 " + context.plan().baseYear());
                continue;
            }
            String element = asked(region, reference.element(), year);
            Level level = find(region, element, wanted, year);
            Measure given = level == null ? null : context.rules().units().measure(level.unit());
            if (level == null) {
                lacking.add(missing(region, element, wanted, year));
            } else if (given == null
                    || !given.dimension().equals(measure(reference.element()).dimension())) {
                lacking.add(context.name(element) + " " + wanted + " 的单位“" + level.unit() + "”不合");
            } else {
                operands.put(reference, level);
                values.put(reference, level.value().multiply(given.factor()));
            }
        }
        if (!lacking.isEmpty()) {
            return new Outcome.Unknown(String.join("；", lacking));
        }
        Function<Reference, String> words =
                reference -> named(reference, asked(region, reference.element(), year), operands.get(reference));
        try {
            BigDecimal value = divide(
                    formula.expression().term().value(reference -> Objects.requireNonNull(values.get(reference))),
                    measure(formula.indicator()).factor());
            return new Outcome.Known(level(formula, period, value, operands, words));
        } catch (Term.NotPositive notPositive) {
            return new Outcome.Unknown("除数不是正数：" + notPositive.divisor().inWords(words) + "（" + period + "）");
        }
    }

    private Level level(
            Formula formula,
            Period period,
            BigDecimal value,
            Map<Reference, Level> operands,
            Function<Reference, String> words) {
        String unit = context.unit(formula.indicator(), "");
        boolean sample = operands.values().stream().anyMatch(Level::sample);
        boolean doubtful = !formula.edition().certainty().settled()
                || operands.values().stream().anyMatch(Level::doubtful);
        String shown = printed(value, 4);
        return new Level(value, shown, unit, sample, doubtful, () -> {
            List<Trace> children = new ArrayList<>();
            operands.values().forEach(operand -> children.add(operand.leaf()));
            children.add(Trace.rule(formula.edition()));
            return Trace.computed(
                    context.name(formula.indicator()) + " " + period.inWords() + "（按公式）",
                    formula.expression().term().inWords(words) + " = " + shown + unit,
                    value,
                    unit,
                    children);
        });
    }

    private String named(Reference reference, String element, @Nullable Level level) {
        String when = switch (reference.when()) {
            case SAME -> "";
            case PREVIOUS -> "上年同期";
            case BASE -> "基年";
        };
        return when + context.name(element) + (level == null ? "" : " " + level.shown() + level.unit());
    }

    /** Null where the period lies before the plan's base. */
    private @Nullable Period period(Reference reference, Period period) {
        return switch (reference.when()) {
            case SAME -> period;
            case PREVIOUS -> period.yearBefore();
            case BASE ->
                period.year() < context.plan().baseYear()
                        ? null
                        : Progress.samePartOf(context.plan().baseYear(), period);
        };
    }

    private boolean isAmount(String element) {
        Indicator indicator = context.rules().indicator(element);
        return indicator != null
                && (indicator.accumulation() == Indicator.Accumulation.FLOW
                        || indicator.accumulation() == Indicator.Accumulation.CUMULATIVE);
    }

    private Measure measure(String element) {
        Indicator indicator = context.rules().indicator(element);
        Measure measure = indicator == null ? null : context.rules().units().measure(indicator.unit());
        if (measure == null) {
            throw new IllegalStateException("no unit of " + element + ": formulas are checked when they are read");
        }
        return measure;
    }
}
