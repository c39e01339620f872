package org.luheng.draft;

/** How much two names are alike, by the letters they share. */
public final class Likeness {
    private Likeness() {}

    /** Twice the common letters, in their order, by all letters: 1 for the same name, 0 where none is shared. */
    public static double of(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int at = 1; at <= one.length(); at++) {
            int diagonal = 0;
            for (int to = 1; to <= other.length(); to++) {
                int above = row[to];
                row[to] = one.charAt(at - 1) == other.charAt(to - 1) ? diagonal + 1 : Math.max(above, row[to - 1]);
                diagonal = above;
            }
        }
        return 2.0 * row[other.length()] / (one.length() + other.length());
    }
}
