package org.luheng.command;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.luheng.hj212.Address;
import org.luheng.hj212.Draft;
import org.luheng.hj212.Message;
import org.luheng.hj212.RequestNumber;
import org.luheng.hj212.Uploads;
import org.luheng.hj212.Version;

/** One source that measures: which frames it has, when each is due, and how it sends them. The same seed gives the same. */
final class SimulatedStation {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final String[] FACTORS_2017 = {
        "a21026", "a21002", "a34013", "a19001", "a01012", "a01013", "a01014", "a01011", "a00000", "a21005", "a05024",
        "a24088"
    };
    private static final String[] FACTORS_2005 = {
        "02", "03", "01", "S01", "S02", "S03", "S05", "S08", "B02", "011", "060", "001"
    };

    /**
     * One write to the wire.
     *
     * @param due after the start
     * @param pieces bytes, with a pause between them
     * @param owed frames in it that the host has to acknowledge
     */
    record Sending(Duration due, List<byte[]> pieces, List<Owed> owed) {}

    /** @param qn by which the acknowledgement names it */
    record Owed(String qn, byte[] frame) {}

    private final Address address;
    private final Random random;
    private final Simulate.Plan plan;
    private final Tally tally;
    private final double[] levels;
    private final List<byte[]> glued = new ArrayList<>();
    private final List<Owed> gluedOwed = new ArrayList<>();
    private final List<byte[]> late = new ArrayList<>();
    private final List<Owed> lateOwed = new ArrayList<>();
    private int lateFor;

    SimulatedStation(int number, Version version, Simulate.Plan plan, Tally tally) {
        String mn = version == Version.V2005 ? "88%012d".formatted(number) : "010000A8900016F0%08X".formatted(number);
        address = new Address("31", "123456", mn, version);
        random = new Random(plan.seed() * 1_000_003 + number);
        this.plan = plan;
        this.tally = tally;
        levels = new double[plan.factors()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 5 + random.nextDouble() * 200;
        }
    }

    String mn() {
        return address.mn();
    }

    /** What is written when this frame is due; nothing where it was lost or is held back. */
    Sending send(Duration due) {
        LocalDateTime time = plan.start().plus(due);
        String qn = RequestNumber.of(time);
        tally.made.increment();
        if (happens(SimulatedFaults.Kind.DROP)) {
            return sending(due, List.of(), List.of());
        }
        boolean wrong = happens(SimulatedFaults.Kind.CRC);
        boolean isLate = !wrong && late.isEmpty() && happens(SimulatedFaults.Kind.LATE);
        byte[] frame = message(qn, time, isLate).bytes();
        if (wrong) {
            int at = frame.length - 6;
            frame[at] = (byte) (frame[at] == '0' ? '1' : '0');
        }
        List<Owed> owed = wrong ? List.of() : List.of(new Owed(qn, frame));
        if (isLate) {
            late.add(frame);
            lateOwed.addAll(owed);
            lateFor = 2 + random.nextInt(5);
            return sending(due, List.of(), List.of());
        }
        if (happens(SimulatedFaults.Kind.GLUE)) {
            glued.add(frame);
            gluedOwed.addAll(owed);
            return sending(due, List.of(), List.of());
        }
        List<byte[]> pieces = new ArrayList<>();
        if (happens(SimulatedFaults.Kind.GARBAGE)) {
            pieces.add(garbage());
        }
        pieces.add(frame);
        if (happens(SimulatedFaults.Kind.DOUBLE)) {
            pieces.add(frame);
        }
        if (happens(SimulatedFaults.Kind.SPLIT)) {
            return sending(due, split(join(pieces)), owed);
        }
        return sending(due, List.of(join(pieces)), owed);
    }

    /** What was held back until the end. */
    Sending rest(Duration due) {
        lateFor = 0;
        return sending(due, List.of(new byte[0]), List.of());
    }

    private boolean happens(SimulatedFaults.Kind kind) {
        boolean happens = plan.faults().happens(kind, random);
        if (happens) {
            tally.faults.get(kind.ordinal()).increment();
        }
        return happens;
    }

    private Sending sending(Duration due, List<byte[]> now, List<Owed> owed) {
        List<byte[]> pieces = new ArrayList<>();
        List<Owed> all = new ArrayList<>();
        if (!now.isEmpty() && !glued.isEmpty()) {
            pieces.addAll(glued);
            all.addAll(gluedOwed);
            pieces.add(now.getFirst());
            byte[] first = join(pieces);
            pieces.clear();
            pieces.add(first);
            pieces.addAll(now.subList(1, now.size()));
            glued.clear();
            gluedOwed.clear();
        } else {
            pieces.addAll(now);
        }
        all.addAll(owed);
        if (!late.isEmpty() && --lateFor < 0) {
            pieces.addAll(late);
            all.addAll(lateOwed);
            late.clear();
            lateOwed.clear();
        }
        return new Sending(due, pieces, all);
    }

    private Message message(String qn, LocalDateTime time, boolean resent) {
        String dataTime = SECONDS.format(
                plan.command() == 2011
                        ? time
                        : plan.command() == 2061 ? time.withMinute(0).withSecond(0) : time.withSecond(0));
        Draft draft = new Uploads(address).data(qn, plan.command(), dataTime).wantingAnswer();
        String[] codes = address.version() == Version.V2005 ? FACTORS_2005 : FACTORS_2017;
        for (int i = 0; i < levels.length; i++) {
            String factor = i < codes.length ? codes[i] : "a%05d".formatted(30_000 + i);
            levels[i] = Math.max(0, levels[i] + random.nextGaussian() * (1 + levels[i] / 50));
            if (plan.command() == 2011) {
                draft.item(factor + "-Rtd", number(levels[i]));
            } else {
                draft.item(factor + "-Cou", number(levels[i] * 0.06))
                        .and(factor + "-Min", number(levels[i] * 0.9))
                        .and(factor + "-Avg", number(levels[i]))
                        .and(factor + "-Max", number(levels[i] * 1.1));
            }
            draft.and(factor + "-Flag", random.nextInt(200) == 0 ? "D" : "N");
        }
        tally.readings.add(levels.length);
        if (resent) {
            draft.resent();
        }
        return draft.message();
    }

    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
    }

    private byte[] garbage() {
        byte[] garbage = new byte[1 + random.nextInt(40)];
        for (int i = 0; i < garbage.length; i++) {
            // No mark: what is meant is noise between frames, not half a frame.
            garbage[i] = (byte) (random.nextInt(220) + 36);
        }
        return garbage;
    }

    private List<byte[]> split(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        int at = 0;
        for (int left = 1 + random.nextInt(3); left > 0 && at < bytes.length - 1; left--) {
            int to = at + 1 + random.nextInt(bytes.length - at - 1);
            pieces.add(java.util.Arrays.copyOfRange(bytes, at, to));
            at = to;
        }
        pieces.add(java.util.Arrays.copyOfRange(bytes, at, bytes.length));
        return pieces;
    }

    private static byte[] join(List<byte[]> pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }
}
