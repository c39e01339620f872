package org.luheng.accounting.replacement;

import org.jspecify.annotations.Nullable;

/** On what a ratio depends; what a project has to say of itself and its place. */
public enum Condition {
    /** Holds for every project. */
    ALWAYS("always", "所有项目"),
    WATER_FAILED("water_failed", "上年度水环境质量未达标"),
    PM25_FAILED("pm25_failed", "细颗粒物（PM2.5）年平均浓度未达标"),
    AREA_FAILED("area_failed", "所在县（市、区）环境质量不达标"),
    EFFICIENT_POWER("efficient_power", "高效煤电、热电联产项目"),
    HIGH_ENERGY("high_energy", "高耗能行业项目"),
    REBUILT("rebuilt", "改建项目");

    private final String code;
    private final String word;

    Condition(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    public static @Nullable Condition of(String code) {
        for (Condition condition : values()) {
            if (condition.code.equals(code)) {
                return condition;
            }
        }
        return null;
    }
}
