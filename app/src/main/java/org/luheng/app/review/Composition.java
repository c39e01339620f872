package org.luheng.app.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Rules;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.FolderText;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;

/**
 * Items and a head as a plan folder, read by the one reader there is: what that says of a row is said of its item.
 *
 * @param folder null where there is a fault
 * @param ofItems errors by id of the item
 * @param ofHead errors of anything else
 */
record Composition(@Nullable PlanFolder folder, Map<String, List<Finding>> ofItems, List<Finding> ofHead) {
    /** Columns of {@code targets.csv} that an item decides: not its id and its position. */
    static final List<String> TARGET_COLUMNS = ofItem(PlanFolder.TARGET_COLUMNS);

    /** Columns of {@code tasks.csv} that an item decides. */
    static final List<String> TASK_COLUMNS = ofItem(PlanFolder.TASK_COLUMNS);

    private static List<String> ofItem(List<String> columns) {
        return columns.stream()
                .filter(column -> !List.of("id", "from", "to").contains(column))
                .toList();
    }

    /** @param ids under which items go into the plan, where they have another than their own */
    static Composition of(
            Review review, Head head, List<Entry> entries, UnaryOperator<String> ids, Rules rules, Register register) {
        List<Entry> targets = of(entries, Item.Kind.TARGET);
        List<Entry> tasks = of(entries, Item.Kind.RESPONSIBILITY);
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        texts.put("plan.yaml", head.yaml(review.region(), review.document()));
        texts.put("clauses.csv", clauses(review));
        texts.put("targets.csv", csv(PlanFolder.TARGET_COLUMNS, targets, ids, Map.of()));
        texts.put("tasks.csv", csv(PlanFolder.TASK_COLUMNS, tasks, ids, sections(tasks)));
        try {
            PlanFolder folder = PlanFolder.read(head.id(), new FolderText(texts), rules, register);
            return new Composition(folder, Map.of(), List.of());
        } catch (Refused refused) {
            Map<String, List<Finding>> ofItems = new HashMap<>();
            List<Finding> ofHead = new ArrayList<>();
            for (Finding finding : refused.findings().list()) {
                if (finding.fault().kind() != Fault.Kind.ERROR) {
                    continue;
                }
                Entry entry = entry(finding, targets, tasks);
                if (entry == null) {
                    ofHead.add(finding);
                } else {
                    ofItems.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(finding);
                }
            }
            return new Composition(null, ofItems, ofHead);
        }
    }

    private static List<Entry> of(List<Entry> entries, Item.Kind kind) {
        return entries.stream().filter(entry -> entry.item().kind() == kind).toList();
    }

    /** A row stands on one line, behind the header. */
    private static @Nullable Entry entry(Finding finding, List<Entry> targets, List<Entry> tasks) {
        String file = finding.place().file();
        List<Entry> rows = file.endsWith("targets.csv") ? targets : file.endsWith("tasks.csv") ? tasks : List.of();
        int index = finding.place().line() - 2;
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    private static String clauses(Review review) {
        return FolderText.csv(
                PlanFolder.CLAUSE_COLUMNS,
                review.reading().headings().stream()
                        .map(heading -> Map.of(
                                "section",
                                heading.section(),
                                "heading",
                                heading.heading(),
                                "from",
                                Integer.toString(heading.from()),
                                "to",
                                Integer.toString(heading.to())))
                        .toList());
    }

    /** Several responsibilities of one clause are told apart by their number in it. */
    private static Map<String, String> sections(List<Entry> tasks) {
        Map<String, Long> counts = tasks.stream()
                .collect(Collectors.groupingBy(task -> Keeping.bare(task.cell("section")), Collectors.counting()));
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, String> sections = new HashMap<>();
        for (Entry task : tasks) {
            String bare = Keeping.bare(task.cell("section"));
            sections.put(
                    task.id(),
                    counts.getOrDefault(bare, 0L) > 1 ? bare + "#" + numbers.merge(bare, 1, Integer::sum) : bare);
        }
        return sections;
    }

    private static String csv(
            List<String> columns, List<Entry> entries, UnaryOperator<String> ids, Map<String, String> sections) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Map<String, String> row = new HashMap<>();
            for (String column : columns) {
                row.put(
                        column,
                        switch (column) {
                            case "id" -> ids.apply(entry.id());
                            case "from" -> Integer.toString(entry.item().from());
                            case "to" -> Integer.toString(entry.item().to());
                            case "section" -> sections.getOrDefault(entry.id(), entry.cell(column));
                            case "targets" -> mapped(entry.cell(column), ids);
                            default -> entry.cell(column);
                        });
            }
            rows.add(row);
        }
        return FolderText.csv(columns, rows);
    }

    private static String mapped(String targets, UnaryOperator<String> ids) {
        return targets.isEmpty()
                ? ""
                : List.of(targets.split(";")).stream().map(ids).collect(Collectors.joining(";"));
    }
}
