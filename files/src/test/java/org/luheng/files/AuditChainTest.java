package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private static AuditEntry chained(AuditEntry entry, String previous) throws Exception {
        AuditEntry linked = with(entry, entry.day(), entry.seq(), entry.after(), previous, "");
        return with(
                linked,
                linked.day(),
                linked.seq(),
                linked.after(),
                previous,
                linked.computedHash(MessageDigest.getInstance("SHA-256")));
    }

    private static AuditEntry with(AuditEntry entry, String day, long seq, String after, String previous, String hash) {
        return new AuditEntry(
                day,
                seq,
                entry.at(),
                entry.actor(),
                entry.account(),
                entry.standing(),
                entry.scope(),
                entry.address(),
                entry.request(),
                entry.act(),
                entry.subject(),
                entry.before(),
                after,
                previous,
                hash);
    }

    /** Some days of entries, with any characters in them. */
    private List<AuditEntry> trail() throws Exception {
        List<AuditEntry> trail = new ArrayList<>();
        String previous = "0".repeat(64);
        for (int day = 10; day < 13; day++) {
            int entries = 1 + random.nextInt(12);
            for (int seq = 1; seq <= entries; seq++) {
                AuditEntry entry = chained(
                        new AuditEntry(
                                "2026-11-" + day,
                                seq,
                                "2026-11-" + day + "T00:00:00.000001Z",
                                "张三",
                                "7",
                                "office",
                                "410100",
                                "192.0.2.1",
                                "POST /x",
                                "修改",
                                "t:" + random.nextInt(),
                                "",
                                "3:abc,\u0000" + random.nextInt(),
                                "",
                                ""),
                        previous);
                trail.add(entry);
                previous = entry.hash();
            }
        }
        return trail;
    }

    private List<Fault> faults(List<AuditEntry> trail, AuditHead... heads) {
        List<Fault> faults = new ArrayList<>();
        AuditChain chain = new AuditChain(List.of(heads), finding -> faults.add(finding.fault()));
        trail.forEach(chain::next);
        chain.end();
        return faults;
    }

    private static AuditHead head(AuditEntry entry) {
        return new AuditHead(entry.day(), entry.seq(), entry.hash());
    }

    @RepeatedTest(50)
    void whatWasNotTouchedIsIntactAndWhateverWasIsFound() throws Exception {
        List<AuditEntry> trail = trail();
        AuditHead end = head(trail.getLast());
        assertThat(faults(trail, end, head(trail.getFirst())))
                .as("seed %s", seed)
                .isEmpty();

        int at = random.nextInt(trail.size());
        AuditEntry one = trail.get(at);
        List<AuditEntry> flipped = new ArrayList<>(trail);
        flipped.set(at, with(one, one.day(), one.seq(), one.after() + " ", one.previous(), one.hash()));
        assertThat(faults(flipped, end)).as("seed %s", seed).contains(Fault.AUDIT_CHANGED);

        List<AuditEntry> removed = new ArrayList<>(trail);
        removed.remove(at);
        assertThat(faults(removed, end)).as("seed %s, without %s", seed, at).isNotEmpty();

        List<AuditEntry> reordered = new ArrayList<>(trail);
        Collections.swap(reordered, at, (at + 1) % trail.size());
        assertThat(faults(reordered, end)).as("seed %s", seed).isNotEmpty();

        assertThat(faults(trail.subList(0, at), end))
                .as("seed %s, cut at %s", seed, at)
                .contains(Fault.AUDIT_TRUNCATED);

        // Rehashed as a whole, with one entry another.
        List<AuditEntry> rewritten = new ArrayList<>();
        String previous = "0".repeat(64);
        for (AuditEntry entry : flipped) {
            AuditEntry again = chained(entry, previous);
            rewritten.add(again);
            previous = again.hash();
        }
        assertThat(faults(rewritten)).as("seed %s: only a head tells", seed).isEmpty();
        assertThat(faults(rewritten, end)).as("seed %s", seed).contains(Fault.AUDIT_REWRITTEN);
    }

    @Test
    void noTwoEntriesHaveTheSameContent() throws Exception {
        AuditEntry one = new AuditEntry("2026-11-10", 1, "t", "a", "", "", "", "", "", "x", "yz", "", "", "", "");
        AuditEntry other = new AuditEntry("2026-11-10", 1, "t", "a", "", "", "", "", "", "xy", "z", "", "", "", "");
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(one.computedHash(sha256)).isNotEqualTo(other.computedHash(sha256));
    }

    @Test
    void aHeadIsReadWithAndWithoutItsMoment() {
        String hash = "a".repeat(64);
        assertThat(AuditHead.parse("2026-11-21T00:00:00Z,2026-11-21,7," + hash))
                .isEqualTo(new AuditHead("2026-11-21", 7, hash));
        assertThat(AuditHead.parse("2026-11-21,7," + hash)).isEqualTo(new AuditHead("2026-11-21", 7, hash));
        assertThat(AuditHead.parse("2026-11-21,7,short")).isNull();
        assertThat(AuditHead.parse("")).isNull();
    }
}
