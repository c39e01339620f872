package org.luheng.document;

import java.util.List;

/** Numbers of pages as people write them. */
final class Numbers {
    private Numbers() {}

    /** {@code 3、5—8、11} */
    static String inWords(List<Integer> ascending) {
        StringBuilder words = new StringBuilder();
        int from = 0;
        while (from < ascending.size()) {
            int to = from;
            while (to + 1 < ascending.size() && ascending.get(to + 1) == ascending.get(to) + 1) {
                to++;
            }
            words.append(words.isEmpty() ? "" : "、").append(ascending.get(from));
            if (to > from) {
                words.append(to == from + 1 ? "、" : "—").append(ascending.get(to));
            }
            from = to + 1;
        }
        return words.toString();
    }
}
