package org.luheng.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about one element of one region in one period. Never changed: a correction is a later fact.
 *
 * @param sequence order in which facts came to us; the later of two otherwise equal ones counts
 * @param region code of the register
 * @param element code of an element or indicator
 * @param value in {@code unit}, the element's own unit (converted on entry where it was given in another)
 * @param given the value and unit as entered, where they differ, e.g. {@code 12345 吨标准煤}
 * @param authority who said it (数出何门), empty where not stated
 * @param channel 统计, 行政 or 在线, empty where not stated
 * @param source document, file or device it came from
 * @param published when it became known to the world; null: not stated, counts as always known
 * @param sample made up for the demonstration; whatever rests on it is marked
 * @param ref address of the entry: file and line, or number of the stored row
 */
public record Fact(
        long sequence,
        String region,
        Period period,
        String element,
        BigDecimal value,
        String unit,
        @Nullable String given,
        Stage stage,
        String authority,
        String channel,
        String source,
        @Nullable LocalDate published,
        boolean sample,
        String ref) {

    boolean knownOn(LocalDate day) {
        return published == null || !published.isAfter(day);
    }
}
