package org.luheng.accounting;

/** What a light says. Only the first three carry a level. */
public enum State {
    WRONG_WAY("反向", 1),
    SHORT("不足", 2),
    ON_PATH("达到进度", 3),
    /** Over what is allowed, by no more than the limit. */
    OVER("超出", 2),
    /** Missed by more than the limit. */
    FAR("差距大", 1),
    MET("已完成", 0),
    NOT_YET("未到期", 0),
    OVERDUE("逾期未完成", 0),
    REFERENCE("参考值", 0),
    /** The plan frees the place from being held to this. */
    EXEMPT("免于考核", 0),
    /** No target of the place's own. */
    UNDIVIDED("未分解", 0),
    NO_DATA("无数据", 0);

    private final String word;
    private final int level;

    State(String word, int level) {
        this.word = word;
        this.level = level;
    }

    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException where no state is called so */
    public static State of(String word) {
        for (State state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no such state: " + word);
    }

    /** 1, 2, 3, or 0 where this state has no level. */
    int level() {
        return level;
    }

    static State ofLevel(int level, boolean byGap) {
        return switch (level) {
            case 1 -> byGap ? FAR : WRONG_WAY;
            case 2 -> byGap ? OVER : SHORT;
            default -> ON_PATH;
        };
    }
}
