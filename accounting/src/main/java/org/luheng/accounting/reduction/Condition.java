package org.luheng.accounting.reduction;

import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * What holds for all measures alike: one row of {@code rules/reduction-conditions.csv}.
 *
 * @param value the number in it, null where it has none
 */
public record Condition(Matter matter, @Nullable Integer value, RuleEdition edition) {
    /** What conditions rule. */
    public enum Matter {
        /** The base year; what ran through it is part of the base. */
        BASE("base", true),
        /** A source outside the base inventory is no basis. */
        INVENTORY("inventory", false),
        /** From which month after it began to run steadily a project counts. */
        START("start", true),
        /** No more than was emitted in the base year, generated or permitted. */
        LIMIT("limit", false),
        /** One source, pollutant and measure counts once; nothing that was sold or used elsewhere counts. */
        ONCE("once", false),
        /** What new projects took as their replacement is deducted. */
        NET("net", false),
        /** What a later inspection takes back is deducted in the year of the inspection. */
        TAKEN_BACK("taken-back", false),
        /** Sums over projects, not the net change of emissions. */
        SUM("sum", false);

        private final String code;
        private final boolean numbered;

        Matter(String code, boolean numbered) {
            this.code = code;
            this.numbered = numbered;
        }

        public String code() {
            return code;
        }

        /** Whether it holds a number. */
        public boolean numbered() {
            return numbered;
        }

        public static @Nullable Matter of(String code) {
            for (Matter matter : values()) {
                if (matter.code.equals(code)) {
                    return matter;
                }
            }
            return null;
        }
    }

    /** @throws IllegalStateException where it holds no number */
    int number() {
        if (value == null) {
            throw new IllegalStateException(edition.id() + " has no value");
        }
        return value;
    }
}
