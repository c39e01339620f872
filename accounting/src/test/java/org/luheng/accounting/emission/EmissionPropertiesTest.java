package org.luheng.accounting.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.emission.Stack.START;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EmissionPropertiesTest {
    private static final int HOURS = 72;

    /** Hours and minutes of a stack, with flags, gaps, late versions; the same for one seed. */
    private static List<Reading> readings(long seed, Medium medium) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        List<String> factors =
                medium == Medium.GAS ? List.of(Stack.SO2, "a19001", Stack.FLOW) : List.of(Stack.COD, Stack.SEWAGE);
        for (int hour = 0; hour < HOURS; hour++) {
            for (String factor : factors) {
                for (int version = 1; version <= 1 + random.nextInt(2); version++) {
                    if (random.nextInt(4) > 0) {
                        readings.add(reading(random, Reading.OF_HOUR, hour * 60, factor, version));
                    }
                }
                for (int minute = 0; minute < 60; minute += 10) {
                    if (random.nextInt(8) > 0) {
                        readings.add(reading(random, Reading.OF_MINUTES, hour * 60 + minute, factor, 1));
                    }
                }
            }
        }
        return readings;
    }

    private static Reading reading(Random random, int command, int minute, String factor, int version) {
        BigDecimal value = new BigDecimal(random.nextInt(200)).movePointLeft(1);
        return new Reading(
                command,
                START.plusMinutes(minute),
                factor,
                random.nextInt(30) == 0 ? null : value,
                null,
                random.nextInt(10) == 0 ? "M" : random.nextInt(25) == 0 ? "F" : "N",
                version);
    }

    private static List<Hour> hours(Medium medium, List<Reading> readings) {
        String limits = medium == Medium.GAS ? "kiln" : "sewer";
        return Stack.account(
                        Stack.series(medium, limits, readings, HOURS), medium == Medium.GAS ? Stack.SO2 : Stack.COD)
                .hours(START, START.plusHours(HOURS));
    }

    @Property(tries = 60)
    void anyOrderAndDoublingGivesTheSameHours(@ForAll long seed, @ForAll Medium medium) {
        List<Reading> readings = readings(seed, medium);
        List<Hour> first = hours(medium, readings);
        List<Reading> doubled = new ArrayList<>(readings);
        doubled.addAll(readings.subList(0, readings.size() / 3));
        Collections.shuffle(doubled, new Random(seed + 1));
        assertThat(hours(medium, doubled)).isEqualTo(first);
    }

    /** An hour that is still measured keeps its mass; what is not measured any more is said not to be, and never nothing. */
    @Property(tries = 120)
    void worseCoverageNeverImprovesTheMassInSilence(
            @ForAll long seed, @ForAll Medium medium, @ForAll @IntRange(min = 1, max = 60) int gone) {
        List<Reading> whole = new ArrayList<>(readings(seed, medium).stream()
                .filter(reading -> reading.command() == Reading.OF_HOUR && reading.version() == 1)
                .filter(reading -> !reading.flag().equals("F"))
                .toList());
        List<Hour> before = hours(medium, whole);
        Collections.shuffle(whole, new Random(seed + 2));
        List<Hour> after = hours(medium, whole.subList(0, Math.max(40, whole.size() - gone)));
        int lost = 0;
        for (int at = 0; at < HOURS; at++) {
            Hour had = before.get(at);
            Hour has = after.get(at);
            switch (has.origin()) {
                case MEASURED -> {
                    assertThat(had.origin()).isEqualTo(Origin.MEASURED);
                    assertThat(has.mass()).isEqualTo(had.mass());
                }
                case SUBSTITUTED -> assertThat(has.note()).contains("取此前");
                case LACKING -> {
                    assertThat(has.mass()).isNull();
                    lost++;
                }
                case STOPPED -> throw new AssertionError("silence is no standstill");
            }
        }
        Emission sum = Emission.of(START, START.plusHours(HOURS), after, () -> {
            throw new AssertionError("nobody asked");
        });
        assertThat(sum.kilograms() == null).isEqualTo(lost > 0);
    }

    /** An hour of gas that goes missing after 180 even ones is made up for by no less than any of them. */
    @Property(tries = 30)
    void whatIsPutInPlaceOfGasIsNoLessThanWhatWasThereBefore(@ForAll @IntRange(min = 1, max = 24) int gap) {
        List<Reading> readings = new ArrayList<>();
        for (int hour = 0; hour < 300; hour++) {
            if (hour < 300 - gap) {
                readings.add(Stack.whole(Stack.SO2, hour, Integer.toString(10 + hour % 7), "N"));
                readings.add(Stack.whole(Stack.FLOW, hour, "24", "N"));
            }
        }
        PollutantAccount account = Stack.account(Stack.series(Medium.GAS, "", readings, 300), Stack.SO2);
        for (Hour hour : account.hours(START.plusHours(300 - gap), START.plusHours(300))) {
            // 16 × 86400 × 10⁻⁶
            assertThat(hour.mass()).isEqualByComparingTo("1.3824");
            assertThat(hour.origin()).isEqualTo(Origin.SUBSTITUTED);
        }
    }
}
