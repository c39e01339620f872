package org.luheng.accounting.emission;

import org.jspecify.annotations.Nullable;

/** What became of an hour. */
public enum HourState {
    VALID("有效"),
    /** Something was said of it, but not enough of that counts. */
    INVALID("无效"),
    /** Nothing was said of it. */
    MISSING("缺失"),
    STOPPED("停运");

    private final String word;

    HourState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable HourState of(String word) {
        for (HourState each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
