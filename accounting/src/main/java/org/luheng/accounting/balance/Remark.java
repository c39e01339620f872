package org.luheng.accounting.balance;

import org.jspecify.annotations.Nullable;

/**
 * Something about a table that its reader must know; nothing was changed because of it.
 *
 * @param cell which cell, in words
 * @param entry the entry it is about; null: none, it is about the table
 */
public record Remark(Kind kind, String cell, @Nullable Entry entry, String text) {
    public enum Kind {
        /** An entered total is not what its parts give. */
        TOTAL_DIFFERS,
        /** What is contained in a row is more than the row. */
        PART_EXCEEDS,
        /** The difference is more than rounding can make. */
        UNBALANCED,
        /** The loss that follows from the total consumption is below zero. */
        LOSS_NEGATIVE
    }
}
