package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/**
 * How many times another quantity one is, and how that was found.
 *
 * @param formula with the values in it, made when asked for
 * @param children the leaves of its explanation, made when asked for
 * @param doubtful rests on a rule that is not settled
 */
record Factor(
        BigDecimal value, Supplier<String> formula, Supplier<List<Trace>> children, boolean sample, boolean doubtful) {}
