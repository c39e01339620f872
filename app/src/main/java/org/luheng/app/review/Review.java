package org.luheng.app.review;

import java.time.Instant;
import java.util.List;

/**
 * A document under review, with everything decided about it.
 *
 * @param region code of the place whose office reviews it
 * @param follows id of the plan it is a new version of, empty: of none
 * @param person who brought it
 * @param decisions in the order they were made
 */
public record Review(
        long id,
        String region,
        String sha256,
        String fileName,
        String follows,
        String person,
        Instant recorded,
        KeptReading reading,
        List<Decision> decisions) {
    public Review {
        decisions = List.copyOf(decisions);
    }

    Head.Document document() {
        return new Head.Document(fileName, sha256, reading.characters());
    }

    /** @param open how many items wait for a decision */
    public record Line(
            long id,
            String title,
            String fileName,
            String person,
            Instant recorded,
            int items,
            int open,
            Instant last) {}
}
