package org.luheng.files;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a number must be written, and what to say where it is not: half-width digits, a point, a minus, nothing else. */
final class Numeral {
    static final int MOST_WHOLE = 18;
    static final int MOST_PLACES = 20;

    private static final Pattern WITH_TAIL = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)([^0-9.,eE+-].*)");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+[eE][+-]?[0-9]{1,2}");

    private Numeral() {}

    /** Null where the text is no number of the one form. */
    static @Nullable BigDecimal read(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int whole = 0;
        int places = -1;
        long unscaled = 0;
        for (int index = at; index < length; index++) {
            char character = text.charAt(index);
            if (character >= '0' && character <= '9') {
                unscaled = unscaled * 10 + (character - '0');
                if (places >= 0) {
                    places++;
                } else {
                    whole++;
                }
            } else if (character == '.' && places < 0) {
                places = 0;
            } else {
                return null;
            }
        }
        if (whole == 0 || places == 0 || whole > MOST_WHOLE || places > MOST_PLACES) {
            return null;
        }
        int scale = Math.max(places, 0);
        return whole + scale <= MOST_WHOLE
                ? BigDecimal.valueOf(at == 1 ? -unscaled : unscaled, scale)
                : new BigDecimal(text);
    }

    /** Why {@link #read} gave null. */
    static Finding wrong(Place place, String text) {
        if (text.isBlank()) {
            return Finding.of(Fault.BLANK, place, text, "write", "");
        }
        String plain = halfWidth(text);
        if (!plain.equals(text)) {
            return wrongOrWrite(Fault.NUMBER_FULL_WIDTH, place, text, plain);
        }
        String tight = text.replaceAll("[\\s\u00A0]", "");
        if (!tight.equals(text)) {
            return wrongOrWrite(Fault.NUMBER_SPACE, place, text, tight);
        }
        if (text.startsWith("+")) {
            return wrongOrWrite(Fault.NUMBER_SIGN, place, text, text.substring(1));
        }
        if (text.startsWith("−") || text.startsWith("–") || text.startsWith("—")) {
            return wrongOrWrite(Fault.NUMBER_SIGN, place, text, "-" + text.substring(1));
        }
        if (GROUPED.matcher(text).matches()) {
            return wrongOrWrite(Fault.NUMBER_COMMA, place, text, text.replace(",", ""));
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return wrongOrWrite(Fault.NUMBER_COMMA, place, text, text.replace(',', '.'));
        }
        if (EXPONENT.matcher(text).matches()) {
            return wrongOrWrite(Fault.NUMBER_EXPONENT, place, text, new BigDecimal(text).toPlainString());
        }
        Matcher tail = WITH_TAIL.matcher(text);
        if (tail.matches() && read(tail.group(1)) != null) {
            return Finding.of(Fault.NUMBER_WITH_UNIT, place, text, "write", tail.group(1), "tail", tail.group(2));
        }
        if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-') && text.length() > MOST_WHOLE) {
            return Finding.of(
                    Fault.NUMBER_TOO_LONG,
                    place,
                    text,
                    "limit",
                    "整数部分至多 " + MOST_WHOLE + " 位，小数至多 " + MOST_PLACES + " 位");
        }
        return Finding.of(Fault.NOT_A_NUMBER, place, text);
    }

    private static Finding wrongOrWrite(Fault fault, Place place, String text, String write) {
        return read(write) == null
                ? Finding.of(Fault.NOT_A_NUMBER, place, text)
                : Finding.of(fault, place, text, "write", write);
    }

    /** １２．５ → 12.5, －３ → -3, 。 → . */
    private static String halfWidth(String text) {
        boolean full = text.chars().anyMatch(c -> (c >= 0xFF01 && c <= 0xFF5E) || c == 0x3000 || c == '。');
        if (!full) {
            return text;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('。', '.')
                .strip();
        return GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
    }
}
