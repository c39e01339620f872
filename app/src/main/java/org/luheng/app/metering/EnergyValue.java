package org.luheng.app.metering;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * One value as an end device sent it.
 *
 * @param from beginning of the period it is counted over
 * @param valid what the device itself says of it
 * @param inputType 1 management system, 2 production control, 3 distributed control, 4 field instrument, 5 by hand; 0: not said
 * @param scope 1 whole plant, 2 process, 3 process unit, 4 key equipment; 0: not said
 * @param uploaded when the device says it sent it: of several for one period the last one counts
 */
public record EnergyValue(
        DataCode code,
        StatType statType,
        LocalDateTime from,
        BigDecimal value,
        boolean valid,
        int inputType,
        int scope,
        LocalDateTime uploaded) {}
