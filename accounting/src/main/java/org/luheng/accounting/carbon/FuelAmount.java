package org.luheng.accounting.carbon;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.energy.EnergyAmount;

/**
 * An amount of energy of an enterprise, and what is said of the carbon in it.
 *
 * @param energy the amount; its heat value was measured, its set is one of factors
 * @param carbon measured, tC/TJ
 * @param oxidation share of the carbon that burns, at most 1
 * @param factor given outright: kgCO₂ per base unit, for electricity, heat and kinds without a row
 * @param place code of the place whose grid the electricity comes from; empty where the factor is given
 */
public record FuelAmount(
        EnergyAmount energy,
        @Nullable BigDecimal carbon,
        @Nullable BigDecimal oxidation,
        @Nullable BigDecimal factor,
        String place) {}
