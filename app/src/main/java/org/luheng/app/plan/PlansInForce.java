package org.luheng.app.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luheng.files.PlanFolder;

/**
 * One state of all plans: which edition of each is shown. Immutable.
 *
 * @param provisional ids of plans that came of a review, and that two persons have not accepted
 * @param editions every edition that can be read, by the id of its plan, the one in {@code plans/} first, then in the order of writing
 */
record PlansInForce(
        Map<String, PlanFolder> byId,
        Map<String, List<PlanFolder>> byRegion,
        Set<String> provisional,
        Map<String, List<PlanFolder>> editions) {

    /**
     * Of several editions the one that was accepted last counts; where none was, that in {@code plans/}, else the last that was
     * written.
     *
     * @param installed those in {@code plans/}
     * @param written of reviews, in the order of writing
     * @param accepted when two persons accepted an edition, by its sha256
     */
    static PlansInForce of(List<PlanFolder> installed, List<PlanFolder> written, Map<String, Instant> accepted) {
        Map<String, List<PlanFolder>> editions = new LinkedHashMap<>();
        Set<String> ofFolders = new HashSet<>();
        for (PlanFolder folder : installed) {
            ofFolders.add(folder.plan().id());
            editions.computeIfAbsent(folder.plan().id(), id -> new ArrayList<>())
                    .add(folder);
        }
        for (PlanFolder folder : written) {
            List<PlanFolder> some = editions.computeIfAbsent(folder.plan().id(), id -> new ArrayList<>());
            if (some.stream()
                    .noneMatch(each -> each.plan().hash().equals(folder.plan().hash()))) {
                some.add(folder);
            }
        }
        Set<String> provisional = new HashSet<>();
        List<PlanFolder> shown = new ArrayList<>();
        editions.forEach((id, some) -> {
            PlanFolder latest = some.stream()
                    .filter(each -> accepted.containsKey(each.plan().hash()))
                    .max(Comparator.comparing(each -> accepted.get(each.plan().hash())))
                    .orElse(null);
            if (latest != null) {
                shown.add(latest);
            } else if (ofFolders.contains(id)) {
                shown.add(some.getFirst());
            } else {
                shown.add(some.getLast());
                provisional.add(id);
            }
        });
        shown.sort(Comparator.<PlanFolder>comparingInt(
                        folder -> -folder.plan().dividedIndicators().size())
                .thenComparing(folder -> -folder.plan().firstYear())
                .thenComparing(folder -> folder.plan().id()));
        Map<String, PlanFolder> byId = new LinkedHashMap<>();
        Map<String, List<PlanFolder>> byRegion = new LinkedHashMap<>();
        for (PlanFolder folder : shown) {
            byId.put(folder.plan().id(), folder);
            byRegion.computeIfAbsent(folder.plan().region(), region -> new ArrayList<>())
                    .add(folder);
        }
        return new PlansInForce(byId, byRegion, provisional, new HashMap<>(editions));
    }
}
