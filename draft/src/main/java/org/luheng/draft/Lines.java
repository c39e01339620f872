package org.luheng.draft;

import java.util.Arrays;

/** Where a character of a text stands: its line, and how many code points come before it. */
final class Lines {
    private final String text;
    private final int[] starts;
    private final boolean plain;

    Lines(String text) {
        this.text = text;
        this.starts = java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.of(0),
                        java.util.stream.IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
        this.plain = text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
    }

    /** From 1. */
    int line(int at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int codePoints(int at) {
        return plain ? at : text.codePointCount(0, at);
    }
}
