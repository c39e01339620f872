package org.luheng.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What a simulation counted. */
final class Tally {
    final LongAdder made = new LongAdder();
    final LongAdder readings = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder again = new LongAdder();
    final LongAdder unknown = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder broken = new LongAdder();
    final LongAdder repeated = new LongAdder();
    final List<LongAdder> faults = new ArrayList<>();

    private long[] micros = new long[1024];
    private int count;
    private volatile long from = System.nanoTime();

    Tally() {
        for (int i = 0; i < SimulatedFaults.Kind.values().length; i++) {
            faults.add(new LongAdder());
        }
    }

    /**
     * @param from before this nothing is measured: the moment the simulation began and what it took to settle
     */
    void measureFrom(long from) {
        this.from = from;
    }

    /** An acknowledgement came. */
    synchronized void took(long sent, long now) {
        if (sent - from < 0) {
            return;
        }
        long nanos = now - sent;
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = nanos / 1000;
    }

    /** Milliseconds within which this share of the acknowledgements came. */
    synchronized String within(double share) {
        if (count == 0) {
            return "—";
        }
        long[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        long at = sorted[(int) Math.min(count - 1L, Math.round(share * count))];
        return at / 1000 + "." + at / 100 % 10 + " ms";
    }
}
