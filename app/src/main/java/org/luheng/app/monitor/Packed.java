package org.luheng.app.monitor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.luheng.hj212.Items;

/**
 * The values of a message as they are stored: numbers exactly as sent, digits and places, in some three bytes each; marks in one.
 *
 * <p>Each value is a whole number in groups of seven bits, the lowest first. Its lowest three bits say what the rest is: 0 to 5 a
 * number with so many places, its sign folded in; 6 a number whose places follow in a byte; 7 a mark of {@link #MARKS}, or a text of
 * (rest − 8) bytes in UTF-8.
 */
public final class Packed {
    private static final String MARKS = "NFMSDCTB";
    private static final int PLACED = 6;
    private static final int TEXT = 7;
    private static final int TEXT_FROM = 8;

    private Packed() {}

    /** A value as it was sent. */
    public record Value(String name, String text) {}

    /** Adds the value the cursor stands at. */
    public static void write(Items item, ByteArrayOutputStream to) {
        char mark = item.mark();
        int known = mark == 0 ? -1 : MARKS.indexOf(mark);
        if (known >= 0) {
            number((long) known << 3 | TEXT, to);
        } else if (item.isNumber() && Math.abs(item.unscaled()) < 1L << 58) {
            long folded = item.unscaled() << 1 ^ item.unscaled() >> 63;
            if (item.scale() < PLACED) {
                number(folded << 3 | item.scale(), to);
            } else {
                number(folded << 3 | PLACED, to);
                to.write(item.scale());
            }
        } else {
            byte[] text = item.text().getBytes(StandardCharsets.UTF_8);
            number((long) (text.length + TEXT_FROM) << 3 | TEXT, to);
            to.write(text, 0, text.length);
        }
    }

    private static void number(long value, ByteArrayOutputStream to) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            to.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        to.write((int) left);
    }

    /**
     * @param names in the order they were written
     * @throws IllegalStateException where the bytes are not what {@link #write} wrote for so many names
     */
    public static List<Value> read(List<String> names, byte[] content) {
        List<Value> values = new ArrayList<>(names.size());
        int at = 0;
        for (String name : names) {
            long value = 0;
            int shift = 0;
            do {
                if (at == content.length || shift > 63) {
                    throw new IllegalStateException("values of a message are broken off");
                }
                value |= (content[at] & 0x7FL) << shift;
                shift += 7;
            } while (content[at++] < 0);
            int kind = (int) value & 7;
            long rest = value >>> 3;
            if (kind == TEXT && rest < TEXT_FROM) {
                values.add(new Value(name, String.valueOf(MARKS.charAt((int) rest))));
            } else if (kind == TEXT) {
                int length = Math.toIntExact(rest - TEXT_FROM);
                values.add(new Value(name, new String(content, at, length, StandardCharsets.UTF_8)));
                at += length;
            } else {
                int scale = kind == PLACED ? content[at++] : kind;
                values.add(new Value(name, decimal(rest >>> 1 ^ -(rest & 1), scale)));
            }
        }
        return values;
    }

    private static String decimal(long unscaled, int scale) {
        return java.math.BigDecimal.valueOf(unscaled, scale).toPlainString();
    }
}
