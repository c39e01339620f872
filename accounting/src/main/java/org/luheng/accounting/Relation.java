package org.luheng.accounting;

import org.jspecify.annotations.Nullable;

/** How a target's value is to be met, as the document words it. */
public enum Relation {
    AT_LEAST(">=", "不低于"),
    AT_MOST("<=", "不高于"),
    EQUAL("=", "达到"),
    MORE(">", "超过"),
    LESS("<", "低于"),
    ABOUT("about", "左右"),
    FALL("下降", "下降"),
    FALL_AT_LEAST("下降>=", "下降不低于"),
    RISE("提高", "提高"),
    RISE_AT_LEAST("提高>=", "提高不低于"),
    RANGE("range", "介于"),
    DONE("done", "完成");

    private final String code;
    private final String word;

    Relation(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    boolean isFall() {
        return this == FALL || this == FALL_AT_LEAST;
    }

    boolean isRise() {
        return this == RISE || this == RISE_AT_LEAST;
    }

    public static @Nullable Relation of(String code) {
        for (Relation relation : values()) {
            if (relation.code.equals(code)) {
                return relation;
            }
        }
        return null;
    }
}
