package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a device said of one factor, of an hour or of a few minutes.
 *
 * @param command 2061 of an hour, 2051 of minutes (HJ 212-2017 表 6)
 * @param at start of that time, China's
 * @param mean in the factor's unit; null: there is none, or it is no number
 * @param converted to reference oxygen by the device; null: it did not
 * @param flag empty: it came without one
 * @param version of several readings of one factor, time and command the one with the greatest counts
 */
public record Reading(
        int command,
        LocalDateTime at,
        String factor,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal converted,
        String flag,
        long version) {
    public static final int OF_HOUR = 2061;
    public static final int OF_MINUTES = 2051;
}
