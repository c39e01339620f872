package org.luheng.accounting;

/** What frees a place from being held to its energy total: a rule of each plan. */
public enum TotalExempt {
    /** 发改环资〔2021〕1310号: who reaches the incentive target. */
    INCENTIVE("incentive", "达到激励目标的免予考核总量"),
    INTENSITY("intensity", "完成强度目标的免予考核总量"),
    NONE("none", "不免总量考核");

    private final String code;
    private final String word;

    TotalExempt(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }
}
