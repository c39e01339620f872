package org.luheng.files;

import java.util.Collection;
import java.util.Locale;

/** The known word that is spelled most like an unknown one. */
final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** {@code ，是不是 energy.total？}, or nothing where no known word is near. */
    static String asQuestion(String word, Collection<String> known) {
        String nearest = to(word, known);
        return nearest.isEmpty() ? "" : "，是不是 " + nearest + "？";
    }

    /** Empty where none is near: more than a third of its letters would have to change. */
    static String to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return "";
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int limit = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
            if (Math.abs(candidate.length() - word.length()) > limit || candidate.length() > LONGEST) {
                continue;
            }
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            boolean better = distance < least || (distance == least && candidate.compareTo(best) < 0);
            if (distance <= limit && better) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int above = row[column];
                int change = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(Math.min(row[column - 1], above) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
