package org.luheng.accounting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one edition of the policy takes off energy before it is assessed: a row of {@code rules/deductions.csv}.
 *
 * @param policy id of the edition of the matter {@code deduction} it belongs to
 * @param element whose facts are the amounts granted (核定数), in standard coal, or in electricity that the year's coal rate turns
 *     into it
 * @param applied element of what was applied for (申请数); shown beside, never deducted; null: nothing is applied for
 * @param intensity how it comes off the numerator of intensity
 * @param total how it comes off the assessed total
 * @param unknownIsNone whether a year without a fact had none of it; otherwise one year known and the other not gives no figure
 * @param cap most that is deducted, percent of the saving that the five-year target asks for; null: no limit
 */
public record Deduction(
        String policy,
        String element,
        @Nullable String applied,
        Reach intensity,
        Reach total,
        boolean unknownIsNone,
        @Nullable BigDecimal cap,
        RuleEdition edition) {

    /** Off which years a deduction comes. */
    public enum Reach {
        /** Not at all. */
        NONE("none", "不扣"),
        /** Off the assessed year and the one it is compared with, each its own amount. */
        BOTH("both", "基期、报告期各扣各的"),
        /** Off the assessed year: what was added since the year before. */
        ADDED("added", "扣比上年新增的部分");

        private final String code;
        private final String word;

        Reach(String code, String word) {
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

    Reach reach(Purpose purpose) {
        return purpose == Purpose.INTENSITY ? intensity : total;
    }

    /** What is assessed. */
    public enum Purpose {
        INTENSITY("强度"),
        TOTAL("总量");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
