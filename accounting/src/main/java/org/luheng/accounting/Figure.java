package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A computed number: value, unit and how it came about.
 *
 * @param value unrounded; null where it cannot be computed, then {@code missing} says why
 * @param edition the rule edition it was computed by
 * @param sample rests on made-up facts
 * @param bracketed rests on a rule or parameter that is not settled: shown in brackets, not sealed without a named approval
 * @param target the plan's target it is held against, null where it is one of the general figures of a place
 * @param explanation rebuilds the tree down to facts, rules and clauses; made by the code that computed the value
 */
public record Figure(
        String region,
        Period period,
        String indicator,
        @Nullable BigDecimal value,
        String unit,
        RuleEdition edition,
        @Nullable String missing,
        boolean sample,
        boolean bracketed,
        @Nullable Target target,
        Supplier<Trace> explanation) {

    public Figure(
            String region,
            Period period,
            String indicator,
            @Nullable BigDecimal value,
            String unit,
            RuleEdition edition,
            @Nullable String missing,
            boolean sample,
            Supplier<Trace> explanation) {
        this(
                region,
                period,
                indicator,
                value,
                unit,
                edition,
                missing,
                sample,
                !edition.certainty().settled(),
                null,
                explanation);
    }

    /** The same, bracketed where something else it rests on is not settled. */
    public Figure bracketedIf(boolean doubtful) {
        return !doubtful || bracketed
                ? this
                : new Figure(
                        region, period, indicator, value, unit, edition, missing, sample, true, target, explanation);
    }

    /** The same, said of one particular target: two targets may speak of one indicator of one place. */
    public Figure heldAgainst(Target one) {
        return new Figure(
                region, period, indicator, value, unit, edition, missing, sample, bracketed, one, explanation);
    }

    public Trace trace() {
        return explanation.get();
    }

    public static Figure missing(
            String region, Period period, String indicator, String unit, RuleEdition edition, String missing) {
        return new Figure(
                region,
                period,
                indicator,
                null,
                unit,
                edition,
                missing,
                false,
                () -> new Trace(
                        "不能计算：" + missing,
                        null,
                        null,
                        unit,
                        Trace.Kind.COMPUTED,
                        null,
                        null,
                        java.util.List.of(Trace.rule(edition))));
    }
}
