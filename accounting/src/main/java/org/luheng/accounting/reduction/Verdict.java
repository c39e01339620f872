package org.luheng.accounting.reduction;

/** Whose word on an amount stands beside the computed one. */
public enum Verdict {
    CLAIMED("claimed", "申报"),
    CITY("city", "市级核定"),
    PROVINCE("province", "省级核定");

    private final String code;
    private final String word;

    Verdict(String code, String word) {
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
