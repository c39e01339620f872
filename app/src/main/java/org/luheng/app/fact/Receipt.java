package org.luheng.app.fact;

import java.time.Instant;
import java.util.List;

/**
 * What became of one imported file; written in the same transaction as its facts.
 *
 * @param encoding UTF-8 or GBK, as it was read
 * @param notices what its sender should know: another encoding, rows that repeat others, the same file as before
 */
public record Receipt(
        long id,
        String file,
        String sha256,
        long bytes,
        String encoding,
        List<String> notices,
        boolean sample,
        String actor,
        Instant started,
        Instant finished,
        int created,
        int updated,
        int unchanged,
        int rejected) {
    public Receipt {
        notices = List.copyOf(notices);
    }

    public int rows() {
        return created + updated + unchanged + rejected;
    }

    public int count(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
            case REJECTED -> rejected;
        };
    }

    /** Nothing new was stored. */
    public boolean changedNothing() {
        return created + updated == 0;
    }
}
