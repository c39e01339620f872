package org.luheng.app.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The items of a review as all decisions together leave them: of several about one item the latest counts that nobody took back.
 * Items stand in the order of the document.
 *
 * @param several acts about several items at once that nobody took back, in their order
 * @param head of the plan as it was last written down, null: nobody has
 */
public record Docket(
        Map<String, Entry> entries,
        List<Decision> several,
        @Nullable Head head) {
    private static final List<String> WITH_AGENCIES = List.of("lead", "cooperating", "inherited");

    public static Docket of(Review review) {
        return new Folding(review.reading().items(), review.decisions()).docket();
    }

    public Collection<Entry> all() {
        return entries.values();
    }

    /** Empty also for an addition that was taken back. */
    public Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    public long open() {
        return entries.values().stream().filter(Entry::isOpen).count();
    }

    /** The next free id of a kind; one that was taken back is not given again. */
    static String nextId(Review review, Item.Kind kind) {
        int last = review.reading().items().stream()
                .filter(item -> item.kind() == kind)
                .mapToInt(Item::number)
                .max()
                .orElse(0);
        String letter = kind.id(0).substring(0, 1);
        int added = review.decisions().stream()
                .map(Decision::item)
                .filter(item -> item.startsWith(letter))
                .mapToInt(item -> Integer.parseInt(item.substring(1)))
                .max()
                .orElse(0);
        return kind.id(Math.max(last, added) + 1);
    }

    /** One folding of decisions over items. */
    private static final class Folding {
        private final Map<String, Item> items = new LinkedHashMap<>();
        private final Set<Long> undone = new HashSet<>();
        private final Set<String> undoneFor = new HashSet<>();
        private final Map<String, List<Decision>> histories = new HashMap<>();
        private final Map<String, Decision> latest = new HashMap<>();
        private final List<Decision.Match> matches = new ArrayList<>();
        private final List<Decision> several = new ArrayList<>();
        private @Nullable Head head;

        Folding(List<Item> read, List<Decision> decisions) {
            read.forEach(item -> items.put(item.id(), item));
            for (Decision decision : decisions) {
                Long undoes = decision.undoes();
                if (undoes != null && decision.item().equals(Decision.SEVERAL)) {
                    undone.add(undoes);
                } else if (undoes != null) {
                    undoneFor.add(undoes + " " + decision.item());
                    history(decision.item(), decision);
                }
            }
            decisions.stream()
                    .filter(decision -> decision.act() != Act.TAKE_BACK)
                    .forEach(this::fold);
        }

        private void fold(Decision decision) {
            boolean back = undone.contains(decision.id());
            Decision.Match match = decision.content().match();
            if (decision.act() == Act.HEAD) {
                head = decision.content().head();
                return;
            }
            if (decision.item().equals(Decision.SEVERAL)) {
                if (!back) {
                    several.add(decision);
                    if (match != null) {
                        matches.add(match);
                    }
                }
                decision.content().items().forEach(item -> about(item, decision, back));
                return;
            }
            if (decision.act() == Act.ADD) {
                Item.Kind kind = decision.item().startsWith("T") ? Item.Kind.TARGET : Item.Kind.RESPONSIBILITY;
                Item added = new Item(
                        decision.item(),
                        kind,
                        decision.content().from(),
                        decision.content().to(),
                        "",
                        List.of(),
                        decision.content().cells());
                if (!isTakenBack(decision.item(), decision)) {
                    items.put(added.id(), added);
                }
            }
            about(decision.item(), decision, false);
        }

        private void about(String item, Decision decision, boolean back) {
            history(item, decision);
            if (!back && !isTakenBack(item, decision)) {
                latest.put(item, decision);
            }
        }

        private boolean isTakenBack(String item, Decision decision) {
            return undoneFor.contains(decision.id() + " " + item);
        }

        private void history(String item, Decision decision) {
            histories.computeIfAbsent(item, id -> new ArrayList<>()).add(decision);
        }

        Docket docket() {
            Map<String, Entry> entries = items.values().stream()
                    .sorted(Comparator.comparingInt(Item::from).thenComparing(Item::id))
                    .map(this::entry)
                    .collect(Collectors.toMap(Entry::id, entry -> entry, (one, other) -> one, LinkedHashMap::new));
            return new Docket(entries, List.copyOf(several), head);
        }

        private Entry entry(Item item) {
            Decision decision = latest.get(item.id());
            Map<String, String> cells = decision != null && (decision.act() == Act.CORRECT || decision.act() == Act.ADD)
                    ? decision.content().cells()
                    : matched(item.cells());
            List<Decision> history = histories.getOrDefault(item.id(), List.of()).stream()
                    .sorted(Comparator.comparingLong(Decision::id))
                    .toList();
            return new Entry(item, cells, decision, history);
        }

        private Map<String, String> matched(Map<String, String> read) {
            if (matches.isEmpty()) {
                return read;
            }
            Map<String, String> cells = new HashMap<>(read);
            for (Decision.Match match : matches) {
                if (match.what().equals(Decision.Match.INDICATOR)) {
                    cells.computeIfPresent(
                            "indicator", (column, code) -> code.equals(match.printed()) ? match.known() : code);
                } else {
                    WITH_AGENCIES.forEach(
                            column -> cells.computeIfPresent(column, (name, cell) -> renamed(cell, match)));
                }
            }
            return cells;
        }

        private static String renamed(String cell, Decision.Match match) {
            return Arrays.stream(cell.split(";"))
                    .map(name -> name.equals(match.printed()) ? match.known() : name)
                    .distinct()
                    .collect(Collectors.joining(";"));
        }
    }
}
