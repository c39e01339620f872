package org.luheng.app.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act of one person. Only ever added; a later one about the same item counts.
 *
 * @param item {@value #SEVERAL} where it is about those the content names, {@value #OF_HEAD} about the head of the plan
 * @param undoes the decision that is taken back, else null
 * @param person name of who did it
 */
public record Decision(
        long id,
        String item,
        Act act,
        Content content,
        String reason,
        @Nullable Long undoes,
        String person,
        Instant at) {
    public static final String SEVERAL = "*";
    public static final String OF_HEAD = "head";

    /**
     * What was decided.
     *
     * @param items those meant by an act about several
     * @param cells of a correction or addition
     * @param from position of an addition in code points, -1: none
     * @param match of printed words with what they stand for, else null
     * @param head of the plan, else null
     */
    public record Content(
            List<String> items,
            Map<String, String> cells,
            int from,
            int to,
            @Nullable Match match,
            @Nullable Head head) {
        public static final Content NONE = new Content(List.of(), Map.of(), -1, -1, null, null);

        public Content {
            items = List.copyOf(items);
            cells = Map.copyOf(cells);
        }

        static Content of(Map<String, String> cells) {
            return new Content(List.of(), cells, -1, -1, null, null);
        }

        static Content of(List<String> items) {
            return new Content(items, Map.of(), -1, -1, null, null);
        }

        static Content of(Map<String, String> cells, int from, int to) {
            return new Content(List.of(), cells, from, to, null, null);
        }

        static Content of(Match match) {
            return new Content(List.of(), Map.of(), -1, -1, match, null);
        }

        static Content of(Head head) {
            return new Content(List.of(), Map.of(), -1, -1, null, head);
        }
    }

    /**
     * @param what {@link #AGENCY} or {@link #INDICATOR}
     * @param printed as the reader gave it
     * @param known name of an agency, code of an indicator
     */
    public record Match(String what, String printed, String known) {
        public static final String AGENCY = "agency";
        public static final String INDICATOR = "indicator";
    }

    /** A decision before it is kept. */
    public record Draft(
            String item,
            Act act,
            Content content,
            String reason,
            @Nullable Long undoes) {}
}
