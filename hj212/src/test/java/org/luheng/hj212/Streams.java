package org.luheng.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Streams of frames, good and bad, and what a {@link Framing} makes of them. */
final class Streams {
    static final String MN = "010000A8900016F000169DC0";

    private static final String[] FACTORS = {
        "a21026", "a34013", "w01018", "011", "B01", "LA", "e01001", "PM25", "a3400201"
    };
    private static final String[] FIELDS = {"Rtd", "Min", "Avg", "Max", "Cou", "ZsAvg", "SampleTime", "Strange"};
    private static final String ODD = "##&&\r\n;,=-0123456789ABCDEFabcdefQNSTCP \\r汉；，";

    private Streams() {}

    /** What came out: each frame with its deviations, and what was skipped. */
    record Result(List<String> frames, List<Long> counts, int waiting) {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The frame of this segment, as it should be, without line end. */
    static String frame(String segment) {
        byte[] bytes = utf8(segment);
        return "##%04d%s%04X".formatted(bytes.length, segment, Crc.of(bytes, 0, bytes.length));
    }

    static String segment(String content) {
        return "QN=20261121100400123;ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&" + content + "&&";
    }

    static Result cut(byte[] stream, int limit, Random cuts, boolean settle) {
        Framing framing = new Framing(limit);
        List<String> frames = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            int piece = cuts.nextInt(4) == 0 ? 1 + cuts.nextInt(400) : 1 + cuts.nextInt(9);
            int to = Math.min(stream.length, at + piece);
            framing.read(stream, at, to, frame -> frames.add(told(frame)));
            at = to;
        }
        return result(framing, frames, settle);
    }

    static Result whole(byte[] stream, int limit, boolean settle) {
        Framing framing = new Framing(limit);
        List<String> frames = new ArrayList<>();
        framing.read(stream, frame -> frames.add(told(frame)));
        return result(framing, frames, settle);
    }

    static Result byteByByte(byte[] stream, int limit, boolean settle) {
        Framing framing = new Framing(limit);
        List<String> frames = new ArrayList<>();
        for (int at = 0; at < stream.length; at++) {
            framing.read(stream, at, at + 1, frame -> frames.add(told(frame)));
        }
        return result(framing, frames, settle);
    }

    private static Result result(Framing framing, List<String> frames, boolean settle) {
        int waiting = framing.waiting();
        if (settle) {
            framing.settle(frame -> frames.add(told(frame)));
        }
        List<Long> counts = new ArrayList<>();
        for (Skipped reason : Skipped.values()) {
            counts.add(framing.skipped(reason));
        }
        counts.add(framing.oddLineEnds());
        counts.add(framing.frames());
        return new Result(frames, counts, waiting);
    }

    private static String told(Frame frame) {
        StringBuilder told = new StringBuilder(new String(frame.copy(), StandardCharsets.ISO_8859_1));
        told.append(" sent ").append(frame.crcSent()).append(" computed ").append(frame.crcComputed());
        for (Finding finding : frame.diagnose()) {
            told.append(' ').append(finding.deviation()).append('@').append(finding.at());
        }
        return told.toString();
    }

    /** Frames, broken frames and noise after each other. */
    static byte[] mixed(Random random, int count) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            byte[] frame = utf8(frame(content(random)));
            switch (random.nextInt(16)) {
                case 0 -> stream.write(frame, 0, random.nextInt(frame.length));
                case 1 -> stream.write(frame, random.nextInt(8), frame.length - 8);
                case 2 -> stream.writeBytes(noise(random));
                case 3 -> {
                    frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                    stream.writeBytes(frame);
                }
                case 4 -> {
                    frame[2 + random.nextInt(4)] = (byte) ('0' + random.nextInt(10));
                    stream.writeBytes(frame);
                }
                case 5 -> stream.writeBytes(utf8("##9999QN=2026"));
                case 6 -> stream.writeBytes(utf8(new String(frame, StandardCharsets.UTF_8).replace("##0", "##")));
                case 7 -> {
                    int length = frame.length - 1 - random.nextInt(3);
                    stream.write(frame, 0, length);
                }
                case 8 -> {
                    // A frame within what another announces.
                    stream.writeBytes(utf8("##0" + (300 + random.nextInt(600)) + "QN=20261121;"));
                    stream.writeBytes(frame);
                }
                case 9 -> {
                    frame[frame.length - 1 - random.nextInt(4)] = '7';
                    stream.writeBytes(frame);
                }
                default -> stream.writeBytes(frame);
            }
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> stream.write('\n');
                case 2 -> stream.write('\r');
                case 3 -> stream.writeBytes(utf8("\\r\\n"));
                default -> stream.writeBytes(utf8("\r\n"));
            }
        }
        return stream.toByteArray();
    }

    static byte[] noise(Random random) {
        if (random.nextBoolean()) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder odd = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            odd.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return utf8(odd.toString());
    }

    static String content(Random random) {
        StringBuilder content = new StringBuilder("DataTime=20261121100400");
        for (int group = random.nextInt(5); group > 0; group--) {
            String factor = FACTORS[random.nextInt(FACTORS.length)];
            char separator = ';';
            for (int item = 1 + random.nextInt(4); item > 0; item--) {
                content.append(separator).append(factor).append('-').append(FIELDS[random.nextInt(FIELDS.length)]);
                content.append('=').append(number(random));
                separator = random.nextInt(40) == 0 ? ';' : ',';
            }
            content.append(separator).append(factor).append("-Flag=").append("NFMSDCTB".charAt(random.nextInt(8)));
        }
        if (random.nextInt(10) == 0) {
            content.append(";i11001-Info=//清洗管路//");
        }
        return segment(content.toString());
    }

    static String number(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> String.valueOf(random.nextInt(1000));
            case 1 -> "-" + random.nextInt(100) + "." + random.nextInt(100);
            case 2 -> String.valueOf(random.nextLong(1_000_000_000_000L));
            case 3 -> random.nextInt(10) + ".";
            case 4 -> "." + random.nextInt(10);
            case 5 -> "0.000" + random.nextInt(100_000);
            default -> random.nextInt(300) + "." + random.nextInt(1000);
        };
    }
}
