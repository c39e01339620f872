package org.luheng.accounting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * All facts that were ever recorded, in memory, and the view of them on any day.
 *
 * <p>Facts are only added. Safe for one or more writers and any number of readers: a reader sees a fact wholly or not at
 * all; which of the facts added while it reads it sees is left open.
 */
public final class FactBase {
    private final AuthorityOrder order;
    private final Comparator<Fact> precedence;
    private final Map<String, Map<String, NavigableMap<Period, List<Fact>>>> byRegion = new ConcurrentHashMap<>();

    public FactBase(AuthorityOrder order) {
        this.order = order;
        this.precedence = Comparator.<Fact>comparingInt(fact -> this.order.rank(fact.element(), fact.authority()))
                .thenComparing(Fact::stage, Comparator.reverseOrder())
                .thenComparing(
                        Fact::published,
                        Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())
                                .reversed())
                .thenComparing(Fact::authority)
                .thenComparing(Fact::channel)
                .thenComparing(Fact::sequence, Comparator.reverseOrder());
    }

    public void add(Fact fact) {
        // Asked before made: both exist for nearly every fact, and asking takes no lock.
        Map<String, NavigableMap<Period, List<Fact>>> elements = byRegion.get(fact.region());
        if (elements == null) {
            elements = byRegion.computeIfAbsent(fact.region(), region -> new ConcurrentHashMap<>());
        }
        NavigableMap<Period, List<Fact>> series = elements.get(fact.element());
        if (series == null) {
            series = elements.computeIfAbsent(fact.element(), element -> new ConcurrentSkipListMap<>());
        }
        series.merge(fact.period(), List.of(fact), this::joined);
    }

    /** Kept in order of precedence and replaced as a whole, so that readers need no lock. */
    private List<Fact> joined(List<Fact> known, List<Fact> added) {
        List<Fact> all = new ArrayList<>(known.size() + added.size());
        all.addAll(known);
        for (Fact fact : added) {
            int at = Collections.binarySearch(all, fact, precedence);
            all.add(at < 0 ? -at - 1 : at, fact);
        }
        return Collections.unmodifiableList(all);
    }

    public Facts knownOn(LocalDate day) {
        return new KnownOn(day, Long.MAX_VALUE);
    }

    /**
     * What we knew when the fact of that sequence was the last that had come to us: never changes, whatever comes later.
     *
     * @param last sequence of the last fact recorded, 0: none
     */
    public Facts knownOn(LocalDate day, long last) {
        return new KnownOn(day, last);
    }

    private final class KnownOn implements Facts {
        private final LocalDate day;
        private final long last;

        KnownOn(LocalDate day, long last) {
            this.day = day;
            this.last = last;
        }

        private boolean isKnown(Fact fact) {
            return fact.sequence() <= last && fact.knownOn(day);
        }

        @Override
        public @Nullable Fact find(String region, String element, Period period) {
            for (Fact fact : entries(region, element, period)) {
                if (isKnown(fact)) {
                    return fact;
                }
            }
            return null;
        }

        @Override
        public List<Fact> all(String region, String element, Period period) {
            return entries(region, element, period).stream()
                    .filter(this::isKnown)
                    .toList();
        }

        @Override
        public Collection<Period> periods(String region, String element) {
            NavigableMap<Period, List<Fact>> series = series(region, element);
            List<Period> known = new ArrayList<>(series.size());
            series.forEach((period, entries) -> {
                for (Fact fact : entries) {
                    if (isKnown(fact)) {
                        known.add(period);
                        break;
                    }
                }
            });
            return known;
        }

        @Override
        public Set<String> regions() {
            return new TreeSet<>(byRegion.keySet());
        }

        @Override
        public Set<String> elements(String region) {
            return new TreeSet<>(byRegion.getOrDefault(region, Map.of()).keySet());
        }

        @Override
        public LocalDate knownOn() {
            return day;
        }

        private NavigableMap<Period, List<Fact>> series(String region, String element) {
            Map<String, NavigableMap<Period, List<Fact>>> elements = byRegion.get(region);
            NavigableMap<Period, List<Fact>> series = elements == null ? null : elements.get(element);
            return series == null ? Collections.emptyNavigableMap() : series;
        }

        private List<Fact> entries(String region, String element, Period period) {
            List<Fact> entries = series(region, element).get(period);
            return entries == null ? List.of() : entries;
        }
    }
}
