package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that do not come out even, and how they are written. */
class ArithmeticTest {
    @Test
    void aThirdTakenThreeTimesIsTheWhole() {
        BigDecimal third = Arithmetic.divide(BigDecimal.ONE, new BigDecimal(3));
        BigDecimal whole = third.multiply(new BigDecimal(3));
        assertThat(whole).isLessThan(BigDecimal.ONE);
        assertThat(Arithmetic.difference(whole, BigDecimal.ONE)).isZero();
        assertThat(Arithmetic.difference(new BigDecimal("1.0000000001"), BigDecimal.ONE))
                .isEqualByComparingTo("0.0000000001");
    }

    @ParameterizedTest(name = "{0}^({1}/{2}) = {3}")
    @CsvSource({
        "0, 1, 5, 0",
        "0.86, 0, 5, 1",
        "0.86, 5, 5, 0.86",
        "32, 1, 5, 2",
        "0.00001, 1, 5, 0.1",
        "1000000, 2, 3, 10000",
        "7, 1, 1, 7"
    })
    void powersWithAFractionAsExponent(BigDecimal base, int numerator, int denominator, BigDecimal power) {
        assertThat(Arithmetic.power(base, numerator, denominator)).isEqualByComparingTo(power);
    }

    @Test
    void ofWhatIsNegativeThereIsNoRoot() {
        assertThatThrownBy(() -> Arithmetic.power(new BigDecimal("-0.1"), 1, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.1");
    }

    @ParameterizedTest
    @CsvSource({"3.2, + 3.2", "-3.2, − 3.2", "0, + 0", "-0.00001, − 0", "2.97145, + 2.9714"})
    void aRateWithinAFormulaHasItsSign(BigDecimal rate, String written) {
        assertThat(Arithmetic.signed(rate)).isEqualTo(written);
    }

    /** 2.5 and 3.5 to whole numbers are 2 and 4: half even, as GB/T 8170. */
    @ParameterizedTest
    @CsvSource({"2.5, 0, 2", "3.5, 0, 4", "1200, 2, 1200", "0.10, 2, 0.1", "-0.004, 2, 0", "1.23456, 4, 1.2346"})
    void valuesForReadingAreRoundedHalfEven(BigDecimal value, int places, String written) {
        assertThat(Arithmetic.printed(value, places)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "2.97, 2.98, 2.97",
        "2.971, 2.974, 2.971",
        "2.97142, 2.97142, 2.97",
        "2.971425, 2.971426, 2.971425",
        "2.97142571, 2.97142572, 2.971426"
    })
    void asManyPlacesAsTellTwoNumbersApart(BigDecimal value, BigDecimal other, String written) {
        assertThat(Arithmetic.apart(value, other)).isEqualTo(written);
    }
}
