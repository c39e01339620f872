package org.luheng.accounting.balance;

import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * A row of the table.
 *
 * @param partOf code of the row it belongs to, null: none
 * @param sign with which it enters that row: 1, −1; 0: it is contained in another part (其中)
 * @param negative whether its amounts may be negative
 * @param role what it is in the balance, null: a part only
 * @param edition the rule that defines it
 */
public record BalanceRow(
        String code,
        String name,
        @Nullable String partOf,
        int sign,
        boolean negative,
        @Nullable Role role,
        RuleEdition edition) {

    /** The rows that the balance is struck from, and its results. */
    public enum Role {
        /** 一 可供本地区消费的能源量. */
        SUPPLY("supply"),
        /** 二 加工转换投入(−)产出(+)量. */
        TRANSFORMATION("transformation"),
        /** 三 损失量. */
        LOSS("loss"),
        /** 四 终端消费量. */
        FINAL("final"),
        /** 五 平衡差额. */
        DIFFERENCE("difference"),
        /** 六 消费量合计. */
        CONSUMPTION("consumption");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** Null where there is no such role. */
        public static @Nullable Role of(String code) {
            for (Role role : values()) {
                if (role.code.equals(code)) {
                    return role;
                }
            }
            return null;
        }

        /** Struck from other rows by formula, not by adding up parts. */
        boolean isResult() {
            return this == DIFFERENCE || this == CONSUMPTION;
        }
    }

    boolean isResult() {
        return role != null && role.isResult();
    }
}
