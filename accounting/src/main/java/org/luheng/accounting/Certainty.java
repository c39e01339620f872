package org.luheng.accounting;

import org.jspecify.annotations.Nullable;

/** How sure we are of a rule or parameter; what is not {@link #settled()} is shown so and brackets what rests on it. */
public enum Certainty {
    FOUND("found", "已见公开文本", 2),
    SEED("seed", "见方案原文", 3),
    CONFIRMED("confirmed", "已核对", 4),
    MEMORY("memory", "凭通行做法，未核原文", 1),
    UNSURE("unsure", "未核实", 0);

    private final String code;
    private final String word;
    private final int reliance;

    Certainty(String code, String word, int reliance) {
        this.code = code;
        this.word = word;
        this.reliance = reliance;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    public boolean settled() {
        return this != UNSURE && this != MEMORY;
    }

    /** Of the two the one that can be relied on less: what rests on both is no surer than this. */
    public Certainty weaker(Certainty other) {
        return reliance <= other.reliance ? this : other;
    }

    public static @Nullable Certainty of(String code) {
        for (Certainty certainty : values()) {
            if (certainty.code.equals(code)) {
                return certainty;
            }
        }
        return null;
    }
}
