package org.luheng.accounting.emission;

import org.jspecify.annotations.Nullable;

/** What a factor is good for in the arithmetic. */
public enum Role {
    POLLUTANT("污染物"),
    /** Judged, but has no mass. */
    ACIDITY("酸碱度"),
    /** NO and NO2, of which NOx is made where it is not reported itself. */
    MONOXIDE("一氧化氮"),
    DIOXIDE("二氧化氮"),
    FLOW("流量"),
    OXYGEN("氧含量"),
    TEMPERATURE("温度"),
    PRESSURE("静压"),
    HUMIDITY("湿度");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static @Nullable Role of(String word) {
        for (Role each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }
}
