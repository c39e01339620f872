package org.luheng.accounting.emission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The formulas of HJ 75-2017 annex A, with results worked by hand to thirty digits. */
class FlueGasTest {
    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    @Test
    void flowOfTheStackIsBroughtToStandardStateAndDry() {
        // 100000 × 273 ÷ (273 + 120) × (101325 − 500) ÷ 101325 × (1 − 0.10)
        assertThat(FlueGas.standardFlow(of("100000"), of("120"), of("-500"), of("101325"), of("10")))
                .isCloseTo(of("62210.5762765494601115373966697"), org.assertj.core.data.Offset.offset(of("1e-24")));
    }

    @Test
    void concentrationIsBroughtToStandardState() {
        // 50 × 101325 ÷ (101325 − 500) × (273 + 120) ÷ 273
        assertThat(FlueGas.standardConcentration(of("50"), of("120"), of("-500"), of("101325")))
                .isCloseTo(of("72.3349672890957294627019397662"), org.assertj.core.data.Offset.offset(of("1e-27")));
    }

    @Test
    void wetConcentrationIsMadeDry() {
        // 18 ÷ (1 − 0.08)
        assertThat(FlueGas.dryConcentration(of("18"), of("8")))
                .isCloseTo(of("19.5652173913043478260869565217"), org.assertj.core.data.Offset.offset(of("1e-27")));
    }

    @Test
    void conversionToReferenceOxygenEndsBelowTheOxygenOfAir() {
        // 18 × (21 − 9) ÷ (21 − 9.6)
        assertThat(FlueGas.converted(of("18"), of("9"), of("9.6"), of("21")))
                .isCloseTo(of("18.9473684210526315789473684211"), org.assertj.core.data.Offset.offset(of("1e-27")));
        assertThat(FlueGas.converted(of("18"), of("9"), of("20.99"), of("21"))).isEqualByComparingTo("21600");
        assertThat(FlueGas.converted(of("18"), of("9"), of("21"), of("21"))).isNull();
        assertThat(FlueGas.converted(of("18"), of("9"), of("21.3"), of("21"))).isNull();
    }

    @Test
    void nitrogenOxidesCountAsDioxide() {
        // 30 × 46.005 ÷ 30.006 + 5
        assertThat(FlueGas.asDioxide(of("30"), of("5"), of("30.006"), of("46.005")))
                .isCloseTo(of("50.9958008398320335932813437313"), org.assertj.core.data.Offset.offset(of("1e-27")));
    }

    @Test
    void massIsConcentrationTimesFlow() {
        // 50 mg/m³ × 86400 m³/h × 10⁻⁶
        assertThat(FlueGas.mass(of("50"), of("86400"))).isEqualByComparingTo("4.32");
    }
}
