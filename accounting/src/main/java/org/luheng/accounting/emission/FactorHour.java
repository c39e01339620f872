package org.luheng.accounting.emission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One factor in one clock hour.
 *
 * @param mean of its valid minutes, in the factor's unit; null unless the hour is valid
 * @param converted by the device
 * @param valid minutes
 * @param command of the record it rests on; 0: there is none
 * @param why the hour is not valid, in words; empty: it is
 * @param judged whether it is held against limits
 * @param checking it is not valid for no other reason than that the analyser checked itself
 */
public record FactorHour(
        HourState state,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal converted,
        int valid,
        int command,
        String why,
        boolean judged,
        boolean checking) {
    static final FactorHour NOTHING = new FactorHour(HourState.MISSING, null, null, 0, 0, "没有数据", true, false);

    boolean isValid() {
        return state == HourState.VALID;
    }
}
