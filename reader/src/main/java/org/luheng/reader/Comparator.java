package org.luheng.reader;

/** How the value of a target is meant; codes as in {@code ./luheng read}. */
public enum Comparator {
    AT_LEAST(">="),
    AT_MOST("<="),
    EQUAL("="),
    MORE(">"),
    LESS("<"),
    ABOUT("about"),
    FALL("下降"),
    FALL_AT_LEAST("下降>="),
    RISE("提高"),
    RISE_AT_LEAST("提高>="),
    RANGE("range"),
    /** A date without a number: 全面, 全部, 基本完成. */
    DONE("done");

    private final String code;

    Comparator(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
