package org.luheng.accounting.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Packed;

class TallyTest {
    /** Short numbers mostly, and now and then one that does not fit, or a number of places that another one has no room for. */
    @Provide
    Arbitrary<List<BigDecimal>> numbers() {
        Arbitrary<BigInteger> digits = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.valueOf(-99_999), BigInteger.valueOf(99_999)),
                Arbitraries.bigIntegers()
                        .between(
                                BigInteger.valueOf(-9_999_999_999_999_999L),
                                BigInteger.valueOf(9_999_999_999_999_999L)),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(20).negate(), BigInteger.TEN.pow(20)));
        return Combinators.combine(digits, Arbitraries.integers().between(0, 22))
                .as(BigDecimal::new)
                .list()
                .ofMaxSize(12);
    }

    private static void add(Tally tally, BigDecimal number) {
        long packed = Packed.of(number);
        if (Packed.isNumber(packed)) {
            tally.add(packed);
        } else {
            tally.add(number);
        }
    }

    @Property
    void aSumIsWhatDecimalsGiveToTheLastPlace(
            @ForAll("numbers") List<BigDecimal> added, @ForAll("numbers") List<BigDecimal> subtracted) {
        Tally tally = new Tally();
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : added) {
            add(tally, number);
            sum = sum.add(number);
        }
        for (BigDecimal number : subtracted) {
            long packed = Packed.of(number);
            if (Packed.isNumber(packed)) {
                tally.subtract(packed);
                sum = sum.subtract(number);
            }
        }
        assertThat(tally.value()).isEqualTo(sum);
        assertThat(tally.signum()).isEqualTo(sum.signum());
    }

    @Property
    void aSumOfProductsIsWhatDecimalsGiveToTheLastPlace(
            @ForAll("numbers") List<BigDecimal> amounts, @ForAll("numbers") List<BigDecimal> coefficients) {
        Tally tally = new Tally();
        Tally each = new Tally();
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = 0; at < Math.min(amounts.size(), coefficients.size()); at++) {
            each.clear();
            add(each, amounts.get(at));
            tally.addProduct(each, Packed.of(coefficients.get(at)), coefficients.get(at));
            sum = sum.add(amounts.get(at).multiply(coefficients.get(at)));
        }
        assertThat(tally.value()).isEqualTo(sum);
        assertThat(tally.signum()).isEqualTo(sum.signum());
    }

    @Test
    void aSumMayGrowBeyondSixtyFourBitsAndBeClearedAgain() {
        long most = Packed.of(new BigDecimal("9999999999999999"));
        Tally tally = new Tally();
        for (int times = 0; times < 2_000; times++) {
            tally.add(most);
        }
        assertThat(tally.value()).isEqualTo(new BigDecimal("9999999999999999").multiply(new BigDecimal(2_000)));
        assertThat(tally.signum()).isEqualTo(1);
        tally.clear();
        assertThat(tally.signum()).isZero();
        tally.subtract(Packed.of(new BigDecimal("0.50")));
        assertThat(tally.value()).isEqualTo(new BigDecimal("-0.50"));
    }
}
