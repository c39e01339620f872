package org.luheng.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in columns of a terminal, where a Chinese character takes two. */
final class Width {
    /** What stays on one line: a word or number, or one other character, with the closing marks after it. */
    private static final Pattern PIECE =
            Pattern.compile("(?:[0-9A-Za-z.%/_#+\\u2212-]+|.)[，。、；：）】》”’!,.;:)]*", Pattern.DOTALL);

    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    /** East Asian wide and full-width forms (UAX #11), as terminals draw them. */
    private static int of(int character) {
        boolean wide = (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE4F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || character >= 0x20000;
        return wide ? 2 : 1;
    }

    /** Filled up on the right, or cut with … to the width. */
    static String left(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - of(cut));
    }

    static String right(String text, int width) {
        String cut = cut(text, width);
        return " ".repeat(width - of(cut)) + cut;
    }

    private static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int character : text.codePoints().toArray()) {
            used += of(character);
            if (used > width) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return cut.append('…').toString();
    }

    /**
     * Lines no wider than {@code width}: breaks between Chinese characters, not within a word or number, and not before a
     * closing mark.
     */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            String piece = pieces.group();
            if (of(line.toString()) + of(piece) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            for (int character : piece.codePoints().toArray()) {
                if (of(line.toString()) + of(character) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(character);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
