package org.luheng.accounting.carbon;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.energy.EnergyKind;

/**
 * How much carbon dioxide a kind of energy gives off, by one set: a row of {@code rules/carbon-factors.csv}. The set belongs to a
 * guideline, as coefficients do.
 */
public sealed interface FuelFactor {
    String id();

    String set();

    String kind();

    int from();

    int to();

    String source();

    Certainty certainty();

    /** Kilograms of carbon dioxide per base unit of the kind. */
    BigDecimal kilograms();

    /** As it stands in a formula: {@code 20908 千焦/千克 × 26.37 吨碳/太焦 × 0.94 × 44/12}. */
    String printed(EnergyKind of);

    default boolean holdsIn(int year) {
        return from() <= year && year <= to();
    }

    /** As leaf of an explanation. */
    default RuleEdition edition(EnergyKind of) {
        return new RuleEdition(
                id(),
                "carbon.factor." + kind(),
                of.name() + "二氧化碳排放因子",
                printed(of),
                from(),
                to(),
                source(),
                certainty());
    }

    /**
     * A fuel: its heat, the carbon in it, and how much of that burns.
     *
     * @param heat low heat value, kJ per base unit
     * @param carbon tC/TJ
     * @param oxidation share of the carbon that becomes carbon dioxide, at most 1
     */
    record Burnt(
            String id,
            String set,
            String kind,
            BigDecimal heat,
            BigDecimal carbon,
            BigDecimal oxidation,
            int from,
            int to,
            String source,
            Certainty certainty)
            implements FuelFactor {
        /** Carbon dioxide weighs 44, the carbon in it 12. */
        private static final BigDecimal DIOXIDE = new BigDecimal(44);

        private static final BigDecimal CARBON = new BigDecimal(12);

        /** kJ/kg × tC/TJ = 10⁻⁶ kg/kg. */
        private static final int MILLION = 6;

        @Override
        public BigDecimal kilograms() {
            return Arithmetic.divide(
                    heat.multiply(carbon).multiply(oxidation).multiply(DIOXIDE).movePointLeft(MILLION), CARBON);
        }

        @Override
        public String printed(EnergyKind of) {
            return heat.toPlainString() + " 千焦/" + of.per() + " × " + carbon.toPlainString() + " 吨碳/太焦 × "
                    + oxidation.toPlainString() + " × 44/12";
        }

        /** The same with what was measured of the fuel in question; null leaves the set's own. */
        Burnt measured(
                @Nullable BigDecimal itsHeat, @Nullable BigDecimal itsCarbon, @Nullable BigDecimal itsOxidation) {
            return new Burnt(
                    id,
                    set,
                    kind,
                    itsHeat == null ? heat : itsHeat,
                    itsCarbon == null ? carbon : itsCarbon,
                    itsOxidation == null ? oxidation : itsOxidation,
                    from,
                    to,
                    source,
                    certainty);
        }
    }

    /** Given outright: heat that was bought, fuels from biomass that count as nothing. */
    record Outright(
            String id,
            String set,
            String kind,
            BigDecimal kilograms,
            int from,
            int to,
            String source,
            Certainty certainty)
            implements FuelFactor {
        @Override
        public String printed(EnergyKind of) {
            return kilograms.toPlainString() + " 千克二氧化碳/" + of.per();
        }
    }
}
