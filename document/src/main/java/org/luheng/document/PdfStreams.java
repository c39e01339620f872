package org.luheng.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures what the compressed streams of a PDF unpack to before a library does so in memory. Images stay packed when text is read,
 * and are not measured.
 */
final class PdfStreams {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 600;

    /** Fonts of all characters of GB 18030 have 30 MB. */
    private static final long MOST_OF_ONE = 96L << 20;

    private final Original original;
    private final byte[] bytes;
    private final byte[] nowhere = new byte[1 << 16];

    PdfStreams(Original original) {
        this.original = original;
        bytes = original.bytes;
    }

    void check() {
        Inflater inflater = new Inflater();
        try {
            for (int at = next(0); at >= 0; at = next(at)) {
                int data = at;
                while (data < bytes.length && (bytes[data] == '\r' || bytes[data] == '\n' || bytes[data] == ' ')) {
                    data++;
                }
                boolean packed = data + 2 < bytes.length
                        && (bytes[data] & 0x0F) == 8
                        && ((bytes[data] & 0xFF) << 8 | (bytes[data + 1] & 0xFF)) % 31 == 0;
                String dictionary = dictionary(at);
                if (dictionary.contains("/Image")) {
                    continue;
                }
                List<String> filters = PdfFilters.of(dictionary);
                if (filters.size() > 1
                        || filters.size() == 1 && !filters.getFirst().startsWith("Fl")) {
                    new PdfFilters(original, MOST_OF_ONE).measure(filters, bytes, data);
                } else if (packed) {
                    measure(inflater, data);
                }
            }
        } finally {
            inflater.end();
        }
    }

    /** Behind the next {@code stream} that begins one; −1: none. */
    private int next(int from) {
        for (int at = from; at + STREAM.length < bytes.length; at++) {
            if (bytes[at] != 's' || bytes[at + 1] != 't') {
                continue;
            }
            int same = 2;
            while (same < STREAM.length && bytes[at + same] == STREAM[same]) {
                same++;
            }
            boolean end = at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n' && bytes[at - 3] == 'e';
            if (same == STREAM.length && !end) {
                return at + STREAM.length;
            }
        }
        return -1;
    }

    /** What stands in front of a stream and belongs to it. */
    private String dictionary(int behind) {
        int from = Math.max(0, behind - DICTIONARY);
        String before = new String(bytes, from, behind - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
    }

    private void measure(Inflater inflater, int from) {
        inflater.reset();
        inflater.setInput(bytes, from, bytes.length - from);
        long size = 0;
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(nowhere);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return;
                }
                size += count;
                original.unpacked(count);
                if (size > MOST_OF_ONE) {
                    throw original.tooMuch("一段内容", (MOST_OF_ONE >> 20) + " MB");
                }
            }
        } catch (DataFormatException noneAfterAll) {
            original.step();
        }
    }
}
