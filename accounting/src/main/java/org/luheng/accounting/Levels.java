package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    /** Whose levels, by the definitions of which assessed year. */
    private record Definition(String indicator, int year) {}

    /**
     * What a formula asks of whoever computes by it.
     *
     * @param own what it asks of the period itself
     * @param ofParts whether it may be computed for a part of a year
     */
    private record Demand(Formula formula, List<Reference> own, boolean ofParts) {}

    /** Why there is no level, or the level. */
    private sealed interface Outcome {
        record Known(Level level) implements Outcome {}

        record Unknown(String why) implements Outcome {}
    }

    private final Context context;
    private final EnergyAccounts accounts;
    private final FromKinds kinds;
    private final Map<Definition, Once<Outcome>> computed = new ConcurrentHashMap<>();

    /** By the formula's id. */
    private final Map<String, Demand> demands = new ConcurrentHashMap<>();

    /** By region: asked for with every formula. */
    private final Map<String, Set<String>> reported = new ConcurrentHashMap<>();

    Levels(Context context, EnergyAccounts accounts, FromKinds kinds) {
        this.context = context;
        this.accounts = accounts;
        this.kinds = kinds;
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
                        : context.name(indicator) + " " + period + kinds.missing(region, indicator, period));
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
        List<Reference> own = demand(formula).own();
        for (Reference reference : own) {
            if (!touches(region, asked(region, reference.element(), year), period, year)) {
                return false;
            }
        }
        return !own.isEmpty();
    }

    private Demand demand(Formula formula) {
        String id = formula.edition().id();
        Demand known = demands.get(id);
        return known == null ? demands.computeIfAbsent(id, each -> demanded(formula)) : known;
    }

    private Demand demanded(Formula formula) {
        return new Demand(
                formula,
                formula.expression().references().stream()
                        .filter(reference -> reference.when() == Reference.When.SAME)
                        .toList(),
                formula.expression().holdsForParts(this::isAmount, isAmount(formula.indicator())));
    }

    private boolean known(String region, String element, Period period) {
        return element.equals(Element.ENERGY)
                ? accounts.gross(region, period) != null
                : context.find(region, element, period) != null || kinds.knows(region, element, period);
    }

    /** Whether something that every edition of the formula asks for was never reported there: spares asking for each period. */
    boolean beyondReach(String region, String indicator) {
        for (Formula formula : context.rules().formulas().of(indicator)) {
            if (!wants(region, formula)) {
                return false;
            }
        }
        return true;
    }

    private boolean wants(String region, Formula formula) {
        for (Reference reference : formula.expression().references()) {
            if (!everReported(region, reference.element()) && beyondReach(region, reference.element())) {
                return true;
            }
        }
        return false;
    }

    private boolean everReported(String region, String element) {
        Set<String> known = reported(region);
        return known.contains(element)
                || (element.equals(Element.ENERGY) && accounts.knowsKinds(region))
                || kinds.knows(region, element)
                || (element.equals(Element.GDP)
                        && context.rules().priceBases().stream()
                                .map(PriceBase::element)
                                .anyMatch(known::contains));
    }

    private Set<String> reported(String region) {
        Set<String> known = reported.get(region);
        return known == null
                ? reported.computeIfAbsent(region, each -> context.facts().elements(each))
                : known;
    }

    /**
     * What is looked up for an element. GDP of which no prices are said is taken at the prices of the assessed year's base, in
     * every period, as soon as the place reports any at those prices: levels at different prices never meet in one formula.
     */
    private String asked(String region, String element, int year) {
        if (!element.equals(Element.GDP)) {
            return element;
        }
        Set<String> known = reported(region);
        return context.rules().priceBases().stream()
                .filter(base -> base.edition().holdsIn(year))
                .map(PriceBase::element)
                .filter(known::contains)
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
                        fact != null,
                        fact == null ? EnergyAccounts.UNIT : fact.unit(),
                        gross.sample(),
                        gross.doubtful(),
                        gross::trace));
            }
        }
        Level computed = fact == null ? kinds.level(region, indicator, period) : null;
        if (computed != null) {
            return new Outcome.Known(computed);
        }
        return fact == null
                ? byFormula(region, indicator, period, year)
                : new Outcome.Known(
                        new Level(fact.value(), true, fact.unit(), fact.sample(), false, () -> reported(fact, year)));
    }

    /** The fact, and beside it what its kinds or the formula would have given. */
    private Trace reported(Fact fact, int year) {
        Trace leaf = context.leaf(fact);
        Level level = kinds.level(fact.region(), fact.element(), fact.period());
        String how = "按分品种";
        if (level == null) {
            if (!(byFormula(fact.region(), fact.element(), fact.period(), year)
                    instanceof Outcome.Known(Level ofFormula))) {
                return leaf;
            }
            level = ofFormula;
            how = "按公式";
        }
        BigDecimal other = context.rules().units().convert(level.value(), level.unit(), fact.unit());
        Trace own = level.leaf();
        List<Trace> children = new ArrayList<>(leaf.children());
        children.add(new Trace(
                how + "另算（未采用）" + (other == null ? "" : difference(fact.value().subtract(other), fact.unit())),
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
        Definition definition = new Definition(indicator, year);
        Once<Outcome> known = computed.get(definition);
        if (known == null) {
            Demand demand = demand(formula);
            known = computed.computeIfAbsent(
                    definition, each -> new Once<>((place, span) -> compute(demand, place, span, year)));
        }
        return Objects.requireNonNull(known.of(region, period));
    }

    private Outcome compute(Demand demand, String region, Period period, int year) {
        if (!period.isYear() && !demand.ofParts()) {
            return new Outcome.Unknown("一段时间的量与时点数相比，只能按整年算，" + period + " 不是整年");
        }
        List<Reference> references = demand.formula().expression().references();
        List<Level> operands = new ArrayList<>(references.size());
        List<BigDecimal> values = new ArrayList<>(references.size());
        List<String> lacking = new ArrayList<>(0);
        for (Reference reference : references) {
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
                operands.add(level);
                values.add(given.inOwn(level.value()));
            }
        }
        if (!lacking.isEmpty()) {
            return new Outcome.Unknown(String.join("；", lacking));
        }
        Function<Reference, String> words = reference ->
                named(reference, asked(region, reference.element(), year), operands.get(references.indexOf(reference)));
        try {
            Term term = demand.formula().expression().term();
            BigDecimal value = measure(demand.formula().indicator())
                    .ofOwn(term.value(reference -> values.get(references.indexOf(reference))));
            return new Outcome.Known(level(demand.formula(), period, value, operands, words));
        } catch (Term.NotPositive notPositive) {
            return new Outcome.Unknown("除数不是正数：" + notPositive.divisor().inWords(words) + "（" + period + "）");
        }
    }

    private Level level(
            Formula formula, Period period, BigDecimal value, List<Level> operands, Function<Reference, String> words) {
        String unit = context.unit(formula.indicator(), "");
        boolean sample = false;
        boolean doubtful = !formula.edition().certainty().settled();
        for (Level operand : operands) {
            sample |= operand.sample();
            doubtful |= operand.doubtful();
        }
        return new Level(value, false, unit, sample, doubtful, () -> {
            List<Trace> children = new ArrayList<>();
            operands.forEach(operand -> children.add(operand.leaf()));
            children.add(Trace.rule(formula.edition()));
            return Trace.computed(
                    context.name(formula.indicator()) + " " + period.inWords() + "（按公式）",
                    formula.expression().term().inWords(words) + " = " + printed(value, 4) + unit,
                    value,
                    unit,
                    children);
        });
    }

    private String named(Reference reference, String element, Level level) {
        String when = switch (reference.when()) {
            case SAME -> "";
            case PREVIOUS -> "上年同期";
            case BASE -> "基年";
        };
        return when + context.name(element) + " " + level.shown() + level.unit();
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
