package org.luheng.app.monitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device as who may see it sees it: what it is linked to today, and what it last said.
 *
 * @param permit of the outlet; empty: not known
 * @param last null: nothing within two days
 */
public record DeviceEntry(
        int id,
        String mn,
        String name,
        int edition,
        String strictness,
        boolean active,
        boolean sample,
        String outlet,
        String outletName,
        String owner,
        String ownerName,
        String permit,
        @Nullable Last last) {

    /** @param values as they were sent */
    public record Last(int cn, Instant dataTime, Instant received, List<Packed.Value> values) {}
}
