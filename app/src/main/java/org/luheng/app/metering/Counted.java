package org.luheng.app.metering;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * The value that counts for a data code and a period.
 *
 * @param versions how many were sent for it
 */
public record Counted(
        DataCode code,
        StatType statType,
        LocalDateTime from,
        BigDecimal value,
        boolean valid,
        int inputType,
        LocalDateTime uploaded,
        int versions) {}
