package org.luheng.accounting;

import org.jspecify.annotations.Nullable;

/** How settled a statistical value is; a later stage outranks an earlier one published on the same day. */
public enum Stage {
    PRELIMINARY("初步"),
    FINAL("最终"),
    /** Revised after an economic census. */
    REVISED("普查修订");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable Stage of(String word) {
        for (Stage stage : values()) {
            if (stage.word.equals(word)) {
                return stage;
            }
        }
        return null;
    }
}
