package org.luheng.app.review.web;

import java.util.List;
import java.util.Map;
import org.luheng.app.page.Frame;
import org.luheng.app.plan.Plans;
import org.luheng.app.review.Board;

/**
 * A document under review: its text, its items, and the one that is chosen.
 *
 * @param show which list
 * @param indicators names that an indicator can be chosen by, with their units
 * @param carried how many decisions of the former version can be taken over
 * @param editions that came of this review, the latest first
 * @param place of the office
 */
public record ReviewPage(
        Frame frame,
        Board board,
        DocumentView document,
        List<Row> rows,
        Counts counts,
        String show,
        Panel panel,
        Map<String, String> indicators,
        int carried,
        List<Plans.Edition> editions,
        String place) {
    /** Lists by their name in the address. */
    public static final Map<String, String> SHOWS = shows();

    private static Map<String, String> shows() {
        Map<String, String> shows = new java.util.LinkedHashMap<>();
        shows.put("doubtful", "先处理");
        shows.put("open", "待定");
        shows.put("decided", "已定");
        shows.put("all", "全部");
        return shows;
    }

    public int count(String list) {
        return (int) rows.stream().filter(row -> row.isIn(list)).count();
    }

    public String chosen() {
        var entry = panel.entry();
        return entry == null ? "" : entry.id();
    }

    /** Of another place than the office's, or of none. */
    public boolean isOfAnotherPlace() {
        String said = board.review().reading().title().place();
        return !said.isEmpty() && !said.equals(place);
    }
}
