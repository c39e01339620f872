package org.luheng.accounting;

import java.math.BigDecimal;

/**
 * An edition of the early-warning rule (晴雨表) for one light: dated data from {@code rules/barometer.csv}. 一级 (1) is the
 * worst.
 *
 * @param light {@code intensity}, {@code progress}, {@code total} or {@code indicator}
 * @param limit for {@link Form#GAP}: percent of the target by which it may be missed before the light is 一级
 */
public record Barometer(String light, Form form, BigDecimal limit, RuleEdition edition) {
    public enum Form {
        /** Moved the wrong way → 一级; the right way but short → 二级; met → 三级 (发改办环资〔2021〕629号). */
        DIRECTION,
        /** Missed by more than {@code limit} percent of the target → 一级; missed by less → 二级; met → 三级. */
        GAP
    }

    /**
     * @param change signed change since the base, or since the year before
     * @param required the change that was to be reached, same sign convention and unit
     * @param falling whether a fall is wanted
     */
    int byDirection(BigDecimal change, BigDecimal required, boolean falling) {
        BigDecimal wanted = falling ? change.negate() : change;
        BigDecimal least = falling ? required.negate() : required;
        if (wanted.compareTo(least) >= 0) {
            return 3;
        }
        return wanted.signum() < 0 ? 1 : 2;
    }

    /**
     * @param actual a level that should stay at or below {@code allowed}
     * @param allowed positive
     */
    int byGap(BigDecimal actual, BigDecimal allowed) {
        if (actual.compareTo(allowed) <= 0) {
            return 3;
        }
        BigDecimal gap = Arithmetic.percent(Arithmetic.divide(actual.subtract(allowed), allowed));
        return gap.compareTo(limit) > 0 ? 1 : 2;
    }
}
