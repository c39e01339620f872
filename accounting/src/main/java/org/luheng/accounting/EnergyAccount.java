package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From energy as it was to energy as it is assessed (能耗账), deduction by deduction, of a period and of the one it is compared with;
 * in 万吨标准煤.
 *
 * @param before the same span a year earlier
 * @param policy edition of the deductions
 * @param missing why nothing comes out; null: all is known
 */
public record EnergyAccount(
        String region,
        Period period,
        Period before,
        Deduction.Purpose purpose,
        RuleEdition policy,
        @Nullable Level grossNow,
        @Nullable Level grossThen,
        List<Step> steps,
        @Nullable String missing) {

    /**
     * Energy of a place in a period, before any deduction.
     *
     * @param doubtful rests on a parameter that is not settled
     */
    public record Level(BigDecimal value, boolean sample, boolean doubtful, Supplier<Trace> explanation) {
        public Trace trace() {
            return explanation.get();
        }
    }

    /**
     * One deduction, of both periods.
     *
     * @param name of what is deducted
     * @param now deducted from the period itself, not negative
     * @param then deducted from the one before
     * @param applied what was applied for in the period, in the element's own unit; null: not known
     * @param cap most that could be deducted in the period; null: no limit
     */
    public record Step(
            Deduction deduction,
            String name,
            BigDecimal now,
            BigDecimal then,
            @Nullable BigDecimal applied,
            @Nullable BigDecimal cap,
            boolean sample,
            Supplier<List<Trace>> explanation) {
        /** Whether less was deducted than was granted. */
        public boolean capped() {
            return cap != null && now.compareTo(cap) == 0;
        }

        public List<Trace> traces() {
            return explanation.get();
        }
    }

    public EnergyAccount {
        steps = List.copyOf(steps);
    }

    /** What is assessed of the period; null where something is missing. */
    public @Nullable BigDecimal assessed() {
        return left(grossNow, true);
    }

    /** What is assessed of the period before; null where something is missing. */
    public @Nullable BigDecimal assessedBefore() {
        return left(grossThen, false);
    }

    private @Nullable BigDecimal left(@Nullable Level gross, boolean current) {
        if (gross == null || missing != null) {
            return null;
        }
        BigDecimal left = gross.value();
        for (Step step : steps) {
            left = left.subtract(current ? step.now() : step.then());
        }
        return left;
    }

    boolean sample() {
        return (grossNow != null && grossNow.sample()) || (grossThen != null && grossThen.sample()) || anySample();
    }

    private boolean anySample() {
        for (Step step : steps) {
            if (step.sample()) {
                return true;
            }
        }
        return false;
    }

    boolean doubtful() {
        if ((grossNow != null && grossNow.doubtful()) || (grossThen != null && grossThen.doubtful())) {
            return true;
        }
        for (Step step : steps) {
            if (!step.deduction().edition().certainty().settled()) {
                return true;
            }
        }
        return false;
    }
}
