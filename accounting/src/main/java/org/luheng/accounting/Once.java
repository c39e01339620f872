package org.luheng.accounting;

import java.util.Map;
import java.util.Optional;
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
    private final BiFunction<String, Period, @Nullable T> finding;
    private final Map<String, Map<Period, Optional<T>>> found = new ConcurrentHashMap<>();

    Once(BiFunction<String, Period, @Nullable T> finding) {
        this.finding = finding;
    }

    @Nullable
    T of(String region, Period period) {
        Map<Period, Optional<T>> own = found.get(region);
        if (own == null) {
            own = found.computeIfAbsent(region, each -> new ConcurrentHashMap<>());
        }
        Optional<T> known = own.get(period);
        if (known == null) {
            // Not computeIfAbsent: finding one out may ask for others.
            known = Optional.ofNullable(finding.apply(region, period));
            own.put(period, known);
        }
        return known.orElse(null);
    }
}
