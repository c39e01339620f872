package org.luheng.accounting.emission;

import static org.luheng.accounting.Arithmetic.PRECISION;
import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.fraction;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Formulas of flue gas (HJ 75-2017 附录 A): concentrations in mg/m³, flows in m³/h, mass in kg/h. Nothing is rounded. */
public final class FlueGas {
    /** Standard state: 273 K, 101325 Pa (HJ 75-2017 3). */
    static final BigDecimal KELVIN = new BigDecimal(273);

    static final BigDecimal ATMOSPHERE = new BigDecimal(101_325);

    private FlueGas() {}

    /** @param celsius of the gas; @param gauge Pa, static pressure; @param barometer Pa; @param humidity percent by volume */
    public static BigDecimal standardFlow(
            BigDecimal actual, BigDecimal celsius, BigDecimal gauge, BigDecimal barometer, BigDecimal humidity) {
        return divide(
                actual.multiply(KELVIN)
                        .multiply(barometer.add(gauge))
                        .multiply(BigDecimal.ONE.subtract(fraction(humidity))),
                KELVIN.add(celsius).multiply(ATMOSPHERE));
    }

    /** A concentration in the gas as it is in the stack, at standard state. */
    public static BigDecimal standardConcentration(
            BigDecimal actual, BigDecimal celsius, BigDecimal gauge, BigDecimal barometer) {
        return divide(actual.multiply(ATMOSPHERE).multiply(KELVIN.add(celsius)), KELVIN.multiply(barometer.add(gauge)));
    }

    /** @param humidity percent by volume, below 100 */
    public static BigDecimal dryConcentration(BigDecimal wet, BigDecimal humidity) {
        return divide(wet, BigDecimal.ONE.subtract(fraction(humidity)));
    }

    /** Null where there is as much oxygen as in air or more: then it is air that is measured. */
    public static @Nullable BigDecimal converted(
            BigDecimal dry, BigDecimal reference, BigDecimal measured, BigDecimal air) {
        return measured.compareTo(air) >= 0
                ? null
                : divide(dry.multiply(air.subtract(reference)), air.subtract(measured));
    }

    /** Nitrogen oxides, all as NO2. */
    public static BigDecimal asDioxide(
            BigDecimal monoxide, BigDecimal dioxide, BigDecimal molarMonoxide, BigDecimal molarDioxide) {
        return divide(monoxide.multiply(molarDioxide), molarMonoxide).add(dioxide);
    }

    /** Of the gas as it is, not converted: kg/h. */
    public static BigDecimal mass(BigDecimal dry, BigDecimal standardFlow) {
        return dry.multiply(standardFlow, PRECISION).movePointLeft(6);
    }
}
