package org.luheng.accounting.benchmark;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * A unit of unit consumption and how it becomes standard coal.
 *
 * @param code e.g. {@code kgoe/(t·因数)}
 * @param output unit of the output it is per
 * @param kgce of one of its energy units; null where no one number holds and it must be stated (kWh)
 */
public record ConsumptionUnit(
        String code,
        List<String> aliases,
        String output,
        @Nullable BigDecimal kgce,
        RuleEdition edition) {
    public ConsumptionUnit {
        aliases = List.copyOf(aliases);
    }

    boolean isCalled(String name) {
        return code.equals(name) || aliases.contains(name);
    }
}
