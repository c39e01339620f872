package org.luheng.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document written out fair: paragraphs whose lines are joined, without page numbers, running headers and rules; rows of
 * tables apart. Every character knows its place in the original.
 */
final class FairCopy {
    /** A line at least so full may go on in the next one. */
    private static final int FULL = 30;

    /** No page is set narrower. */
    private static final int NARROWEST = 20;

    final String original;
    final String text;
    private final int[] place;
    final List<Paragraph> paragraphs;

    /**
     * @param cells of a row of a table, null for running text
     * @param numbering at its beginning, null: none
     */
    record Paragraph(
            int from,
            int to,
            @Nullable List<String> cells,
            @Nullable Numbering numbering) {}

    private FairCopy(String original, String text, int[] place, List<Paragraph> paragraphs) {
        this.original = original;
        this.text = text;
        this.place = place;
        this.paragraphs = paragraphs;
    }

    static FairCopy of(String original) {
        return new Copying(original).copy();
    }

    int start(int at) {
        return at < text.length() ? place[at] : original.length();
    }

    /** Behind the character before a position. */
    int end(int at) {
        return at == 0 ? 0 : place[at - 1] + 1;
    }

    Quote quote(int from, int to) {
        int start = start(from);
        int end = Math.max(start, end(to));
        return new Quote(original.substring(start, end), start, end);
    }

    private static final class Copying {
        private final String original;
        private final List<Line> lines;
        private final BitSet dropped;
        private final TableLines tables;
        private final int width;
        private final boolean[] prose;
        private final StringBuilder text;
        private final int[] place;
        private final List<Paragraph> paragraphs = new ArrayList<>();

        Copying(String original) {
            this.original = original;
            lines = Line.of(original);
            dropped = PageMarks.of(lines);
            tables = new TableLines(lines, dropped);
            text = new StringBuilder(original.length());
            place = new int[original.length() + lines.size() + 1];
            width = width();
            prose = proseBlocks();
        }

        /**
         * Where blank lines part paragraphs, the lines between two of them belong together if they read as sentences, however
         * unevenly they are broken.
         */
        private boolean[] proseBlocks() {
            boolean[] prose = new boolean[lines.size()];
            long blank = lines.stream().filter(Line::isEmpty).count();
            if (blank * 4 < lines.size() - blank) {
                return prose;
            }
            int from = 0;
            while (from < lines.size()) {
                int to = from;
                boolean reads = false;
                while (to < lines.size() && !lines.get(to).isEmpty()) {
                    reads |= lines.get(to).text.indexOf('，') >= 0
                            || lines.get(to).text.indexOf('。') >= 0;
                    to++;
                }
                for (int at = from; at < to - 1; at++) {
                    prose[at] = reads;
                }
                from = to + 1;
            }
            return prose;
        }

        FairCopy copy() {
            boolean open = false;
            boolean sentences = false;
            int last = -1;
            for (int at = 0; at < lines.size(); at++) {
                Line line = lines.get(at);
                if (dropped.get(at) || line.isEmpty()) {
                    continue;
                }
                if (tables.hard.get(at) || tables.soft.get(at)) {
                    row(line, line.cells(!tables.hard.get(at)));
                    open = false;
                    continue;
                }
                if (open && goesOn(lines.get(last), line, sentences || prose[last])) {
                    append(line);
                    Paragraph before = paragraphs.getLast();
                    paragraphs.set(
                            paragraphs.size() - 1,
                            new Paragraph(before.from(), text.length(), null, before.numbering()));
                } else {
                    startParagraph(line);
                    sentences = false;
                }
                sentences |= line.text.indexOf('，') >= 0 || line.text.indexOf('。') >= 0;
                open = true;
                last = at;
            }
            return new FairCopy(original, text.toString(), Arrays.copyOf(place, text.length()), paragraphs);
        }

        private void startParagraph(Line line) {
            breakLine();
            int from = text.length();
            append(line);
            Numbering numbering = Numbering.at(line.text, 0, line.length());
            Numbering here = numbering == null
                    ? null
                    : new Numbering(numbering.style(), numbering.label(), numbering.rank(), from + numbering.end());
            paragraphs.add(new Paragraph(from, text.length(), null, here));
        }

        private void row(Line line, List<String> cells) {
            breakLine();
            int from = text.length();
            append(line);
            paragraphs.add(new Paragraph(from, text.length(), cells, null));
        }

        private void breakLine() {
            if (!text.isEmpty()) {
                place[text.length()] = place[text.length() - 1];
                text.append('\n');
            }
        }

        private void append(Line line) {
            for (int at = 0; at < line.length(); at++) {
                place[text.length()] = line.place[at];
                text.append(line.text.charAt(at));
            }
        }

        /** The width at which lines are broken: nine of ten lines are not longer. */
        private int width() {
            int[] lengths = lines.stream()
                    .filter(line -> !line.isEmpty())
                    .mapToInt(Line::length)
                    .sorted()
                    .toArray();
            return lengths.length == 0 ? NARROWEST : Math.max(NARROWEST, lengths[(lengths.length - 1) * 9 / 10]);
        }

        private boolean goesOn(Line line, Line next, boolean prose) {
            boolean inBracket = isRoleLine(next.text) && opensBracket(line.text);
            if (line.isEmpty() || isEnd(line.text) || opensItem(next.text) && !inBracket) {
                return false;
            }
            if (HeadReader.isTitle(line.text) && line.text.indexOf('，') < 0) {
                return false;
            }
            if (!prose && line.length() < Math.min(FULL, width * 3 / 4)) {
                return false;
            }
            // A heading stands alone unless it fills its line.
            return Numbering.at(line.text, 0, line.length()) == null
                    || line.length() >= width - 2
                    || hasMark(line.text)
                    || line.length() > FULL + 10;
        }

        private static boolean isEnd(String line) {
            if (opensBracket(line)) {
                return false;
            }
            char last = line.charAt(line.length() - 1);
            if (Chinese.closes(last)) {
                return line.startsWith("负责", line.length() - 3)
                        || line.startsWith("落实", line.length() - 3)
                        || line.startsWith("列出", line.length() - 3)
                        || line.contains("单位：")
                        || line.contains("部门：");
            }
            if (last == '”' && line.length() > 1) {
                last = line.charAt(line.length() - 2);
            }
            return "。！？：；".indexOf(last) >= 0;
        }

        /** A bracket that the line does not close. */
        private static boolean opensBracket(String line) {
            int depth = 0;
            for (int at = 0; at < line.length(); at++) {
                depth += Chinese.opens(line.charAt(at)) ? 1 : Chinese.closes(line.charAt(at)) && depth > 0 ? -1 : 0;
            }
            return depth > 0;
        }

        private static boolean hasMark(String text) {
            return text.indexOf('。') >= 0 || text.indexOf('；') >= 0 || text.indexOf('：') >= 0;
        }

        private static boolean opensItem(String text) {
            Numbering numbering = Numbering.at(text, 0, text.length());
            if (numbering != null && numbering.style() != Numbering.Style.BOX) {
                return true;
            }
            char first = text.charAt(0);
            return first == '—'
                    || first == '·'
                    || first == '•'
                    || first == '●'
                    || first == '■'
                    || isRoleLine(text)
                    || text.startsWith("附件：")
                    || text.startsWith("附：")
                    || (numbering != null && text.length() < FULL);
        }

        private static boolean isRoleLine(String text) {
            int colon = text.indexOf('：');
            if (colon <= 1 || colon > 8) {
                return false;
            }
            String label = text.substring(0, colon);
            return ResponsibilityReader.roleOfLabel(label) != null
                    || label.endsWith("时限")
                    || label.endsWith("时间")
                    || label.endsWith("责任人")
                    || label.endsWith("领导");
        }
    }
}
