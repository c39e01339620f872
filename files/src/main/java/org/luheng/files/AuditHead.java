package org.luheng.files;

import org.jspecify.annotations.Nullable;

/** The last entry of the trail at some moment, as it was written down elsewhere: {@code day,seq,hash}. */
public record AuditHead(String day, long seq, String hash) {

    /** Null where the line is not one. */
    public static @Nullable AuditHead parse(String line) {
        String[] parts = line.strip().split(",");
        if (parts.length < 3) {
            return null;
        }
        // A moment of export may stand in front.
        String day = parts[parts.length - 3];
        String seq = parts[parts.length - 2];
        String hash = parts[parts.length - 1];
        return day.matches("\\d{4}-\\d\\d-\\d\\d") && seq.matches("\\d{1,15}") && hash.matches("[0-9a-f]{64}")
                ? new AuditHead(day, Long.parseLong(seq), hash)
                : null;
    }

    public String line() {
        return day + "," + seq + "," + hash;
    }
}
