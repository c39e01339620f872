package org.luheng.hj212;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The data of a frame, item by item: {@code factor-Field=value}, or {@code Name=value} (6.3.3). A cursor over the bytes of the frame;
 * {@link #next()} moves it, and neither that nor asking for numbers allocates.
 *
 * <pre>{@code
 * Items items = frame.items();
 * while (items.next()) {
 *     if (items.field() == Field.AVG && items.isNumber()) {
 *         store(items.factorKey(), items.unscaled(), items.scale());
 *     }
 * }
 * }</pre>
 */
public final class Items {
    private static final long EQUALS = '=' * Words.ONES;
    private static final long SIX = 0xFFFF_FFFF_FFFFL;
    private static final long DATA_TIME = Words.key("DataTime");
    private static final int DIGITS_LIMIT = 18;

    private static final int TEXT = 0;
    private static final int NUMBER = 1;
    private static final int MARK = 2;

    private final Frame frame;

    private byte[] bytes = {};
    private int limit;
    private int next;

    private int group;
    private int itemGroup;
    private long groupFactor;
    private int item;
    private int nameEnd;
    private int factorEnd;
    private long factorKey;
    private Field field = Field.NONE;
    private int value;
    private int valueEnd;
    private int kind;
    private long unscaled;
    private int scale;
    private boolean comma;

    Items(Frame frame) {
        this.frame = frame;
    }

    void rewind() {
        bytes = frame.bytes();
        limit = frame.contentTo();
        next = frame.contentFrom();
        group = itemGroup = 0;
        groupFactor = 0;
        comma = false;
        field = Field.NONE;
        item = nameEnd = factorEnd = value = valueEnd = next;
    }

    /** Goes on to the next item; false: there is none. */
    public boolean next() {
        int at = next;
        byte[] bytes = this.bytes;
        if (at + 16 <= bytes.length && at + 9 <= limit && bytes[at + 6] == '-') {
            // The codes of 2017 and 2025: a letter and five digits.
            long factor = Words.at(bytes, at) & SIX;
            long tail = Words.at(bytes, at + 7);
            long equals = Words.zeros(tail ^ EQUALS);
            if (equals != 0 && (factor & 0x40) != 0 && (Words.others(factor >>> 8 | 0x3030_30L << 40)) == 0) {
                int bits = Long.numberOfTrailingZeros(equals) - 7;
                int stop = at + 7 + (bits >>> 3);
                Field known = Field.ofKey(tail & (1L << bits) - 1);
                if (known != Field.OTHER && stop < limit) {
                    item = at;
                    itemGroup = group;
                    factorEnd = at + 6;
                    nameEnd = stop;
                    field = known;
                    value = stop + 1;
                    if (comma) {
                        if (factor != groupFactor) {
                            groupChanges(factor);
                        }
                    } else {
                        groupFactor = factor;
                    }
                    factorKey = factor;
                    value(stop + 1);
                    return true;
                }
            }
        }
        return at < limit && general(at);
    }

    // ---- Names as they come: 2005's codes, noise, words, blanks ----

    private boolean general(int from) {
        int at = from;
        while (at < limit && (bytes[at] == ' ' || bytes[at] == ';' || bytes[at] == ',')) {
            deviate(bytes[at] == ' ' ? Deviation.BLANK : Deviation.ITEM_EMPTY, at);
            if (bytes[at] == ';') {
                group++;
                comma = false;
            }
            at++;
        }
        if (at >= limit) {
            next = limit;
            return false;
        }
        item = at;
        itemGroup = group;
        int dash = -1;
        int stop = at;
        while (stop < limit && bytes[stop] != '=' && bytes[stop] != ';' && bytes[stop] != ',') {
            if (bytes[stop] == '-' && dash < 0) {
                dash = stop;
            }
            stop++;
        }
        boolean named = stop < limit && bytes[stop] == '=';
        int end = stop;
        while (end > at && bytes[end - 1] == ' ') {
            end--;
            deviate(Deviation.BLANK, end);
        }
        nameEnd = end;
        factorEnd = dash >= 0 && dash < end ? dash : at;
        field = fieldOf(factorEnd, end);
        factorKey = keyOf(at, factorEnd);
        grouped(at);
        if (named) {
            value = stop + 1;
            value(stop + 1);
        } else {
            deviate(Deviation.ITEM_WITHOUT_VALUE, at);
            value = valueEnd = stop;
            kind = TEXT;
            ends(stop);
        }
        return true;
    }

    private Field fieldOf(int dash, int end) {
        if (dash == item) {
            return Field.NONE;
        }
        int from = dash + 1;
        Field known = Field.longer(bytes, from, end);
        if (known == null && end > from && end - from <= 8) {
            known = Field.ofKey(keyOf(from, end));
        }
        if (known == null || known == Field.OTHER) {
            deviate(Deviation.NAME_UNKNOWN, from);
            return Field.OTHER;
        }
        return known;
    }

    private long keyOf(int from, int to) {
        if (to - from > 8) {
            return 0;
        }
        long key = 0;
        for (int at = to - 1; at >= from; at--) {
            key = key << 8 | bytes[at] & 0xFF;
        }
        return key;
    }

    private void grouped(int at) {
        if (!comma) {
            groupFactor = factorKey;
        } else if (factorEnd == item) {
            deviate(Deviation.COMMA_FOR_SEMICOLON, at - 1);
        } else if (factorKey != groupFactor) {
            groupChanges(factorKey);
        }
    }

    private void groupChanges(long factor) {
        deviate(groupFactor == 0 ? Deviation.COMMA_FOR_SEMICOLON : Deviation.FACTOR_CHANGES, item);
        groupFactor = factor;
    }

    // ---- Values ----

    private void value(int from) {
        byte[] bytes = this.bytes;
        if (field == Field.FLAG) {
            int after = from + 1;
            if (after < limit && (bytes[after] == ';' || bytes[after] == ',') || after == limit) {
                kind = MARK;
                unscaled = bytes[from];
                valueEnd = after;
                ends(after);
                return;
            }
            text(from);
            return;
        }
        if (from + 8 <= bytes.length) {
            long word = Words.at(bytes, from);
            long others = Words.others(word);
            int first = Long.numberOfTrailingZeros(others);
            if (first > 7 && first < 64) {
                int bits = first - 7;
                long digits = word;
                int length = bits;
                int behind = 0;
                if ((word >>> bits & 0xFF) == '.') {
                    long rest = others & others - 1;
                    int second = Long.numberOfTrailingZeros(rest);
                    long whole = (1L << bits) - 1;
                    digits = word & whole | word >>> 8 & ~whole;
                    length = second - 15;
                    behind = length - bits;
                    bits = second - 7;
                    if (second == 64 || behind == 0) {
                        longNumber(from);
                        return;
                    }
                }
                int stop = from + (bits >>> 3);
                if (stop <= limit) {
                    byte end = stop == limit ? (byte) ';' : bytes[stop];
                    if (end == ';' || end == ',') {
                        kind = NUMBER;
                        unscaled = Words.number(digits << (64 - length));
                        scale = behind >>> 3;
                        valueEnd = stop;
                        next = stop + 1;
                        if (end == ',') {
                            comma = true;
                        } else {
                            comma = false;
                            group++;
                        }
                        if (next == limit) {
                            deviate(Deviation.SEPARATOR_AT_END, stop);
                        }
                        return;
                    }
                }
            }
        }
        longNumber(from);
    }

    /** Signs, more than seven characters, the last bytes of an array; what is no number is text. */
    private void longNumber(int from) {
        int at = from;
        while (at < limit && bytes[at] == ' ') {
            deviate(Deviation.BLANK, at);
            at++;
        }
        value = at;
        boolean negative = at < limit && bytes[at] == '-';
        if (at < limit && (negative || bytes[at] == '+')) {
            at++;
        }
        long number = 0;
        int digits = 0;
        int point = -1;
        for (; at < limit; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                if (++digits <= DIGITS_LIMIT) {
                    number = number * 10 + digit;
                }
            } else if (digit == '.' - '0' && point < 0) {
                point = digits;
            } else {
                break;
            }
        }
        int stop = at;
        while (at < limit && bytes[at] == ' ') {
            deviate(Deviation.BLANK, at);
            at++;
        }
        boolean ended = at == limit || bytes[at] == ';' || bytes[at] == ',' || isWide(at);
        if (!ended || digits == 0) {
            text(value);
            return;
        }
        if (digits > DIGITS_LIMIT) {
            deviate(Deviation.NUMBER_LONG, value);
            text(value);
            return;
        }
        kind = NUMBER;
        unscaled = negative ? -number : number;
        scale = point < 0 ? 0 : digits - point;
        valueEnd = stop;
        ends(at);
    }

    private void text(int from) {
        kind = TEXT;
        int at = from;
        while (at < limit && bytes[at] != ';' && bytes[at] != ',' && !isWide(at)) {
            at++;
        }
        int end = at;
        while (end > from && bytes[end - 1] == ' ') {
            end--;
            deviate(Deviation.BLANK, end);
        }
        valueEnd = end;
        if (end == from) {
            deviate(Deviation.VALUE_EMPTY, from);
        }
        if (field == Field.FLAG) {
            if (end - from == 1) {
                kind = MARK;
                unscaled = bytes[from];
            } else if (end > from) {
                deviate(Deviation.MARK_FORM, from);
            }
        }
        ends(at);
    }

    /** Whether a full-width semicolon or comma stands here (UTF-8) that separates: an item follows. In a text it is a letter. */
    private boolean isWide(int at) {
        if (bytes[at] != (byte) 0xEF || at + 3 >= limit || bytes[at + 1] != (byte) 0xBC) {
            return false;
        }
        if (bytes[at + 2] != (byte) 0x9B && bytes[at + 2] != (byte) 0x8C) {
            return false;
        }
        int name = at + 3;
        while (name < limit && (bytes[name] == '-' || Character.isLetterOrDigit(bytes[name]) && bytes[name] > 0)) {
            name++;
        }
        return name > at + 3 && name < limit && bytes[name] == '=';
    }

    private void ends(int at) {
        if (at < limit && bytes[at] == (byte) 0xEF) {
            deviate(Deviation.WIDE_SEPARATOR, at);
            comma = bytes[at + 2] == (byte) 0x8C;
            group += comma ? 0 : 1;
            next = at + 3;
            return;
        }
        next = at + 1;
        comma = at < limit && bytes[at] == ',';
        if (at < limit) {
            if (!comma) {
                group++;
            }
            if (next == limit) {
                deviate(Deviation.SEPARATOR_AT_END, at);
            }
        }
    }

    private void deviate(Deviation deviation, int at) {
        frame.deviate(deviation, at);
    }

    /** What is looked at only for a diagnosis. */
    void check() {
        boolean measured = switch (field) {
            case RTD, MIN, AVG, MAX, COU, ZS_RTD, ZS_MIN, ZS_AVG, ZS_MAX, ZS_COU, DATA, DAY_DATA, NIGHT_DATA, RT ->
                true;
            default -> false;
        };
        if (measured && kind == TEXT && valueEnd > value) {
            deviate(Deviation.NUMBER_FORM, value);
        }
        if (isNamed("DataTime") && (kind != NUMBER || scale != 0 || valueEnd - value != 14)) {
            deviate(Deviation.TIME_FORM, value);
        }
    }

    // ---- The item at hand ----

    /** Which group this item is in, from 0: what stands between semicolons. */
    public int group() {
        return itemGroup;
    }

    /** What the item says of its factor; {@link Field#NONE} where it has no factor. */
    public Field field() {
        return field;
    }

    /** The factor as a number, {@link #key} of its code; 0 where there is none or it is longer than eight characters. */
    public long factorKey() {
        return factorKey;
    }

    /** Factor code as sent, {@code a21026}; null where the item has none. */
    public @Nullable String factor() {
        return factorEnd == item ? null : frame.text(item, factorEnd);
    }

    /** The whole name, {@code a21026-Rtd} or {@code DataTime}. */
    public String name() {
        return frame.text(item, nameEnd);
    }

    int nameFrom() {
        return item;
    }

    public boolean isNamed(String name) {
        return nameEnd - item == name.length() && Field.matches(bytes, item, name);
    }

    /** Whether this is DataTime: the start of the period, or the instant of real-time data. */
    public boolean isDataTime() {
        return nameEnd - item == 8 && Words.from(bytes, item) == DATA_TIME;
    }

    public boolean isNumber() {
        return kind == NUMBER;
    }

    /** The number is this, divided by ten so many times as {@link #scale} says; undefined where there is no number. */
    public long unscaled() {
        return unscaled;
    }

    /** How many digits stood behind the point. */
    public int scale() {
        return scale;
    }

    /** The mark of a {@link Field#FLAG}: {@code N}, {@code F} …; 0 where the item has none. */
    public char mark() {
        return kind == MARK ? (char) (unscaled & 0xFF) : 0;
    }

    /** The value as a decimal; null where it is none. Allocates. */
    public @Nullable BigDecimal decimal() {
        return kind == NUMBER ? BigDecimal.valueOf(unscaled, scale) : null;
    }

    /** The value as it stands; empty where there is none. Allocates. */
    public String text() {
        return frame.text(value, valueEnd);
    }

    public int valueFrom() {
        return value;
    }

    public int valueTo() {
        return valueEnd;
    }

    /** A code of up to eight characters as one number, to compare {@link #factorKey} with. */
    public static long key(String code) {
        return Words.key(code);
    }
}
