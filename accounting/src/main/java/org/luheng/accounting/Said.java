package org.luheng.accounting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What was ever said of one element of one region, in order of periods and in columns, so that most questions are answered without going
 * to a fact. What lies below {@code size} never changes. The room above it is used by one successor, whose readers learn of it by its own
 * size.
 *
 * @param periods in the order of {@link Period#order()}
 * @param facts the only fact there is of a period, or an array of several in order of precedence: most periods have one
 * @param numbers of the fact that counts once all of the period are known; {@link Packed}
 * @param days when all of the period are known: the day of the last publication
 * @param last sequence of the last fact that came
 */
record Said(int[] periods, Object[] facts, long[] numbers, int[] days, int size, long last) {
    static final Said NOTHING = new Said(new int[0], new Object[0], new long[0], new int[0], 0, 0);

    Said with(Fact fact, Comparator<Fact> precedence) {
        int period = fact.period().order();
        int at = size == 0 || periods[size - 1] < period ? -size - 1 : index(period);
        long latest = Math.max(last, fact.sequence());
        if (at >= 0) {
            Said joined = new Said(periods, facts.clone(), numbers.clone(), days.clone(), size, latest);
            Fact[] all = joined(facts[at], fact, precedence);
            joined.put(at, period, all, all[0], Math.max(days[at], day(fact.published())));
            return joined;
        }
        int place = -at - 1;
        boolean roomy = size < periods.length;
        Said longer = roomy && place == size
                ? new Said(periods, facts, numbers, days, size + 1, latest)
                : opened(place, roomy ? periods.length : size + (size >> 1) + 2, latest);
        longer.put(place, period, fact, fact, day(fact.published()));
        return longer;
    }

    /** A copy with a gap at the place. */
    private Said opened(int place, int room, long latest) {
        Said copy = new Said(
                Arrays.copyOf(periods, room),
                Arrays.copyOf(facts, room),
                Arrays.copyOf(numbers, room),
                Arrays.copyOf(days, room),
                size + 1,
                latest);
        int after = size - place;
        System.arraycopy(periods, place, copy.periods, place + 1, after);
        System.arraycopy(facts, place, copy.facts, place + 1, after);
        System.arraycopy(numbers, place, copy.numbers, place + 1, after);
        System.arraycopy(days, place, copy.days, place + 1, after);
        return copy;
    }

    private void put(int at, int period, Object said, Fact first, int day) {
        periods[at] = period;
        facts[at] = said;
        numbers[at] = Packed.of(first);
        days[at] = day;
    }

    private static Fact[] joined(Object known, Fact fact, Comparator<Fact> precedence) {
        Fact[] before = known instanceof Fact one ? new Fact[] {one} : (Fact[]) known;
        int at = Arrays.binarySearch(before, fact, precedence);
        int place = at < 0 ? -at - 1 : at;
        Fact[] all = Arrays.copyOf(before, before.length + 1);
        System.arraycopy(before, place, all, place + 1, before.length - place);
        all[place] = fact;
        return all;
    }

    /** Where the period is, negative where it is not. */
    int index(int period) {
        // Most elements are said of every month up to the last one.
        int guess = size == 0
                ? -1
                : size - 1 - ((periods[size - 1] >> Period.BELOW_MONTHS) - (period >> Period.BELOW_MONTHS));
        return guess >= 0 && guess < size && periods[guess] == period
                ? guess
                : Arrays.binarySearch(periods, 0, size, period);
    }

    /** Days since 1970, so that days can be compared without going to them; what has no day was known before all. */
    static int day(@Nullable LocalDate day) {
        return day == null ? Integer.MIN_VALUE : Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
