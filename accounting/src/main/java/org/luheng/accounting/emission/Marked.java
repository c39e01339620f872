package org.luheng.accounting.emission;

import java.time.LocalDateTime;

/**
 * A time that people marked. It goes before what the device said of the same minutes; of two marks, the later one.
 *
 * @param from first minute
 * @param to first minute after
 * @param factor what it is said of; empty: the whole source
 * @param word of a {@link Mark}
 * @param sequence order in which marks were entered
 */
public record Marked(LocalDateTime from, LocalDateTime to, String factor, String word, long sequence) {
    boolean speaksOf(String other) {
        return factor.isEmpty() || factor.equals(other);
    }
}
