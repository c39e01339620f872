package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an outlet is measured and judged, for a time.
 *
 * @param from first day; null: always
 * @param to first day after; null: until further notice
 * @param limits set of {@code rules/emission-limits.csv} that holds for it; empty: none is known
 * @param oxygen percent its concentrations are converted to; null: as the limits say
 * @param atStandard whether its flow is reported at standard state and dry; else at that of the stack
 * @param dry whether its concentrations are
 * @param barometer Pa, of the place; null: not known, then no flow is brought to standard state
 * @param flowByHour whether its flow is reported in m³/h, whatever the unit of the factor
 * @param minutes a minute record stands for
 * @param permit limits of its permit, which go before those of the set
 */
public record Terms(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String limits,
        @Nullable BigDecimal oxygen,
        boolean atStandard,
        boolean dry,
        @Nullable BigDecimal barometer,
        boolean flowByHour,
        int minutes,
        List<Limit> permit) {
    public static final int MINUTES = 10;

    public Terms {
        permit = List.copyOf(permit);
        if (minutes < 1 || minutes > 60) {
            throw new IllegalArgumentException("a minute record of " + minutes + " minutes");
        }
    }

    /** As devices report that keep to the standard, held against nothing. */
    public static Terms usual() {
        return new Terms(null, null, "", null, true, true, null, false, MINUTES, List.of());
    }

    boolean holdOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
