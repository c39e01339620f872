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

    /**
     * Periods and what was said of each. What lies below {@code size} never changes. The room above it is used by one successor,
     * whose readers learn of it by its own size.
     *
     * @param periods in the order of {@link Period#order()}
     * @param facts the only fact there is of a period, or an array of several in order of precedence: most periods have one
     */
    private record Said(int[] periods, Object[] facts, int size) {
        static final Said NOTHING = new Said(new int[0], new Object[0], 0);

        Said with(Fact fact, Comparator<Fact> precedence) {
            int period = fact.period().order();
            int at = size == 0 || periods[size - 1] < period ? -size - 1 : index(period);
            if (at >= 0) {
                Object[] replaced = facts.clone();
                replaced[at] = joined(facts[at], fact, precedence);
                return new Said(periods, replaced, size);
            }
            int place = -at - 1;
            if (place == size && size < periods.length) {
                periods[size] = period;
                facts[size] = fact;
                return new Said(periods, facts, size + 1);
            }
            int room = size < periods.length ? periods.length : size + (size >> 1) + 2;
            int[] morePeriods = Arrays.copyOf(periods, room);
            Object[] moreFacts = Arrays.copyOf(facts, room);
            System.arraycopy(periods, place, morePeriods, place + 1, size - place);
            System.arraycopy(facts, place, moreFacts, place + 1, size - place);
            morePeriods[place] = period;
            moreFacts[place] = fact;
            return new Said(morePeriods, moreFacts, size + 1);
        }

        private static Object joined(Object known, Fact fact, Comparator<Fact> precedence) {
            Fact[] before = known instanceof Fact one ? new Fact[] {one} : (Fact[]) known;
            int at = Arrays.binarySearch(before, fact, precedence);
            int place = at < 0 ? -at - 1 : at;
            Fact[] all = Arrays.copyOf(before, before.length + 1);
            System.arraycopy(before, place, all, place + 1, before.length - place);
            all[place] = fact;
            return all;
        }

        private int index(int period) {
            return Arrays.binarySearch(periods, 0, size, period);
        }

        /** A {@link Fact}, several, or null. */
        @Nullable
        Object of(Period period) {
            int at = index(period.order());
            return at < 0 ? null : facts[at];
        }
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

        private @Nullable Fact first(@Nullable Object said) {
            if (said instanceof Fact fact) {
                return isKnown(fact) ? fact : null;
            }
            if (said != null) {
                for (Fact fact : (Fact[]) said) {
                    if (isKnown(fact)) {
                        return fact;
                    }
                }
            }
            return null;
        }

        @Override
        public @Nullable Fact find(String region, String element, Period period) {
            return first(said(region, element).of(period));
        }

        @Override
        public Series series(String region, String element) {
            Map<String, History> elements = byRegion.get(region);
            History history = elements == null ? null : elements.get(element);
            return history == null ? period -> find(region, element, period) : period -> first(history.said.of(period));
        }

        @Override
        public List<Fact> all(String region, String element, Period period) {
            Object said = said(region, element).of(period);
            if (said == null) {
                return List.of();
            }
            if (said instanceof Fact fact) {
                return isKnown(fact) ? List.of(fact) : List.of();
            }
            return Arrays.stream((Fact[]) said).filter(this::isKnown).toList();
        }

        @Override
        public Collection<Period> periods(String region, String element) {
            Said said = said(region, element);
            List<Period> known = new ArrayList<>(said.size());
            for (int at = 0; at < said.size(); at++) {
                Fact fact = first(said.facts()[at]);
                if (fact != null) {
                    known.add(fact.period());
                }
            }
            return known;
        }

        @Override
        public Collection<Period> periods(String region) {
            List<Period> known = List.of();
            for (History history : byRegion.getOrDefault(region, Map.of()).values()) {
                known = joined(known, history.said);
            }
            return known;
        }

        /** The same list where nothing is new in it: elements of one region are mostly reported together. */
        private List<Period> joined(List<Period> known, Said said) {
            List<Period> all = null;
            int next = 0;
            for (int at = 0; at < said.size(); at++) {
                int period = said.periods()[at];
                while (next < known.size() && known.get(next).order() < period) {
                    if (all != null) {
                        all.add(known.get(next));
                    }
                    next++;
                }
                if (next < known.size() && known.get(next).order() == period) {
                    continue;
                }
                Fact fact = first(said.facts()[at]);
                if (fact != null) {
                    if (all == null) {
                        all = new ArrayList<>(known.size() + said.size() - at);
                        all.addAll(known.subList(0, next));
                    }
                    all.add(fact.period());
                }
            }
            if (all == null) {
                return known;
            }
            all.addAll(known.subList(next, known.size()));
            return all;
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
