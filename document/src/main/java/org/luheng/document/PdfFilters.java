package org.luheng.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;

/** Streams of a PDF packed in several ways one over the other, or otherwise than by Flate (ISO 32000-1, 7.4), unpacked within bounds. */
final class PdfFilters {
    private static final Pattern FILTERS = Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]|/\\w+)");
    private static final Pattern NAME = Pattern.compile("/(\\w+)");

    /** Those that unpack without a picture coming out. */
    private static final List<String> MEASURED = List.of(
            "FlateDecode",
            "Fl",
            "LZWDecode",
            "LZW",
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "RunLengthDecode",
            "RL");

    private final Original original;
    private final long most;

    PdfFilters(Original original, long most) {
        this.original = original;
        this.most = most;
    }

    /** In the order in which they are undone; empty: none are named. */
    static List<String> of(String dictionary) {
        List<String> names = new ArrayList<>();
        Matcher filters = FILTERS.matcher(dictionary);
        if (filters.find()) {
            Matcher name = NAME.matcher(filters.group(1));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    void measure(List<String> filters, byte[] bytes, int from) {
        ByteArrayInputStream packed = new ByteArrayInputStream(bytes, from, bytes.length - from);
        for (String filter : filters) {
            if (!MEASURED.contains(filter)) {
                return;
            }
            Measured unpacked = new Measured();
            try {
                FilterFactory.INSTANCE.getFilter(filter).decode(packed, unpacked, new COSDictionary(), 0);
            } catch (IOException noneAfterAll) {
                original.step();
            }
            packed = new ByteArrayInputStream(unpacked.toByteArray());
        }
    }

    private final class Measured extends ByteArrayOutputStream {
        @Override
        public synchronized void write(int one) {
            grow(1);
            super.write(one);
        }

        @Override
        public synchronized void write(byte[] block, int from, int length) {
            grow(length);
            super.write(block, from, length);
        }

        private void grow(int more) {
            original.unpacked(more);
            if (size() + (long) more > most) {
                throw original.tooMuch("一段内容", (most >> 20) + " MB");
            }
        }
    }
}
