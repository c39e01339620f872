package org.luheng.accounting.energy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;

/**
 * A kind of energy (能源品种), or a working medium: a row of {@code rules/energy-kinds.csv}.
 *
 * @param unit in which statistics of regions give it: 万吨, 亿立方米, 亿千瓦时
 * @param per what coefficients are per: 千克, 立方米, 兆焦, 千瓦时, 吨; empty for a mere total, which has none
 * @param perUnit how many of {@code per} one {@code unit} holds
 * @param madeFrom kinds it is made from by transformation
 * @param partOf the kind whose statistics include it, empty where none does
 */
public record EnergyKind(
        String code,
        String name,
        String unit,
        String per,
        BigDecimal perUnit,
        Group group,
        List<String> madeFrom,
        String partOf,
        String source,
        Certainty certainty) {

    public EnergyKind {
        madeFrom = List.copyOf(madeFrom);
    }

    /** Families of kinds. */
    public enum Group {
        COAL("coal", "煤炭及制品"),
        OIL("oil", "石油及制品"),
        GAS("gas", "燃气"),
        HEAT("heat", "热力"),
        ELECTRICITY("electricity", "电力"),
        OTHER("other", "其他能源"),
        /** 耗能工质: water, compressed air, oxygen …; energy was spent on them, but they are none. */
        MEDIUM("medium", "耗能工质");

        private final String code;
        private final String word;

        Group(String code, String word) {
            this.code = code;
            this.word = word;
        }

        public String code() {
            return code;
        }

        public String word() {
            return word;
        }

        public static @Nullable Group of(String code) {
            for (Group group : values()) {
                if (group.code.equals(code)) {
                    return group;
                }
            }
            return null;
        }
    }

    /** What became of an amount. */
    public enum Purpose {
        /** Consumed: final use and losses. What goes into transformation stands in {@link #IN} alone. */
        USE("use", "消费量"),
        IN("transform.in", "加工转换投入量"),
        OUT("transform.out", "加工转换产出量"),
        SOLD("sold", "外供量"),
        /** The part of {@link #USE} that was raw material. */
        FEEDSTOCK("feedstock", "用作原料的消费量");

        private final String code;
        private final String word;

        Purpose(String code, String word) {
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

    /** Code of the element under which its facts are kept: {@code energy.use.raw-coal}. */
    public String element(Purpose purpose) {
        return "energy." + purpose.code() + "." + code;
    }

    /** Code of the element of its measured low heat value: {@code energy.heat-value.raw-coal}. */
    public String heatElement() {
        return "energy.heat-value." + code;
    }

    /** Unit of a measured heat value; null where heat is not measured of it. */
    public @Nullable String heatUnit() {
        return isMedium() ? null : per.equals("千克") ? "千焦/千克" : per.equals("立方米") ? "千焦/立方米" : null;
    }

    public boolean isMedium() {
        return group == Group.MEDIUM;
    }

    public boolean isElectricity() {
        return group == Group.ELECTRICITY;
    }

    /** A mere total of other kinds, which has no coefficient of its own. */
    public boolean isTotal() {
        return per.isEmpty();
    }
}
