package org.luheng.accounting.carbon;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.energy.EnergyKind;

/** Whether what was measured can be in the unit it is said to be in. */
final class Plausible {
    /** Times by which a measured value may differ from the table: beyond, it is in kcal, MJ or percent. */
    private static final BigDecimal TIMES = new BigDecimal("2.5");

    private Plausible() {}

    /** Why it cannot be believed; null where it can. */
    static @Nullable String heat(EnergyKind kind, BigDecimal heat, BigDecimal usual) {
        if (heat.signum() <= 0) {
            return kind.name() + "实测低位发热量为 " + heat.toPlainString() + "，须大于零";
        }
        return apart(heat, usual)
                ? kind.name() + "实测低位发热量 " + heat.toPlainString() + " 与参考值 " + usual.toPlainString()
                        + " 相差太远，疑为千卡或兆焦误作千焦"
                : null;
    }

    static @Nullable String carbon(EnergyKind kind, BigDecimal carbon, BigDecimal usual) {
        if (carbon.signum() <= 0) {
            return kind.name() + "单位热值含碳量为 " + carbon.toPlainString() + "，须大于零";
        }
        return apart(carbon, usual)
                ? kind.name() + "单位热值含碳量 " + carbon.toPlainString() + " 与参考值 " + usual.toPlainString()
                        + " 相差太远，单位应为吨碳/太焦"
                : null;
    }

    static @Nullable String oxidation(EnergyKind kind, BigDecimal oxidation) {
        return oxidation.signum() <= 0 || oxidation.compareTo(BigDecimal.ONE) > 0
                ? kind.name() + "碳氧化率 " + oxidation.toPlainString() + " 须大于 0、不大于 1（94% 写 0.94）"
                : null;
    }

    private static boolean apart(BigDecimal one, BigDecimal other) {
        return one.multiply(TIMES).compareTo(other) < 0 || other.multiply(TIMES).compareTo(one) < 0;
    }
}
