package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, a class of water, or negative growth.
 *
 * @param value digits without separators, or the class
 * @param qualifier words in brackets between number and unit: 1150（粉煤制）千克/吨
 * @param kind of its unit, see {@code units.txt}; {@code class} and {@code growth} beside them; empty: no unit
 * @param after 以上, 以下, 左右 as comparator, null: none
 * @param to behind all of it
 */
record Quantity(
        int from,
        int to,
        String value,
        @Nullable String valueTo,
        String qualifier,
        String unit,
        String kind,
        @Nullable After after) {
    /** The comparator that follows a number. */
    enum After {
        ABOVE,
        BELOW,
        ABOUT
    }

    /** 100 %: nothing lies above. */
    boolean isWhole() {
        return value.equals("100") && unit.equals("%");
    }

    Quantity withUnit(String other, String otherKind, @Nullable After otherAfter) {
        return new Quantity(from, to, value, valueTo, qualifier, other, otherKind, after == null ? otherAfter : after);
    }
}
