package org.luheng.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Glyphs that stand on one line, parted into chunks where more than a character and a half is left free. */
final class PrintedLine {
    private static final double FREE = 1.5;

    final List<Chunk> chunks = new ArrayList<>();

    /** Glyphs without a gap. */
    static final class Chunk {
        private final StringBuilder words = new StringBuilder();
        double left;
        double right;
        double top;
        double bottom;
        double size;

        Chunk(Glyph first) {
            left = first.x();
            right = first.x();
            top = first.baseline() - first.size();
            bottom = first.baseline();
        }

        void add(Glyph glyph) {
            double gap = glyph.x() - right;
            if (gap > glyph.size() * 0.15 && Words.parted(words, glyph.words())) {
                words.append(' ');
            }
            words.append(glyph.words());
            size = glyph.size();
            right = Math.max(right, glyph.end());
            top = Math.min(top, glyph.baseline() - glyph.size());
            bottom = Math.max(bottom, glyph.baseline() + glyph.size() * 0.15);
        }

        int length() {
            return words.length();
        }
    }

    private PrintedLine() {}

    private PrintedLine(List<Chunk> chunks) {
        this.chunks.addAll(chunks);
    }

    /** From top to bottom. */
    static List<PrintedLine> of(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::baseline));
        List<PrintedLine> lines = new ArrayList<>();
        int from = 0;
        while (from < sorted.size()) {
            double size = sorted.get(from).size();
            double baseline = sorted.get(from).baseline();
            int to = from + 1;
            // What is set higher or lower, m², CO₂, belongs to the line.
            while (to < sorted.size()
                    && sorted.get(to).baseline() - baseline
                            < 0.4 * Math.max(size, sorted.get(to).size())) {
                if (sorted.get(to).size() > size) {
                    size = sorted.get(to).size();
                    baseline = sorted.get(to).baseline();
                }
                to++;
            }
            PrintedLine line = new PrintedLine();
            line.fill(sorted.subList(from, to));
            if (!line.chunks.isEmpty()) {
                lines.add(line);
            }
            from = to;
        }
        return lines;
    }

    private void fill(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::x));
        List<Glyph> kept = new ArrayList<>();
        for (Glyph glyph : sorted) {
            if (!glyph.words().isBlank() && !isOverprint(kept, glyph)) {
                kept.add(glyph);
            }
        }
        for (Glyph glyph : kept) {
            if (chunks.isEmpty()
                    || glyph.x() - chunks.getLast().right > FREE * Math.max(glyph.size(), chunks.getLast().size)) {
                chunks.add(new Chunk(glyph));
            }
            chunks.getLast().add(glyph);
        }
    }

    /** Bold made by printing a letter again beside itself. */
    private static boolean isOverprint(List<Glyph> kept, Glyph glyph) {
        for (int at = kept.size() - 1; at >= Math.max(0, kept.size() - 3); at--) {
            Glyph before = kept.get(at);
            if (before.words().equals(glyph.words())
                    && glyph.x() - before.x() < 0.3 * Math.max(before.width(), before.size() * 0.3)) {
                return true;
            }
        }
        return false;
    }

    /** Letters set apart to fill a line are one word; else what is free parts cells. */
    String words() {
        boolean spaced = chunks.stream().allMatch(chunk -> chunk.length() == 1);
        StringBuilder words = new StringBuilder();
        for (Chunk chunk : chunks) {
            if (!spaced && !words.isEmpty()) {
                words.append('\t');
            }
            words.append(chunk.words);
        }
        return words.toString();
    }

    Page.Line line() {
        double left = chunks.getFirst().left;
        double right = chunks.getLast().right;
        double top = chunks.stream().mapToDouble(chunk -> chunk.top).min().orElse(0);
        double bottom = chunks.stream().mapToDouble(chunk -> chunk.bottom).max().orElse(0);
        return new Page.Line(words(), Box.around(left, top, right, bottom));
    }

    /** Whether nothing is printed across an upright line. */
    boolean isFreeAt(double x) {
        return chunks.stream().noneMatch(chunk -> chunk.left < x && chunk.right > x);
    }

    /** What stands on one side of an upright line; no chunks where there is nothing. */
    PrintedLine beside(double x, boolean left) {
        return new PrintedLine(
                chunks.stream().filter(chunk -> chunk.right <= x == left).toList());
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    double width() {
        return chunks.isEmpty() ? 0 : chunks.getLast().right - chunks.getFirst().left;
    }
}
