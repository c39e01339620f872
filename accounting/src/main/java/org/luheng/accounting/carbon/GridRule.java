package org.luheng.accounting.carbon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.carbon.GridFactor.Scope;

/**
 * Which of the published grid factors serves for an activity: a row of {@code rules/grid-rules.csv}.
 *
 * @param scopes in the order they are tried; within one scope years are never mixed with those of another, or a change of scope would
 *     feign a change of emissions
 */
public record GridRule(Choice choice, List<Scope> scopes, RuleEdition edition) {
    public GridRule {
        scopes = List.copyOf(scopes);
    }

    /** Which year of the factor serves for a year of activity. */
    public enum Choice {
        /** The activity's own year alone. */
        OWN("own"),
        /** The last one known up to the year of the activity. */
        LATEST("latest"),
        /** The same, and where there is none yet the first one after it. */
        NEAREST("nearest");

        private final String code;

        Choice(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static @Nullable Choice of(String code) {
            for (Choice choice : values()) {
                if (choice.code.equals(code)) {
                    return choice;
                }
            }
            return null;
        }
    }

    /** Of the factors of one scope the one that serves for the year; null where none does. */
    @Nullable
    GridFactor pick(List<GridFactor> factors, int year) {
        GridFactor before = null;
        GridFactor after = null;
        for (GridFactor factor : factors) {
            if (factor.year() <= year) {
                before = before == null || factor.year() > before.year() ? factor : before;
            } else {
                after = after == null || factor.year() < after.year() ? factor : after;
            }
        }
        return switch (choice) {
            case OWN -> before != null && before.year() == year ? before : null;
            case LATEST -> before;
            case NEAREST -> before == null ? after : before;
        };
    }
}
