package org.luheng.accounting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indicators that can be computed from elements, and by which edition of their formula. */
public final class Formulas {
    public static final Formulas NONE = new Formulas(List.of());

    private final Map<String, List<Formula>> byIndicator = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where an indicator is computed from itself; see {@link #circles} */
    public Formulas(Collection<Formula> formulas) {
        for (Formula formula : formulas) {
            byIndicator
                    .computeIfAbsent(formula.indicator(), indicator -> new ArrayList<>())
                    .add(formula);
        }
        List<List<String>> circles = circles(formulas);
        if (!circles.isEmpty()) {
            throw new IllegalArgumentException("formulas in a circle: " + circles);
        }
    }

    /** Of the formulas of the indicator that hold in the assessed year the one that began last; null where there is none. */
    public @Nullable Formula find(String indicator, int year) {
        Formula latest = null;
        for (Formula formula : of(indicator)) {
            RuleEdition edition = formula.edition();
            if (edition.holdsIn(year)
                    && (latest == null || edition.from() > latest.edition().from())) {
                latest = formula;
            }
        }
        return latest;
    }

    /** All editions of an indicator's formula. */
    List<Formula> of(String indicator) {
        return byIndicator.getOrDefault(indicator, List.of());
    }

    /** Indicators that have a formula in some year, in the order of the rules. */
    public Set<String> indicators() {
        return byIndicator.keySet();
    }

    public List<Formula> all() {
        return byIndicator.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Indicators that are computed from themselves, by whatever way, of whatever period or edition.
     *
     * @return each circle once, from one of its indicators back to it; empty where there is none
     */
    public static List<List<String>> circles(Collection<Formula> formulas) {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (Formula formula : formulas) {
            uses.computeIfAbsent(formula.indicator(), indicator -> new LinkedHashSet<>())
                    .addAll(formula.expression().elements());
        }
        List<List<String>> circles = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        uses.keySet().forEach(indicator -> walk(indicator, uses, new LinkedHashSet<>(), done, circles));
        return circles;
    }

    private static void walk(
            String element,
            Map<String, Set<String>> uses,
            LinkedHashSet<String> way,
            Set<String> done,
            List<List<String>> circles) {
        if (!way.add(element)) {
            List<String> circle = new ArrayList<>(way);
            circle = new ArrayList<>(circle.subList(circle.indexOf(element), circle.size()));
            circle.add(element);
            circles.add(circle);
            return;
        }
        if (!done.contains(element)) {
            uses.getOrDefault(element, Set.of()).forEach(used -> walk(used, uses, way, done, circles));
            done.add(element);
        }
        way.remove(element);
    }
}
