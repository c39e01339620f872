package org.luheng.accounting.reduction;

import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Target;

/**
 * Where one place stands with one pollutant.
 *
 * @param target what the plan asks of it, null: 未分解
 * @param done tonnes counted since the plan began; without value where no list names a project of the place
 * @param share of the target, in percent
 * @param remaining tonnes still to be reduced, 0 where the target is passed
 * @param uncounted projects that are listed and do not count
 */
public record Quota(
        String region,
        Pollutant pollutant,
        @Nullable Target target,
        Figure done,
        Figure share,
        Figure remaining,
        int uncounted) {
    public static final String SHARE = ".share";
    public static final String REMAINING = ".remaining";
}
