package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value came about: a tree whose leaves are facts, rules and clauses of the plan.
 *
 * @param text what this is, in Chinese
 * @param formula the formula with its values, where it was computed
 * @param ref where to find it: the fact's address, {@code 规则版本}, or {@code plan#section}
 */
public record Trace(
        String text,
        @Nullable String formula,
        @Nullable BigDecimal value,
        @Nullable String unit,
        Kind kind,
        @Nullable String ref,
        @Nullable Fact fact,
        List<Trace> children) {

    public enum Kind {
        FACT,
        RULE,
        CLAUSE,
        COMPUTED
    }

    public Trace {
        children = List.copyOf(children);
    }

    public static Trace computed(
            String text, String formula, @Nullable BigDecimal value, @Nullable String unit, List<Trace> children) {
        return new Trace(text, formula, value, unit, Kind.COMPUTED, null, null, children);
    }

    public static Trace fact(String text, Fact fact) {
        return new Trace(text, null, fact.value(), fact.unit(), Kind.FACT, fact.ref(), fact, List.of());
    }

    public static Trace rule(RuleEdition edition) {
        return new Trace(
                edition.title() + "（" + edition.certainty().word() + "）",
                edition.text(),
                null,
                null,
                Kind.RULE,
                edition.id(),
                null,
                List.of());
    }

    public static Trace clause(Plan plan, Target target) {
        return new Trace(
                plan.shortTitle() + " " + target.section() + "：" + target.title() + " " + target.inWords(),
                null,
                target.value(),
                target.unit(),
                Kind.CLAUSE,
                plan.id() + "#" + target.section() + "#" + target.id(),
                null,
                List.of());
    }

    /** Whether any leaf is a sample. */
    public boolean restsOnSamples() {
        return (fact != null && fact.sample()) || children.stream().anyMatch(Trace::restsOnSamples);
    }
}
