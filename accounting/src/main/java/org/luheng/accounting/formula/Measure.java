package org.luheng.accounting.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.luheng.accounting.Arithmetic;

/**
 * A unit as formulas see it.
 *
 * @param factor how many of the dimension's own unit one of this unit is, positive; {@code %} is 0.01
 */
public record Measure(Dimension dimension, BigDecimal factor) {
    public static final Measure NUMBER = new Measure(Dimension.NONE, BigDecimal.ONE);

    /** A value in this unit as one in the dimension's own. */
    public BigDecimal inOwn(BigDecimal value) {
        return value.multiply(factor);
    }

    /** A value in the dimension's own unit as one in this; to 34 digits. */
    public BigDecimal ofOwn(BigDecimal value) {
        // Of nearly all units the factor is a power of ten.
        return factor.unscaledValue().equals(BigInteger.ONE)
                ? value.round(Arithmetic.PRECISION).scaleByPowerOfTen(factor.scale())
                : Arithmetic.divide(value, factor);
    }
}
