package org.luheng.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the audit trail, entry by entry in the order of the trail, in constant memory. Finds entries whose content was changed,
 * entries taken out, put in another order, and cut off at the end, the last (and a trail that was rewritten as a whole) by the
 * heads that were exported while it grew.
 */
public final class AuditChain {
    private static final String BEGINNING = "0".repeat(64);

    private final Map<String, AuditHead> heads = new HashMap<>();
    private final Consumer<Finding> findings;
    private final MessageDigest sha256;
    private @Nullable AuditEntry last;
    private long entries;

    /** @param heads as exported, in any order */
    public AuditChain(Collection<AuditHead> heads, Consumer<Finding> findings) {
        this.findings = findings;
        heads.forEach(head -> {
            AuditHead other = this.heads.put(key(head.day(), head.seq()), head);
            if (other != null && !other.hash().equals(head.hash())) {
                say(Fault.AUDIT_REWRITTEN, head.day(), head.seq(), head.hash());
            }
        });
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public void next(AuditEntry entry) {
        entries++;
        boolean linked = isNext(entry);
        String computed = entry.computedHash(sha256);
        if (!computed.equals(entry.hash())) {
            say(Fault.AUDIT_CHANGED, entry.day(), entry.seq(), entry.act() + " " + entry.subject());
        } else if (linked && !entry.previous().equals(last == null ? BEGINNING : last.hash())) {
            say(Fault.AUDIT_UNLINKED, entry.day(), entry.seq(), entry.act() + " " + entry.subject());
        }
        AuditHead head = heads.remove(key(entry.day(), entry.seq()));
        if (head != null && !head.hash().equals(entry.hash())) {
            say(Fault.AUDIT_REWRITTEN, entry.day(), entry.seq(), head.hash());
        }
        last = entry;
    }

    /** Whether the number is the one that has to come; says so where it is not. */
    private boolean isNext(AuditEntry entry) {
        AuditEntry before = last;
        if (before == null || entry.day().compareTo(before.day()) > 0) {
            if (entry.seq() == 1) {
                return true;
            }
            say(Fault.AUDIT_REMOVED, entry.day(), 1, "1–" + (entry.seq() - 1));
            return false;
        }
        if (entry.day().equals(before.day()) && entry.seq() == before.seq() + 1) {
            return true;
        }
        if (entry.day().equals(before.day()) && entry.seq() > before.seq()) {
            say(Fault.AUDIT_REMOVED, entry.day(), before.seq() + 1, (before.seq() + 1) + "–" + (entry.seq() - 1));
        } else {
            say(Fault.AUDIT_REORDERED, entry.day(), entry.seq(), entry.act() + " " + entry.subject());
        }
        return false;
    }

    /** Nothing more comes: what was exported and has not come was cut off or taken out. */
    public void end() {
        heads.values().stream()
                .sorted((one, other) -> one.day().equals(other.day())
                        ? Long.compare(one.seq(), other.seq())
                        : one.day().compareTo(other.day()))
                .reduce((earlier, later) -> later)
                .ifPresent(missing -> say(
                        Fault.AUDIT_TRUNCATED,
                        missing.day(),
                        missing.seq(),
                        last == null ? "0" : last.day() + " " + last.seq()));
    }

    public long entries() {
        return entries;
    }

    /** The last entry that came; null: none. */
    public @Nullable AuditHead head() {
        AuditEntry end = last;
        return end == null ? null : new AuditHead(end.day(), end.seq(), end.hash());
    }

    private static String key(String day, long seq) {
        return day + " " + seq;
    }

    private void say(Fault fault, String day, long seq, String value) {
        findings.accept(Finding.of(fault, Place.parameter("审计记录 " + day + " 第 " + seq + " 条"), value));
    }
}
