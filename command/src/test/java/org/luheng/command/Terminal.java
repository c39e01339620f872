package org.luheng.command;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A terminal to run commands at: what goes in, what comes out, and a clock that stands. */
final class Terminal {
    static final Path ROOT =
            Path.of(System.getProperty("luheng.root", "..")).toAbsolutePath().normalize();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] in = {};
    private Instant now = Instant.parse("2026-11-20T20:00:00Z");

    Terminal given(String standardInput) {
        return given(standardInput.getBytes(StandardCharsets.UTF_8));
    }

    Terminal given(byte[] standardInput) {
        in = standardInput;
        return this;
    }

    Terminal at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    int run(String... args) {
        return runAt(ROOT, args);
    }

    int runAt(@Nullable Path root, String... args) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(new ByteArrayInputStream(in), out, errors, Clock.fixed(now, Luheng.ZONE), root);
        return Luheng.run(args, console);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<NamedCsvRecord> csv() {
        return CsvReader.builder().ofNamedCsvRecord(out()).stream().toList();
    }

    /** The JSON that came out: maps, lists, strings, numbers as text, booleans, null. */
    Map<?, ?> json() {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), out())) {
            parser.nextToken();
            Map<?, ?> whole = (Map<?, ?>) Objects.requireNonNull(value(parser));
            if (parser.nextToken() != null) {
                throw new IllegalStateException("more than one value");
            }
            return whole;
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getIntValue();
            default -> parser.getString();
        };
    }
}
