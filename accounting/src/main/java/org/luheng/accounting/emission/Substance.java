package org.luheng.accounting.emission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * A factor of HJ 212 that the arithmetic knows: a row of {@code rules/monitoring-factors.csv}.
 *
 * @param unit it is reported in
 * @param converted whether it is held against limits at reference oxygen
 * @param hourly by what a flow in its unit is multiplied to give m³/h; null: it is no flow
 * @param element under which its emission is a fact, in tonnes; empty: it is none
 */
public record Substance(
        String factor,
        Medium medium,
        Role role,
        String name,
        String unit,
        boolean converted,
        @Nullable BigDecimal hourly,
        String element,
        RuleEdition edition) {}
