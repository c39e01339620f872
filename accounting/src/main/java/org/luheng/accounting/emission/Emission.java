package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Trace;

/**
 * What a source emitted of a pollutant in a span of time, as far as its hours are over.
 *
 * @param kilograms null where an hour of it is lacking: then {@link #known} is less than what was emitted
 * @param known sum of the hours that have a mass
 * @param measured hours; @param substituted hours; @param lacking hours; @param stopped hours
 * @param explanation rebuilds how it came about
 */
public record Emission(
        LocalDateTime from,
        LocalDateTime to,
        @Nullable BigDecimal kilograms,
        BigDecimal known,
        int measured,
        int substituted,
        int lacking,
        int stopped,
        Supplier<Trace> explanation) {
    /** One gramme, as far as a fact in tonnes goes. */
    private static final int PLACES = 6;

    static Emission of(LocalDateTime from, LocalDateTime to, Collection<Hour> hours, Supplier<Trace> explanation) {
        BigDecimal known = BigDecimal.ZERO;
        int[] counts = new int[Origin.values().length];
        for (Hour hour : hours) {
            counts[hour.origin().ordinal()]++;
            known = hour.mass() == null ? known : known.add(hour.mass());
        }
        int lacking = counts[Origin.LACKING.ordinal()];
        return new Emission(
                from,
                to,
                lacking > 0 || hours.isEmpty() ? null : known,
                known,
                counts[Origin.MEASURED.ordinal()],
                counts[Origin.SUBSTITUTED.ordinal()],
                lacking,
                counts[Origin.STOPPED.ordinal()],
                explanation);
    }

    /** Rounded once, here (GB/T 8170-2008). */
    public @Nullable BigDecimal tonnes() {
        return kilograms == null ? null : kilograms.movePointLeft(3).setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    public int hours() {
        return measured + substituted + lacking + stopped;
    }

    /** Why it is no number; empty: it is. */
    public String missing() {
        return hours() == 0 ? "没有已过去的小时" : lacking > 0 ? "有 " + lacking + " 小时既无实测也无从替代" : "";
    }

    public Trace trace() {
        return explanation.get();
    }

    static List<String> inWords(Emission emission) {
        return List.of(
                "实测 " + emission.measured + " 小时",
                "替代 " + emission.substituted + " 小时",
                "缺 " + emission.lacking + " 小时",
                "停运 " + emission.stopped + " 小时");
    }
}
