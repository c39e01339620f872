package org.luheng.app.review;

import java.util.List;
import java.util.Optional;
import org.luheng.files.PlanChanges;
import org.luheng.files.PlanFolder;
import org.luheng.files.RowChange;
import org.springframework.stereotype.Component;

/** A document under review held against the plan that it is a new version of. */
@Component
public class Comparison {
    private final Reviews reviews;

    Comparison(Reviews reviews) {
        this.reviews = reviews;
    }

    /**
     * @param former null: the document is of no plan that is there
     * @param changes by id of the item; of what is gone, by its id in the former version
     * @param unchanged how many items say what they said
     * @param left items that were left out, because something is still wrong with them
     */
    public record Compared(
            @org.jspecify.annotations.Nullable PlanFolder former,
            List<RowChange> changes,
            int unchanged,
            List<Entry> left) {}

    public Compared of(Board board) {
        Optional<PlanFolder> former = reviews.former(board.review());
        List<Entry> sound = board.sound();
        PlanFolder now = reviews.compose(board.review(), reviews.headForChecking(board.review(), board.docket()), sound)
                .folder();
        List<Entry> left = board.docket().all().stream()
                .filter(entry -> !board.faults(entry).isEmpty())
                .toList();
        if (former.isEmpty() || now == null) {
            return new Compared(former.orElse(null), List.of(), 0, left);
        }
        PlanChanges changes = PlanChanges.between(former.get(), now);
        return new Compared(
                former.get(),
                changes.changes(),
                (int) sound.stream()
                        .filter(entry -> changes.isUnchanged(entry.id()))
                        .count(),
                left);
    }
}
