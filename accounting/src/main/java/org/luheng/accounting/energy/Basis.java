package org.luheng.accounting.energy;

import org.jspecify.annotations.Nullable;

/**
 * By what an amount of energy counts: the heat it holds, or the primary energy spent on it. For electricity the two differ
 * about 2.5 times; for fuels they agree. GB/T 2589-2020, 3.
 */
public sealed interface Basis {
    /** 当量值: the heat it holds. */
    Calorific CALORIFIC = Calorific.VALUE;

    /** 等价值: the primary energy spent on it. */
    Equivalent EQUIVALENT = Equivalent.VALUE;

    /** 当量 or 等价, as in {@code rules/coefficients.csv}. */
    String word();

    /** Null where the word is neither. */
    static @Nullable Basis of(String word) {
        return word.equals(CALORIFIC.word()) ? CALORIFIC : word.equals(EQUIVALENT.word()) ? EQUIVALENT : null;
    }

    /** 当量值. */
    enum Calorific implements Basis {
        VALUE;

        @Override
        public String word() {
            return "当量";
        }
    }

    /** 等价值. */
    enum Equivalent implements Basis {
        VALUE;

        @Override
        public String word() {
            return "等价";
        }
    }
}
