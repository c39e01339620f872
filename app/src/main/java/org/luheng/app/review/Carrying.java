package org.luheng.app.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luheng.files.PlanChanges;
import org.luheng.files.PlanFolder;

/**
 * Decisions that can be taken over from the former version of a plan: of its review, about items that were read alike; else about
 * items that say what the plan says now.
 */
final class Carrying {
    private static final String REASON = "沿用第 %d 号审读的决定。";

    private final Reviews reviews;

    Carrying(Reviews reviews) {
        this.reviews = reviews;
    }

    /**
     * @param same items to accept as they are
     * @param drafts all that has to be kept, that acceptance among them
     * @param items how many items are decided by it
     */
    record Carried(List<String> same, List<Decision.Draft> drafts, int items) {}

    Carried of(Board board) {
        List<Decision.Draft> drafts = new ArrayList<>();
        Set<String> done = new HashSet<>();
        reviews.formerReview(board.review()).ifPresent(former -> fromReview(board, former, drafts, done));
        List<String> same = new ArrayList<>();
        Optional<PlanFolder> plan = reviews.former(board.review());
        if (plan.isPresent()) {
            PlanFolder now = reviews.compose(
                            board.review(), reviews.headForChecking(board.review(), board.docket()), board.sound())
                    .folder();
            PlanChanges changes = now == null ? null : PlanChanges.between(plan.get(), now);
            for (Entry entry : board.docket().all()) {
                boolean unchanged = changes != null && changes.isUnchanged(entry.id());
                if (unchanged && entry.isOpen() && !done.contains(entry.id())) {
                    same.add(entry.id());
                }
            }
        }
        if (!same.isEmpty()) {
            drafts.add(new Decision.Draft(Decision.SEVERAL, Act.CARRY_OVER, Decision.Content.of(same), "", null));
        }
        return new Carried(same, drafts, same.size() + done.size());
    }

    private static void fromReview(Board board, Review former, List<Decision.Draft> drafts, Set<String> done) {
        Map<Object, Entry> before = new HashMap<>();
        Docket.of(former).all().forEach(entry -> before.putIfAbsent(key(entry.item(), former), entry));
        String reason = REASON.formatted(former.id());
        List<String> accepted = new ArrayList<>();
        for (Entry entry : board.docket().all()) {
            Entry same = before.get(key(entry.item(), board.review()));
            Decision decision = same == null ? null : same.decision();
            if (same == null || decision == null || !entry.isOpen()) {
                continue;
            }
            if (decision.act() == Act.REJECT) {
                drafts.add(new Decision.Draft(
                        entry.id(), Act.REJECT, Decision.Content.NONE, reason + decision.reason(), null));
            } else if (entry.item().kind() == Item.Kind.DOUBT
                    || same.cells().equals(same.item().cells())) {
                if (!board.faults(entry).isEmpty()) {
                    continue;
                }
                accepted.add(entry.id());
            } else {
                Map<String, String> cells = new HashMap<>(same.cells());
                cells.put("section", entry.item().section());
                // Numbers of targets are those of the former document.
                cells.computeIfPresent("targets", (column, ids) -> "");
                drafts.add(new Decision.Draft(entry.id(), Act.CORRECT, Decision.Content.of(cells), reason, null));
            }
            done.add(entry.id());
        }
        if (!accepted.isEmpty()) {
            drafts.add(
                    new Decision.Draft(Decision.SEVERAL, Act.CARRY_OVER, Decision.Content.of(accepted), reason, null));
        }
    }

    /** What was read, whatever its number and place; of a doubt its words. */
    private static Object key(Item item, Review review) {
        if (item.kind() == Item.Kind.DOUBT) {
            return List.of(item.kind(), item.doubts(), words(item, review));
        }
        Map<String, String> cells = new HashMap<>(item.cells());
        List.of("section", "note", "targets", "indicator", "kind").forEach(cells::remove);
        return List.of(item.kind(), cells);
    }

    private static String words(Item item, Review review) {
        String text = review.reading().text();
        return text.substring(text.offsetByCodePoints(0, item.from()), text.offsetByCodePoints(0, item.to()));
    }
}
