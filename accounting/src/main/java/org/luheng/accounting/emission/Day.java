package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pollutant of a source on one day.
 *
 * @param hours of it that are over
 * @param valid whether enough of them are valid for a mean that counts
 * @param wanted how many valid hours that takes
 * @param mean of the valid hours; null: there is none. Shown where the day is not valid too, and said so
 * @param converted mean at reference oxygen; null: there is none
 * @param judged mean of what is held against limits
 */
public record Day(
        LocalDate date,
        List<Hour> hours,
        boolean valid,
        int wanted,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal converted,
        @Nullable BigDecimal judged,
        Emission emission,
        Transmission transmission) {
    public Day {
        hours = List.copyOf(hours);
    }

    public long validHours() {
        return hours.stream().filter(hour -> hour.state() == HourState.VALID).count();
    }
}
