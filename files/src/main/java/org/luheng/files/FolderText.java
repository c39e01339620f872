package org.luheng.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The files of one folder, word for word: those of {@code rules/} that decide what is computed (not those that only name tables
 * and columns), or the four of a plan. What it says names the edition.
 *
 * @param texts by file name, in the order of reading
 */
public record FolderText(SequencedMap<String, String> texts) {
    public FolderText {
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    }

    /**
     * A CSV file of a folder: its columns, then its rows, with bare line feeds.
     *
     * @param rows by column; what a row does not have is empty
     */
    public static String csv(List<String> columns, List<Map<String, String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * One form for one content: for each file its name, a line feed, its text as UTF-8 with bare line feeds, a zero byte.
     * {@link #sha256} is taken of it.
     */
    public byte[] content() {
        StringBuilder content = new StringBuilder();
        texts.forEach((file, text) -> Hash.canonical(content, file, text));
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Names the edition. */
    public String sha256() {
        return Hash.of(content());
    }

    /** @throws IllegalArgumentException where it is not what {@link #content} makes */
    public static FolderText of(byte[] content) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        String all = new String(content, StandardCharsets.UTF_8);
        int at = 0;
        while (at < all.length()) {
            int name = all.indexOf('\n', at);
            int end = all.indexOf('\0', at);
            if (name < 0 || end < name) {
                throw new IllegalArgumentException("no text of a folder: character " + at);
            }
            texts.put(all.substring(at, name), all.substring(name + 1, end));
            at = end + 1;
        }
        return new FolderText(texts);
    }
}
