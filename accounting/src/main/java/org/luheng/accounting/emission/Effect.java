package org.luheng.accounting.emission;

import org.jspecify.annotations.Nullable;

/** What a mark does to the minutes it covers. */
public enum Effect {
    VALID("有效"),
    /** Counts as measured and is emitted, but is held against no limit: a furnace being lit or put out. */
    UNJUDGED("不判限值"),
    INVALID("无效"),
    /** Invalid, because the analyser checks itself; to some extent that is excused. */
    CHECKING("校准核查"),
    /** The plant stands still: nothing is emitted and nothing has to be measured. */
    STOPPED("停运");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable Effect of(String word) {
        for (Effect each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
