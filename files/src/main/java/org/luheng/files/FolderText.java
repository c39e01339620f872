package org.luheng.files;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
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
