package org.luheng.accounting.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * A column of the table: a kind of energy, or all of them together.
 *
 * @param unit of its physical amounts; null: it is counted in standard coal only
 * @param per what its coefficients are per, e.g. {@code 千瓦时} for kgce/kWh; null with {@code unit}
 * @param scale {@link #STANDARD_UNIT} that one physical unit makes at a coefficient of 1 kgce: 10 for 亿千瓦时
 * @param total 合计, the sum of the other columns
 * @param twoBases whether equivalent and calorific value differ (power): its standard coal must say which it is
 */
public record BalanceColumn(
        String code,
        String name,
        @Nullable String unit,
        @Nullable String per,
        BigDecimal scale,
        boolean total,
        boolean twoBases,
        RuleEdition edition) {
    public static final String STANDARD_UNIT = "万吨标准煤";

    public BalanceColumn {
        if (scale.signum() <= 0 || (unit == null) != (per == null) || (total && unit != null)) {
            throw new IllegalArgumentException(code + ": " + unit + " per " + per + " by " + scale);
        }
    }

    /** Unit of the cells; null where the column has no such form. */
    public @Nullable String unit(Form form) {
        return form == Form.STANDARD ? STANDARD_UNIT : unit;
    }

    /** {@code kgce/千瓦时} */
    public String coefficientUnit() {
        return "kgce/" + per;
    }
}
