package org.luheng.accounting.balance;

/** In what the cells of a table are counted. */
public enum Form {
    /** Each column in its own unit (P303-1). */
    PHYSICAL("physical", "实物量"),
    /** All columns in {@link BalanceColumn#STANDARD_UNIT} (P303-4). */
    STANDARD("standard", "标准量");

    private final String code;
    private final String word;

    Form(String code, String word) {
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
