package org.luheng.accounting.emission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * What a factor must not exceed: a row of {@code rules/emission-limits.csv}, or of a permit, which goes before it.
 *
 * @param set the standard and the kind of source it is for, as in {@link Terms#limits}
 * @param least empty: there is no lower bound
 * @param oxygen percent at which concentrations are held against it; null: as they are
 */
public record Limit(
        String set,
        String factor,
        Window window,
        @Nullable BigDecimal least,
        BigDecimal most,
        @Nullable BigDecimal oxygen,
        RuleEdition edition) {

    /** Values are compared as they are, not rounded before (GB/T 8170-2008 4.3.2 全数值比较法); the limit itself is kept. */
    public boolean isExceededBy(BigDecimal value) {
        return value.compareTo(most) > 0 || (least != null && value.compareTo(least) < 0);
    }

    public String inWords() {
        return (least == null ? "" : least.toPlainString() + "～") + most.toPlainString();
    }
}
