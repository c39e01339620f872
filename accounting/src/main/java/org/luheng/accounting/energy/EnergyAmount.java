package org.luheng.accounting.energy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.energy.EnergyKind.Purpose;

/**
 * An amount of energy of an enterprise in one year, and what is said of its coefficient.
 *
 * @param fact the amount, in the statistical unit of the kind; {@code given} as it was written
 * @param heat measured low heat value, kJ/kg or kJ/m³
 * @param chosen coefficient chosen from a range, or measured on site, kgce per base unit
 * @param equivalent coefficient of the equivalent value, for electricity, heat and working media
 * @param set id of the set of coefficients; empty: what enterprises use in the year
 */
public record EnergyAmount(
        EnergyKind kind,
        Purpose purpose,
        Fact fact,
        @Nullable BigDecimal heat,
        @Nullable BigDecimal chosen,
        @Nullable BigDecimal equivalent,
        String set) {

    /** {@code 120 吨}. */
    String written() {
        String given = fact.given();
        return given == null ? fact.value().toPlainString() + " " + fact.unit() : given;
    }
}
