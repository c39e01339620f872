package org.luheng.accounting.balance;

import java.math.BigDecimal;
import org.luheng.accounting.Fact;

/**
 * A cell that somebody filled in.
 *
 * @param row code
 * @param column code
 * @param fact the amount, in the unit of the column and form
 * @param halfUnit half a unit of the last place that was printed, in the same unit: how far rounding may have moved the amount
 */
public record Entry(String row, String column, Form form, Fact fact, BigDecimal halfUnit) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    public Entry {
        if (halfUnit.signum() < 0) {
            throw new IllegalArgumentException("half a unit of " + halfUnit);
        }
    }

    /** 62.12 → 0.005; a plain 0 says that there is nothing, and nothing is not rounded. */
    public static BigDecimal halfUnit(BigDecimal printed) {
        return printed.signum() == 0 && printed.scale() <= 0
                ? BigDecimal.ZERO
                : HALF.scaleByPowerOfTen(-printed.scale()).stripTrailingZeros();
    }

    BigDecimal value() {
        return fact.value();
    }
}
