package org.luheng.accounting;

import java.math.BigDecimal;

/**
 * The number of a fact in one {@code long}, exactly, so that sums over many facts need not go to each of them: its digits, its decimal
 * places, and whether it is a sample.
 */
public final class Packed {
    /** There is no fact. */
    public static final long NOTHING = Long.MIN_VALUE;

    /** There is one, but its number has too many digits: ask the fact. */
    public static final long LONG = Long.MIN_VALUE + 1;

    /** Digits that fit, whatever they are: 55 bits. */
    private static final int DIGITS = 16;

    private static final int PLACES = 127;
    private static final int SAMPLE = 128;

    private Packed() {}

    static long of(Fact fact) {
        long packed = of(fact.value());
        return packed == LONG || !fact.sample() ? packed : packed | SAMPLE;
    }

    /** The same of a number that is no fact: {@link #LONG} where it does not fit. */
    public static long of(BigDecimal number) {
        return number.precision() > DIGITS || number.scale() < 0 || number.scale() > PLACES
                ? LONG
                : number.unscaledValue().longValue() << 8 | number.scale();
    }

    /** Whether {@link #digits}, {@link #places} and {@link #isSample} may be asked. */
    public static boolean isNumber(long packed) {
        return packed > LONG;
    }

    /** Digits with their sign; of zero, 0. */
    public static long digits(long packed) {
        return packed >> 8;
    }

    public static int places(long packed) {
        return (int) packed & PLACES;
    }

    public static boolean isSample(long packed) {
        return (packed & SAMPLE) != 0;
    }
}
