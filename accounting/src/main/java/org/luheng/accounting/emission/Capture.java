package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;

/**
 * How much of a quarter was measured (季度有效数据捕集率, HJ 75-2017): valid hours of those in which the plant ran.
 *
 * @param running hours that are over, without those of standstill
 */
public record Capture(LocalDate quarter, int measured, int running) {
    static LocalDate quarterOf(LocalDateTime hour) {
        return LocalDate.of(hour.getYear(), (hour.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    static Capture of(LocalDate quarter, Collection<Hour> hours) {
        int measured = 0;
        int running = 0;
        for (Hour hour : hours) {
            if (quarterOf(hour.start()).equals(quarter) && hour.origin() != Origin.STOPPED) {
                running++;
                measured += hour.origin() == Origin.MEASURED ? 1 : 0;
            }
        }
        return new Capture(quarter, measured, running);
    }

    /** Percent; null: it did not run. */
    public @Nullable BigDecimal rate() {
        return running == 0
                ? null
                : Arithmetic.divide(Arithmetic.HUNDRED.multiply(new BigDecimal(measured)), new BigDecimal(running));
    }
}
