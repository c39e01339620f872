package org.luheng.accounting.benchmark;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction of limits that a reporter asks for.
 *
 * @param name of a {@link Correction} of the rules, or the reporter's own word for one the rules do not know
 * @param condition e.g. the altitude in metres
 * @param factor worked out or stated by the reporter
 * @param addition stated by the reporter, in the unit of the limit
 * @param levels names of the limits; only for one that the rules do not know
 * @param reason why; only for one that the rules do not know
 */
public record Claim(
        String name,
        @Nullable BigDecimal condition,
        @Nullable BigDecimal factor,
        @Nullable BigDecimal addition,
        List<String> levels,
        String reason) {
    public Claim {
        levels = List.copyOf(levels);
    }
}
