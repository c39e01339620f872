package org.luheng.document;

import java.util.List;

/**
 * What is written in a document: paragraphs or printed lines, each a line; rows of tables as lines with tabs between cells.
 *
 * @param pages 0: the form of the document does not say
 * @param origins in the order of the text, not overlapping; line breaks and tabs between cells have none
 */
public record DocumentText(String text, Kind kind, int pages, List<Origin> origins) {
    public DocumentText {
        origins = List.copyOf(origins);
        int last = 0;
        for (Origin origin : origins) {
            if (origin.from() < last || origin.to() < origin.from() || origin.to() > text.length()) {
                throw new IllegalArgumentException("origins overlap or lie outside: " + origin);
            }
            last = origin.to();
        }
    }

    /**
     * Where a character stands; of a break between two lines, where the line before it does.
     *
     * @param at from 0 (UTF-16 unit)
     * @throws IndexOutOfBoundsException where there is no such character
     */
    public Origin originOf(int at) {
        if (at < 0 || at >= text.length()) {
            throw new IndexOutOfBoundsException(at);
        }
        int low = 0;
        int high = origins.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (origins.get(middle).from() <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return origins.get(low);
    }
}
