package org.luheng.app.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.luheng.app.review.Entry;
import org.luheng.app.review.Item;
import org.luheng.app.review.KeptReading;

/** Whatever overlaps whatever: all pieces together are the text, and those of an item are its quote. */
class DocumentViewTests {
    private static final String LETTERS = "节能减排𠮷\n\r\t<&>\" 1";

    private static KeptReading reading(String text, List<KeptReading.Heading> headings) {
        return new KeptReading(
                text,
                new KeptReading.Title("", "", "", null, "", null, null),
                List.of(new KeptReading.PageStart(0, 1)),
                headings,
                List.of(),
                List.of());
    }

    private static Entry entry(int number, int from, int to) {
        Item item = new Item("T" + number, Item.Kind.TARGET, from, to, "", List.of(), Map.of());
        return new Entry(item, Map.of(), null, List.of());
    }

    @RepeatedTest(50)
    void thePiecesAreTheTextAndThoseOfAnItemItsQuote(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[] letters = LETTERS.codePoints().toArray();
        int length = 1 + random.nextInt(120);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        List<Entry> entries = new ArrayList<>();
        List<KeptReading.Heading> headings = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            int from = random.nextInt(length);
            int to = from + 1 + random.nextInt(length - from);
            entries.add(entry(number, from, to));
            headings.add(new KeptReading.Heading("一/" + number, "标题", 1, from, Math.min(to, from + 3), to));
        }
        DocumentView view = DocumentView.of(reading(text.toString(), headings), entries);

        List<DocumentView.Piece> pieces =
                view.lines().stream().flatMap(line -> line.pieces().stream()).toList();
        assertThat(pieces.stream().map(DocumentView.Piece::text).collect(Collectors.joining()))
                .isEqualTo(text.toString());
        int[] points = text.codePoints().toArray();
        for (Entry entry : entries) {
            assertThat(pieces.stream()
                            .filter(piece -> piece.items().contains(entry.id()))
                            .map(DocumentView.Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(new String(
                            points,
                            entry.item().from(),
                            entry.item().to() - entry.item().from()));
        }
        assertThat(view.lines()).hasSize((int)
                (text.chars().filter(each -> each == '\n').count() + (text.charAt(text.length() - 1) == '\n' ? 0 : 1)));
        assertThat(pieces.stream().flatMap(piece -> piece.anchors().stream()))
                .doesNotHaveDuplicates()
                .hasSize(headings.size());
    }

    @Test
    void whatABrowserWouldChangeStaysOneCharacter() {
        assertThat(DocumentView.escaped("a<b>&c\r\n\0")).isEqualTo("a&lt;b&gt;&amp;c&#13;\n\uFFFD");
    }
}
