package org.luheng.accounting.balance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.accounting.energy.Basis;

/**
 * The balance of one region and year as filled in.
 *
 * @param region code of the register
 * @param entries each cell once
 * @param coefficients by code of the column, in its {@link BalanceColumn#coefficientUnit()}, positive
 * @param basis what its standard coal of power is; null where not stated
 */
public record EnergyTable(
        String region,
        Period period,
        List<Entry> entries,
        Map<String, Fact> coefficients,
        @Nullable Basis basis) {
    public EnergyTable {
        entries = List.copyOf(entries);
        coefficients = Map.copyOf(coefficients);
        if (!period.isYear()) {
            throw new IllegalArgumentException("a balance is struck by the year, not " + period);
        }
        Set<String> cells = new HashSet<>();
        for (Entry entry : entries) {
            if (!cells.add(entry.form() + "/" + entry.column() + "/" + entry.row())) {
                throw new IllegalArgumentException("twice: " + entry);
            }
        }
    }
}
