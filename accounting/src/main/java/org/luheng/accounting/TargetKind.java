package org.luheng.accounting;

import org.jspecify.annotations.Nullable;

/** What a target's number is. */
public enum TargetKind {
    /** Change against a base in percent. */
    RELATIVE_CHANGE("相对变化"),
    /** Change against a base in percentage points. */
    POINTS("百分点变化"),
    LEVEL("水平"),
    SHARE("占比"),
    /** An amount added up over the plan's period. */
    CUMULATIVE("累计量"),
    /** A yearly amount not to be exceeded. */
    CAP("总量上限"),
    COUNT("数量"),
    /** A class such as water quality Ⅲ; held as its number, a smaller one is better. */
    CLASS("类别"),
    /** Something to be done by a day, without a number; its fact is the share done, in percent. */
    DEADLINE("期限");

    private final String word;

    TargetKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable TargetKind of(String word) {
        for (TargetKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
