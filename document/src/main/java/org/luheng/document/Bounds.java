package org.luheng.document;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much a document may be. No plan comes near these; whatever does is refused before it costs memory or time.
 *
 * @param bytes of the file
 * @param unpacked bytes of all parts together, and of all streams of a PDF
 * @param characters of the text (UTF-16 units)
 * @param depth of elements in each other
 * @param glyphs and rules of one page
 * @param time of one reading
 * @param nanos a clock that only goes forward, as {@link System#nanoTime}
 */
record Bounds(
        int bytes, long unpacked, int characters, int pages, int depth, int glyphs, Duration time, LongSupplier nanos) {
    static final Bounds USUAL =
            new Bounds(64 << 20, 400L << 20, 8_000_000, 5_000, 500, 200_000, Duration.ofSeconds(20), System::nanoTime);

    Bounds withNanos(LongSupplier clock) {
        return new Bounds(bytes, unpacked, characters, pages, depth, glyphs, time, clock);
    }
}
