package org.luheng.accounting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the arithmetic needs of a plan.
 *
 * @param region code of the place whose plan it is
 * @param divides codes of the places below it that the plan divides among or assesses, in the plan's order
 * @param totalAdjusts whether the energy total's target grows when the economy beats its planned growth
 * @param totalExempt what frees a place from being held to its energy total
 * @param scheme whose barometer: {@link Barometer#NATIONAL} or a city's own
 * @param hash names this edition of the plan: sha256 of its folder
 */
public record Plan(
        String id,
        String title,
        String shortTitle,
        String region,
        List<String> divides,
        int firstYear,
        int lastYear,
        int baseYear,
        PathForm pathForm,
        boolean totalAdjusts,
        TotalExempt totalExempt,
        String scheme,
        List<Target> targets,
        String hash,
        Map<String, Map<String, List<Target>>> byIndicator,
        Map<String, List<Target>> byRegion) {

    public Plan(
            String id,
            String title,
            String shortTitle,
            String region,
            List<String> divides,
            int firstYear,
            int lastYear,
            int baseYear,
            PathForm pathForm,
            boolean totalAdjusts,
            TotalExempt totalExempt,
            String scheme,
            List<Target> targets,
            String hash) {
        this(
                id,
                title,
                shortTitle,
                region,
                List.copyOf(divides),
                firstYear,
                lastYear,
                baseYear,
                pathForm,
                totalAdjusts,
                totalExempt,
                scheme,
                List.copyOf(targets),
                hash,
                byIndicator(targets),
                byRegion(targets));
    }

    /** By region, then by indicator. */
    private static Map<String, Map<String, List<Target>>> byIndicator(List<Target> targets) {
        Map<String, Map<String, List<Target>>> index = new HashMap<>();
        for (Target target : targets) {
            index.computeIfAbsent(target.region(), region -> new HashMap<>())
                    .merge(target.indicator(), List.of(target), Plan::joined);
        }
        index.replaceAll((region, own) -> Map.copyOf(own));
        return Map.copyOf(index);
    }

    private static Map<String, List<Target>> byRegion(List<Target> targets) {
        Map<String, List<Target>> index = new HashMap<>();
        for (Target target : targets) {
            index.computeIfAbsent(target.region(), region -> new ArrayList<>()).add(target);
        }
        index.replaceAll((region, own) -> List.copyOf(own));
        return Map.copyOf(index);
    }

    static <T> List<T> joined(List<T> some, List<T> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The targets of one indicator in one place, in the plan's order. */
    public List<Target> targets(String region, String indicator) {
        return byIndicator.getOrDefault(region, Map.of()).getOrDefault(indicator, List.of());
    }

    /** All targets of one place, in the plan's order. */
    public List<Target> targets(String region) {
        return byRegion.getOrDefault(region, List.of());
    }

    /** The target of the whole place, before those of a narrower scope; null: 未分解. */
    public @Nullable Target target(String region, String indicator) {
        Target found = null;
        for (Target target : targets(region, indicator)) {
            if (target.isIncentive()) {
                continue;
            }
            if (found == null || (!found.scope().isEmpty() && target.scope().isEmpty())) {
                found = target;
            }
        }
        return found;
    }

    /** The incentive target (激励目标) of the whole place, beside the one it is held to; null: the plan has none. */
    public @Nullable Target incentive(String region, String indicator) {
        for (Target target : targets(region, indicator)) {
            if (target.isIncentive()) {
                return target;
            }
        }
        return null;
    }

    /** The place itself, then those it divides among. */
    public List<String> places() {
        Set<String> places = new LinkedHashSet<>();
        places.add(region);
        places.addAll(divides);
        return List.copyOf(places);
    }

    /**
     * Indicators that the plan divides: at least half of the places below have a target of their own. A target for a few
     * named places divides nothing.
     */
    public Set<String> dividedIndicators() {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        for (Target target : targets) {
            if (divides.contains(target.region()) && target.scope().isEmpty()) {
                places.computeIfAbsent(target.indicator(), indicator -> new HashSet<>())
                        .add(target.region());
            }
        }
        places.values().removeIf(having -> having.size() * 2 < divides.size());
        return Collections.unmodifiableSet(places.keySet());
    }
}
