package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {
    private static Fact fact(String value, boolean sample) {
        return new Fact(
                1,
                "410100",
                Period.year(2021),
                "x",
                new BigDecimal(value),
                "吨",
                null,
                Stage.FINAL,
                "",
                "",
                "",
                null,
                sample,
                "1");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "0.00,0,2",
        "-0.5,-5,1",
        "13.50,1350,2",
        "-9999999999999999,-9999999999999999,0",
        "0.9999999999999999,9999999999999999,16"
    })
    void aNumberKeepsItsDigitsItsPlacesAndWhetherItIsMadeUp(String value, long digits, int places) {
        for (boolean sample : new boolean[] {true, false}) {
            long packed = Packed.of(fact(value, sample));
            assertThat(Packed.isNumber(packed)).isTrue();
            assertThat(Packed.digits(packed)).isEqualTo(digits);
            assertThat(Packed.places(packed)).isEqualTo(places);
            assertThat(Packed.isSample(packed)).isEqualTo(sample);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567", "0.12345678901234567", "1E+3", "1E-128"})
    void aNumberThatDoesNotFitSaysSo(String value) {
        assertThat(Packed.of(fact(value, true))).isEqualTo(Packed.LONG);
        assertThat(Packed.of(fact(value, false))).isEqualTo(Packed.LONG);
        assertThat(Packed.isNumber(Packed.LONG)).isFalse();
    }

    @Test
    void nothingIsNoNumber() {
        assertThat(Packed.isNumber(Packed.NOTHING)).isFalse();
        assertThat(Packed.of(BigDecimal.ZERO)).isNotEqualTo(Packed.NOTHING).isNotEqualTo(Packed.LONG);
    }

    @Property
    void whatIsPackedCanBeUnpacked(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(4) BigDecimal number) {
        long packed = Packed.of(number);
        assertThat(BigDecimal.valueOf(Packed.digits(packed), Packed.places(packed)))
                .isEqualTo(number);
    }
}
