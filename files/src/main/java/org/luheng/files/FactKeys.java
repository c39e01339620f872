package org.luheng.files;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one file have already said: key to line and value. Keys are exact, two longs each, in open addressing, so
 * that a million rows take some 60 MB and not some 200.
 */
final class FactKeys {
    private static final int FIRST_SIZE = 1 << 16;

    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    private @Nullable BigDecimal[] values = new @Nullable BigDecimal[FIRST_SIZE];
    private int size;

    /**
     * @param line at least 1
     * @return the line that said something about this key before, 0: none did and this one is kept
     */
    int firstLine(long keyHigh, long keyLow, int line, BigDecimal value) {
        int slot = slot(keyHigh, keyLow);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        high[slot] = keyHigh;
        low[slot] = keyLow;
        lines[slot] = line;
        values[slot] = value;
        if (++size * 3 > lines.length * 2) {
            grow();
        }
        return 0;
    }

    @Nullable
    BigDecimal value(long keyHigh, long keyLow) {
        return values[slot(keyHigh, keyLow)];
    }

    private int slot(long keyHigh, long keyLow) {
        long mixed = (keyHigh * 0x9E3779B97F4A7C15L ^ keyLow) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (mixed >>> 33) & lines.length - 1;
        while (lines[slot] != 0 && (high[slot] != keyHigh || low[slot] != keyLow)) {
            slot = slot + 1 & lines.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldLines = lines;
        @Nullable BigDecimal[] oldValues = values;
        int length = oldLines.length * 2;
        high = new long[length];
        low = new long[length];
        lines = new int[length];
        values = Arrays.copyOf(new @Nullable BigDecimal[0], length);
        for (int at = 0; at < oldLines.length; at++) {
            if (oldLines[at] != 0) {
                int slot = slot(oldHigh[at], oldLow[at]);
                high[slot] = oldHigh[at];
                low[slot] = oldLow[at];
                lines[slot] = oldLines[at];
                values[slot] = oldValues[at];
            }
        }
    }
}
