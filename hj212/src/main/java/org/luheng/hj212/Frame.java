package org.luheng.hj212;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One frame as it lies among the bytes it came with: header fields, and {@link Items} for the data. A view that {@link Framing}
 * moves from frame to frame: valid only while the consumer it was handed to runs, and for one thread. What is to stay is copied
 * ({@link #copy()}) or made a {@link Message}. Nothing but the methods that give a String, a list or a copy allocates.
 */
public final class Frame {
    private static final int QN = three("QN=");
    private static final int ST = three("ST=");
    private static final int CN = three("CN=");
    private static final int PW = three("PW=");
    private static final int MN = three("MN=");
    private static final int RF = three("RF=");
    private static final int CP = three("CP=");
    private static final long FLAG = Words.key("Flag=");
    private static final long PNUM = Words.key("PNUM=");
    private static final int PNO = (int) Words.key("PNO=");
    private static final long FIVE = 0xFF_FFFF_FFFFL;

    private static final int QN_SEEN = 1;
    private static final int ST_SEEN = 2;
    private static final int CN_SEEN = 4;
    private static final int PW_SEEN = 8;
    private static final int MN_SEEN = 16;
    private static final int FLAG_SEEN = 32;
    private static final int PNUM_SEEN = 64;
    private static final int PNO_SEEN = 128;
    private static final int RF_SEEN = 256;
    private static final int CP_SEEN = 512;

    private static final int SEGMENT_LIMIT = 1024;
    private static final int CP_LIMIT = 950;
    private static final int SHOWN = 40;
    private static final Pattern SECRET = Pattern.compile("(PW|SK)=[^;,&]*");

    private final Items items = new Items(this);
    private final int[] places = new int[64];

    private byte[] bytes = {};
    private int start;
    private int segment;
    private int end;
    private int finish;
    private int declared;
    private int sent;
    private int computed;
    private long deviations;

    private int qn;
    private int qnEnd;
    private int st;
    private int stEnd;
    private int pw;
    private int pwEnd;
    private int mn;
    private int mnEnd;
    private int cn;
    private int flag;
    private int pnum;
    private int pno;
    private boolean resent;
    private int cp;
    private int cpEnd;

    /** Made once and used for many frames. */
    Frame() {}

    private static int three(String key) {
        return (int) Words.key(key);
    }

    /**
     * Takes the place of a frame among bytes, and reads its header.
     *
     * @param start of {@code ##}
     * @param segment first byte behind the length
     * @param end behind the segment, where the CRC stands
     * @param finish behind the CRC
     * @param declared length as it stands, −1 where it is none
     * @param sent the CRC as it stands, −1 where it is none
     * @param computed the CRC of the segment
     * @param found deviations of the framing, as bits
     * @param plain whether the segment is all ASCII
     */
    void take(
            byte[] bytes,
            int start,
            int segment,
            int end,
            int finish,
            int declared,
            int sent,
            int computed,
            long found,
            boolean plain) {
        this.bytes = bytes;
        this.start = start;
        this.segment = segment;
        this.end = end;
        this.finish = finish;
        this.declared = declared;
        this.sent = sent;
        this.computed = computed;
        deviations = found;
        qn = qnEnd = st = stEnd = pw = pwEnd = mn = mnEnd = segment;
        cn = flag = pnum = pno = -1;
        resent = false;
        cp = cpEnd = end;
        if (found != 0) {
            placeFraming();
        }
        int seen = header(segment, 0);
        if (seen != (QN_SEEN | ST_SEEN | CN_SEEN | PW_SEEN | MN_SEEN | FLAG_SEEN | CP_SEEN)) {
            missing(seen);
        }
        if (end - segment > SEGMENT_LIMIT) {
            deviate(Deviation.LENGTH_OVER_LIMIT, segment);
        }
        if (cpEnd - cp > CP_LIMIT) {
            deviate(Deviation.CP_OVER_LIMIT, cp);
        }
        if (!plain) {
            characters();
        }
        items.rewind();
    }

    private void placeFraming() {
        for (long left = deviations; left != 0; left &= left - 1) {
            int ordinal = Long.numberOfTrailingZeros(left);
            places[ordinal] = ordinal <= Deviation.LENGTH_OVER_LIMIT.ordinal() ? start + 2 : end;
        }
    }

    // ---- Header: by key, whatever the order (6.3.2) ----

    private int header(int from, int before) {
        byte[] bytes = this.bytes;
        int end = this.end;
        int at = from;
        int seen = before;
        while (at < end) {
            long word = Words.from(bytes, at);
            int key = (int) word & 0xFFFFFF;
            int bit;
            int value = at + 3;
            if (key == QN) {
                bit = QN_SEEN;
            } else if (key == ST) {
                bit = ST_SEEN;
            } else if (key == CN) {
                bit = CN_SEEN;
            } else if (key == PW) {
                bit = PW_SEEN;
            } else if (key == MN) {
                bit = MN_SEEN;
            } else if ((word & FIVE) == FLAG) {
                bit = FLAG_SEEN;
                value = at + 5;
            } else if (key == CP) {
                return (seen & CP_SEEN) == 0 ? content(at + 3, seen | CP_SEEN) : seen;
            } else if ((word & FIVE) == PNUM) {
                bit = PNUM_SEEN;
                value = at + 5;
            } else if ((int) word == PNO) {
                bit = PNO_SEEN;
                value = at + 4;
            } else if (key == RF) {
                bit = RF_SEEN;
            } else {
                at = strange(at);
                continue;
            }
            int stop = Words.find(bytes, value, end, (byte) ';');
            int next = stop + 1;
            if (!field(bit, value, stop)) {
                // Not what belongs there: another separator than ';' may have been meant to end it.
                int early = separated(value, stop);
                if (early < stop) {
                    next = bytes[early] == ',' ? early + 1 : early;
                    deviate(Deviation.SEPARATOR, early);
                    stop = early;
                    if (!field(bit, value, stop)) {
                        form(bit, value);
                    }
                } else {
                    form(bit, value);
                }
            }
            if (bit <= seen) {
                // Bits rise in the order of the standard; RF, which has no place that we know of, may stand anywhere.
                if ((seen & bit) != 0) {
                    deviate(Deviation.FIELD_TWICE, at);
                } else if (bit < Integer.highestOneBit(seen) && (seen & RF_SEEN) == 0) {
                    deviate(Deviation.ORDER, at);
                }
            }
            seen |= bit;
            at = next;
        }
        return seen;
    }

    /** Takes a value; whether it has the form the standard gives it. */
    private boolean field(int bit, int value, int stop) {
        switch (bit) {
            case QN_SEEN -> {
                qn = value;
                qnEnd = stop;
                return stop - value == 17
                        && (Words.others(Words.at(bytes, value)) | Words.others(Words.at(bytes, value + 8))) == 0
                        && isDigit(bytes[value + 16]);
            }
            case ST_SEEN -> {
                st = value;
                stEnd = stop;
                return stop - value == 2;
            }
            case CN_SEEN -> {
                cn = number(value, stop);
                return stop - value == 4 && cn >= 0;
            }
            case PW_SEEN -> {
                pw = value;
                pwEnd = stop;
                return stop - value == 6;
            }
            case MN_SEEN -> {
                mn = value;
                mnEnd = stop;
                return stop - value == 24
                        ? isUpperHex(Words.at(bytes, value))
                                && isUpperHex(Words.at(bytes, value + 8))
                                && isUpperHex(Words.at(bytes, value + 16))
                        : stop - value == 14 && separated(value, stop) == stop;
            }
            case FLAG_SEEN -> {
                flag = number(value, stop);
                if (flag > 255) {
                    flag = -1;
                }
                return flag >= 0;
            }
            case PNUM_SEEN -> {
                pnum = number(value, stop);
                return pnum >= 0;
            }
            case PNO_SEEN -> {
                pno = number(value, stop);
                return pno >= 0;
            }
            default -> {
                resent = stop - value == 1 && bytes[value] == '1';
                return stop - value == 1;
            }
        }
    }

    private void form(int bit, int value) {
        switch (bit) {
            case QN_SEEN -> deviate(Deviation.QN_FORM, value);
            case ST_SEEN -> deviate(Deviation.ST_FORM, value);
            case CN_SEEN -> deviate(Deviation.CN_FORM, value);
            case PW_SEEN -> deviate(Deviation.PW_FORM, value);
            case MN_SEEN -> deviate(mnEnd == mn ? Deviation.MN_MISSING : Deviation.MN_FORM, value);
            case FLAG_SEEN -> deviate(Deviation.FLAG_FORM, value);
            case PNUM_SEEN, PNO_SEEN -> deviate(Deviation.PART_NUMBER, value);
            default -> deviate(Deviation.FIELD_UNKNOWN, value);
        }
    }

    /** Where a field ends that no semicolon ends: at a comma before the next key, or where {@code CP=&} follows at once. */
    private int separated(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == ',' || bytes[at] == 'C' && at + 4 <= to && Field.matches(bytes, at, "CP=&")) {
                return at;
            }
        }
        return to;
    }

    private int strange(int at) {
        if (bytes[at] == ' ') {
            deviate(Deviation.BLANK, at);
            return at + 1;
        }
        if (bytes[at] == ';') {
            deviate(Deviation.SEPARATOR, at);
            return at + 1;
        }
        deviate(Deviation.FIELD_UNKNOWN, at);
        int stop = Words.find(bytes, at, end, (byte) ';');
        for (int i = at; i + 4 <= stop; i++) {
            if (bytes[i] == 'C' && Field.matches(bytes, i, "CP=&")) {
                deviate(Deviation.SEPARATOR, i);
                return i;
            }
        }
        return stop + 1;
    }

    private int content(int from, int seen) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            deviate(Deviation.BLANK, at);
            at++;
        }
        if (at + 1 < end && bytes[at] == '&' && bytes[at + 1] == '&') {
            cp = at + 2;
        } else {
            deviate(Deviation.CP_OPENING, at);
            cp = at < end && bytes[at] == '&' ? at + 1 : at;
        }
        if (end - 2 >= cp && bytes[end - 1] == '&' && bytes[end - 2] == '&') {
            cpEnd = end - 2;
            return seen;
        }
        for (int close = end - 2; close >= cp; close--) {
            if (bytes[close] == '&' && bytes[close + 1] == '&') {
                cpEnd = close;
                return afterContent(close + 2, seen);
            }
        }
        cpEnd = end;
        deviate(Deviation.NOT_CLOSED, end);
        return seen;
    }

    private int afterContent(int from, int seen) {
        int at = from;
        while (at < end && (bytes[at] == ';' || bytes[at] == ' ')) {
            at++;
        }
        if (at == end) {
            deviate(Deviation.STRAY_SEPARATOR, from);
            return seen;
        }
        deviate(Deviation.FIELD_AFTER_CP, at);
        return header(at, seen);
    }

    private void missing(int seen) {
        if ((seen & QN_SEEN) == 0) {
            deviate(Deviation.QN_MISSING, segment);
        }
        if ((seen & ST_SEEN) == 0) {
            deviate(Deviation.ST_FORM, segment);
        }
        if ((seen & CN_SEEN) == 0) {
            deviate(Deviation.CN_FORM, segment);
        }
        if ((seen & PW_SEEN) == 0) {
            deviate(Deviation.PW_FORM, segment);
        }
        if ((seen & MN_SEEN) == 0) {
            deviate(Deviation.MN_MISSING, segment);
        }
        if ((seen & FLAG_SEEN) == 0) {
            deviate(Deviation.FLAG_MISSING, segment);
        }
        if ((seen & CP_SEEN) == 0) {
            deviate(Deviation.CP_MISSING, end);
        }
        boolean numbered = (seen & (PNUM_SEEN | PNO_SEEN)) != 0;
        if (numbered && (pno < 1 || pno > pnum)) {
            deviate(Deviation.PART_NUMBER, segment);
        }
        if (numbered != (flag >= 0 && (flag & 2) != 0)) {
            deviate(Deviation.PART_FLAG, segment);
        }
    }

    // ---- What is no ASCII ----

    private void characters() {
        int characters = Characters.utf8(bytes, segment, end);
        boolean encrypted = characters < 0 && version() == Version.V2025 && Characters.utf8(bytes, segment, cp) >= 0;
        if (encrypted) {
            deviate(Deviation.ENCRYPTED, cp);
            return;
        }
        if (characters < 0) {
            deviate(Deviation.ENCODING, segment);
            characters = Characters.gbk(bytes, segment, end);
        }
        if (has(Deviation.LENGTH_WRONG) && characters == declared) {
            deviations &= ~Deviation.LENGTH_WRONG.bit();
            deviate(Deviation.LENGTH_IN_CHARACTERS, start + 2);
        }
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isUpperHex(long word) {
        long low = word & ~Words.HIGHS;
        long letters = low + 0x3F3F3F3F3F3F3F3FL & ~(low + 0x3939393939393939L);
        return (Words.others(word) & ~(letters & ~word)) == 0;
    }

    /** Digits only, at most nine; −1: not a number. */
    private int number(int from, int to) {
        if (to <= from || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return -1;
            }
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    void deviate(Deviation deviation, int at) {
        if ((deviations & deviation.bit()) == 0) {
            deviations |= deviation.bit();
            places[deviation.ordinal()] = at;
        }
    }

    // ---- What the header says ----

    /** Request number, a time to the millisecond; null where there is none. Not always 17 digits: see {@link #qnNumber}. */
    public @Nullable String qn() {
        return qnEnd == qn ? null : ascii(qn, qnEnd);
    }

    /** The request number {@code yyyyMMddHHmmssSSS} as one number; −1 where it has not 17 digits. */
    public long qnNumber() {
        if (qnEnd - qn != 17) {
            return -1;
        }
        long first = Words.at(bytes, qn);
        long second = Words.at(bytes, qn + 8);
        if ((Words.others(first) | Words.others(second)) != 0 || !isDigit(bytes[qn + 16])) {
            return -1;
        }
        return (Words.number(first) * 100_000_000L + Words.number(second)) * 10 + bytes[qn + 16] - '0';
    }

    /** System type, two characters (table 5): 31 air source, 32 water source, 91 between systems …; null: none. */
    public @Nullable String st() {
        return stEnd == st ? null : ascii(st, stEnd);
    }

    public boolean isSt(String code) {
        return equal(st, stEnd, code);
    }

    /** Command (table 9); −1 where it is no number. */
    public int cn() {
        return cn;
    }

    public @Nullable String pw() {
        return pwEnd == pw ? null : ascii(pw, pwEnd);
    }

    public boolean isPw(String password) {
        return equal(pw, pwEnd, password);
    }

    /** Which device speaks; null: none. */
    public @Nullable String mn() {
        return mnEnd == mn ? null : ascii(mn, mnEnd);
    }

    public boolean isMn(String code) {
        return equal(mn, mnEnd, code);
    }

    /** 0 to 255, −1 where there is none (6.3.2). */
    public int flag() {
        return flag;
    }

    public Version version() {
        return Version.ofFlag(flag);
    }

    /** Bit A of Flag. Never true of an answer, even if the device says so: answering those would never end. */
    public boolean wantsAnswer() {
        return flag >= 0 && (flag & 1) != 0 && (cn < 9011 || cn > 9014);
    }

    /** Whether this is one of several packets: PNUM and PNO stand there, with or without bit D of Flag. */
    public boolean isPart() {
        return pnum > 1 && pno >= 1 && pno <= pnum;
    }

    /** How many packets; −1: not said. */
    public int pnum() {
        return pnum;
    }

    /** Which of them, from 1; −1: not said. */
    public int pno() {
        return pno;
    }

    /** {@code RF=1}: sent again, later (HJ 212-2025). */
    public boolean isResent() {
        return resent;
    }

    /** The data, from the first item; the same object each time. */
    public Items items() {
        items.rewind();
        return items;
    }

    // ---- The frame itself ----

    /** The array in which this frame lies; not to be changed, and only valid as long as the frame. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where {@code ##} stands in {@link #bytes()}. */
    public int from() {
        return start;
    }

    /** Behind the CRC. The line end is no part of the frame: it may come later or never. */
    public int to() {
        return finish;
    }

    public int segmentFrom() {
        return segment;
    }

    public int segmentTo() {
        return end;
    }

    /** First byte behind {@code CP=&&}. */
    public int contentFrom() {
        return cp;
    }

    /** The closing {@code &&}. */
    public int contentTo() {
        return cpEnd;
    }

    /** The length as it stands; −1 where there is no number. */
    public int declaredLength() {
        return declared;
    }

    /** The CRC as it stands; −1 where it is none. */
    public int crcSent() {
        return sent;
    }

    /** The CRC of the segment as it came. */
    public int crcComputed() {
        return computed;
    }

    /** The bytes from {@code ##} to the CRC. */
    public byte[] copy() {
        byte[] copy = new byte[finish - start];
        System.arraycopy(bytes, start, copy, 0, copy.length);
        return copy;
    }

    // ---- Diagnosis ----

    /** What deviates in framing and header, and in as many items as were read so far. */
    public boolean has(Deviation deviation) {
        return (deviations & deviation.bit()) != 0;
    }

    public boolean isAccepted(Reading reading) {
        return reading == Reading.LENIENT || (deviations & Deviation.REFUSED) == 0;
    }

    /** Everything that deviates, data included, in the order of {@link Deviation}. Reads all items. */
    public List<Finding> diagnose() {
        Items all = items();
        Set<String> names = new HashSet<>();
        while (all.next()) {
            all.check();
            if (!names.add(all.name())) {
                deviate(Deviation.NAME_TWICE, all.nameFrom());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (long left = deviations; left != 0; left &= left - 1) {
            int ordinal = Long.numberOfTrailingZeros(left);
            int at = Math.clamp(places[ordinal], start, finish);
            findings.add(new Finding(Deviation.at(ordinal), at - start, value(Deviation.at(ordinal), at)));
        }
        items.rewind();
        return findings;
    }

    /** What is shown of a deviation: the field or group it stands in; nothing of what is not there, nor of a password. */
    private String value(Deviation deviation, int at) {
        return switch (deviation) {
            case QN_MISSING, MN_MISSING, FLAG_MISSING, CP_MISSING, PW_FORM -> "";
            default -> {
                int stop = Words.find(bytes, Math.min(at + 1, finish), finish, (byte) ';');
                yield SECRET.matcher(text(at, Math.min(stop, at + SHOWN))).replaceAll("$1=******");
            }
        };
    }

    /** Bytes of this frame as text: UTF-8, or GB 18030 where they are no UTF-8, as some devices send it. */
    String text(int from, int to) {
        Charset charset = has(Deviation.ENCODING) ? Characters.GB18030 : StandardCharsets.UTF_8;
        return new String(bytes, from, to - from, charset);
    }

    private String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private boolean equal(int from, int to, String text) {
        return to - from == text.length() && Field.matches(bytes, from, text);
    }

    /** As it came, without line end. */
    @Override
    public String toString() {
        return text(start, finish);
    }
}
