package org.luheng.accounting.emission;

import org.jspecify.annotations.Nullable;

/** Over what time a value is held against a limit. */
public enum Window {
    /** A valid hour. */
    HOUR("小时"),
    /** A valid day. */
    DAY("日");

    private final String word;

    Window(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable Window of(String word) {
        for (Window each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
