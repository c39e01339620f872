package org.luheng.app.review.web;

import java.util.List;
import org.luheng.app.review.Board;
import org.luheng.app.review.Decision;

/**
 * How far the review has come.
 *
 * @param clean how many can be accepted in one act
 * @param several acts about several items that can be taken back as a whole, the latest first
 */
public record Counts(long review, int all, int open, int doubtful, int clean, List<Decision> several) {
    static Counts of(Board board, List<Row> rows) {
        return new Counts(
                board.review().id(),
                rows.size(),
                (int) rows.stream().filter(Row::isOpen).count(),
                (int) rows.stream().filter(row -> row.isIn("doubtful")).count(),
                board.clean().size(),
                board.docket().several().reversed());
    }

    public int decided() {
        return all - open;
    }
}
