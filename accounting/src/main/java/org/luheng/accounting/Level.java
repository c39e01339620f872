package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * What an indicator amounts to in one place and period: as reported, or computed by its formula.
 *
 * @param shown the value for use inside a formula
 * @param doubtful rests on a formula or parameter that is not settled
 * @param explanation rebuilds its part of the tree
 */
record Level(
        BigDecimal value, String shown, String unit, boolean sample, boolean doubtful, Supplier<Trace> explanation) {
    Trace leaf() {
        return explanation.get();
    }
}
