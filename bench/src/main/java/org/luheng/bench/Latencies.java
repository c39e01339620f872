package org.luheng.bench;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations in nanoseconds from any number of threads. */
final class Latencies {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    void add(long duration) {
        nanos.add(duration);
    }

    void fail(String why) {
        failures.add(why);
    }

    String report(String name) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return name + ": no answer; failures " + failures.size() + " "
                    + failures.stream().limit(3).toList();
        }
        return "%-28s n=%d  p50=%s  p90=%s  p99=%s  max=%s  failures=%d %s"
                .formatted(
                        name,
                        sorted.length,
                        millis(sorted, 0.50),
                        millis(sorted, 0.90),
                        millis(sorted, 0.99),
                        millis(sorted, 1),
                        failures.size(),
                        failures.stream().limit(3).toList());
    }

    private static String millis(long[] sorted, double share) {
        int at = (int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
        return "%.1f ms".formatted(sorted[Math.max(0, at)] / 1e6);
    }
}
