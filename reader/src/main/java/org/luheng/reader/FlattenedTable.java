package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;

/** A table whose cells a PDF gave one to a line: the width at which every column is of one sort is the table's. */
final class FlattenedTable {
    private static final int WIDEST = 12;
    private static final int MOST_SKIPPED = 3;

    /** Rows; what does not fit there fits nowhere. */
    private static final int FIRST_LOOK = 30;

    private final String text;

    FlattenedTable(String text) {
        this.text = text;
    }

    /** Empty: the lines are no table. */
    List<TableReader.Row> rows(List<Outline.Passage> lines) {
        List<Outline.Passage> cells = joined(lines);
        List<String> words = cells.stream()
                .map(cell -> text.substring(cell.from(), cell.to()).replace("\n", ""))
                .toList();
        return rows(cells, words);
    }

    /** Lines that are only a unit in brackets belong to the line before. */
    private List<Outline.Passage> joined(List<Outline.Passage> cells) {
        List<Outline.Passage> joined = new ArrayList<>();
        for (Outline.Passage cell : cells) {
            String words = text.substring(cell.from(), cell.to());
            boolean unit = Chinese.opens(words.charAt(0)) && !Cell.unitOf(words).isEmpty();
            if (unit
                    && !joined.isEmpty()
                    && !Cell.isNumber(text.substring(
                            joined.getLast().from(), joined.getLast().to()))) {
                joined.set(
                        joined.size() - 1, new Outline.Passage(joined.getLast().from(), cell.to(), null));
            } else {
                joined.add(cell);
            }
        }
        return joined;
    }

    private static List<TableReader.Row> rows(List<Outline.Passage> cells, List<String> words) {
        for (int skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
            for (int width = 2; width <= WIDEST && skipped + 3 * width <= words.size(); width++) {
                int rows = fits(words, skipped, width);
                if (rows > 0) {
                    return cut(cells, words, skipped, width, rows);
                }
            }
        }
        return List.of();
    }

    private static List<TableReader.Row> cut(
            List<Outline.Passage> cells, List<String> words, int from, int width, int rows) {
        List<TableReader.Row> cut = new ArrayList<>();
        for (int row = 0; row <= rows; row++) {
            int at = from + row * width;
            cut.add(new TableReader.Row(
                    words.subList(at, at + width),
                    cells.get(at).from(),
                    cells.get(at + width - 1).to()));
        }
        return cut;
    }

    /** How many rows follow the header; 0: this is not the width. Nine of ten numbers must stand in columns of numbers. */
    private static int fits(List<String> words, int from, int width) {
        for (int at = from; at < from + width; at++) {
            if (Cell.isNumber(words.get(at))) {
                return 0;
            }
        }
        int rows = (words.size() - from) / width - 1;
        return fits(words, from, width, Math.min(rows, FIRST_LOOK))
                        && (rows <= FIRST_LOOK || fits(words, from, width, rows))
                ? rows
                : 0;
    }

    private static boolean fits(List<String> words, int from, int width, int rows) {
        int numeric = 0;
        int text = 0;
        for (int column = 0; column < width; column++) {
            int numbers = 0;
            int filled = 0;
            for (int row = 1; row <= rows; row++) {
                String cell = words.get(from + row * width + column);
                numbers += Cell.isNumber(cell) ? 1 : 0;
                filled += Cell.isBlank(cell) ? 0 : 1;
            }
            if (numbers * 10 > filled && numbers * 10 < filled * 9) {
                return false;
            }
            numeric += numbers > 0 && numbers * 10 >= filled * 9 ? 1 : 0;
            text += numbers == 0 && filled > 0 ? 1 : 0;
        }
        return rows >= 2 && numeric > 0 && text > 0;
    }
}
