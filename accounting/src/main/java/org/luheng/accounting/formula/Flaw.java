package org.luheng.accounting.formula;

/**
 * Why a formula cannot be used.
 *
 * @param at position in the text from 1, 0 where it is about the whole
 * @param subject the word, number or dimension it is about
 * @param other what it should be, or does not go together with; else empty
 */
public record Flaw(Kind kind, int at, String subject, String other) implements Reading {
    public enum Kind {
        /** Longer, deeper, or with more references than allowed; {@code subject} says which, {@code other} the limit. */
        TOO_LARGE,
        /** A character, word or function that formulas do not know. */
        UNKNOWN_WORD,
        /** Not put together as a formula is. */
        BROKEN,
        /** Two dimensions added, subtracted or compared. */
        MIXED,
        /** The whole has another dimension than the indicator's unit. */
        OTHER_RESULT,
        /** A percentage is multiplied by 100 although its unit says so already. */
        HUNDREDFOLD,
        /** Divided by a number that is not positive. */
        DIVISOR
    }
}
