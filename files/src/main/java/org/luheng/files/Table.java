package org.luheng.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small CSV table with named columns in any order, read whole. Strict RFC 4180: quotes in pairs, every row as long as the
 * header. Rows that are not are findings and left out.
 */
record Table(String label, List<Row> rows) {
    static final int LONGEST_FIELD = 10_000;
    private static final int BUFFER = 1 << 18;

    static final Table NONE = new Table("", List.of());

    /** A reader of CSV as this house reads it. */
    static CsvReader.CsvReaderBuilder strict() {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(false)
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
            findings.add(Fault.BROKEN_QUOTES, Place.line(source.label(), line + 1), "");
        }
        return new Table(source.label(), List.copyOf(rows));
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
