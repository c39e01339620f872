package org.luheng.app.metering;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A meter was changed (换表) or rolled over (翻转) on a day; what the device sent for that day is not what was used.
 *
 * @param oldBegin reading of the old meter at the beginning of the day
 * @param oldEnd when it was taken off, or its highest reading
 * @param newBegin reading of the new one when it was put on, or 0
 * @param newEnd at the end of the day
 * @param ratio by which readings are multiplied
 */
public record MeterChange(
        DataCode code,
        LocalDate day,
        String kind,
        BigDecimal oldBegin,
        BigDecimal oldEnd,
        BigDecimal newBegin,
        BigDecimal newEnd,
        BigDecimal ratio,
        String note) {

    /** What was used on the day, in the unit of the data code. */
    public BigDecimal amount() {
        return oldEnd.subtract(oldBegin).add(newEnd.subtract(newBegin)).multiply(ratio);
    }
}
