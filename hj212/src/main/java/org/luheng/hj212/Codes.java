package org.luheng.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code tables of the standard, each row with its source and how sure we are of it; read when first asked for. Not complete:
 * a code that is missing here is no deviation.
 */
public enum Codes {
    /** ST: systems and kinds of sources. */
    SYSTEMS("systems.csv"),
    /** CN; the detail says who sends it to whom, and as what. */
    COMMANDS("commands.csv"),
    /** Pollutants and other quantities; the detail is the unit. */
    FACTORS("factors.csv"),
    /** Names of items, or of what is said of a factor. */
    FIELDS("fields.csv"),
    /** Values of {@link Field#FLAG}. */
    MARKS("marks.csv"),
    /** QnRtn. */
    REQUEST_RESULTS("request-results.csv"),
    /** ExeRtn. */
    EXECUTION_RESULTS("execution-results.csv");

    /**
     * @param name in Chinese
     * @param detail unit, direction or meaning; may be empty
     * @param since edition it came with, a year; empty: not known
     * @param until last year of the edition it was in; empty: still there
     * @param certainty {@code found} in the standard or in code written after it, {@code memory}, {@code unsure}
     */
    public record Code(
            String code, String name, String detail, String since, String until, String source, String certainty) {}

    private final String file;
    private volatile @Nullable Map<String, Code> codes;

    Codes(String file) {
        this.file = file;
    }

    /** The meaning of a code; null: not in this table. */
    public @Nullable Code find(String code) {
        return table().get(code);
    }

    public Collection<Code> all() {
        return table().values();
    }

    private Map<String, Code> table() {
        Map<String, Code> known = codes;
        if (known == null) {
            known = read();
            codes = known;
        }
        return known;
    }

    private Map<String, Code> read() {
        Map<String, Code> read = new LinkedHashMap<>();
        try (InputStream in = Codes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + file);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                // Our own tables: seven columns, no quotes.
                String[] columns = line.split(",", -1);
                Code code =
                        new Code(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
                read.put(code.code(), code);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return read;
    }
}
