package org.luheng.hj212;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames in a stream of bytes, in whatever pieces it comes (6.3.1: {@code ##}, length, segment, CRC, line end).
 *
 * <p>The length is believed first: the encrypted content of HJ 212-2025 may hold anything, {@code ##}, {@code &&} and line ends
 * included. A frame is handed on with the last digit of its CRC; nobody waits for a line end. Where length and CRC do not agree,
 * the end is looked for: an ending that the CRC confirms, a complete frame within, the line end. What cannot be read is
 * skipped and counted, up to the next {@code ##}.
 *
 * <p>Any cutting of the stream gives the same frames and the same counts. Memory is bounded: about the limit for one segment. For
 * one thread; holds bytes of one connection.
 */
public final class Framing {
    /** What a length of four digits can announce. */
    public static final int LONGEST = 9999;

    private static final int AROUND = 16;
    private static final int FIRST_ROOM = 2048;
    private static final long SMALL = 0x26 * Words.ONES;

    private static final long TEXT = 0x7F * Words.ONES;

    private static final int NEED = -1;

    /** Is told of bytes that became no frame; for evidence. */
    public interface Waste {
        /**
         * Noise comes in the pieces it was read in; a broken frame comes whole.
         *
         * @param bytes not to be kept or changed
         */
        void skipped(byte[] bytes, int from, int to, Skipped reason);
    }

    private final int limit;
    private final Waste waste;
    private final Frame frame = new Frame();
    private final long[] skipped = new long[Skipped.values().length];

    private byte[] held = {};
    private int from;
    private int to;

    /** Behind a frame, whose line end may follow. */
    private boolean afterFrame;
    /** How far the frame that is waited for was searched for an earlier end, counted from its {@code ##}. */
    private int searched;
    /** The last {@code ##} met in that search; 0: none. */
    private int lastMark;

    private long frames;
    private long oddLineEnds;
    private boolean given;
    private Skipped reason = Skipped.NOISE;

    /** A segment of up to 9999 bytes is waited for. */
    public Framing() {
        this(LONGEST);
    }

    /** @param limit how long a segment may be, 32 to 9999 bytes; the standard says 1024 */
    public Framing(int limit) {
        this(limit, (bytes, from, to, reason) -> {});
    }

    /** @param waste is told of what is skipped */
    public Framing(int limit, Waste waste) {
        if (limit < 32 || limit > LONGEST) {
            throw new IllegalArgumentException("limit must be 32 to " + LONGEST + ": " + limit);
        }
        this.limit = limit;
        this.waste = waste;
    }

    /** The one frame that these bytes are; null where they hold none. For tests, tools and first steps: it allocates. */
    public static @Nullable Frame only(byte[] bytes) {
        Framing framing = new Framing();
        boolean[] found = {false};
        byte[] copy = bytes.clone();
        framing.settled(copy, copy.length, frame -> found[0] = true);
        return found[0] ? framing.frame : null;
    }

    private void settled(byte[] bytes, int length, Consumer<Frame> taker) {
        work(bytes, 0, length, true, taker);
    }

    /** As {@link #read(byte[], int, int, Consumer)}, the whole array. */
    public void read(byte[] bytes, Consumer<Frame> taker) {
        read(bytes, 0, bytes.length, taker);
    }

    /**
     * Takes the next bytes of the stream and hands on what is complete. The array is not kept and not changed.
     *
     * @param taker gets a view that is valid until it returns
     */
    public void read(byte[] bytes, int start, int end, Consumer<Frame> taker) {
        int at = start;
        while (to > from) {
            // Something is waiting: as much as fits goes behind it.
            int count = Math.min(end - at, limit + AROUND);
            if (count == 0) {
                return;
            }
            room(count);
            System.arraycopy(bytes, at, held, to, count);
            to += count;
            at += count;
            from = work(held, from, to, false, taker);
            if (to - from <= count) {
                // All that is left came with this call: go on where it came from.
                at -= to - from;
                from = to = 0;
                break;
            }
        }
        int rest = work(bytes, at, end, false, taker);
        if (rest < end) {
            room(end - rest);
            System.arraycopy(bytes, rest, held, 0, end - rest);
            from = 0;
            to = end - rest;
        }
    }

    /**
     * Nothing more will come for now: the peer is silent, or gone. Decides about what is waiting; what can be read is handed on, the
     * rest is skipped. The stream may go on afterwards.
     */
    public void settle(Consumer<Frame> taker) {
        work(held, from, to, true, taker);
        from = to = 0;
    }

    /** How many bytes are waiting for more. */
    public int waiting() {
        return to - from;
    }

    /** How many frames were handed on. */
    public long frames() {
        return frames;
    }

    /** How many bytes became no frame for this reason. Line ends behind frames are not among them. */
    public long skipped(Skipped reason) {
        return skipped[reason.ordinal()];
    }

    /** How many frames were not followed by CR LF (6.3.1): known only when the next byte comes. */
    public long oddLineEnds() {
        return oddLineEnds;
    }

    private void room(int count) {
        if (held.length - to >= count) {
            return;
        }
        int length = to - from;
        byte[] target = held;
        if (held.length < length + count) {
            int wanted = Math.max(FIRST_ROOM, Integer.highestOneBit(length + count - 1) << 1);
            target = new byte[wanted];
        }
        System.arraycopy(held, from, target, 0, length);
        held = target;
        from = 0;
        to = length;
    }

    // ---- From frame to frame ----

    /** @return from where on bytes are to be kept */
    private int work(byte[] bytes, int start, int end, boolean settled, Consumer<Frame> taker) {
        int at = start;
        while (at < end) {
            if (afterFrame) {
                int line = lineEnd(bytes, at, end, settled);
                if (line == NEED) {
                    return at;
                }
                at += line;
                afterFrame = false;
                continue;
            }
            if (bytes[at] != '#') {
                int mark = Words.find(bytes, at, end, (byte) '#');
                skip(Skipped.NOISE, bytes, at, mark);
                at = mark;
                continue;
            }
            if (at + 1 == end && !settled) {
                return at;
            }
            if (at + 1 == end || bytes[at + 1] != '#') {
                skip(Skipped.NOISE, bytes, at, at + 1);
                at++;
                continue;
            }
            given = false;
            int next = decide(bytes, at, end, settled);
            if (next == NEED) {
                return at;
            }
            searched = 0;
            lastMark = 0;
            if (given) {
                frames++;
                afterFrame = true;
                taker.accept(frame);
            } else {
                skip(reason, bytes, at, next);
            }
            at = next;
        }
        return at;
    }

    private void skip(Skipped why, byte[] bytes, int start, int end) {
        skipped[why.ordinal()] += end - start;
        waste.skipped(bytes, start, end, why);
    }

    /** How many bytes of line end stand here; another one than CR LF, or none, is counted. */
    private int lineEnd(byte[] bytes, int at, int end, boolean settled) {
        byte first = bytes[at];
        if (first == '\r') {
            if (at + 1 == end && !settled) {
                return NEED;
            }
            if (at + 1 < end && bytes[at + 1] == '\n') {
                return 2;
            }
            oddLineEnds++;
            return 1;
        }
        oddLineEnds++;
        return first == '\n' ? 1 : 0;
    }

    // ---- One frame ----

    private int skipTo(int at, Skipped why) {
        reason = why;
        return at;
    }

    /**
     * @param p where {@code ##} stands
     * @return behind the frame that was found ({@code given}), behind what is skipped, or {@link #NEED}
     */
    private int decide(byte[] bytes, int p, int end, boolean settled) {
        int at = p + 2;
        int declared = 0;
        while (at < end && at < p + 8 && bytes[at] >= '0' && bytes[at] <= '9') {
            declared = declared * 10 + bytes[at] - '0';
            at++;
        }
        if (at == end && at < p + 8 && !settled) {
            return NEED;
        }
        int digits = at - p - 2;
        if (digits == 0) {
            return skipTo(p + 1, Skipped.NOISE);
        }
        long found = digits == 4 ? 0 : Deviation.LENGTH_DIGITS.bit();
        if (declared == 0 || declared > limit) {
            return unconfirmed(bytes, p, at, declared, end, settled, found | Deviation.LENGTH_WRONG.bit());
        }
        int e = at + declared;
        if (e + 4 > end) {
            int early = earlier(bytes, p, at, e, end, found, declared);
            if (early != NEED || !settled) {
                return early;
            }
            return unconfirmed(bytes, p, at, declared, end, true, found | Deviation.LENGTH_WRONG.bit());
        }
        long sum = Words.lead(bytes, at, e);
        long any = sum;
        // Something below '&' is no ordinary text: a mark, a line end, a blank, or not text at all.
        int head = declared & 7;
        long filled = sum | (1L << (8 - head << 3)) - 1 & TEXT;
        long small = head == 0 ? 0 : filled - SMALL & ~filled & Words.HIGHS;
        for (int word = at + head; word < e; word += 8) {
            long eight = Words.at(bytes, word);
            sum ^= eight;
            any |= eight;
            small |= eight - SMALL & ~eight & Words.HIGHS;
        }
        boolean plain = (any & Words.HIGHS) == 0;
        int computed = Crc.ofSum(sum, declared);
        int sent = hex(bytes, e, 4);
        if (small != 0 || sent < 0) {
            int early = earlier(bytes, p, at, e, e + 4, found, declared);
            if (early != NEED) {
                return early;
            }
        }
        if (sent == computed) {
            found |= letters(bytes, e, 4);
            return give(bytes, p, at, e, e + 4, declared, sent, computed, found, plain);
        }
        if (bytes[e - 1] == '&' && bytes[e - 2] == '&') {
            int length = sent >= 0 ? 4 : shortHex(bytes, e, e + 4);
            if (length > 0) {
                return checked(bytes, p, at, e, length, declared, computed, found, plain);
            }
        }
        return unconfirmed(bytes, p, at, declared, end, settled, found | Deviation.LENGTH_WRONG.bit());
    }

    private int give(
            byte[] bytes,
            int p,
            int segment,
            int e,
            int finish,
            int declared,
            int sent,
            int computed,
            long found,
            boolean plain) {
        frame.take(bytes, p, segment, e, finish, declared, sent, computed, found, plain);
        given = true;
        return finish;
    }

    /** A frame whose end is known, with a CRC of this length that may be wrong. */
    private int checked(
            byte[] bytes,
            int p,
            int segment,
            int e,
            int length,
            int declared,
            int computed,
            long before,
            boolean plain) {
        long found = before;
        int sent = hex(bytes, e, length);
        if (length < 4) {
            found |= Deviation.CRC_SHORT.bit();
        }
        found |= letters(bytes, e, length);
        if (sent != computed) {
            boolean modbus = sent == Crc.modbus(bytes, segment, e);
            found |= (modbus ? Deviation.CRC_MODBUS : Deviation.CRC_WRONG).bit();
        }
        return give(bytes, p, segment, e, e + length, declared, sent, computed, found, plain);
    }

    /**
     * Whether, before the announced end, another one is proved: a line end or the next frame behind a CRC that fits what came so far,
     * or behind a complete frame within. Depends on the bytes up to there only, not on how many have come.
     */
    private int earlier(byte[] bytes, int p, int segment, int e, int available, long found, int declared) {
        int bound = Math.min(available, e + 4);
        int at = Math.max(p + searched, segment + 4);
        int mark = lastMark == 0 ? 0 : p + lastMark;
        for (; at < bound; at++) {
            byte b = bytes[at];
            if (b >= '&' || b != '\r' && b != '\n' && b != '#') {
                continue;
            }
            if (b == '#') {
                if (at + 1 == bound) {
                    break;
                }
                if (bytes[at + 1] != '#') {
                    continue;
                }
            }
            int s = at - 4;
            boolean closed = s - 2 > segment && s != e && bytes[s - 1] == '&' && bytes[s - 2] == '&';
            int sent = closed ? hex(bytes, s, 4) : -1;
            if (sent >= 0) {
                if (Crc.of(bytes, segment, s) == sent) {
                    return checked(
                            bytes,
                            p,
                            segment,
                            s,
                            4,
                            declared,
                            sent,
                            found | Deviation.LENGTH_WRONG.bit(),
                            isPlain(bytes, segment, s));
                }
                if (mark != 0 && isFrame(bytes, mark, s, sent)) {
                    return skipTo(mark, Skipped.BROKEN);
                }
            }
            if (b == '#') {
                mark = at;
            }
        }
        searched = at - p;
        lastMark = mark == 0 ? 0 : mark - p;
        return NEED;
    }

    private static boolean isFrame(byte[] bytes, int mark, int s, int sent) {
        int length = 0;
        for (int i = mark + 2; i < mark + 6; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
            length = length * 10 + bytes[i] - '0';
        }
        return mark + 6 + length == s && Crc.of(bytes, mark + 6, s) == sent;
    }

    /** Nothing fits: the line end, or the next frame, is taken for the end. */
    private int unconfirmed(byte[] bytes, int p, int at, int declared, int end, boolean settled, long found) {
        int furthest = at + limit + AROUND;
        int stop = at;
        while (stop < end && stop < furthest) {
            byte b = bytes[stop];
            if (b == '\r' || b == '\n') {
                break;
            }
            if (b == '#' || b == '\\') {
                if (stop + 1 == end) {
                    if (!settled) {
                        return NEED;
                    }
                } else if (bytes[stop + 1] == (b == '#' ? '#' : 'r')) {
                    break;
                }
            }
            stop++;
        }
        if (stop == furthest) {
            return skipTo(p + 2, Skipped.ENDLESS);
        }
        if (stop == end && !settled) {
            return NEED;
        }
        int segment = at < stop && bytes[at] == ';' ? at + 1 : at;
        int length = shortHexBefore(bytes, segment, stop);
        int e = stop - length;
        if (length > 0 && e - segment >= 8) {
            boolean plain = isPlain(bytes, segment, e);
            long stray = segment > at ? Deviation.STRAY_SEPARATOR.bit() : 0;
            if (bytes[e - 1] == '&' && bytes[e - 2] == '&') {
                long wrong = e - segment == declared ? found & ~Deviation.LENGTH_WRONG.bit() : found;
                return checked(bytes, p, segment, e, length, declared, Crc.of(bytes, segment, e), wrong | stray, plain);
            }
            if (bytes[e - 1] == ';' && bytes[e - 2] == '&' && bytes[e - 3] == '&') {
                long odd = found | Deviation.STRAY_SEPARATOR.bit();
                int computed = Crc.of(bytes, segment, e - 1);
                frame.take(bytes, p, segment, e - 1, stop, declared, hex(bytes, e, length), computed, odd, plain);
                given = true;
                if (hex(bytes, e, length) != computed) {
                    frame.deviate(Deviation.CRC_WRONG, e);
                }
                return stop;
            }
            if (length == 4 && opens(bytes, segment, e)) {
                int computed = Crc.and(Crc.of(bytes, segment, e), '&', '&');
                long wrong = e - segment + 2 == declared ? found & ~Deviation.LENGTH_WRONG.bit() : found;
                return checked(bytes, p, segment, e, 4, declared, computed, wrong, plain);
            }
        }
        return skipTo(stop, Skipped.BROKEN);
    }

    private static boolean opens(byte[] bytes, int from, int to) {
        for (int at = from; at + 5 <= to; at++) {
            if (bytes[at] == 'C' && Field.matches(bytes, at, "CP=&&")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    // ---- Digits of the CRC ----

    private static final byte[] HEX = new byte[256];

    static {
        Arrays.fill(HEX, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            HEX["0123456789ABCDEF".charAt(digit)] = (byte) digit;
            HEX["0123456789abcdef".charAt(digit)] = (byte) digit;
        }
    }

    private static int hex(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = at; i < at + length; i++) {
            int digit = HEX[bytes[i] & 0xFF];
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int shortHex(byte[] bytes, int at, int end) {
        int count = 0;
        while (at + count < end && HEX[bytes[at + count] & 0xFF] >= 0) {
            count++;
        }
        byte behind = at + count < end ? bytes[at + count] : 0;
        return behind == '\r' || behind == '\n' || behind == '#' ? count : 0;
    }

    private static int shortHexBefore(byte[] bytes, int from, int stop) {
        int count = 0;
        while (count < 4 && stop - count > from && HEX[bytes[stop - count - 1] & 0xFF] >= 0) {
            count++;
        }
        return count;
    }

    /** What is to be said of the letters among these digits. */
    private static long letters(byte[] bytes, int at, int length) {
        boolean lower = false;
        boolean upper = false;
        for (int i = at; i < at + length; i++) {
            lower |= bytes[i] >= 'a';
            upper |= bytes[i] >= 'A' && bytes[i] <= 'F';
        }
        if (!lower) {
            return 0;
        }
        return (upper ? Deviation.CRC_MIXED_CASE : Deviation.CRC_LOWER_CASE).bit();
    }
}
