package org.luheng.accounting.energy;

import java.math.BigDecimal;
import org.luheng.accounting.Arithmetic;

/**
 * An amount of standard coal on one basis. Amounts on different bases are of different types: adding them does not compile.
 *
 * @param tenThousandTonnes 万吨标准煤; negative where more was put out than taken in
 */
public record StandardCoal<B extends Basis>(B basis, BigDecimal tenThousandTonnes) {
    /** Heat of a kilogram of standard coal, kJ: 7000 kcal of 4.1868 J. GB/T 2589-2020, 3. */
    public static final BigDecimal HEAT = new BigDecimal("29307.6");

    /** 万吨标准煤 in kilograms, as a power of ten. */
    private static final int KILOGRAMS = 7;

    public static final String UNIT = "万吨标准煤";

    public static <B extends Basis> StandardCoal<B> none(B basis) {
        return new StandardCoal<>(basis, BigDecimal.ZERO);
    }

    /** An amount in some unit × standard coal of one such unit; not rounded. */
    public static <B extends Basis> StandardCoal<B> of(B basis, BigDecimal amount, BigDecimal perUnit) {
        return new StandardCoal<>(basis, amount.multiply(perUnit));
    }

    public StandardCoal<B> plus(StandardCoal<B> other) {
        return new StandardCoal<>(basis, tenThousandTonnes.add(other.tenThousandTonnes));
    }

    public StandardCoal<B> minus(StandardCoal<B> other) {
        return new StandardCoal<>(basis, tenThousandTonnes.subtract(other.tenThousandTonnes));
    }

    /** 吨标准煤. */
    public BigDecimal tonnes() {
        return tenThousandTonnes.movePointRight(4);
    }

    /** A coefficient in kgce per base unit as 万吨标准煤 per larger unit. */
    static BigDecimal perUnit(BigDecimal coefficient, BigDecimal baseUnits) {
        return coefficient.multiply(baseUnits).movePointLeft(KILOGRAMS).stripTrailingZeros();
    }

    /** What a low heat value in kJ comes to in kgce; one kilogram of standard coal holds {@link #HEAT}. */
    public static BigDecimal coefficient(BigDecimal heat) {
        return Arithmetic.divide(heat, HEAT);
    }
}
