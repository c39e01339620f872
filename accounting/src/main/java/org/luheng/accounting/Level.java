package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * What an indicator amounts to in one place and period: as reported, or computed by its formula.
 *
 * @param given as somebody wrote it down, not computed
 * @param doubtful rests on a formula or parameter that is not settled
 * @param explanation rebuilds its part of the tree
 */
record Level(
        BigDecimal value, boolean given, String unit, boolean sample, boolean doubtful, Supplier<Trace> explanation) {
    /** The value for use inside a formula: as it was given, or to four places. */
    String shown() {
        return given ? value.toPlainString() : printed(value, 4);
    }

    Trace leaf() {
        return explanation.get();
    }
}
