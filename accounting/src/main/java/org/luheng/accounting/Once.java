package org.luheng.accounting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Map<Period, Object>> found = new ConcurrentHashMap<>();

    Once(BiFunction<String, Period, @Nullable T> finding) {
        this.finding = finding;
    }

    @Nullable
    T of(String region, Period period) {
        Map<Period, Object> own = found.get(region);
        if (own == null) {
            own = found.computeIfAbsent(region, each -> new ConcurrentHashMap<>());
        }
        Object known = own.get(period);
        if (known == null) {
            // Not computeIfAbsent: finding one out may ask for others.
            T made = finding.apply(region, period);
            own.put(period, made == null ? NOTHING : made);
            return made;
        }
        return known == NOTHING ? null : cast(known);
    }

    /** Nothing else than what was found is put there. */
    @SuppressWarnings("unchecked")
    private T cast(Object known) {
        return (T) known;
    }
}
