package org.luheng.app.review;

import java.util.List;
import java.util.Map;
import org.luheng.files.Finding;

/**
 * A review as it lies on the table.
 *
 * @param faults what keeps an item from going into the plan, by its id: an indicator, an agency that the house does not know, a
 *     value without a unit
 */
public record Board(Review review, Docket docket, Map<String, List<Finding>> faults) {

    /** What has to be settled before the item can be accepted as it is. */
    public List<Finding> faults(Entry entry) {
        return faults.getOrDefault(entry.id(), List.of());
    }

    /** A person has to look at it by itself. */
    public boolean isDoubtful(Entry entry) {
        return entry.item().kind() == Item.Kind.DOUBT
                || !entry.item().doubts().isEmpty()
                || !faults(entry).isEmpty();
    }

    /** Open, and nothing speaks against it. */
    public List<Entry> clean() {
        return docket.all().stream()
                .filter(entry -> entry.isOpen() && !isDoubtful(entry))
                .toList();
    }

    /** Those that could go into the plan now. */
    public List<Entry> sound() {
        return docket.all().stream()
                .filter(entry -> !entry.isRejected() && faults(entry).isEmpty())
                .toList();
    }
}
