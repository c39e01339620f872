package org.luheng.accounting.carbon;

import java.math.BigDecimal;
import java.util.Map;
import org.luheng.accounting.Fact;

/**
 * How much of a process an enterprise ran.
 *
 * @param fact the activity, in the unit of the process
 * @param measured parameters by name, which go before those of the rules
 * @param set empty for the factor that counts
 */
public record ProcessAmount(String process, Fact fact, Map<String, BigDecimal> measured, String set) {
    public ProcessAmount {
        measured = Map.copyOf(measured);
    }
}
