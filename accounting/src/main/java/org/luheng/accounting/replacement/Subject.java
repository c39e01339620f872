package org.luheng.accounting.replacement;

import org.jspecify.annotations.Nullable;

/** What is replaced; in tonnes a year. */
public enum Subject {
    COAL("coal", "煤炭"),
    COD("COD", "化学需氧量"),
    NH3N("NH3-N", "氨氮"),
    SO2("SO2", "二氧化硫"),
    NOX("NOx", "氮氧化物"),
    DUST("dust", "烟粉尘"),
    VOCS("VOCs", "挥发性有机物");

    private final String code;
    private final String word;

    Subject(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** By code, whatever the case of its letters, or by Chinese name. */
    public static @Nullable Subject of(String text) {
        for (Subject subject : values()) {
            if (subject.code.equalsIgnoreCase(text) || subject.word.equals(text)) {
                return subject;
            }
        }
        return null;
    }
}
