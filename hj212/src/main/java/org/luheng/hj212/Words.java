package org.luheng.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first of them the lowest. */
final class Words {
    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;
    private static final long DIGITS = 0x3030303030303030L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /** The eight bytes at this place; all of them must be there. */
    static long at(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** As {@link #at}; beyond the end of the array there are zeros. */
    static long from(byte[] bytes, int at) {
        return at <= bytes.length - 8 ? (long) WORD.get(bytes, at) : last(bytes, at);
    }

    private static long last(byte[] bytes, int at) {
        long word = 0;
        for (int i = Math.min(bytes.length - at, 8) - 1; i >= 0; i--) {
            word = word << 8 | bytes[at + i] & 0xFF;
        }
        return word;
    }

    /** The bytes that are left over at the front when the rest is cut into words: in the upper lanes, zeros below. */
    static long lead(byte[] bytes, int from, int to) {
        int count = to - from & 7;
        if (count == 0) {
            return 0;
        }
        return from(bytes, from) << (8 - count << 3);
    }

    /** The high bit of each byte that is zero; exact up to the first one. */
    static long zeros(long word) {
        return word - ONES & ~word & HIGHS;
    }

    /** The high bit of each byte that is not 0 to 9. */
    static long others(long word) {
        long digits = word ^ DIGITS;
        return ((digits & ~HIGHS) + 0x7676767676767676L | digits) & HIGHS;
    }

    /** Up to eight digits, the first in the lowest byte, moved up so that the last is in the highest; zeros below. */
    static long number(long digits) {
        long pairs = (digits & 0x0F0F0F0F0F0F0F0FL) * 2561 >>> 8;
        long fours = (pairs & 0x00FF00FF00FF00FFL) * 6553601 >>> 16;
        return (fours & 0x0000FFFF0000FFFFL) * 42949672960001L >>> 32;
    }

    /** Where this byte is first, or {@code to}. */
    static int find(byte[] bytes, int from, int to, byte wanted) {
        long pattern = (wanted & 0xFF) * ONES;
        int at = from;
        while (at < to) {
            long hits = zeros(from(bytes, at) ^ pattern);
            if (hits != 0) {
                return Math.min(to, at + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
            at += 8;
        }
        return to;
    }

    /** Up to eight characters as one number; what is longer has none: 0. */
    static long key(String name) {
        if (name.length() > 8) {
            return 0;
        }
        long key = 0;
        for (int i = name.length() - 1; i >= 0; i--) {
            key = key << 8 | name.charAt(i) & 0xFF;
        }
        return key;
    }
}
