package org.luheng.files;

import java.util.List;

/**
 * One row that two editions of the rules or of a plan do not share.
 *
 * @param file of the folder
 * @param key first cell of the row
 * @param cells of a changed row those that differ, of an added or removed one all that say something
 */
public record RowChange(String file, Kind kind, String key, List<Cell> cells) {
    public RowChange {
        cells = List.copyOf(cells);
    }

    /** What became of it; the word is for readers. */
    public enum Kind {
        ADDED("新增"),
        CHANGED("修改"),
        REMOVED("删去");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** @param column as in the header; before or after is empty where the row was, or is, not there */
    public record Cell(String column, String before, String after) {}
}
