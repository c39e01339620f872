package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what exceeds a limit into episodes, in the order of time. */
final class Exceeding {
    private final Substance substance;
    private final List<Episode> found;
    private @Nullable Episode open;
    private int unknown;

    Exceeding(Substance substance, List<Episode> found) {
        this.substance = substance;
        this.found = found;
    }

    /** @param value null: not valid, or not held against anything; @param stopped then it says nothing at all */
    void next(
            @Nullable Limit limit, LocalDateTime from, LocalDateTime to, @Nullable BigDecimal value, boolean stopped) {
        if (open != null && !open.limit().equals(limit)) {
            end();
        }
        if (limit == null || stopped) {
            return;
        }
        if (value == null) {
            unknown++;
        } else if (!limit.isExceededBy(value)) {
            end();
        } else if (open == null) {
            open = new Episode(substance, limit, from, to, 1, 0, value);
            unknown = 0;
        } else {
            open = new Episode(
                    substance,
                    limit,
                    open.from(),
                    to,
                    open.times() + 1,
                    open.unknown() + unknown,
                    farther(limit, open.peak(), value));
            unknown = 0;
        }
    }

    private static BigDecimal farther(Limit limit, BigDecimal one, BigDecimal other) {
        BigDecimal least = limit.least();
        return least != null && other.compareTo(least) < 0 && one.compareTo(least) < 0
                ? one.min(other)
                : one.max(other);
    }

    void end() {
        if (open != null) {
            found.add(open);
        }
        open = null;
        unknown = 0;
    }
}
