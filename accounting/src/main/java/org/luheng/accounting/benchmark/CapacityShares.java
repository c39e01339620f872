package org.luheng.accounting.benchmark;

import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.percent;
import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;

/**
 * How much of the capacity (not how many of the lines) has reached the benchmark, by product and over all products whose
 * capacity is in one unit; and what is behind the baseline.
 */
public final class CapacityShares {
    public static final String SHARE = "benchmark.share";

    private static final Comparator<Comparison> ORDER = Comparator.comparing(
                    (Comparison one) -> one.production().period())
            .thenComparing(one -> one.production().body());

    private final BenchmarkRules rules;

    public CapacityShares(BenchmarkRules rules) {
        this.rules = rules;
    }

    /** Lines behind the baseline, by year and name. */
    public static List<Comparison> behind(Collection<Comparison> comparisons) {
        return comparisons.stream()
                .filter(Comparison::isBehindBaseline)
                .sorted(ORDER)
                .toList();
    }

    /**
     * One figure for each region, year and product, and one for each region and year. Products that the policy does not name
     * have no benchmark to reach and are left aside.
     *
     * @param leftOut why there are lines that are not among the comparisons; with any, a share would be of a part only and
     *     is missing; empty: they are all
     */
    public List<Figure> shares(Collection<Comparison> comparisons, String leftOut) {
        Map<String, List<Comparison>> groups = new TreeMap<>();
        comparisons.stream().filter(this::isNamed).sorted(ORDER).forEach(one -> {
            Production production = one.production();
            String year = production.period() + "/" + production.region();
            groups.computeIfAbsent(year, key -> new ArrayList<>()).add(one);
            groups.computeIfAbsent(year + "/" + production.product(), key -> new ArrayList<>())
                    .add(one);
        });
        List<Figure> shares = new ArrayList<>();
        groups.forEach((key, group) -> shares.add(share(key.substring(key.indexOf('/') + 1), group, leftOut)));
        return shares;
    }

    private boolean isNamed(Comparison one) {
        return rules.knows(Scale.Kind.POLICY, one.production().product());
    }

    private Figure share(String body, List<Comparison> group, String leftOut) {
        Period period = group.getFirst().production().period();
        RuleEdition method = rules.method("benchmark.share", period.year());
        RuleEdition edition = method;
        for (Comparison one : group) {
            edition = edition.restingOn(one.position().edition().certainty());
        }
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal undetermined = BigDecimal.ZERO;
        int doubtful = 0;
        for (Comparison one : group) {
            Fact capacity = one.production().capacity();
            if (capacity == null) {
                continue;
            }
            all = all.add(capacity.value());
            if (one.position().value() == null) {
                doubtful++;
                undetermined = undetermined.add(capacity.value());
            } else if (one.isAtBenchmark()) {
                reached = reached.add(capacity.value());
            }
        }
        String why = leftOut.isEmpty() ? wanting(group, all) : leftOut;
        if (why == null && doubtful > 0) {
            why = doubtful + " 条生产线的位置未定，占比只知在 " + printed(percent(divide(reached, all)), 2) + "% 与 "
                    + printed(percent(divide(reached.add(undetermined), all)), 2) + "% 之间";
        }
        if (why != null) {
            return Figure.missing(body, period, SHARE, "%", edition, why);
        }
        BigDecimal share = percent(divide(reached, all));
        String formula = printed(reached) + " ÷ " + printed(all) + " = " + printed(share, 4) + "%";
        RuleEdition used = edition;
        String product = body.contains("/") ? group.getFirst().production().product() : "各产品";
        boolean sample =
                group.stream().anyMatch(one -> one.production().consumption().sample());
        return new Figure(body, period, SHARE, share, "%", edition, null, sample, () -> {
            List<Trace> children = new ArrayList<>();
            for (Comparison one : group) {
                Fact capacity =
                        java.util.Objects.requireNonNull(one.production().capacity());
                children.add(Trace.computed(
                        one.production().inWords() + (one.isAtBenchmark() ? "：达到标杆，计入分子" : "：未达到标杆"),
                        "产能 " + printed(capacity.value()) + " " + capacity.unit(),
                        capacity.value(),
                        capacity.unit(),
                        List.of(Trace.fact("产能", capacity), one.position().trace())));
            }
            children.add(Trace.rule(used));
            return Trace.computed(period.inWords() + " " + product + " 达到标杆水平的产能占比", formula, share, "%", children);
        });
    }

    private static @Nullable String wanting(List<Comparison> group, BigDecimal all) {
        Set<String> units = new TreeSet<>();
        for (Comparison one : group) {
            Fact capacity = one.production().capacity();
            if (capacity == null) {
                return "缺产能：" + one.production().inWords();
            }
            units.add(capacity.unit());
        }
        if (units.size() > 1) {
            return "产能单位不一（" + String.join("、", units) + "），不能相加";
        }
        return all.signum() == 0 ? "产能合计为零" : null;
    }
}
