package org.luheng.app.monitor.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in the binary format of COPY, in one growing array that is used again. */
final class CopyRows {
    /** Microseconds from 1970 to 2000, from which PostgreSQL counts. */
    private static final long EPOCH = 946_684_800_000_000L;

    private static final byte[] HEAD = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] bytes = new byte[1 << 16];
    private int length;

    void begin() {
        length = 0;
        raw(HEAD, HEAD.length);
    }

    void row(int columns) {
        room(2);
        putShort(columns);
    }

    void int2(int value) {
        room(6);
        putInt(2);
        putShort(value);
    }

    void int4(int value) {
        room(8);
        putInt(4);
        putInt(value);
    }

    /** @param micros since 1970 */
    void time(long micros) {
        room(12);
        putInt(8);
        putLong(micros - EPOCH);
    }

    /** The first so many of these bytes: bytea, or uuid where it is 16. */
    void bytes(byte[] value, int count) {
        room(4);
        putInt(count);
        raw(value, count);
    }

    void end() {
        room(2);
        putShort(-1);
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void raw(byte[] value, int count) {
        room(count);
        System.arraycopy(value, 0, bytes, length, count);
        length += count;
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    private void putShort(int value) {
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >> 16);
        putShort(value);
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }
}
