package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OnceTest {
    /** Every period there can be of the year. */
    private static List<Period> periods(int year) {
        List<Period> periods = new ArrayList<>(List.of(Period.year(year)));
        for (int first = 1; first <= 12; first++) {
            periods.add(new Period(Period.Kind.MONTH, year, first, first));
            if (first % 3 == 1) {
                periods.add(new Period(Period.Kind.QUARTER, year, first, first + 2));
            }
            for (int last = first + 1; last <= 12; last++) {
                periods.add(new Period(Period.Kind.SPAN, year, first, last));
            }
        }
        return periods;
    }

    @Test
    void everyPeriodOfAYearHasItsOwnPlaceAndTheUsualOnesComeFirst() {
        List<Period> periods = periods(2021);
        assertThat(periods).hasSize(1 + 4 + 12 + 66);
        HashSet<Integer> places = new HashSet<>();
        for (Period period : periods) {
            assertThat(period.place()).isBetween(0, Period.PLACES - 1);
            assertThat(places.add(period.place())).as(period.toString()).isTrue();
            boolean usual = period.kind() != Period.Kind.SPAN || period.isYearToDate();
            assertThat(period.place() < Period.USUAL_PLACES)
                    .as(period.toString())
                    .isEqualTo(usual);
        }
    }

    @Test
    void eachIsFoundOutOfItsOwnRegionAndPeriodAndThenRemembered() {
        List<String> asked = new ArrayList<>();
        Once<String> once = new Once<>((region, period) -> {
            asked.add(region + period);
            return period.first() == 5 ? null : region + period;
        });
        int known = 0;
        for (int round = 0; round < 3; round++) {
            known = asked.size();
            for (String region : List.of("410100", "410102")) {
                for (int year : List.of(2021, 0, 2020)) {
                    for (Period period : periods(year)) {
                        assertThat(once.of(region, period)).isEqualTo(period.first() == 5 ? null : region + period);
                    }
                }
            }
            if (round == 0) {
                // Usual spans are asked for before unusual ones make more room.
                assertThat(asked).doesNotHaveDuplicates();
            }
        }
        assertThat(new HashSet<>(asked)).hasSize(2 * 3 * 83);
        assertThat(asked).as("nothing is found out in the last round").hasSize(known);
    }

    @Test
    void findingOneOutMayAskForOthers() {
        List<Once<Integer>> itself = new ArrayList<>();
        Once<Integer> years = new Once<>((region, period) -> period.year() == 2015
                ? 1
                : 1 + Objects.requireNonNull(itself.getFirst().of(region, period.yearBefore())));
        itself.add(years);
        assertThat(years.of("410100", Period.year(2025))).isEqualTo(11);
    }
}
