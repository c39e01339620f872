package org.luheng.accounting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal arithmetic to 34 digits: division, powers with a fractional exponent, and the form in which numbers are printed. */
public final class Arithmetic {
    /** Working precision of everything that does not come out even. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Decimal places of a computed value where it leaves the house as data; pages round further for reading. */
    public static final int PRINTED_PLACES = 6;

    public static final BigDecimal HUNDRED = new BigDecimal(100);
    /** Far more than any input has, and fewer than are worked with. */
    private static final int COMPARED_PLACES = 20;

    private static final MathContext ROOT = new MathContext(40, RoundingMode.HALF_EVEN);

    private Arithmetic() {}

    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, PRECISION);
    }

    /**
     * The difference of two computed values without the noise of their last digits: 90 ÷ 100 × 85 ÷ 90 × 80 ÷ 85 is 0.8, and whoever was
     * to reach 0.8 has reached it.
     */
    static BigDecimal difference(BigDecimal minuend, BigDecimal subtrahend) {
        BigDecimal difference = minuend.subtract(subtrahend);
        return difference.scale() > COMPARED_PLACES
                ? difference.setScale(COMPARED_PLACES, RoundingMode.HALF_EVEN)
                : difference;
    }

    /** 14 (%) → 0.14 */
    public static BigDecimal fraction(BigDecimal percent) {
        return percent.movePointLeft(2);
    }

    /** 0.14 → 14 (%) */
    public static BigDecimal percent(BigDecimal fraction) {
        return fraction.movePointRight(2);
    }

    /** 1 + a rate given in percent. */
    public static BigDecimal growthFactor(BigDecimal percent) {
        return BigDecimal.ONE.add(fraction(percent));
    }

    /**
     * {@code base} to the power {@code numerator / denominator}.
     *
     * @param base not negative
     * @param denominator at least 1
     */
    public static BigDecimal power(BigDecimal base, int numerator, int denominator) {
        if (base.signum() < 0) {
            throw new IllegalArgumentException("no real root of " + base);
        }
        BigDecimal raised = base.pow(numerator, ROOT);
        return root(raised, denominator).round(PRECISION);
    }

    /** Newton's method from above, beginning on the tangent at 1: rates of change are near 1. */
    private static BigDecimal root(BigDecimal value, int degree) {
        if (value.signum() == 0 || degree == 1) {
            return value;
        }
        BigDecimal n = new BigDecimal(degree);
        BigDecimal root = BigDecimal.ONE.add(value.subtract(BigDecimal.ONE).divide(n, ROOT));
        for (int step = 0; step < 500; step++) {
            BigDecimal next = root.multiply(new BigDecimal(degree - 1), ROOT)
                    .add(value.divide(root.pow(degree - 1, ROOT), ROOT))
                    .divide(n, ROOT);
            if (next.compareTo(root) >= 0) {
                return root;
            }
            root = next;
        }
        throw new IllegalStateException("root of " + value + " did not settle");
    }

    /** A computed value as data: at most {@value #PRINTED_PLACES} places, half even, no exponent, no trailing zeros. */
    public static String printed(BigDecimal value) {
        return rounded(value, PRINTED_PLACES).toPlainString();
    }

    /** A value for reading: at most {@code places} places, half even as GB/T 8170, without trailing zeros. */
    public static String printed(BigDecimal value, int places) {
        return rounded(value, places).toPlainString();
    }

    /** {@code + 3.2} or {@code − 3.2}, for use inside a formula. */
    public static String signed(BigDecimal value) {
        return (value.signum() < 0 ? "− " : "+ ") + printed(value.abs(), 4);
    }

    /** As many places, from two on, as are needed to tell the value from the other: −2.97 is not said to miss −2.97. */
    public static String apart(BigDecimal value, BigDecimal other) {
        for (int places = 2; places < PRINTED_PLACES; places += 2) {
            if (!printed(value, places).equals(printed(other, places))) {
                return printed(value, places);
            }
        }
        return value.compareTo(other) == 0 ? printed(value, 2) : printed(value);
    }

    private static BigDecimal rounded(BigDecimal value, int places) {
        BigDecimal rounded = value.scale() > places ? value.setScale(places, RoundingMode.HALF_EVEN) : value;
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
