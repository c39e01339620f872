package org.luheng.app.review.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.luheng.app.review.Entry;
import org.luheng.app.review.KeptReading;

/**
 * The document as it is shown: its text character by character, cut where a quote, a heading, a line or a page begins or ends. All
 * pieces together are the text, nothing more and nothing less.
 */
public record DocumentView(List<Line> lines, List<Contents> contents) {
    /** Headings that deep stand in the table of contents. */
    private static final int DEEPEST = 2;

    /** @param page that begins with this line, 0: none does, or the document does not say */
    public record Line(int page, List<Piece> pieces) {}

    /**
     * @param items whose quotes the piece belongs to
     * @param anchor of the headings that begin here
     * @param heading the piece is printed as one
     */
    public record Piece(String text, List<String> items, List<String> anchors, boolean heading) {
        public String html() {
            return escaped(text);
        }

        public String itemNames() {
            return String.join(" ", items);
        }
    }

    public record Contents(String anchor, String words, int level) {}

    static DocumentView of(KeptReading reading, Collection<Entry> entries) {
        return new Cutting(reading, entries).view();
    }

    /**
     * For the text between two tags. What a browser would change on reading (a carriage return, a zero) is written so that it stays
     * one character.
     */
    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            switch (unit) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '\r' -> html.append("&#13;");
                case '\0' -> html.append('\uFFFD');
                default -> html.append(unit);
            }
        }
        return html.toString();
    }

    /** One cutting; positions in code points. */
    private static final class Cutting {
        private final int[] text;
        private final TreeSet<Integer> cuts = new TreeSet<>();
        private final TreeMap<Integer, List<Entry>> begin = new TreeMap<>();
        private final Map<Integer, List<Entry>> end = new HashMap<>();
        private final Map<Integer, List<String>> anchors = new HashMap<>();
        private final Map<Integer, Integer> headingEnds = new HashMap<>();
        private final Map<Integer, Integer> pages = new HashMap<>();
        private final List<Contents> contents = new ArrayList<>();

        Cutting(KeptReading reading, Collection<Entry> entries) {
            text = reading.text().codePoints().toArray();
            cuts.add(0);
            cuts.add(text.length);
            for (Entry entry : entries) {
                cut(entry.item().from());
                cut(entry.item().to());
                if (entry.item().from() < entry.item().to()) {
                    begin.computeIfAbsent(entry.item().from(), at -> new ArrayList<>())
                            .add(entry);
                    end.computeIfAbsent(entry.item().to(), at -> new ArrayList<>())
                            .add(entry);
                }
            }
            for (KeptReading.Heading heading : reading.headings()) {
                String anchor = "c" + contents.size();
                cut(heading.from());
                cut(heading.body());
                anchors.computeIfAbsent(heading.from(), at -> new ArrayList<>()).add(anchor);
                headingEnds.merge(heading.from(), heading.body(), Math::max);
                contents.add(new Contents(anchor, words(heading), heading.level()));
            }
            for (int at = 0; at < text.length; at++) {
                if (text[at] == '\n') {
                    cut(at + 1);
                }
            }
            reading.pages().forEach(page -> pages.put(lineStart(page.from()), page.page()));
        }

        private static String words(KeptReading.Heading heading) {
            String number = heading.section().substring(heading.section().lastIndexOf('/') + 1);
            return number.equals(heading.heading()) ? number : number + " " + heading.heading();
        }

        private void cut(int at) {
            cuts.add(Math.min(at, text.length));
        }

        private int lineStart(int at) {
            int start = Math.min(at, text.length);
            while (start > 0 && text[start - 1] != '\n') {
                start--;
            }
            return start;
        }

        DocumentView view() {
            List<Line> lines = new ArrayList<>();
            List<Piece> pieces = new ArrayList<>();
            List<String> active = new ArrayList<>();
            int headingTo = 0;
            int lineFrom = 0;
            int from = 0;
            for (int to : cuts.tailSet(0, false)) {
                end.getOrDefault(from, List.of()).forEach(entry -> active.remove(entry.id()));
                begin.getOrDefault(from, List.of()).forEach(entry -> active.add(entry.id()));
                headingTo = Math.max(headingTo, headingEnds.getOrDefault(from, 0));
                pieces.add(new Piece(
                        new String(text, from, to - from),
                        List.copyOf(active),
                        anchors.getOrDefault(from, List.of()),
                        from < headingTo));
                if (to == text.length || text[to - 1] == '\n') {
                    lines.add(new Line(pages.getOrDefault(lineFrom, 0), List.copyOf(pieces)));
                    pieces.clear();
                    lineFrom = to;
                }
                from = to;
            }
            return new DocumentView(
                    lines,
                    contents.stream().filter(each -> each.level() <= DEEPEST).toList());
        }
    }
}
