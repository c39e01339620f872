package org.luheng.accounting;

import java.math.BigDecimal;

/**
 * The yearly path of a change over several years. All rates are signed fractions: −0.14 is a fall of 14 %.
 *
 * @param total change from the end of {@code baseYear} to the end of {@code dueYear}, greater than −1
 */
public record Path(BigDecimal total, int baseYear, int dueYear, PathForm form) {
    public Path {
        if (dueYear <= baseYear) {
            throw new IllegalArgumentException("path from " + baseYear + " to " + dueYear);
        }
        if (total.compareTo(BigDecimal.ONE.negate()) <= 0) {
            throw new IllegalArgumentException("a fall of 100 % or more has no path: " + total);
        }
    }

    /** A path with the same rate, a signed fraction, every year. */
    static Path ofYearlyRate(BigDecimal rate, int baseYear, int dueYear) {
        BigDecimal factor = BigDecimal.ONE.add(rate).pow(dueYear - baseYear, Arithmetic.PRECISION);
        return new Path(factor.subtract(BigDecimal.ONE), baseYear, dueYear, PathForm.GEOMETRIC);
    }

    private int years() {
        return dueYear - baseYear;
    }

    /** Cumulative change to be reached by the end of {@code year}; all of it from the due year on. */
    public BigDecimal after(int year) {
        int passed = Math.clamp(year - baseYear, 0, years());
        return switch (form) {
            case GEOMETRIC ->
                Arithmetic.power(BigDecimal.ONE.add(total), passed, years()).subtract(BigDecimal.ONE);
            case LINEAR -> Arithmetic.divide(total.multiply(new BigDecimal(passed)), new BigDecimal(years()));
        };
    }

    /** One year's share. */
    public BigDecimal yearly() {
        return after(baseYear + 1);
    }

    /**
     * The rate needed in each year left so that the whole is still reached.
     *
     * @param done cumulative change by the end of {@code year}
     * @param year before the due year
     */
    public BigDecimal required(BigDecimal done, int year) {
        int left = dueYear - year;
        if (left < 1) {
            throw new IllegalArgumentException("no year left after " + year);
        }
        BigDecimal rest = Arithmetic.divide(BigDecimal.ONE.add(total), BigDecimal.ONE.add(done));
        return Arithmetic.power(rest, 1, left).subtract(BigDecimal.ONE);
    }
}
