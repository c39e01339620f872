package org.luheng.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clauses of a fair copy, and which paragraphs stand in which. */
final class Outline {
    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_SUBTITLE = 20;
    private static final int LEAST_CONTENTS = 3;

    /** A clause while its end is not known yet; positions in the fair copy. */
    static final class Part {
        final String section;
        final String heading;
        final int level;
        final int rank;
        final int start;
        final int body;
        final Numbering.@Nullable Style style;
        final @Nullable Part parent;
        final List<Passage> passages = new ArrayList<>();
        boolean parted;
        int own;
        int end;

        Part(
                String section,
                String heading,
                int level,
                int rank,
                int start,
                int body,
                Numbering.@Nullable Style style,
                @Nullable Part parent) {
            this.section = section;
            this.heading = heading;
            this.level = level;
            this.rank = rank;
            this.start = start;
            this.body = body;
            this.style = style;
            this.parent = parent;
            own = body;
            end = body;
        }

        boolean isAnnex() {
            return style == Numbering.Style.ANNEX || (parent != null && parent.isAnnex());
        }
    }

    /** A paragraph, or what a heading leaves of it. */
    record Passage(int from, int to, @Nullable List<String> cells) {}

    private final FairCopy copy;
    private final String text;
    final List<Part> parts = new ArrayList<>();
    /** What stands before the first clause. */
    final Part head = new Part("", "", 0, -1, 0, 0, null, null);

    private final Deque<Part> open = new ArrayDeque<>();
    private final Map<String, Integer> sections = new HashMap<>();
    private final BitSet listed = new BitSet();
    private boolean listOfAnnexes;

    private Outline(FairCopy copy) {
        this.copy = copy;
        text = copy.text;
    }

    static Outline of(FairCopy copy) {
        Outline outline = new Outline(copy);
        outline.findListedAnnexes();
        outline.findContents();
        for (int at = 0; at < copy.paragraphs.size(); at++) {
            outline.take(at);
        }
        outline.closeDownTo(-1, copy.text.length());
        outline.head.end = outline.parts.isEmpty() ? copy.text.length() : outline.parts.getFirst().start;
        new RunInHeadings(outline, copy.text).find();
        return outline;
    }

    List<Clause> clauses() {
        return parts.stream()
                .map(part -> new Clause(
                        part.section,
                        part.heading,
                        part.level,
                        copy.start(part.start),
                        copy.start(part.body),
                        Math.max(copy.start(part.body), copy.end(part.own)),
                        Math.max(copy.start(part.body), copy.end(part.end))))
                .toList();
    }

    /** 附表1：… printed in a list in front of the annexes themselves: another annex follows, and its number comes again. */
    private void findListedAnnexes() {
        Map<String, Integer> last = new HashMap<>();
        boolean annexFollows = false;
        for (int at = copy.paragraphs.size() - 1; at >= 0; at--) {
            Numbering numbering = copy.paragraphs.get(at).numbering();
            boolean annex = numbering != null
                    && numbering.style() == Numbering.Style.ANNEX
                    && copy.paragraphs.get(at).cells() == null;
            if (annex && numbering != null) {
                if (annexFollows && last.containsKey(numbering.label())) {
                    listed.set(at);
                } else {
                    last.put(numbering.label(), at);
                }
            }
            annexFollows = annex;
        }
    }

    /** A table of contents: headings one after the other, the first of which comes again behind them. */
    private void findContents() {
        Map<String, Integer> last = new HashMap<>();
        for (int at = 0; at < copy.paragraphs.size(); at++) {
            if (isBareHeading(at)) {
                last.put(bareHeading(at), at);
            }
        }
        int at = 0;
        while (at < copy.paragraphs.size()) {
            int end = at;
            while (end < copy.paragraphs.size() && isBareHeading(end)) {
                end++;
            }
            if (end - at >= LEAST_CONTENTS) {
                int again = last.getOrDefault(bareHeading(at), at);
                int to = Math.min(end, again);
                if (to - at >= LEAST_CONTENTS) {
                    listed.set(at, to);
                }
            }
            at = Math.max(end, at + 1);
        }
    }

    private boolean isBareHeading(int at) {
        FairCopy.Paragraph paragraph = copy.paragraphs.get(at);
        if (paragraph.numbering() == null
                || paragraph.cells() != null
                || paragraph.to() - paragraph.from() > LONGEST_HEADING) {
            return false;
        }
        for (int character = paragraph.from(); character < paragraph.to(); character++) {
            if ("。；，：".indexOf(text.charAt(character)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Without the dots and the page number that lead to its place. */
    private String bareHeading(int at) {
        FairCopy.Paragraph paragraph = copy.paragraphs.get(at);
        int end = paragraph.to();
        while (end > paragraph.from() && ".…·-—（） 0123456789".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(paragraph.from(), end);
    }

    private boolean isRow(int at) {
        return at >= 0 && at < copy.paragraphs.size() && copy.paragraphs.get(at).cells() != null;
    }

    /** 一、经济发展 between two rows, the second with numbers: it parts the table, not the document. */
    private boolean partsTable(int at) {
        List<String> next = isRow(at + 1) ? copy.paragraphs.get(at + 1).cells() : null;
        FairCopy.Paragraph paragraph = copy.paragraphs.get(at);
        return next != null
                && isRow(at - 1)
                && paragraph.to() - paragraph.from() <= LONGEST_SUBTITLE
                && next.stream().anyMatch(Cell::isNumber);
    }

    private void take(int at) {
        FairCopy.Paragraph paragraph = copy.paragraphs.get(at);
        boolean beforeTable = isRow(at + 1)
                || isRow(at + 2)
                        && text.startsWith("单位：", copy.paragraphs.get(at + 1).from());
        Numbering numbering = listed.get(at) || partsTable(at) ? null : paragraph.numbering();
        if (startsListOfAnnexes(paragraph) && beforeTable) {
            // 附：分解表, and the table follows: the annex itself.
            int colon = text.indexOf('：', paragraph.from());
            String label = text.substring(paragraph.from(), colon);
            numbering = new Numbering(Numbering.Style.ANNEX, label, 0, colon + 1);
        } else if (startsListOfAnnexes(paragraph)) {
            listOfAnnexes = true;
            numbering = null;
        } else if (listOfAnnexes && (numbering == null || numbering.style() != Numbering.Style.ARABIC)) {
            listOfAnnexes = false;
        }
        if (numbering == null || listOfAnnexes || !opensClause(paragraph, numbering)) {
            Part part = open.isEmpty() ? head : open.peek();
            part.passages.add(new Passage(paragraph.from(), paragraph.to(), paragraph.cells()));
            return;
        }
        int headingEnd = headingEnd(numbering.end(), paragraph.to());
        boolean hasHeading = headingEnd > numbering.end();
        String heading = hasHeading ? stripped(text.substring(numbering.end(), headingEnd)) : "";
        int body = hasHeading ? pastStop(headingEnd, paragraph.to()) : numbering.end();
        closeDownTo(numbering.rank(), paragraph.from());
        Part parent = open.peek();
        String section = parent == null ? numbering.label() : parent.section + "/" + numbering.label();
        Part part = new Part(
                once(section),
                heading,
                open.size() + 1,
                numbering.rank(),
                paragraph.from(),
                body,
                numbering.style(),
                parent);
        if (parent != null && !parent.parted) {
            parent.parted = true;
            parent.own = Math.max(parent.body, paragraph.from());
        }
        if (body < paragraph.to()) {
            part.passages.add(new Passage(body, paragraph.to(), null));
        }
        parts.add(part);
        open.push(part);
    }

    private boolean startsListOfAnnexes(FairCopy.Paragraph paragraph) {
        return paragraph.cells() == null
                && (text.startsWith("附件：", paragraph.from())
                        || text.startsWith("附：", paragraph.from())
                        || text.startsWith("附表：", paragraph.from()))
                && paragraph.to() - paragraph.from() > 3;
    }

    /** Years, quantities and dates open paragraphs too. */
    private boolean opensClause(FairCopy.Paragraph paragraph, Numbering numbering) {
        if (paragraph.cells() != null) {
            return false;
        }
        return switch (numbering.style()) {
            case BOX ->
                // 表1 is what stands above a table; 专栏1 is a part with text of its own.
                numbering.label().charAt(0) != '表'
                        && paragraph.to() - paragraph.from() <= LONGEST_HEADING + 10
                        && text.charAt(paragraph.to() - 1) != '。';
            case ANNEX ->
                paragraph.to() - paragraph.from() <= LONGEST_HEADING + 10 && text.charAt(paragraph.to() - 1) != '。';
            case CIRCLED, ARABIC_BRACKET -> !open.isEmpty() && !inBox();
            case ARABIC -> !inBox();
            default -> true;
        };
    }

    /** Items of a box are its text. */
    private boolean inBox() {
        Part part = open.peek();
        return part != null && part.style == Numbering.Style.BOX;
    }

    /** The same section twice, in a document put together of several, is told apart. */
    String once(String section) {
        int count = sections.merge(section, 1, Integer::sum);
        return count == 1 ? section : section + "@" + count;
    }

    private void closeDownTo(int rank, int at) {
        while (!open.isEmpty() && open.peek().rank >= rank) {
            Part part = open.pop();
            part.end = Math.max(part.body, at);
            if (!part.parted) {
                part.own = part.end;
            }
        }
    }

    private int headingEnd(int from, int to) {
        int stop = to;
        boolean comma = false;
        for (int at = from; at < Math.min(to, from + LONGEST_HEADING + 2); at++) {
            char c = text.charAt(at);
            comma |= c == '，';
            if (c == '。' || (c == '：' && at > from && !comma) || c == '；') {
                stop = at;
                break;
            }
        }
        if (stop == to && to - from > LONGEST_HEADING) {
            return from;
        }
        boolean quantity = tells(from, stop);
        return stop - from > (stop == to ? LONGEST_HEADING : 40) || quantity || endsInside(from, stop) ? from : stop;
    }

    /** A sentence with a quantity, or with a date and a comma, tells something; a heading does not. */
    private boolean tells(int from, int to) {
        if (to - from > LONGEST_HEADING) {
            return false;
        }
        List<Times.Time> times = new Times(text, null).in(from, to);
        for (Quantity quantity : new Quantities(text).in(from, to, times)) {
            if (!quantity.unit().isEmpty()) {
                return true;
            }
        }
        return !times.isEmpty() && text.substring(from, to).indexOf('，') >= 0;
    }

    /** A stop inside brackets is none. */
    private boolean endsInside(int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            depth += Chinese.opens(text.charAt(at)) ? 1 : Chinese.closes(text.charAt(at)) ? -1 : 0;
        }
        return depth > 0;
    }

    private int pastStop(int from, int to) {
        return from < to && "。：；".indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
    }

    private static String stripped(String heading) {
        return heading.strip();
    }
}
