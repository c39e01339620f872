package org.luheng.accounting.carbon;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;

/**
 * Mean carbon dioxide of a kilowatt-hour that was used, of one area and year, as it was published: a row of {@code
 * rules/grid-factors.csv}.
 *
 * @param scope province, grid or nation
 * @param area what the publication calls it
 * @param regions codes of GB/T 2260 it is for
 * @param year the year it describes, which need not be that of the activity
 * @param kilograms kgCO₂/kWh
 */
public record GridFactor(
        String id,
        Scope scope,
        String area,
        List<String> regions,
        int year,
        BigDecimal kilograms,
        String source,
        Certainty certainty) {

    public GridFactor {
        regions = List.copyOf(regions);
    }

    /** How wide the area is. */
    public enum Scope {
        PROVINCE("province", "省级"),
        GRID("grid", "区域"),
        NATION("nation", "全国");

        private final String code;
        private final String word;

        Scope(String code, String word) {
            this.code = code;
            this.word = word;
        }

        public String code() {
            return code;
        }

        public String word() {
            return word;
        }

        public static @Nullable Scope of(String code) {
            for (Scope scope : values()) {
                if (scope.code.equals(code)) {
                    return scope;
                }
            }
            return null;
        }
    }

    /** As leaf of an explanation. */
    public RuleEdition edition() {
        return new RuleEdition(
                id,
                "carbon.grid.factor",
                area + " " + year + " 年电力平均二氧化碳排放因子 " + kilograms.toPlainString(),
                kilograms.toPlainString() + " 千克二氧化碳/千瓦时（" + scope.word() + "）",
                year,
                year,
                source,
                certainty);
    }
}
