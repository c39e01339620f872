package org.luheng.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.luheng.hj212.Crc;
import org.luheng.hj212.Field;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Items;

/**
 * HJ 212 from a stream of bytes to typed values: framing, CRC, header, each item's factor, field, number and mark. One thread, 256
 * different frames of a size after each other. References in the same run, over the same bytes: the CRC with one table lookup a
 * byte, the CRC bit by bit as the standard prints it, and reading each byte once.
 */
final class Hj212 {
    private static final int FRAMES = 256;
    private static final int ROUNDS = 9;
    private static final String[] FACTORS = {
        "a00000", "a01011", "a01012", "a01013", "a01014", "a19001", "a21002", "a21026", "a34013", "a21005", "a05024",
        "a34004"
    };
    private static final int[] TABLE = new int[256];

    static {
        for (int state = 0; state < 256; state++) {
            TABLE[state] = bits(state);
        }
    }

    private Hj212() {}

    /** What a store would take from a frame; adds all of it up, so that nothing can be left out. */
    private static final class Taker implements Consumer<Frame> {
        long sum;
        long readings;
        long frames;

        @Override
        public void accept(Frame frame) {
            frames++;
            sum += frame.qnNumber() + frame.cn() + frame.flag() + frame.segmentTo();
            Items items = frame.items();
            while (items.next()) {
                readings++;
                sum += items.factorKey() + items.field().ordinal();
                if (items.isNumber()) {
                    sum += items.unscaled() * (items.scale() + 1);
                } else if (items.field() == Field.FLAG) {
                    sum += items.mark();
                }
            }
        }
    }

    static void run(int millis) {
        System.out.printf(
                "one thread, %d different frames of each size, MB/s of frame bytes by the thread's processor time,%n"
                        + "median of %d rounds of %d ms, all five in turn in each round%n%n",
                FRAMES, ROUNDS, millis);
        System.out.printf("%-52s %8s %8s %8s%n", "", "171 B", "560 B", "967 B");
        int[] sizes = {171, 560, 967};
        byte[][] streams = new byte[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            streams[i] = stream(sizes[i], new Random(212 + i));
        }
        Taker taker = new Taker();
        Framing framing = new Framing();
        double[][][] rates = new double[5][sizes.length][ROUNDS];
        // The first rounds, in which the compiler is still at work, are overwritten by those that count.
        for (int round = -2; round < ROUNDS; round++) {
            for (int i = 0; i < sizes.length; i++) {
                byte[] stream = streams[i];
                int size = sizes[i];
                int at = Math.max(round, 0);
                rates[0][i][at] = rate(stream, millis, () -> framing.read(stream, taker));
                rates[1][i][at] = rate(stream, millis, () -> taker.sum += eachSegment(stream, size, 0));
                rates[2][i][at] = rate(stream, millis, () -> taker.sum += eachSegment(stream, size, 1));
                rates[3][i][at] = rate(stream, millis, () -> taker.sum += eachSegment(stream, size, 2));
                rates[4][i][at] = rate(stream, millis, () -> taker.sum += eachSegment(stream, size, 3));
            }
        }
        double[][] measured = new double[5][sizes.length];
        for (int what = 0; what < 5; what++) {
            for (int i = 0; i < sizes.length; i++) {
                Arrays.sort(rates[what][i]);
                measured[what][i] = rates[what][i][ROUNDS / 2];
            }
        }
        line("decode to typed values, CRC checked", measured[0]);
        line("reference: CRC, one table lookup a byte", measured[1]);
        System.out.printf("%-52s", "  decode ÷ reference");
        for (int i = 0; i < sizes.length; i++) {
            System.out.printf(" %8.2f", measured[0][i] / measured[1][i]);
        }
        System.out.println();
        line("reference: CRC bit by bit, as the standard prints it", measured[2]);
        line("reference: reading each byte once", measured[3]);
        line("the library's CRC alone", measured[4]);
        System.out.println();
        for (int i = 0; i < sizes.length; i++) {
            allocation(sizes[i], streams[i], framing, taker);
        }
        System.out.printf("%d frames, %d items, checksum %x%n", taker.frames, taker.readings, taker.sum);
    }

    private static void allocation(int size, byte[] stream, Framing framing, Taker taker) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int rounds = 2000;
        for (int round = 0; round < rounds; round++) {
            framing.read(stream, taker);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        System.out.printf(
                "%d B: %d bytes allocated for %d frames (%.4f a frame)%n",
                size, bytes, rounds * FRAMES, (double) bytes / (rounds * FRAMES));
    }

    private static void line(String name, double[] rates) {
        System.out.printf("%-52s", name);
        for (double rate : rates) {
            System.out.printf(" %8.0f", rate);
        }
        System.out.println();
    }

    private static double rate(byte[] stream, int millis, Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long until = began + millis * 1_000_000L;
        long count = 0;
        long now;
        do {
            for (int i = 0; i < 20; i++) {
                work.run();
            }
            count += 20;
            now = threads.getCurrentThreadCpuTime();
        } while (now < until);
        return count * (double) stream.length * 1000 / (now - began);
    }

    private static long eachSegment(byte[] stream, int size, int how) {
        long sum = 0;
        for (int at = 0; at < stream.length; at += size) {
            int from = at + 6;
            int to = at + size - 6;
            sum += switch (how) {
                case 0 -> byTable(stream, from, to);
                case 1 -> bitByBit(stream, from, to);
                case 2 -> once(stream, from, to);
                default -> Crc.of(stream, from, to);
            };
        }
        return sum;
    }

    private static int byTable(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int at = from; at < to; at++) {
            crc = TABLE[crc >>> 8 ^ bytes[at] & 0xFF];
        }
        return crc;
    }

    private static int bitByBit(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int at = from; at < to; at++) {
            crc = bits(crc >>> 8 ^ bytes[at] & 0xFF);
        }
        return crc;
    }

    private static int bits(int state) {
        int crc = state;
        for (int bit = 0; bit < 8; bit++) {
            int low = crc & 1;
            crc >>>= 1;
            if (low == 1) {
                crc ^= 0xA001;
            }
        }
        return crc;
    }

    private static int once(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at++) {
            sum += bytes[at];
        }
        return sum;
    }

    // ---- Frames of exactly this many bytes ----

    private static byte[] stream(int size, Random random) {
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < FRAMES; i++) {
            stream.append(frame(size, i, random));
        }
        return stream.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String frame(int size, int number, Random random) {
        StringBuilder segment = new StringBuilder()
                .append("QN=202611211004")
                .append("%05d".formatted(random.nextInt(60_000)))
                .append(";ST=31;CN=2051;PW=123456;MN=010000A8900016F000169D")
                .append("%02X".formatted(number))
                .append(";Flag=5;CP=&&DataTime=202611211003")
                .append("%02d".formatted(random.nextInt(60)));
        int wanted = size - 12 - 2;
        for (int factor = 0; ; factor++) {
            String code = FACTORS[factor % FACTORS.length];
            StringBuilder group = new StringBuilder();
            if (wanted - segment.length() < 120) {
                group.append(";").append(code).append("-Avg=").append(value(random));
                group.append(",").append(code).append("-Flag=N");
            } else {
                for (String field : new String[] {"Min", "Avg", "Max", "Cou"}) {
                    group.append(group.isEmpty() ? ";" : ",")
                            .append(code)
                            .append("-")
                            .append(field)
                            .append("=");
                    group.append(value(random));
                }
                group.append(",").append(code).append("-Flag=N");
            }
            if (segment.length() + group.length() > wanted) {
                break;
            }
            segment.append(group);
        }
        // What is missing goes into marks and numbers of one more factor.
        int missing = wanted - segment.length();
        if (missing >= 15) {
            segment.append(";a34002-Rtd=").append("1234567".charAt(number % 7));
            missing = wanted - segment.length();
        }
        while (missing > 0) {
            int take = missing;
            if (missing >= 16) {
                segment.append(",a34002-Max=")
                        .append("1234567".charAt(number % 7))
                        .append("3");
            } else {
                int avg = segment.indexOf("-Avg=") + 5;
                segment.insert(avg, "1234567890123456", 0, Math.min(take, 3));
                int dot = segment.indexOf("-Avg=", avg);
                if (take > 3) {
                    int second = dot < 0 ? segment.lastIndexOf("=") + 1 : dot + 5;
                    segment.insert(second, "1234567890123456", 0, Math.min(take - 3, 3));
                }
            }
            missing = wanted - segment.length();
        }
        segment.append("&&");
        byte[] bytes = segment.toString().getBytes(StandardCharsets.US_ASCII);
        return "##%04d%s%04X\r\n".formatted(bytes.length, segment, byTable(bytes, 0, bytes.length));
    }

    private static String value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "%d".formatted(random.nextInt(500));
            case 1 -> "%.1f".formatted(random.nextDouble() * 200);
            case 2 -> "%.2f".formatted(random.nextDouble() * 100);
            default -> "%.3f".formatted(random.nextDouble() * 20);
        };
    }
}
