package org.luheng.app.review;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luheng.document.DocumentFile;
import org.luheng.document.Origin;
import org.luheng.draft.Draft;
import org.luheng.files.Finding;
import org.luheng.reader.Clause;
import org.luheng.reader.Document;
import org.luheng.reader.Doubt;
import org.luheng.reader.Quote;
import org.luheng.reader.Reading;

/** Makes of a reading what is kept: items in the cells of a plan folder, with their doubts. */
final class Keeping {
    /** What stands before the first clause, or in no clause at all. */
    static final String WHOLE = "全文";

    private static final int LONGEST_HEADING = 14;

    /** Of an item, not of something that was left out. */
    private static final Set<Doubt.Kind> OF_ITEMS =
            EnumSet.of(Doubt.Kind.NAME, Doubt.Kind.LIST, Doubt.Kind.CONTEXT, Doubt.Kind.UNITS);

    private final DocumentFile file;
    private final Reading reading;
    private final Draft draft;
    private final String text;
    private final int @Nullable [] codePoints;
    private final Map<String, KeptReading.Heading> headings = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();

    private Keeping(DocumentFile file, Reading reading, Draft draft) {
        this.file = file;
        this.reading = reading;
        this.draft = draft;
        this.text = file.text();
        this.codePoints = text.chars().anyMatch(unit -> Character.isSurrogate((char) unit)) ? counted(text) : null;
    }

    static KeptReading of(DocumentFile file, Reading reading, Draft draft) {
        return new Keeping(file, reading, draft).keep();
    }

    private KeptReading keep() {
        for (Clause clause : reading.clauses()) {
            headings.putIfAbsent(
                    clause.section(),
                    new KeptReading.Heading(
                            clause.section(),
                            clause.heading().isBlank() ? firstWords(clause) : oneLine(clause.heading()),
                            clause.level(),
                            at(clause.start()),
                            at(headingEnd(clause)),
                            at(clause.end())));
        }
        List<List<String>> doubts = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        reading.targets().forEach(target -> {
            quotes.add(target.quote());
            doubts.add(new ArrayList<>(target.due() == null ? List.of("原文没有写期限，暂按方案期末填写") : List.of()));
        });
        reading.responsibilities().forEach(responsibility -> {
            quotes.add(responsibility.quote());
            doubts.add(new ArrayList<>());
        });
        List<Doubt> others = new ArrayList<>();
        for (Doubt doubt : reading.doubts()) {
            List<Integer> concerned = OF_ITEMS.contains(doubt.kind()) ? concerned(doubt, quotes) : List.of();
            concerned.forEach(index -> doubts.get(index).add(doubt.why()));
            if (concerned.isEmpty()) {
                others.add(doubt);
            }
        }
        Map<String, String> written = draft.folder().text().texts();
        int index = 0;
        for (Map<String, String> row : rows(written.get("targets.csv"))) {
            add(Item.Kind.TARGET, row, quotes.get(index), doubts.get(index));
            index++;
        }
        for (Map<String, String> row : rows(written.get("tasks.csv"))) {
            add(Item.Kind.RESPONSIBILITY, row, quotes.get(index), doubts.get(index));
            index++;
        }
        int number = 0;
        for (Doubt doubt : others) {
            Map<String, String> cells = new HashMap<>(Map.of("section", doubt.section()));
            items.add(item(Item.Kind.DOUBT.id(++number), Item.Kind.DOUBT, doubt.quote(), List.of(doubt.why()), cells));
        }
        Document document = reading.document();
        return new KeptReading(
                text,
                new KeptReading.Title(
                        oneLine(document.title()),
                        oneLine(document.number()),
                        oneLine(document.issuer()),
                        document.date(),
                        document.place(),
                        document.from(),
                        document.to()),
                pages(),
                headings.values().stream()
                        .sorted(Comparator.comparingInt(KeptReading.Heading::from)
                                .thenComparing(KeptReading.Heading::to, Comparator.reverseOrder()))
                        .toList(),
                items,
                file.notices().stream().map(Finding::message).toList());
    }

    /** Of a heading that fills its line the reader gives the last letter, behind which nothing comes. */
    private int headingEnd(Clause clause) {
        int last = clause.body() + 1;
        boolean fillsLine = last <= text.length()
                && clause.body() > clause.start()
                && !Character.isWhitespace(text.charAt(clause.body()))
                && (last == text.length() || text.charAt(last) == '\n' || text.charAt(last) == '\r');
        return fillsLine ? last : clause.body();
    }

    /** Indexes of the quotes that a doubt lies in or runs into. */
    private static List<Integer> concerned(Doubt doubt, List<Quote> quotes) {
        return IntStream.range(0, quotes.size())
                .filter(index -> quotes.get(index).start() < doubt.quote().end()
                        && doubt.quote().start() < quotes.get(index).end())
                .boxed()
                .toList();
    }

    private void add(Item.Kind kind, Map<String, String> row, Quote quote, List<String> doubts) {
        Map<String, String> cells = new HashMap<>();
        row.forEach((column, cell) -> cells.put(column, oneLine(cell)));
        String id = Objects.requireNonNull(cells.remove("id"));
        cells.remove("from");
        cells.remove("to");
        items.add(item(id, kind, quote, doubts, cells));
    }

    private Item item(String id, Item.Kind kind, Quote quote, List<String> doubts, Map<String, String> cells) {
        int from = at(quote.start());
        int to = at(quote.end());
        cells.put("section", section(cells.getOrDefault("section", ""), from, to));
        return new Item(
                id,
                kind,
                from,
                to,
                where(quote.start()),
                doubts.stream().distinct().toList(),
                cells);
    }

    /** The clause that the quote lies in: as it was read where that holds, else the smallest around it. */
    private String section(String read, int from, int to) {
        String bare = bare(read);
        KeptReading.Heading own = headings.get(bare);
        if (own != null && own.from() <= from && to <= own.to()) {
            return bare;
        }
        return around(headings.values(), from, to)
                .map(KeptReading.Heading::section)
                .orElseGet(() -> headings.computeIfAbsent(
                                WHOLE, whole -> new KeptReading.Heading(WHOLE, WHOLE, 1, 0, 0, at(text.length())))
                        .section());
    }

    /** The smallest clause that holds all of a quote. */
    static Optional<KeptReading.Heading> around(Collection<KeptReading.Heading> headings, int from, int to) {
        return headings.stream()
                .filter(heading -> heading.from() <= from && to <= heading.to())
                .min(Comparator.comparingInt(heading -> heading.to() - heading.from()));
    }

    static String bare(String section) {
        int hash = section.indexOf('#');
        return hash < 0 ? section : section.substring(0, hash);
    }

    private String firstWords(Clause clause) {
        String words = text.substring(clause.body(), clause.own()).strip();
        int end = 0;
        while (end < Math.min(words.length(), LONGEST_HEADING) && Character.isLetterOrDigit(words.charAt(end))) {
            end++;
        }
        return end == 0 ? clause.section() : words.substring(0, end);
    }

    private String where(int at) {
        if (text.isEmpty()) {
            return "";
        }
        Origin origin = file.words().originOf(Math.min(at, text.length() - 1));
        return origin.inWords();
    }

    private List<KeptReading.PageStart> pages() {
        List<KeptReading.PageStart> pages = new ArrayList<>();
        int last = 0;
        for (Origin origin : file.words().origins()) {
            if (origin.page() > last) {
                last = origin.page();
                pages.add(new KeptReading.PageStart(at(origin.from()), last));
            }
        }
        return pages;
    }

    private int at(int unit) {
        return codePoints == null ? unit : codePoints[unit];
    }

    private static int[] counted(String text) {
        int[] counted = new int[text.length() + 1];
        for (int at = 0; at < text.length(); at++) {
            boolean second = Character.isLowSurrogate(text.charAt(at))
                    && at > 0
                    && Character.isHighSurrogate(text.charAt(at - 1));
            counted[at + 1] = counted[at] + (second ? 0 : 1);
        }
        return counted;
    }

    private static List<Map<String, String>> rows(@Nullable String csv) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(csv))) {
            return records.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Cells and headings are lines: rows are found by theirs. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .map(character -> Character.isISOControl(character) || character == 0x2028 || character == 0x2029
                        ? ' '
                        : character)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
