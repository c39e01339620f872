package org.luheng.accounting;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A warning level, or why there is none.
 *
 * @param light {@code intensity}, {@code total}, {@code progress}, or the code of a plan indicator
 * @param level 1 worst, 2, 3 met; null: no light (never green for want of data)
 * @param wording makes {@link #reason()} when it is asked for
 * @param edition the barometer rule used, null where none was
 * @param bracketed rests on a rule or parameter that is not settled
 */
public record Light(
        String region,
        Period period,
        String light,
        @Nullable Integer level,
        State state,
        Supplier<String> wording,
        @Nullable RuleEdition edition,
        @Nullable Target target,
        boolean bracketed,
        boolean sample) {

    static Light without(
            String region, Period period, String light, State state, String reason, @Nullable Target target) {
        return new Light(region, period, light, null, state, () -> reason, null, target, false, false);
    }

    /** In words, with the numbers compared. */
    public String reason() {
        return wording.get();
    }

    /** The same level, with more to say; bracketed where what is said puts it in doubt. */
    Light beside(String more, boolean doubtful) {
        return new Light(
                region,
                period,
                light,
                level,
                state,
                () -> reason() + more,
                edition,
                target,
                bracketed || doubtful,
                sample);
    }

    Light bracketedIf(boolean doubtful) {
        return doubtful ? beside("", true) : this;
    }
}
