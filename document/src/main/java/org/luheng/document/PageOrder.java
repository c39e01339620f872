package org.luheng.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts what is printed on a page into the order of reading: tables, lines, and columns one after the other. */
final class PageOrder {
    /** So many lines beside each other are columns. */
    private static final int LEAST = 6;

    private PageOrder() {}

    static List<Page.Part> of(Original original, Page page) {
        List<Glyph> glyphs = new ArrayList<>(page.glyphs());
        List<Page.Part> parts = new ArrayList<>(new RuledTables(original, page).take(glyphs));
        List<PrintedLine> lines = PrintedLine.of(glyphs);
        double gutter = gutter(lines, page);
        if (gutter > 0) {
            parts.addAll(inColumns(lines, gutter));
            // Tables stay where they are: before the first line below them.
            return merged(parts);
        }
        lines.forEach(line -> parts.add(line.line()));
        parts.sort(Comparator.comparingDouble(part -> part.box().top()));
        return parts;
    }

    private static List<Page.Part> merged(List<Page.Part> parts) {
        List<Page.Part> order = new ArrayList<>();
        List<Page.Part> tables = new ArrayList<>(
                parts.stream().filter(Page.Table.class::isInstance).toList());
        for (Page.Part part : parts) {
            if (part instanceof Page.Line) {
                tables.removeIf(table -> isAbove(table.box(), part.box()) && order.add(table));
                order.add(part);
            }
        }
        order.addAll(tables);
        return order;
    }

    private static boolean isAbove(Box table, Box line) {
        return table.top() < line.top()
                && table.left() < line.left() + line.width()
                && line.left() < table.left() + table.width();
    }

    /** Where two columns of running text part; 0: there is one. Columns of short words are a table without rules. */
    private static double gutter(List<PrintedLine> lines, Page page) {
        double best = 0;
        int most = 0;
        for (double x = page.width() * 0.4; x <= page.width() * 0.6; x += page.width() * 0.01) {
            int beside = 0;
            int across = 0;
            double left = 0;
            double right = 0;
            for (PrintedLine line : lines) {
                if (!line.isFreeAt(x)) {
                    across++;
                    continue;
                }
                double leftWidth = line.beside(x, true).width();
                double rightWidth = line.beside(x, false).width();
                if (leftWidth > 0 && rightWidth > 0) {
                    beside++;
                    left += leftWidth;
                    right += rightWidth;
                }
            }
            boolean wide = left > beside * page.width() * 0.27 && right > beside * page.width() * 0.27;
            if (beside >= LEAST && beside > across && wide && beside > most) {
                most = beside;
                best = x;
            }
        }
        return best;
    }

    /** A line across both columns ends what is beside each other above it. */
    private static List<Page.Part> inColumns(List<PrintedLine> lines, double gutter) {
        List<Page.Part> parts = new ArrayList<>();
        List<Page.Part> right = new ArrayList<>();
        for (PrintedLine line : lines) {
            if (!line.isFreeAt(gutter)) {
                parts.addAll(right);
                right.clear();
                parts.add(line.line());
                continue;
            }
            PrintedLine onLeft = line.beside(gutter, true);
            PrintedLine onRight = line.beside(gutter, false);
            if (!onLeft.isEmpty()) {
                parts.add(onLeft.line());
            }
            if (!onRight.isEmpty()) {
                right.add(onRight.line());
            }
        }
        parts.addAll(right);
        return parts;
    }
}
