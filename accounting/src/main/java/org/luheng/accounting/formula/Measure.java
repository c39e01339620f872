package org.luheng.accounting.formula;

import java.math.BigDecimal;

/**
 * A unit as formulas see it.
 *
 * @param factor how many of the dimension's own unit one of this unit is, positive; {@code %} is 0.01
 */
public record Measure(Dimension dimension, BigDecimal factor) {
    public static final Measure NUMBER = new Measure(Dimension.NONE, BigDecimal.ONE);
}
