package org.luheng.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.luheng.files.RowChange.Cell;
import org.luheng.files.RowChange.Kind;

/**
 * What changed from one version of a plan to the next, by what its targets and tasks say: a new document numbers its items anew
 * and has them elsewhere, which is no change. What is alike is paired first by all it says, then by less and less.
 */
public final class PlanChanges {
    private static final String TARGETS = "targets.csv";
    private static final String TASKS = "tasks.csv";

    /** Number and position of an item, and our own words about it. */
    private static final Set<String> NOT_COMPARED = Set.of("id", "from", "to", "section", "note", "summary", "targets");

    /** What two targets have to share to be taken for one; the first that finds a partner counts. */
    private static final List<List<String>> TARGET_LIKENESS = List.of(
            List.of("title", "indicator", "region", "scope", "kind", "comparator", "value", "value_to", "unit", "due"),
            List.of("title", "indicator", "region", "scope", "kind", "due"),
            List.of("indicator", "region", "scope", "kind", "due"),
            List.of("indicator", "region", "scope", "kind"),
            List.of("title", "region", "scope"),
            List.of("indicator", "region", "value", "unit"));

    private static final List<List<String>> TASK_LIKENESS = List.of(
            List.of("title", "lead", "cooperating", "inherited", "place"),
            List.of("title", "lead"),
            List.of("title"),
            List.of("lead", "cooperating", "inherited", "place", "section"));

    private final List<RowChange> changes = new ArrayList<>();
    private final Map<String, String> formerly = new HashMap<>();

    private PlanChanges() {}

    public static PlanChanges between(PlanFolder before, PlanFolder after) {
        PlanChanges found = new PlanChanges();
        found.compare(
                TARGETS,
                before.plan().targets().stream().map(PlanWriting::row).toList(),
                after.plan().targets().stream().map(PlanWriting::row).toList(),
                TARGET_LIKENESS);
        found.compare(
                TASKS,
                before.tasks().stream().map(PlanWriting::row).toList(),
                after.tasks().stream().map(PlanWriting::row).toList(),
                TASK_LIKENESS);
        return found;
    }

    /**
     * Targets, then tasks; of each what is new or changed in the order of the new version, then what is gone. A change has the new
     * version's id for a key, what is gone its own.
     */
    public List<RowChange> changes() {
        return List.copyOf(changes);
    }

    /** The id that a target or task of the new version had in the former; empty where it is new. */
    public Optional<String> formerId(String id) {
        return Optional.ofNullable(formerly.get(id));
    }

    /** Whether a target or task says what it said before, whatever its number and place. */
    public boolean isUnchanged(String id) {
        return formerly.containsKey(id)
                && changes.stream()
                        .noneMatch(change ->
                                change.kind() != Kind.REMOVED && change.key().equals(id));
    }

    private void compare(
            String file,
            List<Map<String, String>> before,
            List<Map<String, String>> after,
            List<List<String>> likeness) {
        List<Map<String, String>> left = new ArrayList<>(before);
        Map<String, Map<String, String>> partners = new LinkedHashMap<>();
        for (List<String> shared : likeness) {
            pair(left, after, partners, row -> shared.stream().map(row::get).toList());
        }
        for (Map<String, String> row : after) {
            String id = id(row);
            Map<String, String> former = partners.get(id);
            List<Cell> cells = cells(former == null ? Map.of() : former, row);
            if (former == null) {
                changes.add(new RowChange(file, Kind.ADDED, id, cells));
            } else {
                formerly.put(id, id(former));
                if (!cells.isEmpty()) {
                    changes.add(new RowChange(file, Kind.CHANGED, id, cells));
                }
            }
        }
        left.forEach(row -> changes.add(new RowChange(file, Kind.REMOVED, id(row), cells(row, Map.of()))));
    }

    /** In the order of the document: of several alike the first becomes the first. */
    private static void pair(
            List<Map<String, String>> left,
            List<Map<String, String>> after,
            Map<String, Map<String, String>> partners,
            Function<Map<String, String>, List<String>> shared) {
        Map<List<String>, List<Map<String, String>>> waiting = new HashMap<>();
        left.forEach(row -> waiting.computeIfAbsent(shared.apply(row), key -> new ArrayList<>())
                .add(row));
        Set<Map<String, String>> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map<String, String> row : after) {
            List<Map<String, String>> alike = waiting.getOrDefault(shared.apply(row), List.of());
            if (!partners.containsKey(id(row)) && !alike.isEmpty()) {
                Map<String, String> former = alike.removeFirst();
                partners.put(id(row), former);
                taken.add(former);
            }
        }
        left.removeIf(taken::contains);
    }

    private static String id(Map<String, String> row) {
        return row.getOrDefault("id", "");
    }

    private static List<Cell> cells(Map<String, String> before, Map<String, String> after) {
        return RowChange.differing(before, after).stream()
                .filter(cell -> !NOT_COMPARED.contains(cell.column()))
                .toList();
    }
}
