package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator amounts to in one place and period: as reported, or computed by its formula.
 *
 * @param shown the value for use inside a formula
 * @param formula the least sure of the editions of the formulas it was computed by, null where it was reported
 * @param explanation rebuilds its part of the tree
 */
record Level(
        BigDecimal value,
        String shown,
        String unit,
        boolean sample,
        @Nullable RuleEdition formula,
        Supplier<Trace> explanation) {

    Trace leaf() {
        return explanation.get();
    }

    /** The edition, or that of the formula where we are less sure of it. */
    RuleEdition orLessSure(RuleEdition edition) {
        return formula == null ? edition : edition.orLessSure(formula);
    }
}
