package org.luheng.accounting;

/**
 * An indicator or element: a row of {@code rules/elements.csv} or {@code rules/indicators.csv}.
 *
 * @param unit unit in which its facts are kept
 * @param rising whether more is better
 */
public record Indicator(
        String code,
        String name,
        String unit,
        boolean rising,
        Accumulation accumulation,
        String frequency,
        String definition,
        String source,
        Certainty certainty) {

    /** How values of several periods go together. */
    public enum Accumulation {
        /** A state, or a ratio of one year: the latest counts. */
        STOCK,
        /** Adds up within a year. */
        FLOW,
        /** Adds up over the plan's period; facts are amounts of one year. */
        CUMULATIVE,
        /** A yearly rate of change: years multiply. */
        RATE
    }
}
