package org.luheng.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.luheng.accounting.Assumptions;
import org.luheng.accounting.Fact;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.WhatIf;
import org.luheng.files.RulesFolder;

/**
 * A made-up city of sixteen districts: its sixty monthly issues, each computed anew from what was known on its day; a district after one
 * fact has changed; what would be if. Reference: a plain loop over the same numbers that sums and divides and explains nothing.
 */
final class City {
    private static final int DISTRICTS = 16;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final SyntheticNation city;
    private final Rules rules = RulesFolder.read(Demo.ROOT.resolve("rules")).rules();
    private final Plan plan;
    private final FactBase base;
    private final List<Fact> facts = new ArrayList<>();

    private City() {
        city = SyntheticNation.city(rules, DISTRICTS);
        plan = city.plan();
        base = new FactBase(rules.authorities());
        city.facts(fact -> {
            base.add(fact);
            facts.add(fact);
        });
        System.out.printf(
                "a city and %d districts, made up (seeded), %,d facts; one thread; load %.1f%n",
                DISTRICTS,
                facts.size(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getSystemLoadAverage());
    }

    static void replay(int runs) {
        new City().replayed(runs);
    }

    static void oneChange(int runs) {
        City city = new City();
        city.changed(runs);
        city.assumed(runs);
    }

    private void replayed(int runs) {
        List<Period> months = SyntheticNation.periods(SyntheticNation.FIRST_YEAR, SyntheticNation.LAST_YEAR);
        long figures = 0;
        long lights = 0;
        long[] nanos = new long[runs];
        long[] cpu = new long[runs];
        for (int run = -runs; run < runs; run++) {
            figures = 0;
            lights = 0;
            long used = CPU.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            for (Period month : months) {
                LocalDate day = month.to().plusMonths(2).atDay(1);
                Snapshot.Result issue = new Snapshot(plan, rules, base.knownOn(day)).of(month);
                figures += issue.figures().size();
                lights += issue.lights().size();
            }
            if (run >= 0) {
                nanos[run] = System.nanoTime() - began;
                cpu[run] = CPU.getCurrentThreadCpuTime() - used;
            }
        }
        System.out.printf("issues           %d: %,d figures, %,d lights%n", months.size(), figures, lights);
        System.out.printf("replayed         %s%n", millis(nanos));
        System.out.printf("  processor time %s%n", millis(cpu));
        plain("reference        one pass over the facts of all months", runs, months.size(), facts);
    }

    private void changed(int runs) {
        String district = city.regions().get(1);
        Period year = Period.year(SyntheticNation.LAST_YEAR);
        Fact last = facts.stream()
                .filter(fact -> fact.region().equals(district) && fact.period().equals(year))
                .filter(fact -> fact.element().equals("energy.use.raw-coal"))
                .findFirst()
                .orElseThrow();
        long sequence = facts.size();
        long[] period = new long[runs];
        long[] whole = new long[runs];
        long size = 0;
        // Enough rounds for the compiler, whose work is not what is measured.
        for (int run = -20 * runs; run < runs; run++) {
            Fact changed = copy(last, ++sequence, run);
            if (run % 50 == 0) {
                base.add(changed);
            }
            long began = System.nanoTime();
            if (run % 50 != 0) {
                base.add(changed);
            }
            Snapshot snapshot = new Snapshot(plan, rules, base.knownOn(Nation.DAY));
            snapshot.figure(district, "energy.intensity.change", year);
            snapshot.light(district, "intensity", year);
            snapshot.light(district, "progress", year);
            snapshot.light(district, "total", year);
            long one = System.nanoTime();
            size = new Snapshot(plan, rules, base.knownOn(Nation.DAY))
                    .of(district)
                    .figures()
                    .size();
            long all = System.nanoTime();
            if (run >= 0) {
                period[run] = one - began;
                whole[run] = all - one;
            }
        }
        System.out.printf("one change       the year's figures and lights of the district: %s%n", millis(period));
        System.out.printf("                 all its sixty months, %d figures: %s%n", size, millis(whole));
        plain("reference        one pass over the district's facts", runs, 1, ofRegion(district));
    }

    private static Fact copy(Fact fact, long sequence, int run) {
        return new Fact(
                sequence,
                fact.region(),
                fact.period(),
                fact.element(),
                fact.value().add(new BigDecimal(run & 1023).movePointLeft(3)),
                fact.unit(),
                null,
                fact.stage(),
                fact.authority(),
                fact.channel(),
                fact.source(),
                fact.published(),
                true,
                "数据#" + sequence);
    }

    private void assumed(int runs) {
        LocalDate day = LocalDate.of(2024, 3, 1);
        long[] nanos = new long[runs];
        WhatIf last = null;
        for (int run = -5 * runs; run < runs; run++) {
            Assumptions assumptions = new Assumptions(
                    new BigDecimal("5.5"),
                    new BigDecimal(run % 30).movePointLeft(1),
                    new BigDecimal("3"),
                    new BigDecimal("8"),
                    new BigDecimal("2"));
            long began = System.nanoTime();
            last = new Snapshot(plan, rules, base.knownOn(day))
                    .whatIf(city.regions().getFirst(), assumptions);
            if (run >= 0) {
                nanos[run] = System.nanoTime() - began;
            }
        }
        System.out.printf(
                "what-if          %s; %s%n",
                millis(nanos),
                last == null || last.missing() != null
                        ? "nothing: " + last
                        : last.years().size() + " years assumed");
    }

    private List<Fact> ofRegion(String region) {
        return facts.stream().filter(fact -> fact.region().equals(region)).toList();
    }

    /** Sums each period's energy by kind × 1 and divides by GDP, as decimals, and nothing else. */
    private void plain(String name, int runs, int times, List<Fact> facts) {
        long[] nanos = new long[runs];
        BigDecimal ratios = BigDecimal.ZERO;
        for (int run = -5 * runs; run < runs; run++) {
            long began = System.nanoTime();
            BigDecimal sum = BigDecimal.ZERO;
            for (Fact fact : facts) {
                if (fact.element().startsWith("energy.use.")) {
                    sum = sum.add(fact.value());
                } else if (fact.element().startsWith("gdp.constant")) {
                    ratios = sum.divide(fact.value(), org.luheng.accounting.Arithmetic.PRECISION);
                    sum = BigDecimal.ZERO;
                }
            }
            if (run >= 0) {
                nanos[run] = System.nanoTime() - began;
            }
        }
        System.out.printf("%s: %s (last ratio %.3f)%n", name, millis(nanos), ratios);
    }

    private static String millis(long[] nanos) {
        long[] sorted = nanos.clone();
        java.util.Arrays.sort(sorted);
        return "median %.3f ms, p99 %.3f ms, longest %.3f ms (%d runs)"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[(int) (sorted.length * 0.99)] / 1e6,
                        sorted[sorted.length - 1] / 1e6,
                        sorted.length);
    }
}
