package org.luheng.hj212;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is said of a factor, the part of an item's name behind the dash (6.3.3, table 4). */
public enum Field {
    /** The item has no factor: {@code DataTime}, {@code QnRtn} … */
    NONE(""),
    RTD("Rtd"),
    MIN("Min"),
    AVG("Avg"),
    MAX("Max"),
    COU("Cou"),
    /** Converted to reference conditions. */
    ZS_RTD("ZsRtd"),
    ZS_MIN("ZsMin"),
    ZS_AVG("ZsAvg"),
    ZS_MAX("ZsMax"),
    /** Not in the standard, but sent. */
    ZS_COU("ZsCou"),
    /** N normal, F stopped, M maintenance, S set by hand, D fault, C calibration, T over range, B no connection. */
    FLAG("Flag"),
    /** The maker's own mark. */
    EFLAG("EFlag"),
    SAMPLE_TIME("SampleTime"),
    /** Noise. */
    DATA("Data"),
    DAY_DATA("DayData"),
    NIGHT_DATA("NightData"),
    /** State of a device: SB1-RS. */
    RS("RS"),
    /** Running time of a device, hours: SB1-RT. */
    RT("RT"),
    INFO("Info"),
    SN("SN"),
    /** A name that no edition has; it stands in the item. */
    OTHER("");

    private static final int SHIFT = 58;
    private static final long[] KEYS = new long[64];
    private static final Field[] FIELDS = new Field[64];
    private static final long MULTIPLIER = spread();

    private final String code;

    Field(String code) {
        this.code = code;
    }

    /** As it stands in a frame; empty for {@link #NONE} and {@link #OTHER}. */
    public String code() {
        return code;
    }

    /** @param key up to eight characters as a number, see {@link Words#key} */
    static Field ofKey(long key) {
        int slot = (int) (key * MULTIPLIER >>> SHIFT);
        return KEYS[slot] == key ? FIELDS[slot] : OTHER;
    }

    /** The field of this name; {@link #OTHER} where there is none. */
    public static Field of(String code) {
        for (Field field : values()) {
            if (field != NONE && field != OTHER && field.code.equals(code)) {
                return field;
            }
        }
        return OTHER;
    }

    /** A multiplier that sends each short name to a place of its own; found again, the same, at each start. */
    private static long spread() {
        for (long multiplier = 0x9E3779B97F4A7C15L; ; multiplier = multiplier * 6364136223846793005L | 1) {
            if (spreads(multiplier)) {
                return multiplier;
            }
        }
    }

    private static boolean spreads(long multiplier) {
        Arrays.fill(FIELDS, OTHER);
        Arrays.fill(KEYS, 0);
        for (Field field : values()) {
            long key = Words.key(field.code);
            if (key != 0) {
                int slot = (int) (key * multiplier >>> SHIFT);
                if (KEYS[slot] != 0) {
                    return false;
                }
                KEYS[slot] = key;
                FIELDS[slot] = field;
            }
        }
        return true;
    }

    /** The field of a name that is too long for a key; null: none. */
    static @Nullable Field longer(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == SAMPLE_TIME.code.length() && matches(bytes, from, SAMPLE_TIME.code)) {
            return SAMPLE_TIME;
        }
        return length == NIGHT_DATA.code.length() && matches(bytes, from, NIGHT_DATA.code) ? NIGHT_DATA : null;
    }

    static boolean matches(byte[] bytes, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
