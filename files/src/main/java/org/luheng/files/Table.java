package org.luheng.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small CSV table with named columns in any order, read whole. Strict RFC 4180: quotes in pairs, every row as long as the
 * header. Rows that are not are findings and left out.
 */
record Table(String label, List<Row> rows) {
    static final int LONGEST_FIELD = 10_000;
    private static final int BUFFER = 1 << 18;
    private static final Pattern RECORD_START = Pattern.compile("starting at line ([0-9]{1,9})");

    static final Table NONE = new Table("", List.of());

    /** A reader of CSV as this house reads it. */
    static CsvReader.CsvReaderBuilder strict() {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(BUFFER);
    }

    /** Without rows where the header is wrong or there is no source. */
    static Table read(@Nullable Source source, Set<String> required, Set<String> optional, Findings findings) {
        if (source == null) {
            return NONE;
        }
        List<Row> rows = new ArrayList<>();
        int line = 1;
        try {
            Iterator<CsvRecord> records = strict().ofCsvRecord(source.text()).iterator();
            if (!records.hasNext()) {
                findings.add(Fault.EMPTY_TABLE, Place.file(source.label()), "", "expected", String.join(",", required));
                return NONE;
            }
            CsvRecord header = records.next();
            line = (int) header.getStartingLineNumber();
            Map<String, Integer> columns =
                    columns(header.getFields(), Place.line(source.label(), line), required, optional, findings);
            if (columns == null) {
                return NONE;
            }
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = (int) record.getStartingLineNumber();
                Place place = Place.line(source.label(), line);
                if (record.getFieldCount() != header.getFieldCount()) {
                    findings.add(
                            Fault.RAGGED_ROW,
                            place,
                            "",
                            "found",
                            Integer.toString(record.getFieldCount()),
                            "expected",
                            Integer.toString(header.getFieldCount()));
                    continue;
                }
                Row row = new Row(place, columns, record.getFields(), findings);
                row.checkCharacters();
                rows.add(row);
            }
        } catch (CsvParseException broken) {
            findings.add(broken(broken, source.label(), line + 1));
        }
        return new Table(source.label(), List.copyOf(rows));
    }

    /** What the parser's exception says, in our words; it ends the reading. */
    static Finding broken(RuntimeException broken, String file, int line) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Text.NotText notText) {
                return notText.finding();
            }
            if (cause instanceof IOException unreadable) {
                return Finding.of(Fault.UNREADABLE, Place.line(file, line), "", "reason", Source.reason(unreadable));
            }
        }
        String said = String.valueOf(broken.getMessage());
        Matcher where = RECORD_START.matcher(said);
        Place place = Place.line(file, where.find() ? Integer.parseInt(where.group(1)) : line);
        return said.contains("buffer")
                ? Finding.of(Fault.FIELD_TOO_LONG, place, "", "limit", Integer.toString(BUFFER))
                : said.contains("maximum limit of")
                        ? Finding.of(Fault.RAGGED_ROW, place, "", "found", "过多的", "expected", "有限的")
                        : Finding.of(Fault.BROKEN_QUOTES, place, "");
    }

    /** Positions of the named columns; null where the header cannot be used. */
    static @Nullable Map<String, Integer> columns(
            List<String> header, Place place, Set<String> required, Set<String> optional, Findings findings) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<String> allowed = new java.util.LinkedHashSet<>(required);
        allowed.addAll(optional);
        boolean wrong = false;
        for (int at = 0; at < header.size(); at++) {
            String name = header.get(at).strip();
            if (!allowed.contains(name)) {
                wrong = true;
                findings.add(
                        Fault.UNKNOWN_COLUMN,
                        place,
                        name,
                        "nearest",
                        Nearest.asQuestion(name, allowed),
                        "allowed",
                        String.join(",", allowed));
            } else if (columns.putIfAbsent(name, at) != null) {
                wrong = true;
                findings.add(Fault.DUPLICATE_COLUMN, place, name);
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                wrong = true;
                findings.add(Fault.MISSING_COLUMN, place, "", "column", name);
            }
        }
        return wrong ? null : new HashMap<>(columns);
    }
}
