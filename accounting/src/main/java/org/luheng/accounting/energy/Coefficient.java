package org.luheng.accounting.energy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;

/**
 * How much standard coal a kind comes to, by one set: a row of {@code rules/coefficients.csv}.
 *
 * @param value kgce per base unit of the kind; the lower end where the set gives a range
 * @param high the upper end of a range: then a value must be chosen or the heat measured
 * @param heat low heat value the set prints, kJ per base unit
 * @param from first year it holds for
 * @param to last year, inclusive
 */
public record Coefficient(
        String id,
        String set,
        String kind,
        Basis basis,
        BigDecimal value,
        @Nullable BigDecimal high,
        @Nullable BigDecimal heat,
        @Nullable BigDecimal heatHigh,
        int from,
        int to,
        String source,
        Certainty certainty) {

    public boolean isRange() {
        return high != null;
    }

    public boolean holdsIn(int year) {
        return from <= year && year <= to;
    }

    /** {@code 0.7143}, {@code 1.1000～1.3300}. */
    public String printed() {
        return value.toPlainString() + (high == null ? "" : "～" + high.toPlainString());
    }

    /** As leaf of an explanation. */
    public RuleEdition edition(EnergyKind of) {
        return new RuleEdition(
                id,
                "coefficient." + kind,
                of.name() + "折标准煤系数 " + printed(),
                basis.word() + "值，千克标准煤/" + of.per(),
                from,
                to,
                source,
                certainty);
    }
}
