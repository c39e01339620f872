package org.luheng.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and what they mean to the grammar, from a resource file: word, kind, reason, parted by blanks. The longest word counts.
 */
final class Lexicon {
    static final Lexicon UNITS = of("units.txt");
    static final Lexicon VERBS = of("verbs.txt");
    static final Lexicon ACTIONS = of("actions.txt");
    static final Lexicon HEADS = of("heads.txt");
    static final Lexicon ATTRIBUTES = of("attributes.txt");
    static final Lexicon QUALIFIERS = of("qualifiers.txt");
    static final Lexicon OPENINGS = of("openings.txt");
    static final Lexicon AGENCIES = of("agencies.txt");

    private final Map<String, String> kinds = new HashMap<>();
    private final BitSet first = new BitSet();
    private final BitSet last = new BitSet();
    private int longest;

    private static Lexicon of(String file) {
        Lexicon lexicon = new Lexicon();
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    String[] part = line.strip().split("\\s+", 3);
                    lexicon.kinds.put(part[0], part.length > 1 ? part[1] : "");
                    lexicon.first.set(part[0].charAt(0));
                    lexicon.last.set(part[0].charAt(part[0].length() - 1));
                    lexicon.longest = Math.max(lexicon.longest, part[0].length());
                }
            }
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return lexicon;
    }

    /** The longest word that begins at a position and ends before a limit, or null. */
    @Nullable
    String at(CharSequence text, int from, int to) {
        if (from >= to || !first.get(text.charAt(from))) {
            return null;
        }
        for (int length = Math.min(longest, to - from); length > 0; length--) {
            String word = text.subSequence(from, from + length).toString();
            if (kinds.containsKey(word)) {
                return word;
            }
        }
        return null;
    }

    /** The longest word that ends at a position and begins behind a limit, or null. */
    @Nullable
    String before(CharSequence text, int from, int to) {
        if (from >= to || !last.get(text.charAt(to - 1))) {
            return null;
        }
        for (int length = Math.min(longest, to - from); length > 0; length--) {
            String word = text.subSequence(to - length, to).toString();
            if (kinds.containsKey(word)) {
                return word;
            }
        }
        return null;
    }

    String kind(String word) {
        String kind = kinds.get(word);
        if (kind == null) {
            throw new IllegalArgumentException(word);
        }
        return kind;
    }

    boolean has(String word) {
        return kinds.containsKey(word);
    }
}
