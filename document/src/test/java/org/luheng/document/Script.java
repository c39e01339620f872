package org.luheng.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An invented plan as paragraphs and tables, to be written in each of the forms. */
record Script(String text, List<Part> parts) {
    sealed interface Part {}

    record Words(String words) implements Part {}

    record Rows(List<List<String>> rows) implements Part {}

    /** One of the plans that the reader is tested with. */
    static Script plan(String name) {
        try {
            return of(Files.readString(Path.of("../reader/src/test/resources/plans/" + name + ".txt")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Script of(String text) {
        List<Part> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.contains("\t")) {
                rows.add(List.of(line.split("\t", -1)));
                continue;
            }
            if (!rows.isEmpty()) {
                parts.add(new Rows(List.copyOf(rows)));
                rows.clear();
            }
            String words = line.replaceFirst("^#+ ", "").strip();
            if (!words.isEmpty()) {
                parts.add(new Words(words));
            }
        }
        if (!rows.isEmpty()) {
            parts.add(new Rows(List.copyOf(rows)));
        }
        return new Script(text, parts);
    }
}
