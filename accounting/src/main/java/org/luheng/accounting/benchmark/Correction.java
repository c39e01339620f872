package org.luheng.accounting.benchmark;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * What a standard allows to change of its limits where conditions are harder: altitude, ore, steel grade.
 *
 * @param levels names of the limits it changes
 * @param base condition from which it counts, with {@link Form#PER_UNIT}
 * @param amount factor, addition, or addition per unit of the condition; null with {@link Form#STATED_FACTOR}
 * @param least of what comes of it (factor or addition), null: no bound
 * @param above the condition must exceed this, null: no such condition
 * @param conditionUnit unit of the condition, empty where it has none
 */
public record Correction(
        String product,
        String name,
        List<String> levels,
        Form form,
        @Nullable BigDecimal base,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable BigDecimal above,
        String conditionUnit,
        RuleEdition edition) {

    public enum Form {
        /** limit × a factor that the reporter worked out by the standard's formula. */
        STATED_FACTOR,
        /** limit × amount. */
        FACTOR,
        /** limit + amount. */
        ADDITION,
        /** limit + amount × (condition − base), within bounds. */
        PER_UNIT;

        /** Whether it needs the condition as a number. */
        public boolean needsCondition() {
            return this == STATED_FACTOR || this == PER_UNIT;
        }
    }

    public Correction {
        levels = List.copyOf(levels);
        if ((amount == null) != (form == Form.STATED_FACTOR) || (base == null) != (form != Form.PER_UNIT)) {
            throw new IllegalArgumentException(name + ": " + form + " of " + amount + " from " + base);
        }
    }

    /** Addition for a condition, within the bounds. */
    BigDecimal addition(@Nullable BigDecimal condition) {
        BigDecimal addition = java.util.Objects.requireNonNull(amount);
        if (form == Form.PER_UNIT) {
            addition = addition.multiply(
                    java.util.Objects.requireNonNull(condition).subtract(java.util.Objects.requireNonNull(base)));
        }
        if (least != null && addition.compareTo(least) < 0) {
            return least;
        }
        return most != null && addition.compareTo(most) > 0 ? most : addition;
    }
}
