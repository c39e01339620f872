package org.luheng.app.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.luheng.files.OnlineRules;
import org.luheng.files.RulesFolder;

/** Completeness, days against months, and what may be added up (GB/T 37947; limits of rules/energy-online-checks.csv). */
class EnergyYearTests {
    private static final OnlineRules RULES =
            RulesFolder.read(Path.of("../rules")).online();
    private static final DataCode ELECTRICITY = Objects.requireNonNull(DataCode.parse("00-00-0000-023300-21"));
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate AFTERWARDS = LocalDate.of(2026, 2, 1);

    private final List<Counted> values = new ArrayList<>();
    private final List<MeterChange> changes = new ArrayList<>();

    private static Counted counted(StatType type, LocalDate from, String value, boolean valid) {
        LocalDateTime beginning = from.atStartOfDay();
        return new Counted(ELECTRICITY, type, beginning, new BigDecimal(value), valid, 4, beginning.plusDays(1), 1);
    }

    private void days(int month, int from, int to, String value) {
        for (int day = from; day <= to; day++) {
            values.add(counted(StatType.DAY, LocalDate.of(2025, month, day), value, true));
        }
    }

    private EnergyYear year() {
        return EnergyYear.of(ELECTRICITY, 2025, values, changes, START, AFTERWARDS);
    }

    private EnergyYear.Month month(int number) {
        return year().months().get(number - 1);
    }

    @Test
    void aWholeMonthOfDaysIsItsAmount() {
        days(1, 1, 31, "10.5");

        assertThat(month(1).amount()).contains(new BigDecimal("325.5"));
        assertThat(month(1).ground()).isEqualTo(EnergyYear.Ground.DAYS);
        assertThat(month(1).completeness()).contains(new BigDecimal("100.0"));
        assertThat(year().findings(month(1), RULES)).isEmpty();
    }

    @Test
    void aMonthWithAGapHasNoAmountEvenWhereItPassesAsComplete() {
        days(4, 1, 27, "10");

        assertThat(month(4).completeness()).contains(new BigDecimal("90.0"));
        assertThat(year().findings(month(4), RULES))
                .as("90 % of the days passes")
                .isEmpty();
        assertThat(month(4).amount()).as("but three days are not made up").isEmpty();
        assertThat(month(4).ground()).isEqualTo(EnergyYear.Ground.NONE);
    }

    @Test
    void oneDayLessThanTheLimitIsSaid() {
        days(4, 1, 26, "10");

        assertThat(year().findings(month(4), RULES))
                .singleElement()
                .asString()
                .contains("30")
                .contains("26")
                .contains("90%");
    }

    @Test
    void whatTheDeviceItselfCallsInvalidIsNoDay() {
        days(4, 1, 29, "10");
        values.add(counted(StatType.DAY, LocalDate.of(2025, 4, 30), "10", false));

        assertThat(month(4).received()).isEqualTo(29);
        assertThat(month(4).amount()).isEmpty();
    }

    @Test
    void daysAndMonthMayDifferByFivePercentAndNoMore() {
        days(4, 1, 30, "9.5");
        values.add(counted(StatType.MONTH, LocalDate.of(2025, 4, 1), "300", true));
        assertThat(month(4).difference()).contains(new BigDecimal("-5.00"));
        assertThat(year().findings(month(4), RULES))
                .as("285 against 300 is five percent")
                .isEmpty();
        assertThat(month(4).amount()).as("the month's own value goes first").contains(new BigDecimal("300"));

        values.set(0, counted(StatType.DAY, LocalDate.of(2025, 4, 1), "9.49", true));
        assertThat(month(4).difference()).as("rounded it looks the same").contains(new BigDecimal("-5.00"));
        assertThat(year().findings(month(4), RULES)).singleElement().asString().contains("284.99");
    }

    @Test
    void aChangedMeterIsReckonedFromTheReadingsOfBoth() {
        days(4, 1, 30, "10");
        values.set(9, counted(StatType.DAY, LocalDate.of(2025, 4, 10), "-99990", true));
        assertThat(year().findings(month(4), RULES))
                .anySatisfy(said -> assertThat(said).contains("2025-04-10", "负值"));
        assertThat(month(4).amount()).isEmpty();

        // It rolled over at 99 999.9 and counts in tenths: (99999.9 - 99996.4 + 2.5 - 0) × 2 = 12.
        changes.add(new MeterChange(
                ELECTRICITY,
                LocalDate.of(2025, 4, 10),
                "翻转",
                new BigDecimal("99996.4"),
                new BigDecimal("99999.9"),
                BigDecimal.ZERO,
                new BigDecimal("2.5"),
                new BigDecimal("2"),
                ""));
        assertThat(month(4).amount()).contains(new BigDecimal("302.0"));
        assertThat(month(4).changed()).containsExactly(LocalDate.of(2025, 4, 10));
        assertThat(year().findings(month(4), RULES)).isEmpty();
    }

    @Test
    void aQuarterIsTheSumOfItsMonthsOrNothing() {
        for (int month = 1; month <= 11; month++) {
            values.add(counted(StatType.MONTH, LocalDate.of(2025, month, 1), "100", true));
        }

        assertThat(year().quarter(1)).contains(new BigDecimal("300"));
        assertThat(year().quarter(4)).as("December is missing").isEmpty();
        assertThat(year().sum()).isEmpty();
        values.add(counted(StatType.MONTH, LocalDate.of(2025, 12, 1), "100", true));
        assertThat(year().sum()).contains(new BigDecimal("1200"));
    }

    @Test
    void coefficientsAreNotAdded() {
        DataCode coefficient = Objects.requireNonNull(DataCode.parse("0000000005150021"));
        List<Counted> each = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            each.add(new Counted(
                    coefficient,
                    StatType.MONTH,
                    LocalDate.of(2025, month, 1).atStartOfDay(),
                    new BigDecimal("13.3"),
                    true,
                    4,
                    LocalDate.of(2025, month, 1).atStartOfDay(),
                    1));
        }
        assertThat(EnergyYear.of(coefficient, 2025, each, List.of(), START, AFTERWARDS)
                        .sum())
                .isEmpty();
    }

    @Test
    void daysBeforeTheDeviceWasThereAndDaysToComeAreNotExpected() {
        days(4, 11, 20, "10");
        EnergyYear.Month april = EnergyYear.of(
                        ELECTRICITY, 2025, values, List.of(), LocalDate.of(2025, 4, 11), LocalDate.of(2025, 4, 21))
                .months()
                .get(3);

        assertThat(april.expected()).isEqualTo(10);
        assertThat(april.completeness()).contains(new BigDecimal("100.0"));
        assertThat(april.amount()).as("yet the month is not whole").isEmpty();
    }

    @Test
    void theOrderOfValuesDoesNotMatter() {
        days(1, 1, 31, "3.7");
        days(2, 5, 28, "4.1");
        values.add(counted(StatType.MONTH, LocalDate.of(2025, 2, 1), "120", true));
        EnergyYear inOrder = year();
        Random random = new Random(20251121);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(values, random);
            assertThat(year()).isEqualTo(inOrder);
        }
    }
}
