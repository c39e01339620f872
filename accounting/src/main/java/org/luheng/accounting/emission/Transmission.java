package org.luheng.accounting.emission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;

/**
 * Effective transmission (有效传输率 = 传输率 × 有效率): what came of what had to come, and what was valid of that. Hours of standstill had
 * not to come; hours in which an analyser checked itself had not to be valid.
 *
 * @param due hours; @param received hours; @param excused received hours that had not to be valid; @param valid hours
 */
public record Transmission(int due, int received, int excused, int valid) {
    static final Transmission NONE = new Transmission(0, 0, 0, 0);

    public Transmission plus(Transmission other) {
        return new Transmission(
                due + other.due, received + other.received, excused + other.excused, valid + other.valid);
    }

    /** Percent; null: nothing had to come. */
    public @Nullable BigDecimal transmitted() {
        return percent(received, due);
    }

    /** Percent; null: nothing came that had to be valid. */
    public @Nullable BigDecimal validity() {
        return percent(valid, received - excused);
    }

    /** Percent; null: nothing had to come. */
    public @Nullable BigDecimal effective() {
        if (due == 0 || received == 0) {
            return due == 0 ? null : BigDecimal.ZERO;
        }
        // What came was all excused: then nothing of it was wrong.
        return received == excused
                ? transmitted()
                : Arithmetic.divide(
                        Arithmetic.HUNDRED.multiply(new BigDecimal(received)).multiply(new BigDecimal(valid)),
                        new BigDecimal(due).multiply(new BigDecimal(received - excused)));
    }

    private static @Nullable BigDecimal percent(int part, int whole) {
        return whole <= 0
                ? null
                : Arithmetic.divide(Arithmetic.HUNDRED.multiply(new BigDecimal(part)), new BigDecimal(whole));
    }
}
