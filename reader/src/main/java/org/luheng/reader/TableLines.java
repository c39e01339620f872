package org.luheng.reader;

import java.util.BitSet;
import java.util.List;

/** Which lines are rows of a table: their cells parted by bars, tabs or wide blanks; or by single blanks, where several follow. */
final class TableLines {
    private static final int LONGEST_GROUP = 8;

    final BitSet hard = new BitSet();
    final BitSet soft = new BitSet();
    private final List<Line> lines;
    private final BitSet dropped;

    /** Which lines were looked at as rows, and which are. */
    private final BitSet looked = new BitSet();

    private final BitSet rows = new BitSet();

    TableLines(List<Line> lines, BitSet dropped) {
        this.lines = lines;
        this.dropped = dropped;
        find();
    }

    private void find() {
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            List<String> cells = line.cells(false);
            if (!dropped.get(at)
                    && !line.isEmpty()
                    && cells.size() > 1
                    && (!isProse(cells) && isRow(line, cells) || isRowOfSentences(at, cells))) {
                hard.set(at);
            }
        }
        // Single blanks part cells only where several such lines follow each other, and numbers stand in them.
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            int count = 0;
            while (to < lines.size() && (isNothing(to) || isSoftRow(to) || count > 0 && isGroup(to))) {
                count += isNothing(to) || !isSoftRow(to) ? 0 : 1;
                to++;
            }
            if (count >= 3) {
                headers(from);
                for (int at = from; at < to; at++) {
                    soft.set(at, isSoftRow(at) && !dropped.get(at));
                }
            }
            from = Math.max(to, from + 1);
        }
    }

    private boolean isNothing(int at) {
        return lines.get(at).isEmpty() || dropped.get(at);
    }

    /** One or two rows above the first one that has numbers; the name of its first group may stand between. */
    private void headers(int first) {
        int at = first;
        if (at > 1 && !isSoftHeader(at - 1) && isGroupName(at - 1)) {
            at--;
        }
        for (int row = 0; row < 2 && at > 0 && isSoftHeader(at - 1); row++) {
            at--;
            soft.set(at);
        }
    }

    /** 水资源, between two rows: what the rows below it have in common. */
    private boolean isGroup(int at) {
        return isGroupName(at) && at + 1 < lines.size() && isSoftRow(at + 1);
    }

    private boolean isGroupName(int at) {
        Line line = lines.get(at);
        return !isNothing(at)
                && line.length() <= LONGEST_GROUP
                && line.cells(true).size() == 1
                && line.text.chars().allMatch(c -> Chinese.isHan((char) c))
                && Numbering.at(line.text, 0, line.length()) == null;
    }

    /** Cells that hold whole sentences, parted by tabs as the lines beside it are. */
    private boolean isRowOfSentences(int at, List<String> cells) {
        if (cells.size() < 3 || cells.size() > 40 || !lines.get(at).isTabbed()) {
            return false;
        }
        long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
        return filled >= 2 && (isAsWide(at, -1, cells.size()) || isAsWide(at, 1, cells.size()));
    }

    private boolean isAsWide(int at, int step, int width) {
        int next = at + step;
        while (next >= 0 && next < lines.size() && isNothing(next)) {
            next += step;
        }
        return next >= 0
                && next < lines.size()
                && lines.get(next).isTabbed()
                && lines.get(next).cells(false).size() == width;
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
        if (!looked.get(at)) {
            looked.set(at);
            rows.set(at, looksSoft(at));
        }
        return rows.get(at);
    }

    private boolean looksSoft(int at) {
        Line line = lines.get(at);
        if (hard.get(at) || line.length() > 80) {
            return false;
        }
        List<String> cells = line.cells(true);
        if (cells.size() < 2 || !isRow(line, cells)) {
            return false;
        }
        int numbers = 0;
        int strokes = 0;
        for (String cell : cells) {
            numbers += Cell.isNumber(cell) ? 1 : 0;
            strokes += !cell.isEmpty() && Cell.isBlank(cell) ? 1 : 0;
        }
        return numbers >= 1 && (numbers + strokes) * 3 >= cells.size();
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
