package org.luheng.hj212;

/**
 * The check of a frame, “ANSI CRC16” of HJ 212-2017 appendix A: 16 bits, over the bytes of the data segment.
 *
 * <p>Unlike the CRC of Modbus, with which it shares the polynomial, it throws the low byte of its state away with each byte read.
 * What is left of the state is one byte, and the map from one state to the next is linear over GF(2) and the identity when done
 * eight times. Hence a byte counts only by its place modulo 8, and a segment may be folded, eight bytes at a time, by
 * exclusive or; tables are needed for the last eight bytes only. It also follows that there are but 256 values, and that two
 * equal changes eight places apart go unseen: the check is weaker than its length suggests.
 */
public final class Crc {
    /** Of no bytes at all. */
    public static final int OF_NOTHING = 0xFFFF;

    private static final int POLYNOMIAL = 0xA001;

    /** What a byte in lane j (0 the first of eight) adds to the high byte: the step of the state, 8 − j times. */
    private static final byte[] LANES = new byte[8 * 256];

    /** The whole value, by its high byte. */
    private static final char[] WHOLE = new char[256];

    private static final char[] STEP = new char[256];

    static {
        for (int state = 0; state < 256; state++) {
            int value = state;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            STEP[state] = (char) value;
            WHOLE[value >>> 8] = (char) value;
        }
        for (int state = 0; state < 256; state++) {
            int value = state;
            for (int lane = 7; lane >= 0; lane--) {
                value = STEP[value] >>> 8;
                LANES[lane * 256 + state] = (byte) value;
            }
        }
    }

    private Crc() {}

    /** The check of the bytes from {@code from} to before {@code to}. */
    public static int of(byte[] bytes, int from, int to) {
        if (from == to) {
            return OF_NOTHING;
        }
        long sum = Words.lead(bytes, from, to);
        int at = from + (to - from & 7);
        for (; at <= to - 32; at += 32) {
            sum ^= Words.at(bytes, at) ^ Words.at(bytes, at + 8) ^ Words.at(bytes, at + 16) ^ Words.at(bytes, at + 24);
        }
        for (; at < to; at += 8) {
            sum ^= Words.at(bytes, at);
        }
        return ofSum(sum, to - from);
    }

    /** The check of so many bytes whose words, the last one ending with the last byte, have this exclusive or. */
    static int ofSum(long sum, int length) {
        // The state begins as FF, which is as good as a first byte changed by FF.
        long all = sum ^ 0xFFL << ((8 - (length & 7) & 7) << 3);
        int high = LANES[(int) all & 0xFF]
                ^ LANES[256 | (int) (all >>> 8) & 0xFF]
                ^ LANES[512 | (int) (all >>> 16) & 0xFF]
                ^ LANES[768 | (int) (all >>> 24) & 0xFF]
                ^ LANES[1024 | (int) (all >>> 32) & 0xFF]
                ^ LANES[1280 | (int) (all >>> 40) & 0xFF]
                ^ LANES[1536 | (int) (all >>> 48) & 0xFF]
                ^ LANES[1792 | (int) (all >>> 56)];
        return WHOLE[high & 0xFF];
    }

    /** The value with two further bytes added: what a frame has whose closing {@code &&} was left out. */
    static int and(int crc, int first, int second) {
        int state = STEP[crc >>> 8 ^ first] >>> 8;
        return STEP[state ^ second];
    }

    /** The CRC of Modbus over the same bytes, which devices are known to send by mistake. */
    static int modbus(byte[] bytes, int from, int to) {
        int value = 0xFFFF;
        for (int at = from; at < to; at++) {
            value = value >>> 8 ^ STEP[(value ^ bytes[at]) & 0xFF];
        }
        return value;
    }
}
