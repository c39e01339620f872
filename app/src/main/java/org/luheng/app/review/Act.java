package org.luheng.app.review;

import org.jspecify.annotations.Nullable;

/** What somebody does in a review; the word is kept and shown. */
public enum Act {
    ACCEPT("采纳"),
    CORRECT("更正"),
    REJECT("不采纳"),
    ADD("增补"),
    /** What is printed stands for something known, wherever it is printed. */
    MATCH("对应"),
    /** What the former version of the plan says already is taken over. */
    CARRY_OVER("沿用"),
    /** What the plan says of itself. */
    HEAD("表头"),
    TAKE_BACK("撤回");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException where there is no such word */
    public static Act of(@Nullable String word) {
        for (Act act : values()) {
            if (act.word.equals(word)) {
                return act;
            }
        }
        throw new IllegalArgumentException("no act " + word);
    }
}
