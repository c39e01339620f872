package org.luheng.app.review;

import java.util.List;
import java.util.Map;

/**
 * One thing that was read from the document, or that somebody added.
 *
 * @param id {@code T001} a target, {@code R01} a responsibility, {@code D01} a doubt that belongs to neither
 * @param from first character of the quote, in code points of the document's text
 * @param to behind the last
 * @param where in the original, in words: 第12页; empty where the form of the document does not say
 * @param doubts of the reader, in words
 * @param cells by column of {@code targets.csv} or {@code tasks.csv}, without id and position; of a doubt its section alone
 */
public record Item(
        String id, Kind kind, int from, int to, String where, List<String> doubts, Map<String, String> cells) {
    public Item {
        doubts = List.copyOf(doubts);
        cells = Map.copyOf(cells);
    }

    /** What it becomes in a plan; the word is for readers. */
    public enum Kind {
        TARGET("目标", "T%03d"),
        RESPONSIBILITY("责任", "R%02d"),
        DOUBT("存疑", "D%02d");

        private final String word;
        private final String form;

        Kind(String word, String form) {
            this.word = word;
            this.form = form;
        }

        public String word() {
            return word;
        }

        String id(int number) {
            return form.formatted(number);
        }
    }

    public String section() {
        return cells.getOrDefault("section", "");
    }

    int number() {
        return Integer.parseInt(id.substring(1));
    }
}
