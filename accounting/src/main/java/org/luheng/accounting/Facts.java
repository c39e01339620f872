package org.luheng.accounting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts known to the world on one day. A view: reading it computes nothing and copies nothing but what is asked for.
 *
 * <p>Where several facts speak of the same element, region and period, the order of authority picks; of one authority the
 * later stage counts, then the one published last, then the one that came to us last. The others stay visible.
 */
public interface Facts {
    /** The fact that counts, or null where nothing is known. */
    @Nullable
    Fact find(String region, String element, Period period);

    /** All that is known, the one that counts first. */
    List<Fact> all(String region, String element, Period period);

    /** Periods for which anything is known of the element there, in order. */
    Collection<Period> periods(String region, String element);

    /** Periods for which anything is known of the region, in order. */
    default Collection<Period> periods(String region) {
        Set<Period> periods = new TreeSet<>();
        for (String element : elements(region)) {
            periods.addAll(periods(region, element));
        }
        return periods;
    }

    /** One element of one region, as it is now, for whoever asks for many of its periods. */
    default Series series(String region, String element) {
        return period -> find(region, element, period);
    }

    /** {@link Facts#find} of one element of one region. */
    @FunctionalInterface
    interface Series {
        @Nullable
        Fact find(Period period);

        /** The number of {@link #find} alone: see {@link Packed}. */
        default long number(Period period) {
            Fact fact = find(period);
            return fact == null ? Packed.NOTHING : Packed.of(fact);
        }
    }

    /** Regions of which anything is known. */
    Set<String> regions();

    /** Elements of which anything is known in the region. */
    Set<String> elements(String region);

    LocalDate knownOn();
}
