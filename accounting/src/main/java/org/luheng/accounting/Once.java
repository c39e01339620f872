package org.luheng.accounting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is found out once of each region and period and goes with a snapshot, which is of one moment. Safe for several threads: at worst
 * two find out the same.
 *
 * @param <T> what is found out; that there is nothing is remembered too
 */
final class Once<T> {
    private static final Object NOTHING = new Object();

    private final BiFunction<String, Period, @Nullable T> finding;
    private final Map<String, Years> found = new ConcurrentHashMap<>();

    Once(BiFunction<String, Period, @Nullable T> finding) {
        this.finding = finding;
    }

    @Nullable
    T of(String region, Period period) {
        Years years = found.get(region);
        if (years == null) {
            years = found.computeIfAbsent(region, each -> new Years());
        }
        int place = period.place();
        AtomicReferenceArray<Object> year = years.of(period.year(), place);
        Object known = year.getAcquire(place);
        if (known == null) {
            T made = finding.apply(region, period);
            year.setRelease(place, made == null ? NOTHING : made);
            return made;
        }
        return known == NOTHING ? null : cast(known);
    }

    /** Nothing else than what was found is put there. */
    @SuppressWarnings("unchecked")
    private T cast(Object known) {
        return (T) known;
    }

    /** The few years of one region, the one that was added last first; by {@link Period#place()}. */
    private static final class Years {
        private record Year(
                int number,
                AtomicReferenceArray<Object> found,
                @Nullable Year other) {}

        private volatile @Nullable Year last;

        /** One that has the place. */
        AtomicReferenceArray<Object> of(int number, int place) {
            AtomicReferenceArray<Object> known = find(number, place);
            return known == null ? added(number, place) : known;
        }

        private @Nullable AtomicReferenceArray<Object> find(int number, int place) {
            for (Year year = last; year != null; year = year.other) {
                if (year.number == number && place < year.found.length()) {
                    return year.found;
                }
            }
            return null;
        }

        /** Where a year has room for the usual spans only, one with more goes before it, and all is found out again. */
        private synchronized AtomicReferenceArray<Object> added(int number, int place) {
            AtomicReferenceArray<Object> known = find(number, place);
            if (known != null) {
                return known;
            }
            int places = place < Period.USUAL_PLACES ? Period.USUAL_PLACES : Period.PLACES;
            AtomicReferenceArray<Object> made = new AtomicReferenceArray<>(places);
            last = new Year(number, made, last);
            return made;
        }
    }
}
