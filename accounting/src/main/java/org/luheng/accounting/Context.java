package org.luheng.accounting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The immutable inputs of a snapshot, and the few questions every calculation asks of them.
 *
 * @param policy the edition of deductions to compute by, whatever the assessed year; null: the one that holds in that year
 */
record Context(
        Plan plan, Rules rules, Facts facts, @Nullable RuleEdition policy) {
    private static final String NATION = "000000";

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

    /**
     * What holds for the region, or for the nearest place around it by the codes of GB/T 2260: a district takes the coal rate of its
     * province. The year's value serves for its parts.
     */
    @Nullable
    Fact findAround(String region, String element, Period period) {
        for (String place : around(region)) {
            Fact fact = facts.find(place, element, period);
            if (fact == null && !period.isYear()) {
                fact = facts.find(place, element, Period.year(period.year()));
            }
            if (fact != null) {
                return fact;
            }
        }
        return null;
    }

    private static List<String> around(String region) {
        List<String> places = new ArrayList<>();
        places.add(region);
        if (region.length() >= 6) {
            for (String code : List.of(
                    region.substring(0, 6), region.substring(0, 4) + "00", region.substring(0, 2) + "0000", NATION)) {
                if (!places.contains(code)) {
                    places.add(code);
                }
            }
        }
        return places;
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
