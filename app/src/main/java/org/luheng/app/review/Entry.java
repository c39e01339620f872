package org.luheng.app.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands now.
 *
 * @param cells as they would go into the plan: as read, with what is matched, corrected or added
 * @param decision the one that counts, null: none
 * @param history all decisions about it, those taken back too, in their order
 */
public record Entry(
        Item item, Map<String, String> cells, @Nullable Decision decision, List<Decision> history) {
    public Entry {
        cells = Map.copyOf(cells);
        history = List.copyOf(history);
    }

    public String id() {
        return item.id();
    }

    public boolean isOpen() {
        return decision == null;
    }

    public boolean isRejected() {
        return decision != null && decision.act() == Act.REJECT;
    }

    /** Goes into the plan. */
    public boolean isTaken() {
        return decision != null && decision.act() != Act.REJECT && item.kind() != Item.Kind.DOUBT;
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    Entry with(Map<String, String> others) {
        return new Entry(item, others, decision, history);
    }
}
