package org.luheng.app.fact;

/** What became of one row of an import. */
public enum Outcome {
    CREATED("新增"),
    /** Something else is now said of the same thing; the earlier value stays. */
    UPDATED("更新"),
    UNCHANGED("未变"),
    REJECTED("拒收");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** As in the database and in JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
