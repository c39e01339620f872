package org.luheng.accounting.emission;

import org.jspecify.annotations.Nullable;

/** What a source discharges. */
public enum Medium {
    GAS("废气"),
    WATER("废水");

    private final String word;

    Medium(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable Medium of(String word) {
        for (Medium each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
