package org.luheng.files;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** The cells that two rows do not share, by column; of a row that is not there, an empty map, all that say something. */
    static List<Cell> differing(Map<String, String> before, Map<String, String> after) {
        Set<String> columns = new LinkedHashSet<>(after.keySet());
        columns.addAll(before.keySet());
        return columns.stream()
                .map(column -> new Cell(column, before.getOrDefault(column, ""), after.getOrDefault(column, "")))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }
}
