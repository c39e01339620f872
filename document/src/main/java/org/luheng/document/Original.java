package org.luheng.document;

import java.util.LinkedHashSet;
import java.util.Set;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.Place;
import org.luheng.files.Refused;

/** The bytes of one reading, what is found about them, and how much of the {@link Bounds} is used up. */
final class Original {
    private static final int BETWEEN_LOOKS = 1 << 10;

    final byte[] bytes;
    final String label;
    final Bounds bounds;
    final Findings findings = new Findings();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final long began;
    private long unpacked;
    private int steps;

    Original(byte[] bytes, String label, Bounds bounds) {
        this.bytes = bytes;
        this.label = label;
        this.bounds = bounds;
        began = bounds.nanos().getAsLong();
    }

    Refused refuse(Fault fault, String... namesAndValues) {
        return Refused.of(Finding.of(fault, Place.file(label), "", namesAndValues));
    }

    Refused damaged(String reason) {
        return refuse(Fault.DAMAGED, "reason", reason);
    }

    void note(Fault fault, String... namesAndValues) {
        findings.add(fault, Place.file(label), "", namesAndValues);
    }

    /** Said once, however often it is met. */
    void leaveOut(String what) {
        leftOut.add(what);
    }

    void sayWhatWasLeftOut() {
        if (!leftOut.isEmpty()) {
            note(Fault.LEFT_OUT, "what", String.join("、", leftOut));
        }
    }

    /** Called often, looks at the clock now and then. */
    void step() {
        if (++steps % BETWEEN_LOOKS == 0) {
            look();
        }
    }

    /** @throws Refused where the time is used up */
    void look() {
        if (bounds.nanos().getAsLong() - began > bounds.time().toNanos()) {
            throw refuse(
                    Fault.READING_TOO_LONG,
                    "limit",
                    String.valueOf(bounds.time().toSeconds()));
        }
    }

    /** @throws Refused where more came out of the bytes than may */
    void unpacked(long more) {
        unpacked += more;
        if (unpacked > bounds.unpacked()) {
            throw tooMuch("内容", (bounds.unpacked() >> 20) + " MB");
        }
        step();
    }

    Refused tooMuch(String what, String limit) {
        return refuse(Fault.TOO_MUCH_INSIDE, "what", what, "limit", limit);
    }

    Refused tooDeep(int limit) {
        return refuse(Fault.NESTED_TOO_DEEP, "limit", String.valueOf(limit));
    }
}
