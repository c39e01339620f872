package org.luheng.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.luheng.accounting.Element;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Snapshot;
import org.luheng.files.RulesFolder;

/**
 * All figures, deductions and lights of {@link SyntheticNation}, regions spread over two threads; what it takes of memory; what
 * explanations cost. Reference: DuckDB on two threads for the plain sums and ratios of the same rows.
 */
final class Nation {
    private static final int THREADS = 2;
    /** Processor time, nanoseconds, and two runs at least, before anything counts. */
    private static final long WARM_UP = 10_000_000_000L;

    private static final int TRACES = 1_000;
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private Nation() {}

    static void run(int runs, int counties) throws Exception {
        Rules rules = RulesFolder.read(Demo.ROOT.resolve("rules")).rules();
        SyntheticNation nation = SyntheticNation.nation(rules, counties);
        System.out.printf(
                "%d regions × 60 months × 30 kinds of energy, made up (seeded); %d threads; %s; heap to %d MB; load %.1f%n",
                counties,
                THREADS,
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getSystemLoadAverage());

        long empty = heap();
        FactBase base = new FactBase(rules.authorities());
        long[] count = new long[1];
        nation.facts(fact -> {
            base.add(fact);
            count[0]++;
        });
        long withFacts = heap();
        System.out.printf(
                "facts            %,d: %,d MB, %d bytes each with all it consists of%n",
                count[0], withFacts - empty >> 20, (withFacts - empty) / count[0]);

        Plan plan = nation.plan();
        Facts facts = base.knownOn(DAY);
        long[] nanos = new long[runs];
        long[] cpu = new long[runs];
        long[] whole = new long[runs];
        List<Snapshot.Result> results = List.of();
        long warm = PROCESS.getProcessCpuTime() + WARM_UP;
        for (int run = -2; run < runs; run++) {
            if (run == 0 && PROCESS.getProcessCpuTime() < warm) {
                run = -1;
            }
            results = List.of();
            System.gc();
            long[] used = new long[1];
            long process = PROCESS.getProcessCpuTime();
            long began = System.nanoTime();
            results = computed(new Snapshot(plan, rules, facts), nation.regions(), used);
            if (run >= 0) {
                nanos[run] = System.nanoTime() - began;
                cpu[run] = used[0];
                whole[run] = PROCESS.getProcessCpuTime() - process;
            }
        }
        long figures = 0;
        long lights = 0;
        long wanting = 0;
        long levels = 0;
        for (Snapshot.Result result : results) {
            figures += result.figures().size();
            lights += result.lights().size();
            wanting += result.figures().stream()
                    .filter(figure -> figure.value() == null)
                    .count();
            levels += result.lights().stream()
                    .filter(light -> light.level() != null)
                    .count();
        }
        System.out.printf(
                "computed         %,d figures (%,d wanting), %,d lights (%,d with a level)%n",
                figures, wanting, lights, levels);
        System.out.printf("nation           %s%n", spread(nanos));
        System.out.printf("  processor time %s: both threads together%n", spread(cpu));
        System.out.printf("                 %s: with the collector's and the compiler's%n", spread(whole));
        long withResults = heap();
        System.out.printf(
                "kept             %,d MB: %d bytes a figure or light, its trace to be rebuilt on demand%n",
                withResults - withFacts >> 20, (withResults - withFacts) / (figures + lights));
        traces(results);
        System.out.printf(
                "load now         %.1f%n",
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getSystemLoadAverage());
        PlainSums.run(nation, runs, total(results));
    }

    /** @param used takes the processor time of the threads, nanoseconds */
    private static List<Snapshot.Result> computed(Snapshot snapshot, List<String> regions, long[] used)
            throws Exception {
        Snapshot.Result[] results = new Snapshot.Result[regions.size()];
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (int at = next.getAndIncrement(); at < results.length; at = next.getAndIncrement()) {
                        results[at] = snapshot.of(regions.get(at));
                    }
                    return CPU.getCurrentThreadCpuTime();
                }));
            }
            for (Future<Long> each : running) {
                used[0] += each.get();
            }
        }
        return Arrays.asList(results);
    }

    private static void traces(List<Snapshot.Result> results) {
        Random random = new Random(1);
        for (int round = 0; round < 3; round++) {
            long characters = 0;
            long began = System.nanoTime();
            for (int i = 0; i < TRACES; i++) {
                Snapshot.Result result = results.get(random.nextInt(results.size()));
                Figure figure =
                        result.figures().get(random.nextInt(result.figures().size()));
                characters += figure.trace().text().length();
                Light light = result.lights().get(random.nextInt(result.lights().size()));
                characters += light.reason().length();
            }
            if (round == 2) {
                System.out.printf(
                        "traces           %,d rebuilt, with the reasons of as many lights: %.1f ms (%d characters of titles)%n",
                        TRACES, (System.nanoTime() - began) / 1e6, characters);
            }
        }
    }

    /** Sum of the totals of all regions and periods, to be compared with the reference. */
    private static double total(List<Snapshot.Result> results) {
        double total = 0;
        for (Snapshot.Result result : results) {
            for (Figure figure : result.figures()) {
                if (figure.indicator().equals(Element.TOTAL_LEVEL)) {
                    total += figure.value() == null ? 0 : figure.value().doubleValue();
                }
            }
        }
        return total;
    }

    static String spread(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "median %.3f s (%.3f to %.3f s, %d runs)"
                .formatted(
                        sorted[sorted.length / 2] / 1e9,
                        sorted[0] / 1e9,
                        sorted[sorted.length - 1] / 1e9,
                        sorted.length);
    }

    /** Bytes in use after collecting what is not. */
    static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
