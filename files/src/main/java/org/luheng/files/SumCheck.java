package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;
import org.luheng.accounting.Units;

/**
 * Whether what a plan divides among its places adds up to what it sets for the whole. Only amounts are added (累计量, 总量上限,
 * 数量), never rates or shares.
 *
 * @param total the whole place's target, null where the plan sets none: then there is only a sum
 * @param parts targets of the places it divides among, due in the same year as the total
 * @param sum of the parts, in the unit of the total, or of the first part
 * @param difference sum − total; null where there is no total
 */
public record SumCheck(
        String indicator,
        @Nullable Target total,
        List<Target> parts,
        BigDecimal sum,
        String unit,
        @Nullable BigDecimal difference) {
    private static final Set<TargetKind> AMOUNTS = Set.of(TargetKind.CUMULATIVE, TargetKind.CAP, TargetKind.COUNT);

    public SumCheck {
        parts = List.copyOf(parts);
    }

    /** False also where there is nothing to compare with. */
    public boolean differs() {
        return difference != null && difference.signum() != 0;
    }

    /** One check per indicator, kind and due year that the plan divides, in the plan's order. */
    public static List<SumCheck> of(Plan plan, Units units) {
        Map<String, List<Target>> parts = new LinkedHashMap<>();
        Map<String, Target> totals = new LinkedHashMap<>();
        for (Target target : plan.targets()) {
            if (!AMOUNTS.contains(target.kind())
                    || target.value() == null
                    || !target.scope().isEmpty()) {
                continue;
            }
            String key = target.indicator() + "|" + target.kind() + "|"
                    + target.due().year();
            if (target.region().equals(plan.region())) {
                totals.putIfAbsent(key, target);
            } else if (plan.divides().contains(target.region())) {
                parts.computeIfAbsent(key, same -> new ArrayList<>()).add(target);
            }
        }
        List<SumCheck> checks = new ArrayList<>();
        parts.forEach((key, some) -> checks.add(of(totals.get(key), some, units)));
        return List.copyOf(checks);
    }

    private static SumCheck of(@Nullable Target total, List<Target> parts, Units units) {
        Target first = parts.getFirst();
        String unit = total == null ? first.unit() : total.unit();
        BigDecimal sum = BigDecimal.ZERO;
        for (Target part : parts) {
            BigDecimal value = part.value() == null ? null : units.convert(part.value(), part.unit(), unit);
            // Units were held against the indicator's own when the plan was read, so they convert.
            sum = sum.add(value == null ? BigDecimal.ZERO : value);
        }
        BigDecimal whole = total == null ? null : total.value();
        return new SumCheck(first.indicator(), total, parts, sum, unit, whole == null ? null : sum.subtract(whole));
    }
}
