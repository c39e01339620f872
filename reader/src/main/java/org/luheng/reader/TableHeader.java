package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * The words above each column, from one, two or three printed rows. A cell over several columns stands once, or once and empty
 * cells behind it, or in each of them; where blanks parted the cells, the empty ones are not there at all.
 *
 * @param captions rows of one cell above the header: the table's own title, or its unit
 * @param rows how many rows all this takes
 */
record TableHeader(List<String> words, List<String> captions, int rows) {
    static TableHeader of(List<TableReader.Row> rows) {
        List<String> captions = new ArrayList<>();
        int first = 0;
        while (first < rows.size() - 1 && isCaption(rows.get(first).cells())) {
            captions.add(String.join("", rows.get(first).cells()));
            first++;
        }
        int body = first;
        boolean words = rows.stream().noneMatch(row -> row.cells().stream().anyMatch(Cell::isNumber));
        while (body < rows.size()
                && body - first < (words ? 1 : 3)
                && isHeader(rows.get(body).cells())) {
            body++;
        }
        int width = body < rows.size() ? rows.get(body).cells().size() : 0;
        List<List<String>> header = rows.subList(first, body).stream()
                .map(row -> row.cells().size() > width ? closed(row.cells()) : row.cells())
                .toList();
        boolean narrow = header.size() == 2 && header.getFirst().size() < width;
        return new TableHeader(
                narrow ? spread(header.getFirst(), header.getLast(), width) : stacked(header), captions, body);
    }

    /** 地 | 区: single characters that blanks had parted. */
    private static List<String> closed(List<String> cells) {
        List<String> closed = new ArrayList<>();
        boolean single = false;
        for (String cell : cells) {
            boolean now = cell.length() == 1 && Chinese.isHan(cell.charAt(0));
            if (now && single) {
                closed.set(closed.size() - 1, closed.getLast() + cell);
            } else {
                closed.add(cell);
            }
            single = now;
        }
        return closed;
    }

    private static boolean isCaption(List<String> cells) {
        List<String> filled =
                cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
        return filled.size() == 1 && !Cell.isNumber(filled.getFirst());
    }

    private static boolean isHeader(List<String> cells) {
        int filled = 0;
        for (String cell : cells) {
            if (Cell.isNumber(cell) && !isYear(cell)) {
                return false;
            }
            filled += cell.isEmpty() ? 0 : 1;
        }
        return filled > 1;
    }

    /** 2025, without 年. */
    private static boolean isYear(String cell) {
        return cell.length() == 4
                && (cell.startsWith("20") || cell.startsWith("19"))
                && Chinese.isDigit(cell.charAt(3));
    }

    private static List<String> stacked(List<List<String>> rows) {
        List<String> header = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String above = "";
            List<String> cells = rows.get(row);
            for (int at = 0; at < cells.size(); at++) {
                if (at >= header.size()) {
                    header.add("");
                }
                String here = cells.get(at);
                String so = header.get(at);
                if (row > 0 && so.isEmpty() && !here.isEmpty()) {
                    header.set(at, joined(above, here));
                } else {
                    above = so.isEmpty() ? above : so;
                    header.set(at, so.equals(here) ? so : joined(so, here));
                }
            }
        }
        return header;
    }

    /** 降低率（%） over 基本目标: the unit stays last. */
    private static String joined(String above, String below) {
        String unit = Cell.unitOf(above);
        return unit.isEmpty() || below.isEmpty() || !Cell.unitOf(below).isEmpty()
                ? above + below
                : Cell.withoutUnit(above) + below + "（" + unit + "）";
    }

    /**
     * Two rows whose empty cells are not there. Units alone in the lower one belong to columns that nothing parts; the other cells
     * part the last columns of the upper one, those in front of a unit, or those before the remarks.
     */
    private static List<String> spread(List<String> upper, List<String> lower, int width) {
        List<String> parts = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (String cell : lower) {
            boolean unit = !Cell.unitOf(cell).isEmpty() && cell.charAt(0) == '（';
            (!unit ? parts : parts.isEmpty() ? before : behind).add(cell);
        }
        boolean remarks = upper.getLast().equals("备注")
                || upper.getLast().equals("说明")
                || upper.getLast().contains("属性");
        int parted = parts.size() + upper.size() - width;
        int end = upper.size() - Math.max(behind.size(), remarks ? 1 : 0);
        int over = end - parted;
        List<Integer> ends = parted < 1 ? List.of() : ends(parts, parted);
        if (ends.isEmpty() || over < Math.max(1, before.size())) {
            return stacked(List.of(upper, lower));
        }
        List<String> header = new ArrayList<>();
        for (int at = 0; at < upper.size(); at++) {
            String above = upper.get(at);
            if (at >= over && at < end) {
                int first = at == over ? 0 : ends.get(at - over - 1);
                parts.subList(first, ends.get(at - over)).forEach(part -> header.add(joined(above, part)));
            } else if (at < over) {
                int unit = at - (over - before.size());
                header.add(unit < 0 ? above : above + before.get(unit));
            } else {
                header.add(at - end < behind.size() ? above + behind.get(at - end) : above);
            }
        }
        return header;
    }

    /** Where the parts of each column end: evenly, or where the years begin anew; empty: nobody can tell. */
    private static List<Integer> ends(List<String> parts, int columns) {
        List<Integer> ends = new ArrayList<>();
        for (int at = 1; at < parts.size(); at++) {
            Times.Span before = Spans.ofTitle(parts.get(at - 1));
            Times.Span here = Spans.ofTitle(parts.get(at));
            if (before != null && here != null && here.to() <= before.to()) {
                ends.add(at);
            }
        }
        ends.add(parts.size());
        if (ends.size() == columns) {
            return ends;
        }
        ends.clear();
        for (int column = 1; parts.size() % columns == 0 && column <= columns; column++) {
            ends.add(column * parts.size() / columns);
        }
        return ends;
    }
}
