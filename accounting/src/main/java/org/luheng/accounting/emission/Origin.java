package org.luheng.accounting.emission;

import org.jspecify.annotations.Nullable;

/** Where the mass of an hour comes from. */
public enum Origin {
    MEASURED("实测"),
    SUBSTITUTED("替代"),
    /** Neither measured nor to be substituted: the sum it belongs to is no number. */
    LACKING("缺"),
    STOPPED("停运");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable Origin of(String word) {
        for (Origin each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
