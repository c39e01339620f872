package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.formula.Dimension;
import org.luheng.accounting.formula.Measure;

/** Units of measure and their exact conversion within one dimension ({@code rules/units.csv}). */
public final class Units {
    /**
     * @param dimension a name of its own, or made of others: {@code 体积/金额}
     * @param factor how many of the dimension's own unit one of this unit is
     */
    public record Unit(String code, String dimension, BigDecimal factor, List<String> aliases) {}

    private final Map<String, Unit> byName = new HashMap<>();
    private final Map<String, Measure> measures = new HashMap<>();

    public Units(List<Unit> units) {
        Map<String, Dimension> dimensions = new HashMap<>();
        for (Unit unit : units) {
            byName.put(unit.code(), unit);
            unit.aliases().forEach(alias -> byName.put(alias, unit));
            dimensions.computeIfAbsent(unit.dimension(), Dimension::of);
        }
        byName.forEach((name, unit) -> measures.put(
                name, new Measure(Objects.requireNonNull(dimensions.get(unit.dimension())), unit.factor())));
    }

    /**
     * Converts exactly.
     *
     * @return null where the two are not of one dimension, or one of them is unknown and they are not spelled alike
     */
    public @Nullable BigDecimal convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return value;
        }
        Unit given = byName.get(from);
        Unit wanted = byName.get(to);
        if (given == null || wanted == null || !given.dimension().equals(wanted.dimension())) {
            return null;
        }
        if (given.factor().compareTo(wanted.factor()) == 0) {
            return value;
        }
        BigDecimal inOwn = value.multiply(given.factor());
        return Arithmetic.divide(inOwn, wanted.factor()).stripTrailingZeros();
    }

    /**
     * The unit as formulas see it; what is printed without a unit is a number.
     *
     * @return null where it is unknown
     */
    public @Nullable Measure measure(String unit) {
        return unit.isEmpty() ? Measure.NUMBER : measures.get(unit);
    }

    public boolean knows(String unit) {
        return byName.containsKey(unit);
    }
}
