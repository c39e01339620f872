package org.luheng.accounting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Map<String, History>> byRegion = new ConcurrentHashMap<>();

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
        Map<String, History> elements = byRegion.get(fact.region());
        if (elements == null) {
            elements = byRegion.computeIfAbsent(fact.region(), region -> new ConcurrentHashMap<>());
        }
        History history = elements.get(fact.element());
        if (history == null) {
            history = elements.computeIfAbsent(fact.element(), element -> new History());
        }
        history.add(fact, precedence);
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

    /** What was ever said of one element of one region, in order of periods. Writers wait for each other, readers for nobody. */
    private static final class History {
        private volatile Said said = Said.NOTHING;

        synchronized void add(Fact fact, Comparator<Fact> precedence) {
            said = said.with(fact, precedence);
        }
    }

    /** Periods in order, and their {@link Period#order()}. */
    private record Calendar(List<Period> periods, int[] orders) {
        static final Calendar EMPTY = of(List.of());

        static Calendar of(List<Period> periods) {
            return new Calendar(
                    periods, periods.stream().mapToInt(Period::order).toArray());
        }
    }

    private final class KnownOn implements Facts {
        private final LocalDate day;
        private final int today;
        private final long last;

        KnownOn(LocalDate day, long last) {
            this.day = day;
            this.today = Said.day(day);
            this.last = last;
        }

        private boolean isKnown(Fact fact) {
            return fact.sequence() <= last && fact.knownOn(day);
        }

        /** Whether all is known that was said of a period: then the first of it counts. */
        private boolean allKnown(Said said, int at) {
            return said.days()[at] <= today && said.last() <= last;
        }

        /** The fact that counts; null where none is known yet. */
        private @Nullable Fact first(Said said, int at) {
            if (at < 0) {
                return null;
            }
            boolean all = allKnown(said, at);
            if (said.facts()[at] instanceof Fact fact) {
                return all || isKnown(fact) ? fact : null;
            }
            for (Fact fact : (Fact[]) said.facts()[at]) {
                if (all || isKnown(fact)) {
                    return fact;
                }
            }
            return null;
        }

        @Override
        public @Nullable Fact find(String region, String element, Period period) {
            Said said = said(region, element);
            return first(said, said.index(period.order()));
        }

        @Override
        public Series series(String region, String element) {
            return new Column(said(region, element));
        }

        /** One element of one region as it was when this was made. */
        private final class Column implements Series {
            private final Said said;

            Column(Said said) {
                this.said = said;
            }

            @Override
            public @Nullable Fact find(Period period) {
                return first(said, said.index(period.order()));
            }

            @Override
            public long number(Period period) {
                int at = said.index(period.order());
                if (at >= 0 && allKnown(said, at)) {
                    return said.numbers()[at];
                }
                Fact fact = first(said, at);
                return fact == null ? Packed.NOTHING : Packed.of(fact);
            }
        }

        @Override
        public List<Fact> all(String region, String element, Period period) {
            Said said = said(region, element);
            int at = said.index(period.order());
            if (at < 0) {
                return List.of();
            }
            return said.facts()[at] instanceof Fact fact
                    ? isKnown(fact) ? List.of(fact) : List.of()
                    : Arrays.stream((Fact[]) said.facts()[at])
                            .filter(this::isKnown)
                            .toList();
        }

        @Override
        public Collection<Period> periods(String region, String element) {
            Said said = said(region, element);
            List<Period> known = new ArrayList<>(said.size());
            for (int at = 0; at < said.size(); at++) {
                Fact fact = first(said, at);
                if (fact != null) {
                    known.add(fact.period());
                }
            }
            return known;
        }

        @Override
        public Collection<Period> periods(String region) {
            Calendar known = Calendar.EMPTY;
            for (History history : byRegion.getOrDefault(region, Map.of()).values()) {
                known = joined(known, history.said);
            }
            return known.periods;
        }

        /** The same where nothing is new in it: elements of one region are mostly reported together. */
        private Calendar joined(Calendar known, Said said) {
            List<Period> all = null;
            int next = 0;
            for (int at = 0; at < said.size(); at++) {
                int period = said.periods()[at];
                while (next < known.orders.length && known.orders[next] < period) {
                    if (all != null) {
                        all.add(known.periods.get(next));
                    }
                    next++;
                }
                if (next < known.orders.length && known.orders[next] == period) {
                    continue;
                }
                Fact fact = first(said, at);
                if (fact != null) {
                    if (all == null) {
                        all = new ArrayList<>(known.orders.length + said.size() - at);
                        all.addAll(known.periods.subList(0, next));
                    }
                    all.add(fact.period());
                }
            }
            if (all == null) {
                return known;
            }
            all.addAll(known.periods.subList(next, known.orders.length));
            return Calendar.of(all);
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

        private Said said(String region, String element) {
            Map<String, History> elements = byRegion.get(region);
            History history = elements == null ? null : elements.get(element);
            return history == null ? Said.NOTHING : history.said;
        }
    }
}
