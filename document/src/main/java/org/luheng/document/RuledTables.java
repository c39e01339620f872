package org.luheng.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds tables by the rules around their cells, and hands each glyph to its cell. */
final class RuledTables {
    /** Rules nearer than this are one, and meet; millimetres. */
    private static final double NEAR = 1.0;

    /** Shorter strokes are parts of drawings and letters. */
    private static final double SHORTEST = 2.5;

    /** Of drawings and maps, not of tables. */
    private static final int MOST_RULES = 2_000;

    private final Original original;
    private final List<Page.Rule> level = new ArrayList<>();
    private final List<Page.Rule> upright = new ArrayList<>();

    RuledTables(Original original, Page page) {
        this.original = original;
        List<Page.Rule> long_ = page.rules().stream()
                .filter(rule -> rule.to() - rule.from() >= SHORTEST)
                .toList();
        merge(long_.stream().filter(Page.Rule::level).toList(), level);
        merge(long_.stream().filter(rule -> !rule.level()).toList(), upright);
    }

    /** Strokes of one line drawn cell by cell, or twice, become one rule. */
    private static void merge(List<Page.Rule> strokes, List<Page.Rule> rules) {
        List<Page.Rule> sorted = new ArrayList<>(strokes);
        sorted.sort(Comparator.comparingDouble(Page.Rule::at));
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).at() - sorted.get(to - 1).at() < NEAR / 2) {
                to++;
            }
            List<Page.Rule> same = new ArrayList<>(sorted.subList(from, to));
            same.sort(Comparator.comparingDouble(Page.Rule::from));
            Page.Rule open = same.getFirst();
            for (Page.Rule next : same) {
                if (next.from() <= open.to() + NEAR) {
                    open = new Page.Rule(open.level(), open.at(), open.from(), Math.max(open.to(), next.to()));
                } else {
                    rules.add(open);
                    open = next;
                }
            }
            rules.add(open);
            from = to;
        }
    }

    /** Takes the glyphs of tables out of a list. */
    List<Page.Table> take(List<Glyph> glyphs) {
        List<Page.Table> tables = new ArrayList<>();
        if (level.size() > MOST_RULES || upright.size() > MOST_RULES) {
            return tables;
        }
        for (Frame frame : frames()) {
            List<Glyph> inside = new ArrayList<>();
            glyphs.removeIf(glyph -> frame.contains(glyph) && inside.add(glyph));
            if (!inside.isEmpty()) {
                tables.add(new Cells(frame, inside).table());
            }
        }
        return tables;
    }

    /** Rules that hang together, at least two cells of them. */
    private List<Frame> frames() {
        int[] group = new int[level.size() + upright.size()];
        for (int at = 0; at < group.length; at++) {
            group[at] = at;
        }
        for (int row = 0; row < level.size(); row++) {
            for (int column = 0; column < upright.size(); column++) {
                original.step();
                if (meet(level.get(row), upright.get(column))) {
                    group[root(group, row)] = root(group, level.size() + column);
                }
            }
        }
        List<Frame> frames = new ArrayList<>();
        for (int root = 0; root < group.length; root++) {
            List<Page.Rule> rows = new ArrayList<>();
            List<Page.Rule> columns = new ArrayList<>();
            if (group[root] == root) {
                for (int at = 0; at < group.length; at++) {
                    if (root(group, at) == root) {
                        (at < level.size() ? rows : columns)
                                .add(at < level.size() ? level.get(at) : upright.get(at - level.size()));
                    }
                }
            }
            if (rows.size() >= 2 && columns.size() >= 1 && rows.size() + columns.size() >= 5) {
                frames.add(Frame.of(rows, columns));
            }
        }
        frames.removeIf(frame -> frame.ys.size() < 2 || frame.xs.size() < 3);
        return frames;
    }

    private static int root(int[] group, int at) {
        int root = at;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private static boolean meet(Page.Rule level, Page.Rule upright) {
        return upright.at() >= level.from() - NEAR
                && upright.at() <= level.to() + NEAR
                && level.at() >= upright.from() - NEAR
                && level.at() <= upright.to() + NEAR;
    }

    /** The rules of one table; where the outer sides are open, the ends of its level rules are its sides. */
    private record Frame(List<Double> xs, List<Double> ys, List<Page.Rule> rows, List<Page.Rule> columns) {
        static Frame of(List<Page.Rule> rows, List<Page.Rule> columns) {
            List<Double> xs = places(columns);
            double left = rows.stream().mapToDouble(Page.Rule::from).min().orElse(0);
            double right = rows.stream().mapToDouble(Page.Rule::to).max().orElse(0);
            if (left < xs.getFirst() - 3 * NEAR) {
                xs.addFirst(left);
            }
            if (right > xs.getLast() + 3 * NEAR) {
                xs.addLast(right);
            }
            return new Frame(xs, places(rows), rows, columns);
        }

        private static List<Double> places(List<Page.Rule> rules) {
            List<Double> places = new ArrayList<>();
            rules.stream().map(Page.Rule::at).sorted().forEach(at -> {
                if (places.isEmpty() || at - places.getLast() > NEAR) {
                    places.add(at);
                }
            });
            return places;
        }

        boolean contains(Glyph glyph) {
            return glyph.middle() > xs.getFirst()
                    && glyph.middle() < xs.getLast()
                    && glyph.height() > ys.getFirst()
                    && glyph.height() < ys.getLast();
        }

        boolean partsColumns(int column, int row) {
            double middle = (ys.get(row) + ys.get(row + 1)) / 2;
            return columns.stream()
                    .anyMatch(rule -> Math.abs(rule.at() - xs.get(column + 1)) <= NEAR
                            && rule.from() < middle
                            && rule.to() > middle);
        }

        boolean partsRows(int row, int column) {
            double middle = (xs.get(column) + xs.get(column + 1)) / 2;
            return rows.stream()
                    .anyMatch(rule -> Math.abs(rule.at() - ys.get(row + 1)) <= NEAR
                            && rule.from() < middle
                            && rule.to() > middle);
        }

        static int index(List<Double> places, double at) {
            int index = 0;
            while (index < places.size() - 2 && at >= places.get(index + 1)) {
                index++;
            }
            return index;
        }
    }

    /** Cells between the rules of a frame; those without a rule between them are one. */
    private final class Cells {
        private final Frame frame;
        private final int rows;
        private final int columns;
        private final int[] first;
        private final List<List<Glyph>> filled = new ArrayList<>();

        Cells(Frame frame, List<Glyph> glyphs) {
            this.frame = frame;
            rows = frame.ys.size() - 1;
            columns = frame.xs.size() - 1;
            first = new int[rows * columns];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    original.step();
                    int at = row * columns + column;
                    first[at] = at;
                    if (column > 0 && !frame.partsColumns(column - 1, row)) {
                        first[at] = first[at - 1];
                    } else if (row > 0 && !frame.partsRows(row - 1, column)) {
                        first[at] = first[at - columns];
                    }
                    filled.add(new ArrayList<>());
                }
            }
            for (Glyph glyph : glyphs) {
                int row = Frame.index(frame.ys, glyph.height());
                int column = Frame.index(frame.xs, glyph.middle());
                filled.get(first[row * columns + column]).add(glyph);
            }
        }

        Page.Table table() {
            List<List<Page.TableCell>> table = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                List<Page.TableCell> cells = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    int at = row * columns + column;
                    boolean above = first[at] / columns < row && first[at] % columns == column;
                    Box box = Box.around(
                            frame.xs.get(column), frame.ys.get(row), frame.xs.get(column + 1), frame.ys.get(row + 1));
                    cells.add(new Page.TableCell(first[at] == at ? words(filled.get(at)) : "", above, box));
                }
                table.add(cells);
            }
            Box box = Box.around(frame.xs.getFirst(), frame.ys.getFirst(), frame.xs.getLast(), frame.ys.getLast());
            return new Page.Table(box, table);
        }

        private static String words(List<Glyph> glyphs) {
            StringBuilder words = new StringBuilder();
            for (PrintedLine line : PrintedLine.of(glyphs)) {
                Words.join(words, Words.inOneLine(line.words()));
            }
            return words.toString();
        }
    }
}
