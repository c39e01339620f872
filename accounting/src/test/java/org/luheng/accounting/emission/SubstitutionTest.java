package org.luheng.accounting.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.emission.Stack.COD;
import static org.luheng.accounting.emission.Stack.FLOW;
import static org.luheng.accounting.emission.Stack.SEWAGE;
import static org.luheng.accounting.emission.Stack.SO2;
import static org.luheng.accounting.emission.Stack.START;
import static org.luheng.accounting.emission.Stack.account;
import static org.luheng.accounting.emission.Stack.series;
import static org.luheng.accounting.emission.Stack.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Trace;

/** HJ 75-2017 tables 5 and 6, HJ 356-2019 chapter 8. */
class SubstitutionTest {
    /** 10 mg/m³ and 100 000 m³/h (1 kg/h), but 30 mg/m³ in one hour; where it is broken the device says fault. */
    private static PollutantAccount gas(int hours, int peak, IntPredicate broken) {
        List<Reading> readings = new ArrayList<>();
        for (int at = 0; at < hours; at++) {
            readings.add(whole(SO2, at, at == peak ? "30" : "10", broken.test(at) ? "M" : "N"));
            readings.add(whole(FLOW, at, "100000", "N"));
        }
        Terms byHour = new Terms(null, null, "", null, true, true, null, true, 10, List.of());
        return account(
                new SourceSeries(Medium.GAS, List.of(byHour), readings, List.of(), START, START.plusHours(hours)), SO2);
    }

    private static Hour at(PollutantAccount account, int hour) {
        return account.hours(START.plusHours(hour), START.plusHours(hour + 1)).getFirst();
    }

    private static @Nullable BigDecimal rate(PollutantAccount account) {
        return Objects.requireNonNull(account.capture(START.toLocalDate())).rate();
    }

    @Test
    void aGapOfADayTakesTheGreatestOf180HoursBefore() {
        // The peak is the 180th hour before the gap of hours 400 to 423.
        assertThat(at(gas(424, 220, hour -> hour >= 400), 400).mass()).isEqualByComparingTo("3");
        assertThat(at(gas(424, 219, hour -> hour >= 400), 423).mass())
                .as("one hour too early")
                .isEqualByComparingTo("1");
        assertThat(at(gas(424, 220, hour -> hour >= 400), 400).concentration())
                .as("concentrations are not substituted")
                .isNull();
    }

    @Test
    void aLongerGapTakesTheGreatestOf720Hours() {
        assertThat(at(gas(925, 180, hour -> hour >= 900), 900).mass()).isEqualByComparingTo("3");
        assertThat(at(gas(925, 179, hour -> hour >= 900), 900).mass()).isEqualByComparingTo("1");
        Hour hour = at(gas(924, 180, hour2 -> hour2 >= 900), 900);
        assertThat(hour.mass()).as("24 hours are still a short gap").isEqualByComparingTo("1");
        assertThat(hour.note()).contains("180 个有效小时");
    }

    @Test
    void aQuarterOfPoorCaptureTakesTheGreatestOf2160Hours() {
        // 1000 hours, of which each fifth is broken: 80 % are captured.
        PollutantAccount poor = gas(1000, 1, hour -> hour % 5 == 4);
        assertThat(rate(poor)).isEqualByComparingTo("80");
        assertThat(at(poor, 999).mass()).isEqualByComparingTo("3");
        assertThat(at(poor, 999).note()).contains("2160").contains("只有 800 个");
    }

    @Test
    void exactlyNinetyPercentIsGoodEnough() {
        PollutantAccount good = gas(1000, 1, hour -> hour % 10 == 9);
        assertThat(rate(good)).isEqualByComparingTo("90");
        assertThat(at(good, 999).note()).contains("180");
    }

    @Test
    void belowThreeQuartersNothingIsSubstitutedAndTheSumIsNoNumber() {
        PollutantAccount bad = gas(100, 1, hour -> hour >= 74);
        Emission sum = bad.emission(START, START.plusHours(100));
        assertThat(sum.kilograms()).isNull();
        assertThat(sum.tonnes()).isNull();
        assertThat(sum.known()).as("74 hours, one of them three times as much").isEqualByComparingTo("76");
        assertThat(sum.lacking()).isEqualTo(26);
        assertThat(sum.missing()).contains("26 小时");
        assertThat(gas(100, 1, hour -> hour >= 75)
                        .emission(START, START.plusHours(100))
                        .kilograms())
                .as("three quarters are enough")
                .isEqualByComparingTo("152");
    }

    @Test
    void beforeTheFirstValidHourThereIsNothingToTake() {
        assertThat(at(gas(100, 50, hour -> hour == 0), 0).origin()).isEqualTo(Origin.LACKING);
    }

    @Test
    void anEmissionExplainsItself() {
        PollutantAccount account = gas(48, 1, hour -> hour == 40);
        Trace trace = account.emission(START, START.plusDays(2)).trace();
        assertThat(trace.value()).isEqualByComparingTo("52");
        assertThat(trace.formula()).contains("实测 47 小时").contains("替代 1 小时");
        assertThat(trace.children()).hasSize(2);
        Trace gap = trace.children().get(1).children().get(16);
        assertThat(gap.formula()).contains("取此前 180 个有效小时的最大值");
        assertThat(gap.children()).anyMatch(child -> child.kind() == Trace.Kind.RULE);
        assertThat(gap.children()).anyMatch(child -> "47 ÷ 48 小时".equals(child.formula()));
    }

    private static PollutantAccount water(List<Reading> readings, int hours) {
        return account(series(Medium.WATER, "sewer", readings, hours), COD);
    }

    @Test
    void missingWaterTakesTheMeansOfTheEqualTimeBefore() {
        // L/s × 3.6 = m³/h: 10, 20, 30, then two hours without COD, the second without flow as well.
        List<Reading> readings = List.of(
                whole(COD, 0, "60", "N"),
                whole(SEWAGE, 0, "100", "N"),
                whole(COD, 1, "30", "N"),
                whole(SEWAGE, 1, "200", "N"),
                whole(COD, 2, "50", "N"),
                whole(SEWAGE, 2, "300", "N"),
                whole(SEWAGE, 3, "100", "N"),
                whole(COD, 4, "0", "M"));
        PollutantAccount account = water(readings, 5);
        // The two hours before: COD (30 + 50) ÷ 2, flow (720 + 1080) ÷ 2 m³/h. 40 × 360 × 10⁻³; 40 × 900 × 10⁻³.
        assertThat(at(account, 3).mass()).isEqualByComparingTo("14.4");
        assertThat(at(account, 4).mass()).isEqualByComparingTo("36");
        Emission sum = account.emission(START, START.plusHours(5));
        // 60 × 360, 30 × 720, 50 × 1080 g
        assertThat(sum.kilograms()).isEqualByComparingTo("147.6");
        assertThat(sum.substituted()).isEqualTo(2);
        assertThat(sum.tonnes()).isEqualByComparingTo("0.1476");
    }

    @Test
    void whereNothingFlowsNothingIsCarried() {
        PollutantAccount account = water(List.of(whole(COD, 0, "60", "M"), whole(SEWAGE, 0, "0", "N")), 1);
        assertThat(at(account, 0).mass()).isEqualByComparingTo("0");
        assertThat(at(account, 0).origin()).isEqualTo(Origin.MEASURED);
    }
}
