package org.luheng.accounting.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.emission.Stack.FLOW;
import static org.luheng.accounting.emission.Stack.SO2;
import static org.luheng.accounting.emission.Stack.START;
import static org.luheng.accounting.emission.Stack.account;
import static org.luheng.accounting.emission.Stack.marked;
import static org.luheng.accounting.emission.Stack.part;
import static org.luheng.accounting.emission.Stack.series;
import static org.luheng.accounting.emission.Stack.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    private static Hour only(SourceSeries series) {
        return account(series, SO2).hours(START, START.plusHours(1)).getFirst();
    }

    /** Of minute records of ten minutes, so many valid and so many of maintenance. */
    private static List<Reading> minutes(int valid, int maintained) {
        List<Reading> readings = new ArrayList<>();
        for (int at = 0; at < valid + maintained; at++) {
            readings.add(part(SO2, at * 10, at < valid ? "20" : "90", at < valid ? "N" : "M"));
            readings.add(part(FLOW, at * 10, "24", "N"));
        }
        return readings;
    }

    /** HJ 75-2017: an hour of flue gas is valid with 45 minutes. */
    @ParameterizedTest
    @CsvSource({"6,0,VALID,60", "5,0,VALID,50", "5,1,VALID,50", "4,2,INVALID,40", "4,0,INVALID,40", "0,6,INVALID,0"})
    void anHourIsValidWithFortyFiveMinutes(int valid, int maintained, HourState state, int minutes) {
        Hour hour = only(series(Medium.GAS, "kiln", minutes(valid, maintained), 1));
        assertThat(hour.state()).isEqualTo(state);
        assertThat(hour.said().valid()).isEqualTo(minutes);
        if (state == HourState.VALID) {
            assertThat(hour.concentration())
                    .as("what was maintained does not count")
                    .isEqualByComparingTo("20");
            // 20 × 24 × 3600 × 10⁻⁶
            assertThat(hour.flow()).as("%s", hour.note()).isEqualByComparingTo("86400");
            assertThat(hour.mass()).isEqualByComparingTo("1.728");
        } else {
            assertThat(hour.concentration()).isNull();
            assertThat(hour.origin()).isEqualTo(Origin.LACKING);
        }
    }

    @Test
    void theDevicesOwnHourGoesBeforeItsMinutes() {
        List<Reading> readings = minutes(6, 0);
        readings.add(whole(SO2, 0, "21.5", "N"));
        Hour hour = only(series(Medium.GAS, "kiln", readings, 1));
        assertThat(hour.concentration()).isEqualByComparingTo("21.5");
        assertThat(hour.said().command()).isEqualTo(2061);
    }

    @Test
    void anHourOfWhichNothingWasSaidIsMissingAndNoZero() {
        Hour hour = account(series(Medium.GAS, "kiln", minutes(6, 0), 2), SO2)
                .hours(START.plusHours(1), START.plusHours(2))
                .getFirst();
        assertThat(hour.state()).isEqualTo(HourState.MISSING);
        assertThat(hour.concentration()).isNull();
    }

    @Test
    void whatPeopleMarkedGoesBeforeTheFlagOfTheDevice() {
        List<Reading> flagged = List.of(whole(SO2, 0, "20", "M"), whole(FLOW, 0, "24", "N"));
        assertThat(only(series(Medium.GAS, "kiln", flagged, 1)).state()).isEqualTo(HourState.INVALID);
        assertThat(only(series(Medium.GAS, "kiln", flagged, 1, marked("正常", 0, 60)))
                        .state())
                .isEqualTo(HourState.VALID);
        List<Reading> fine = List.of(whole(SO2, 0, "20", "N"), whole(FLOW, 0, "24", "N"));
        assertThat(only(series(Medium.GAS, "kiln", fine, 1, marked("维护", 0, 16)))
                        .state())
                .isEqualTo(HourState.INVALID);
        assertThat(only(series(Medium.GAS, "kiln", fine, 1, marked("维护", 0, 15)))
                        .state())
                .as("45 minutes are left")
                .isEqualTo(HourState.VALID);
    }

    @Test
    void ofTwoMarksTheLaterOneCounts() {
        List<Reading> fine = List.of(whole(SO2, 0, "20", "N"), whole(FLOW, 0, "24", "N"));
        Marked early = new Marked(START, START.plusHours(1), "", "维护", 1);
        Marked late = new Marked(START, START.plusHours(1), "", "正常", 2);
        assertThat(only(series(Medium.GAS, "kiln", fine, 1, late, early)).state())
                .isEqualTo(HourState.VALID);
    }

    @Test
    void aFlagThatNobodyKnowsDoesNotCount() {
        Hour hour = only(series(Medium.GAS, "kiln", List.of(whole(SO2, 0, "20", "Z"), whole(FLOW, 0, "24", "N")), 1));
        assertThat(hour.state()).isEqualTo(HourState.INVALID);
        assertThat(hour.note()).contains("不认得的标记 Z");
    }

    @Test
    void aNegativeConcentrationIsNoMeasurement() {
        Hour hour = only(series(Medium.GAS, "kiln", List.of(whole(SO2, 0, "-0.1", "N"), whole(FLOW, 0, "24", "N")), 1));
        assertThat(hour.state()).isEqualTo(HourState.INVALID);
        assertThat(hour.note()).contains("负值");
    }

    @Test
    void aStopIsBelievedWhereNothingSpeaksAgainstIt() {
        List<Reading> still = List.of(whole(SO2, 0, "0", "F"), whole(FLOW, 0, "0", "F"));
        assertThat(only(series(Medium.GAS, "kiln", still, 1)).origin()).isEqualTo(Origin.STOPPED);
        Hour silent = account(
                        series(Medium.GAS, "kiln", List.of(whole(SO2, 1, "20", "N")), 2, marked("停运", 0, 60)), SO2)
                .hours(START, START.plusHours(1))
                .getFirst();
        assertThat(silent.origin()).as("marked, and silent").isEqualTo(Origin.STOPPED);
        List<Reading> flowing = List.of(whole(SO2, 0, "20", "F"), whole(FLOW, 0, "24", "N"));
        Hour doubtful = only(series(Medium.GAS, "kiln", flowing, 1));
        assertThat(doubtful.state()).as("gas flows").isEqualTo(HourState.INVALID);
        assertThat(doubtful.origin()).isEqualTo(Origin.LACKING);
    }

    @Test
    void conversionThatTheDeviceGotWrongIsSaid() {
        Reading off = new Reading(2061, START, SO2, new BigDecimal("18"), new BigDecimal("25"), "N", 1);
        Reading close = new Reading(2061, START, SO2, new BigDecimal("18"), new BigDecimal("19.2"), "N", 1);
        Reading measured = whole("a19001", 0, "9.6", "N");
        Hour wrong = only(series(Medium.GAS, "kiln", List.of(off, measured, whole(FLOW, 0, "24", "N")), 1));
        assertThat(wrong.note()).contains("25").contains("不符");
        Hour right = only(series(Medium.GAS, "kiln", List.of(close, measured, whole(FLOW, 0, "24", "N")), 1));
        assertThat(right.note()).isEmpty();
        // The mass is of the gas as it is, not of the converted value.
        assertThat(right.mass()).isEqualByComparingTo("1.5552");
    }

    @Test
    void withoutOxygenTheDevicesConversionIsTakenAndSaid() {
        Reading theirs = new Reading(2061, START, SO2, new BigDecimal("18"), new BigDecimal("25"), "N", 1);
        Hour hour = only(series(Medium.GAS, "kiln", List.of(theirs, whole(FLOW, 0, "24", "N")), 1));
        assertThat(hour.converted()).isEqualByComparingTo("25");
        assertThat(hour.note()).contains("设备所报");
        Hour air = only(series(
                Medium.GAS, "kiln", List.of(theirs, whole("a19001", 0, "21", "N"), whole(FLOW, 0, "24", "N")), 1));
        assertThat(air.converted()).isNull();
        assertThat(air.note()).contains("不能折算");
    }

    @Test
    void nitrogenOxidesAreMadeOfTheirPartsWhereTheyAreNotReported() {
        List<Reading> parts =
                List.of(whole("a21003", 0, "30", "N"), whole("a21004", 0, "5", "N"), whole(FLOW, 0, "24", "N"));
        Hour hour = account(series(Medium.GAS, "", parts, 1), "a21002")
                .hours(START, START.plusHours(1))
                .getFirst();
        assertThat(hour.concentration())
                .isCloseTo(
                        new BigDecimal("50.9958008398"), org.assertj.core.data.Offset.offset(new BigDecimal("1e-9")));
    }

    @Test
    void flowOfTheStackNeedsStateAndHumidity() {
        Terms actual = new Terms(null, null, "", null, false, false, new BigDecimal("101325"), true, 10, List.of());
        List<Reading> readings = new ArrayList<>(List.of(
                whole(SO2, 0, "18", "N"),
                whole(FLOW, 0, "100000", "N"),
                whole("a01012", 0, "120", "N"),
                whole("a01013", 0, "-500", "N")));
        SourceSeries dryless =
                new SourceSeries(Medium.GAS, List.of(actual), readings, List.of(), START, START.plusHours(1));
        assertThat(only(dryless).mass()).isNull();
        assertThat(only(dryless).state()).isEqualTo(HourState.INVALID);
        readings.add(whole("a01014", 0, "10", "N"));
        Hour hour = only(new SourceSeries(Medium.GAS, List.of(actual), readings, List.of(), START, START.plusHours(1)));
        // 18 ÷ 0.9 = 20 mg/m³; × 62210.576… m³/h
        assertThat(hour.concentration()).isEqualByComparingTo("20");
        assertThat(hour.mass())
                .isCloseTo(
                        new BigDecimal("1.24421152553"), org.assertj.core.data.Offset.offset(new BigDecimal("1e-10")));
    }
}
