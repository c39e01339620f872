package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void readingTypedValuesAllocatesNothing() {
        Random random = new Random(212);
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            stream.append(Streams.frame(Streams.content(random))).append("\r\n");
        }
        byte[] bytes = Streams.utf8(stream.toString());
        Framing framing = new Framing();
        long[] sum = {0};
        java.util.function.Consumer<Frame> taker = frame -> {
            Items items = frame.items();
            while (items.next()) {
                sum[0] += items.factorKey() + items.unscaled() + items.scale() + items.mark();
            }
        };
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // In odd pieces, so that the buffer is used; the first rounds load classes and make room.
        read(framing, bytes, taker, 10);
        long before = threads.getCurrentThreadAllocatedBytes();
        read(framing, bytes, taker, 100);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(framing.frames()).isEqualTo(11_000);
        assertThat(allocated).as("for 10 000 frames").isLessThan(1000);
    }

    private static void read(Framing framing, byte[] bytes, java.util.function.Consumer<Frame> taker, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int at = 0; at < bytes.length; at += 333) {
                framing.read(bytes, at, Math.min(bytes.length, at + 333), taker);
            }
        }
    }
}
