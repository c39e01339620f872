package org.luheng.app.fact;

import java.time.Instant;
import org.luheng.accounting.Fact;

/**
 * A fact with the story of its entry.
 *
 * @param recorded when it came to us
 * @param actor who entered it
 * @param importId the import it came with
 * @param file name of the imported file
 * @param line its line there
 */
public record FactEntry(Fact fact, Instant recorded, String actor, long importId, String file, int line) {
    public long id() {
        return fact.sequence();
    }
}
