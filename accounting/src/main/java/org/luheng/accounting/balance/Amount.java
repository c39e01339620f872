package org.luheng.accounting.balance;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;

/** What a cell holds, entered or derived. A blank cell is null. */
sealed interface Amount {
    /**
     * @param tolerance how far the rounding of what it was made of may have moved it
     * @param terms how many entered amounts it was made of
     * @param certainty of the least sure rule that it rests on
     * @param dispute why it cannot be built upon; null: it can
     * @param edition the rule by which it was derived; null: it was entered
     */
    record Known(
            BigDecimal value,
            BigDecimal tolerance,
            int terms,
            Certainty certainty,
            @Nullable String dispute,
            @Nullable RuleEdition edition,
            Supplier<Trace> trace)
            implements Amount {
        Known disputed(String reason) {
            return new Known(value, tolerance, terms, certainty, dispute == null ? reason : dispute, edition, trace);
        }
    }

    /** There is something, but how much cannot be said. */
    record Unknown(String reason, RuleEdition edition) implements Amount {}
}
