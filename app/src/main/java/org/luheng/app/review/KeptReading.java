package org.luheng.app.review;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read from a document on the day it came, kept so that a later reader does not move what somebody is reviewing. All
 * positions are code points of the text.
 *
 * @param pages where each page begins, empty where the form of the document does not say
 * @param notes on what was left out of the document, in words
 */
public record KeptReading(
        String text, Title title, List<PageStart> pages, List<Heading> headings, List<Item> items, List<String> notes) {
    private static final JsonMapper JSON = new JsonMapper();

    public KeptReading {
        pages = List.copyOf(pages);
        headings = List.copyOf(headings);
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /** What the document says of itself; a date is ISO, null where it says none. */
    public record Title(
            String title,
            String number,
            String issuer,
            @Nullable String date,
            String place,
            @Nullable Integer from,
            @Nullable Integer to) {}

    public record PageStart(int from, int page) {}

    /**
     * @param heading never empty: where the clause has none, its first words
     * @param body behind the printed heading
     * @param to behind its last part
     */
    public record Heading(String section, String heading, int level, int from, int body, int to) {}

    public int characters() {
        return text.codePointCount(0, text.length());
    }

    byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(JSON.writeValueAsBytes(this));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    public static KeptReading of(byte[] content) {
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return JSON.readValue(packed.readAllBytes(), KeptReading.class);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
