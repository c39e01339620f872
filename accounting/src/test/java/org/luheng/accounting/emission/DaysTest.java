package org.luheng.accounting.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.emission.Stack.ACIDITY;
import static org.luheng.accounting.emission.Stack.COD;
import static org.luheng.accounting.emission.Stack.FLOW;
import static org.luheng.accounting.emission.Stack.SEWAGE;
import static org.luheng.accounting.emission.Stack.SO2;
import static org.luheng.accounting.emission.Stack.START;
import static org.luheng.accounting.emission.Stack.account;
import static org.luheng.accounting.emission.Stack.series;
import static org.luheng.accounting.emission.Stack.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    private static PollutantAccount gas(String limits, int hours, IntFunction<String> value, IntFunction<String> flag) {
        List<Reading> readings = new ArrayList<>();
        for (int at = 0; at < hours; at++) {
            if (!flag.apply(at).isEmpty()) {
                readings.add(whole(SO2, at, value.apply(at), flag.apply(at)));
                readings.add(whole("a19001", at, "11", "N"));
                readings.add(whole(FLOW, at, "24", flag.apply(at).equals("F") ? "F" : "N"));
            }
        }
        return account(series(Medium.GAS, limits, readings, hours), SO2);
    }

    /** 18 of 24, and the same share of what ran: 9 of 12, 1 of 1. */
    @ParameterizedTest
    @CsvSource({"18,0,true,18", "17,0,false,18", "9,12,true,9", "8,12,false,9", "1,23,true,1", "0,24,false,0"})
    void aDayIsValidWithThreeQuartersOfItsHours(int valid, int stopped, boolean day, int wanted) {
        Day made = gas("burner", 24, hour -> "20", hour -> hour < stopped ? "F" : hour < stopped + valid ? "N" : "M")
                .day(START.toLocalDate());
        assertThat(made.valid()).isEqualTo(day);
        assertThat(made.wanted()).isEqualTo(wanted);
    }

    @Test
    void aDayThatIsNotOverIsNotValid() {
        assertThat(gas("burner", 23, hour -> "20", hour -> "N")
                        .day(START.toLocalDate())
                        .valid())
                .isFalse();
    }

    @Test
    void theMeanOfGasIsThatOfItsValidHours() {
        Day day = gas("burner", 24, hour -> hour < 12 ? "10" : "20", hour -> hour == 0 ? "M" : "N")
                .day(START.toLocalDate());
        // (11 × 10 + 12 × 20) ÷ 23
        assertThat(day.mean())
                .isCloseTo(
                        new java.math.BigDecimal("15.2173913043"),
                        org.assertj.core.data.Offset.offset(new java.math.BigDecimal("1e-9")));
    }

    @Test
    void theMeanOfWaterIsWeightedByFlowAndAcidityIsTheMedian() {
        List<Reading> readings = new ArrayList<>();
        for (int at = 0; at < 24; at++) {
            readings.add(whole(COD, at, at < 12 ? "20" : "60", "N"));
            readings.add(whole(SEWAGE, at, at < 12 ? "30" : "10", "N"));
            readings.add(whole(ACIDITY, at, at < 13 ? "7.2" : "9.9", "N"));
        }
        SourceSeries series = series(Medium.WATER, "sewer", readings, 24);
        // (20 × 30 + 60 × 10) ÷ 40, not 40
        assertThat(account(series, COD).day(START.toLocalDate()).mean()).isEqualByComparingTo("30");
        assertThat(account(series, ACIDITY).day(START.toLocalDate()).mean()).isEqualByComparingTo("7.2");
        assertThat(account(series, ACIDITY).hasMass()).isFalse();
    }

    /** 有效传输率 = 传输率 × 有效率, without what stood still. */
    @Test
    void effectiveTransmissionLeavesStandstillOut() {
        // 4 stopped, 2 silent, 3 in maintenance, 15 valid: 18 of 20 came, 15 of those 18 are valid.
        Transmission day = gas(
                        "burner", 24, hour -> "20", hour -> hour < 4 ? "F" : hour < 6 ? "" : hour < 9 ? "M" : "N")
                .transmission(START, START.plusDays(1));
        assertThat(day).isEqualTo(new Transmission(20, 18, 0, 15));
        assertThat(day.transmitted()).isEqualByComparingTo("90");
        assertThat(day.effective()).isEqualByComparingTo("75");
    }

    @Test
    void anHourADayOfSelfCheckIsExcusedForWaterOnly() {
        List<Reading> readings = new ArrayList<>();
        for (int at = 0; at < 24; at++) {
            readings.add(whole(COD, at, "20", at < 2 ? "C" : "N"));
            readings.add(whole(SEWAGE, at, "30", "N"));
        }
        Transmission water =
                account(series(Medium.WATER, "sewer", readings, 24), COD).transmission(START, START.plusDays(1));
        assertThat(water).isEqualTo(new Transmission(24, 24, 1, 22));
        Transmission gas =
                gas("burner", 24, hour -> "20", hour -> hour < 1 ? "C" : "N").transmission(START, START.plusDays(1));
        assertThat(gas.excused()).isZero();
    }

    @Test
    void nothingToComeIsNoRateAndSilenceIsNone() {
        assertThat(new Transmission(0, 0, 0, 0).effective()).isNull();
        assertThat(new Transmission(10, 0, 0, 0).effective()).isEqualByComparingTo("0");
        assertThat(new Transmission(2, 1, 1, 0).effective()).isEqualByComparingTo("50");
    }

    private static List<Episode> episodes(IntFunction<String> value, IntPredicate broken, int hours) {
        return gas("kiln", hours, value, hour -> broken.test(hour) ? "M" : "N").episodes(START, START.plusHours(hours));
    }

    /** Limit 35 at 9 % of O2, 11 % measured: 35 × 10 ÷ 12 = 29.17 measured are the limit. */
    @Test
    void exceedingIsOfConvertedValuesAndGoesOnOverHoursThatAreNotValid() {
        List<Episode> found = episodes(hour -> hour >= 3 && hour <= 6 ? "30" : "29", hour -> hour == 5, 12);
        assertThat(found).hasSize(1);
        Episode episode = found.getFirst();
        assertThat(episode.from()).isEqualTo(START.plusHours(3));
        assertThat(episode.to()).isEqualTo(START.plusHours(7));
        assertThat(episode.times()).isEqualTo(3);
        assertThat(episode.unknown()).isEqualTo(1);
        assertThat(episode.peak()).isEqualByComparingTo("36");
        assertThat(episodes(hour -> hour == 3 || hour == 5 ? "30" : "29", hour -> false, 12))
                .hasSize(2);
    }

    @Test
    void theLimitItselfIsKept() {
        Limit limit = new Limit(
                "permit", SO2, Window.HOUR, null, new java.math.BigDecimal("36"), null, Stack.edition("permit"));
        assertThat(limit.isExceededBy(new java.math.BigDecimal("36.000"))).isFalse();
        assertThat(limit.isExceededBy(new java.math.BigDecimal("36.0001")))
                .as("not rounded before")
                .isTrue();
    }

    @Test
    void aPermitGoesBeforeTheStandard() {
        Limit permitted = new Limit(
                "permit",
                SO2,
                Window.HOUR,
                null,
                new java.math.BigDecimal("30"),
                new java.math.BigDecimal("9"),
                Stack.edition("permit"));
        Terms terms = new Terms(null, null, "kiln", null, true, true, null, false, 10, List.of(permitted));
        assertThat(Stack.rules().limits(terms, SO2, 2026)).containsExactly(permitted);
    }

    /** GB 18485: the mean of 24 hours. */
    @Test
    void aLimitOfTheDayIsHeldAgainstItsMean() {
        // At 11 % of O2 the reference is what was measured; 20 hours of 70 and 4 of 150 make 83.3.
        List<Episode> found =
                gas("burner", 24, hour -> hour < 20 ? "70" : "150", hour -> "N").episodes(START, START.plusDays(1));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().limit().window()).isEqualTo(Window.DAY);
        assertThat(gas("burner", 24, hour -> hour < 21 ? "70" : "150", hour -> "N")
                        .episodes(START, START.plusDays(1)))
                .as("exactly 80")
                .isEmpty();
    }

    @Test
    void whatIsLitIsEmittedButNotJudged() {
        List<Reading> readings = new ArrayList<>();
        readings.add(whole(SO2, 0, "300", "N"));
        readings.add(whole("a19001", 0, "11", "N"));
        readings.add(whole(FLOW, 0, "24", "N"));
        SourceSeries lit = series(Medium.GAS, "kiln", readings, 1, Stack.marked("启炉", 0, 60));
        PollutantAccount account = account(lit, SO2);
        assertThat(account.episodes(START, START.plusHours(1))).isEmpty();
        assertThat(account.emission(START, START.plusHours(1)).kilograms()).isEqualByComparingTo("25.92");
        assertThat(account(series(Medium.GAS, "kiln", readings, 1), SO2).episodes(START, START.plusHours(1)))
                .hasSize(1);
    }
}
