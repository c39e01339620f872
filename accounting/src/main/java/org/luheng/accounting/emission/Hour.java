package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One pollutant of a source in one clock hour. Nothing is rounded.
 *
 * @param state of its concentration; a stop needs that nothing speaks against it
 * @param said what it rests on
 * @param concentration mg/m³ standard and dry, mg/L, or pH; null unless valid
 * @param oxygen percent measured; null: not valid, or not asked for
 * @param reference percent it is converted to; null: it is not converted
 * @param converted at reference oxygen; null where it cannot be computed
 * @param flow m³ in the hour, of gas standard and dry; null: not valid
 * @param mass kg; null: lacking, or not a mass
 * @param note what a reader has to know: why it is not valid, what was put in its place
 */
public record Hour(
        LocalDateTime start,
        HourState state,
        FactorHour said,
        @Nullable BigDecimal concentration,
        @Nullable BigDecimal oxygen,
        @Nullable BigDecimal reference,
        @Nullable BigDecimal converted,
        @Nullable BigDecimal flow,
        @Nullable BigDecimal mass,
        Origin origin,
        String note) {

    /** What is held against limits; null: nothing is. */
    public @Nullable BigDecimal judged() {
        return !said.judged() ? null : reference == null ? concentration : converted;
    }

    Hour with(@Nullable BigDecimal substitute, Origin from, String why) {
        return new Hour(
                start,
                state,
                said,
                concentration,
                oxygen,
                reference,
                converted,
                flow,
                substitute,
                from,
                joined(note, why));
    }

    static String joined(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + "；" + second;
    }
}
