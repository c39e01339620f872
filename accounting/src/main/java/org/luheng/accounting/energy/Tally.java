package org.luheng.accounting.energy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Packed;

/**
 * A decimal sum on its way, exact: a whole number of its last decimal place as long as that fits 64 bits, a {@link BigDecimal} from then
 * on. Has as many places as the longest of what was added. Not safe for several threads.
 */
final class Tally {
    /** Of ten. */
    private static final long[] POWERS = new long[19];

    /** What may be multiplied by the power of ten at the same place. */
    private static final long[] LIMITS = new long[POWERS.length];

    static {
        long power = 1;
        for (int at = 0; at < POWERS.length; at++, power *= 10) {
            POWERS[at] = power;
            LIMITS[at] = Long.MAX_VALUE / power;
        }
    }

    private long digits;
    private int places;

    /** The sum, once it does not fit. */
    private @Nullable BigDecimal beyond;

    void clear() {
        digits = 0;
        places = 0;
        beyond = null;
    }

    /** @param packed a number */
    void add(long packed) {
        add(Packed.digits(packed), Packed.places(packed));
    }

    /** @param packed a number */
    void subtract(long packed) {
        add(-Packed.digits(packed), Packed.places(packed));
    }

    void add(BigDecimal number) {
        long packed = Packed.of(number);
        if (Packed.isNumber(packed)) {
            add(packed);
        } else {
            beyond = value().add(number);
        }
    }

    /**
     * Adds a sum times a number.
     *
     * @param packed the number, or {@link Packed#LONG}
     * @param number the same
     */
    void addProduct(Tally sum, long packed, BigDecimal number) {
        if (sum.beyond == null && Packed.isNumber(packed)) {
            long times = Packed.digits(packed);
            long product = sum.digits * times;
            if (Math.multiplyHigh(sum.digits, times) == product >> 63) {
                add(product, sum.places + Packed.places(packed));
                return;
            }
        }
        beyond = value().add(sum.value().multiply(number));
    }

    private void add(long more, int itsPlaces) {
        if (beyond == null) {
            int common = Math.max(places, itsPlaces);
            if (fits(digits, common - places) && fits(more, common - itsPlaces)) {
                long known = digits * POWERS[common - places];
                long added = more * POWERS[common - itsPlaces];
                long sum = known + added;
                if (((known ^ sum) & (added ^ sum)) >= 0) {
                    digits = sum;
                    places = common;
                    return;
                }
            }
        }
        beyond = value().add(BigDecimal.valueOf(more, itsPlaces));
    }

    /** Whether the number has room for so many more places. */
    private static boolean fits(long number, int more) {
        return more == 0 || (more < LIMITS.length && number <= LIMITS[more] && number >= -LIMITS[more]);
    }

    int signum() {
        return beyond == null ? Long.signum(digits) : beyond.signum();
    }

    BigDecimal value() {
        return beyond == null ? BigDecimal.valueOf(digits, places) : beyond;
    }
}
