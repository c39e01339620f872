package org.luheng.app.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are wanted; null is no condition.
 *
 * @param from periods that end on or after this day
 * @param to periods that begin on or before this day
 * @param after facts with a higher id
 * @param limit at most so many
 */
public record FactQuery(
        @Nullable String region,
        @Nullable String element,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long after,
        int limit) {}
