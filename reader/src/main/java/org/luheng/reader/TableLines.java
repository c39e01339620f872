package org.luheng.reader;

import java.util.BitSet;
import java.util.List;

/** Which lines are rows of a table: their cells parted by bars, tabs or wide blanks; or by single blanks, where several follow. */
final class TableLines {
    final BitSet hard = new BitSet();
    final BitSet soft = new BitSet();
    private final List<Line> lines;
    private final BitSet dropped;

    TableLines(List<Line> lines, BitSet dropped) {
        this.lines = lines;
        this.dropped = dropped;
        find();
    }

    private void find() {
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            List<String> cells = line.cells(false);
            if (!dropped.get(at) && !line.isEmpty() && cells.size() > 1 && !isProse(cells) && isRow(line, cells)) {
                hard.set(at);
            }
        }
        // Single blanks part cells only where several such lines follow each other, and numbers stand in them.
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            int rows = 0;
            while (to < lines.size() && (lines.get(to).isEmpty() || dropped.get(to) || isSoftRow(to))) {
                rows += lines.get(to).isEmpty() || dropped.get(to) ? 0 : 1;
                to++;
            }
            if (rows >= 3 && from > 0 && isSoftHeader(from - 1)) {
                soft.set(from - 1);
            }
            if (rows >= 3) {
                for (int at = from; at < to; at++) {
                    soft.set(at, !lines.get(at).isEmpty() && !dropped.get(at) && !hard.get(at));
                }
            }
            from = Math.max(to, from + 1);
        }
    }

    /** Blanks in the middle of running text. */
    private static boolean isProse(List<String> cells) {
        for (String cell : cells) {
            if (cell.length() > 30 && cell.indexOf('，') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Words parted by single blanks, right above rows of that kind. */
    private boolean isSoftHeader(int at) {
        Line line = lines.get(at);
        List<String> cells = line.cells(true);
        return !dropped.get(at)
                && !hard.get(at)
                && cells.size() >= 3
                && cells.stream()
                        .noneMatch(cell -> cell.length() > 24 || cell.indexOf('，') >= 0 || cell.indexOf('。') >= 0);
    }

    private boolean isSoftRow(int at) {
        Line line = lines.get(at);
        List<String> cells = line.cells(true);
        if (hard.get(at) || cells.size() < 2 || line.length() > 80 || !isRow(line, cells)) {
            return false;
        }
        int numbers = 0;
        for (String cell : cells) {
            numbers += Cell.isNumber(cell) ? 1 : 0;
        }
        return numbers >= 1 && numbers * 3 >= cells.size();
    }

    private static boolean isRow(Line line, List<String> cells) {
        if (cells.size() < 2 || cells.size() > 40) {
            return false;
        }
        int filled = 0;
        for (String cell : cells) {
            filled += cell.isEmpty() ? 0 : 1;
            if (cell.indexOf('。') >= 0 || (cell.length() > 24 && line.length() == cell.length())) {
                return false;
            }
        }
        // 1.单位GDP能耗 and numbers behind it: a row, though it opens as an item does.
        boolean item = Numbering.at(line.text, 0, line.length()) != null && filled < 3;
        return filled > 0 && (filled > 1 || cells.size() > 2) && !item || line.isBarred();
    }
}
