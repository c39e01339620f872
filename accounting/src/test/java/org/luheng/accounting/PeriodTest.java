package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2021,2021,2020,true",
        "2021-Q2,2021-Q2,2020-Q2,false",
        "2021-06,2021-06,2020-06,false",
        "2021-01/2021-06,2021-01/2021-06,2020-01/2020-06,true",
        "2021-01/2021-12,2021,2020,true"
    })
    void theFourFormsAreReadAndWritten(String text, String written, String yearBefore, boolean yearToDate) {
        Period period = Example.period(text);
        assertThat(period).hasToString(written);
        assertThat(period.yearBefore()).hasToString(yearBefore);
        assertThat(period.isYearToDate()).isEqualTo(yearToDate);
    }

    @ParameterizedTest
    @CsvSource({"SPAN,0,6", "SPAN,7,6", "SPAN,1,13", "SPAN,6,6", "YEAR,1,11", "QUARTER,2,4", "QUARTER,1,6", "MONTH,1,2"
    })
    void aPeriodHasTheMonthsOfItsKind(Period.Kind kind, int first, int last) {
        assertThatThrownBy(() -> new Period(kind, 2021, first, last))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2021");
    }

    @Test
    void periodsFollowEachOtherByTheirEndAndTheLongerOneComesLast() {
        List<Period> inOrder = Stream.of(
                        "2020",
                        "2021-01",
                        "2021-02",
                        "2021-01/2021-02",
                        "2021-03",
                        "2021-02/2021-03",
                        "2021-Q1",
                        "2021-01/2021-03",
                        "2021-12",
                        "2021-Q4",
                        "2021",
                        "2022-01")
                .map(Example::period)
                .toList();
        List<Period> shuffled = new ArrayList<>(inOrder);
        Collections.reverse(shuffled);
        assertThat(new TreeSet<>(shuffled)).containsExactlyElementsOf(inOrder);
        assertThat(new HashSet<>(shuffled)).hasSameSizeAs(inOrder);
    }

    @ParameterizedTest
    @CsvSource({
        "2021,2021年",
        "2021-Q1,2021年一季度",
        "2021-Q3,2021年三季度",
        "2021-Q4,2021年四季度",
        "2021-06,2021年6月",
        "2021-01/2021-09,2021年1—9月"
    })
    void pagesSayItInWords(String text, String words) {
        assertThat(Example.period(text).inWords()).isEqualTo(words);
    }

    /** All spans that a year can have. */
    private static List<Period> allOf(int year) {
        List<Period> all = new ArrayList<>(List.of(Period.year(year)));
        for (int quarter = 1; quarter <= 4; quarter++) {
            all.add(Example.period(year + "-Q" + quarter));
        }
        for (int first = 1; first <= 12; first++) {
            all.add(new Period(Period.Kind.MONTH, year, first, first));
            for (int last = first + 1; last <= 12; last++) {
                all.add(new Period(Period.Kind.SPAN, year, first, last));
            }
        }
        return all;
    }

    @Test
    void spansAreSpreadOverTheirHashes() {
        List<Period> all = new ArrayList<>();
        for (int year = 2011; year <= 2030; year++) {
            all.addAll(allOf(year));
        }
        long hashes = all.stream().mapToInt(Period::hashCode).distinct().count();
        assertThat(all.size()).isLessThan((int) hashes * 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "21",
                "2021-Q5",
                "2021-13",
                "2021-6",
                "2021-06/2021-01",
                "2020-07/2021-06",
                "2021-06/2021-06",
                "2021年",
                "２０２１",
                "2021-Q2 "
            })
    void anythingElseIsNoPeriod(String text) {
        assertThat(Period.parse(text)).isNull();
    }
}
