package org.luheng.accounting.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;

/**
 * What one line of production used per unit of a product in a year.
 *
 * @param line empty where the enterprise has but one
 * @param product as the policy names it
 * @param standardProduct as the GB standard names it, mostly the same
 * @param consumption unit consumption, in its own unit; may be negative
 * @param output in the unit that the consumption is per
 * @param capacity in any unit
 * @param coefficient kgce per kWh, where the consumption is in kWh
 */
public record Production(
        String region,
        String enterprise,
        String line,
        String product,
        String standardProduct,
        Period period,
        Fact consumption,
        @Nullable Fact output,
        @Nullable Fact capacity,
        @Nullable Fact coefficient,
        List<Claim> claims) {
    public Production {
        claims = List.copyOf(claims);
        if (!period.isYear()) {
            throw new IllegalArgumentException("levels are compared by the year, not " + period);
        }
    }

    /** Whose the figures are: {@code 郑州市/某水泥厂/水泥熟料/一线}. */
    public String body() {
        return region + "/" + enterprise + "/" + product + (line.isEmpty() ? "" : "/" + line);
    }

    /** The same for people. */
    public String inWords() {
        return enterprise + " " + product + (line.isEmpty() ? "" : " " + line);
    }
}
