package org.luheng.accounting.benchmark;

import java.math.BigDecimal;
import java.util.List;

/**
 * Between which positions a value lies, 1 is the best. The two differ where a blank limit would have to decide.
 *
 * @param best no better than this
 * @param worst no worse than this
 */
public record Standing(int best, int worst) {
    /** A value passes a limit when it is not higher. Limits rise from the first to the last, blanks left aside. */
    static Standing of(BigDecimal value, List<Level> levels) {
        int best = 1;
        int worst = levels.size() + 1;
        for (int at = levels.size(); at > 0; at--) {
            BigDecimal limit = levels.get(at - 1).limit();
            if (limit == null) {
                continue;
            }
            if (value.compareTo(limit) > 0) {
                best = at + 1;
                break;
            }
            worst = at;
        }
        return new Standing(best, worst);
    }

    public boolean determined() {
        return best == worst;
    }
}
