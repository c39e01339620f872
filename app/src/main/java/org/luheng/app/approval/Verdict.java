package org.luheng.app.approval;

import java.util.Arrays;

/** How a proposal ended; the word is what the database keeps. */
public enum Verdict {
    CONFIRMED("确认"),
    REJECTED("退回"),
    WITHDRAWN("撤回");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Verdict of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such verdict: " + word));
    }
}
