package org.luheng.accounting.reduction;

import org.jspecify.annotations.Nullable;

/** The four pollutants whose reduction is assessed. */
public enum Pollutant {
    COD("COD", "化学需氧量", "cod"),
    NH3N("NH3-N", "氨氮", "nh3n"),
    NOX("NOx", "氮氧化物", "nox"),
    VOCS("VOCs", "挥发性有机物", "vocs");

    private static final String INDICATOR = "pollutant.reduction.";

    private final String code;
    private final String word;
    private final String tail;

    Pollutant(String code, String word, String tail) {
        this.code = code;
        this.word = word;
        this.tail = tail;
    }

    /** As tables write it: {@code NH3-N}. */
    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** Code of the plan's indicator: 重点工程减排量. */
    public String indicator() {
        return INDICATOR + tail;
    }

    /** By code, whatever the case of its letters, or by Chinese name; null: none of the four. */
    public static @Nullable Pollutant of(String text) {
        for (Pollutant pollutant : values()) {
            if (pollutant.code.equalsIgnoreCase(text) || pollutant.word.equals(text)) {
                return pollutant;
            }
        }
        return null;
    }
}
