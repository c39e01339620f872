package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A limit exceeded without a valid value within it between. Hours or days that are not valid do not end it, but are not counted.
 *
 * @param from start of the first that exceeds it
 * @param to end of the last that does
 * @param times hours or days that exceed it
 * @param unknown not valid ones between them
 * @param peak the value farthest out
 */
public record Episode(
        Substance substance,
        Limit limit,
        LocalDateTime from,
        LocalDateTime to,
        int times,
        int unknown,
        BigDecimal peak) {}
