package org.luheng.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

/**
 * One row of a facts file, filled anew for each record. Cells repeat by the thousand, so their strings are kept and given
 * again: that is most of what reading fast needs.
 */
final class FactRow extends CsvCallbackHandler<FactRow> {
    static final int LONGEST_CELL = 1_000;
    private static final int MOST_CELLS = 64;
    private static final int MOST_KEPT = 1 << 15;

    private final String[] cells = new String[MOST_CELLS];
    private final boolean[] clean = new boolean[MOST_CELLS];
    private final String[] kept = new String[MOST_KEPT * 2];
    private int keptCount;
    private int count;
    private int line;
    private int tooLong;
    private int strange;
    private boolean empty;

    /** From 0; a cell beyond {@value #MOST_CELLS} is counted and not kept. */
    String cell(int at) {
        return cells[at];
    }

    int count() {
        return count;
    }

    int line() {
        return line;
    }

    boolean isEmpty() {
        return empty;
    }

    /** Position of the first cell over the limit, −1: none. */
    int tooLong() {
        return tooLong;
    }

    /** Position of the first cell with a control character, −1: none. */
    int strange() {
        return strange;
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = Math.toIntExact(startingLine);
        count = 0;
        tooLong = -1;
        strange = -1;
        empty = false;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (count < MOST_CELLS) {
            if (length > LONGEST_CELL && tooLong < 0) {
                tooLong = count;
            }
            cells[count] = word(buffer, offset, Math.min(length, LONGEST_CELL));
        }
        count++;
    }

    private String word(char[] buffer, int offset, int length) {
        int start = offset;
        int end = offset + length;
        while (start < end && isBlank(buffer[start])) {
            start++;
        }
        while (end > start && isBlank(buffer[end - 1])) {
            end--;
        }
        if (start == end) {
            clean[count] = true;
            return "";
        }
        String above = cells[count];
        if (above != null && clean[count] && same(above, buffer, start, end)) {
            return above;
        }
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + buffer[at];
        }
        int slot = (hash ^ hash >>> 16) & kept.length - 1;
        while (kept[slot] != null) {
            if (same(kept[slot], buffer, start, end)) {
                clean[count] = true;
                return kept[slot];
            }
            slot = slot + 1 & kept.length - 1;
        }
        String word = new String(buffer, start, end - start);
        clean[count] = Characters.firstInvisible(word) < 0;
        if (!clean[count]) {
            strange = strange < 0 ? count : strange;
        } else if (keptCount < MOST_KEPT) {
            kept[slot] = word;
            keptCount++;
        }
        return word;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\u3000' || character == '\u00A0';
    }

    private static boolean same(String word, char[] buffer, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) != buffer[start + at]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are not read");
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected FactRow buildRecord() {
        return this;
    }
}
