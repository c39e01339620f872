package org.luheng.document;

import java.util.Arrays;

/** How far a list has counted on each of its levels. */
final class ListCounter {
    static final int LEVELS = 9;

    private final int[] counts = new int[LEVELS];

    ListCounter() {
        Arrays.fill(counts, Integer.MIN_VALUE);
    }

    /**
     * One level of a list.
     *
     * @param format as {@link ListNumber} knows them
     * @param text with %1 to %9 for the numbers of the levels
     * @param arabic all numbers in it are
     * @param restart −1: after any higher level; 0: never; else after that level, from 1
     */
    record Level(int start, String format, String text, boolean arabic, int restart) {
        static final Level NONE = new Level(1, "none", "", false, -1);
    }

    /**
     * What is printed before the next paragraph; empty: nothing.
     *
     * @param levels nine of them
     * @param at from 0
     * @param anew to be counted from the start
     */
    String next(Level[] levels, int at, boolean anew) {
        counts[at] = anew || counts[at] == Integer.MIN_VALUE ? levels[at].start() : counts[at] + 1;
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            int restart = levels[deeper].restart();
            if (restart != 0 && (restart < 0 || at < restart)) {
                counts[deeper] = Integer.MIN_VALUE;
            }
        }
        Level level = levels[at];
        if (level.format().equals("bullet") || level.format().equals("none")) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (int from = 0; from < level.text().length(); from++) {
            char c = level.text().charAt(from);
            char digit = from + 1 < level.text().length() ? level.text().charAt(from + 1) : ' ';
            if (c == '%' && digit >= '1' && digit <= '9') {
                int shown = digit - '1';
                int count = counts[shown] == Integer.MIN_VALUE ? Math.max(1, levels[shown].start()) : counts[shown];
                words.append(ListNumber.of(level.arabic() ? "decimal" : levels[shown].format(), count));
                from++;
            } else {
                words.append(c);
            }
        }
        // 第一章 and what follows it do not run together.
        boolean word = !words.isEmpty() && Character.isLetterOrDigit(words.charAt(words.length() - 1));
        return word ? words.append(' ').toString() : words.toString();
    }
}
