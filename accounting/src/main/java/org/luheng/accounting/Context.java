package org.luheng.accounting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The immutable inputs of a snapshot, and the few questions every calculation asks of them.
 *
 * @param policy the edition of deductions to compute by, whatever the assessed year; null: the one that holds in that year
 */
record Context(
        Plan plan, Rules rules, Facts facts, @Nullable RuleEdition policy) {
    String name(String element) {
        Indicator indicator = rules.indicator(element);
        return indicator == null ? element : indicator.name();
    }

    String unit(String element, String otherwise) {
        Indicator indicator = rules.indicator(element);
        return indicator == null || indicator.unit().isEmpty() ? otherwise : indicator.unit();
    }

    @Nullable
    Fact find(String region, String element, Period period) {
        return facts.find(region, element, period);
    }

    RuleEdition policy(int year) {
        return policy == null ? rules.edition("deduction", year) : policy;
    }

    Barometer barometer(String light, int year) {
        return rules.barometer(light, year, plan.scheme());
    }

    /** A fact as leaf of an explanation; other known values of the same thing hang below it. */
    Trace leaf(Fact fact) {
        List<Fact> all = facts.all(fact.region(), fact.element(), fact.period());
        Trace leaf = Trace.fact(name(fact.element()) + " " + fact.period().inWords(), fact);
        if (all.size() < 2) {
            return leaf;
        }
        List<Trace> others = all.stream()
                .filter(other -> other != fact)
                .map(other -> Trace.fact("另有（未采用）", other))
                .toList();
        return new Trace(leaf.text(), null, leaf.value(), leaf.unit(), Trace.Kind.FACT, leaf.ref(), fact, others);
    }

    int baseYear(Target target) {
        return target.baseYear() == null ? plan.baseYear() : target.baseYear();
    }
}
