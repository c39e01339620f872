package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.DISTRICT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightsTest {
    private static final Period Y2021 = Period.year(2021);

    @ParameterizedTest(name = "14% 目标，同比 {0}% → {1} 级")
    @CsvSource({"0.01,1", "0,2", "-2.9714,2", "-2.9715,3", "-2.98,3", "-9,3"})
    void intensityThatRoseIsTheWorstAndShortIsSecond(String change, int level) {
        Light light = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, change)
                .snapshot()
                .light(CITY, Element.LIGHT_INTENSITY, Y2021);
        // the exact share is −2.97142…: the rounded −2.9714 is still short of it
        assertThat(light.level()).isEqualTo(level);
    }

    @Test
    void noDataIsNoLight() {
        Light light = new Example().intensityFall(CITY, "14").snapshot().light(CITY, Element.LIGHT_INTENSITY, Y2021);
        assertThat(light.level()).isNull();
        assertThat(light.state()).isEqualTo(State.NO_DATA);
    }

    @Test
    void placeWithoutATargetOfItsOwnIsUndividedAndDoesNotInheritTheCitys() {
        Snapshot snapshot = new Example()
                .intensityFall(CITY, "14")
                .growth(DISTRICT, 2021, "-5", "8")
                .snapshot();
        Light light = snapshot.light(DISTRICT, Element.LIGHT_INTENSITY, Y2021);
        assertThat(light.level()).isNull();
        assertThat(light.state()).isEqualTo(State.UNDIVIDED);
        Figure change = snapshot.figure(DISTRICT, Element.CHANGE, Y2021);
        assertThat(PublishedFiguresTest.printed(change, 2)).isEqualTo("-12.04");
    }

    @Test
    void quarterAloneHasAChangeButNoLight() {
        Snapshot snapshot = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021-Q2", Element.ENERGY_GROWTH, "-1")
                .fact(CITY, "2021-Q2", Element.GDP_GROWTH, "5")
                .snapshot();
        Period quarter = Example.period("2021-Q2");
        assertThat(PublishedFiguresTest.printed(snapshot.figure(CITY, Element.CHANGE, quarter), 2))
                .isEqualTo("-5.71");
        assertThat(snapshot.light(CITY, Element.LIGHT_INTENSITY, quarter).level())
                .isNull();
    }

    @Test
    void aQuarterAndJanuaryToJuneAreNeverMixed() {
        Snapshot snapshot = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021-Q2", Element.ENERGY_GROWTH, "-1")
                .fact(CITY, "2021-01/2021-06", Element.GDP_GROWTH, "5")
                .snapshot();
        assertThat(value(snapshot, Element.CHANGE, "2021-Q2")).isNull();
        assertThat(value(snapshot, Element.CHANGE, "2021-01/2021-06")).isNull();
    }

    private static java.math.@Nullable BigDecimal value(Snapshot snapshot, String indicator, String period) {
        Figure figure = snapshot.figure(CITY, indicator, Example.period(period));
        assertThat(figure).isNotNull();
        return figure.value();
    }

    @Test
    void partOfAYearHasNoCumulativeChange() {
        Snapshot snapshot = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-3")
                .fact(CITY, "2021-01/2021-06", Element.PUBLISHED_CHANGE, "-1")
                .snapshot();
        assertThat(value(snapshot, Element.CUMULATIVE, "2021-01/2021-06")).isNull();
        assertThat(value(snapshot, Element.REQUIRED, "2021-01/2021-06")).isNull();
    }

    @Test
    void pathIsCumulativeAndYearsMultiply() {
        Example example = new Example().intensityFall(CITY, "14");
        for (int year = 2021; year <= 2025; year++) {
            example.fact(CITY, Integer.toString(year), Element.PUBLISHED_CHANGE, "-2.8");
        }
        // five times 2.8 is 14 when added, 13.24 when multiplied: short of the target
        Light light = example.snapshot().light(CITY, Element.LIGHT_PROGRESS, Period.year(2025));
        assertThat(light.level()).isEqualTo(2);
        assertThat(light.reason()).contains("-13.24");
    }

    @ParameterizedTest(name = "总量 {0}（目标 102.87）→ {1} 级")
    @CsvSource({"102.8,3", "102.9,2", "113.1,2", "113.2,1"})
    void totalFollowsPlannedGrowthAndTheYearsShare(String actual, int level) {
        // 100 × 1.06 × (1 − 2.971387 %) = 102.8503
        Light light = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, actual)
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "6")
                .fact(CITY, "2021", Element.GDP_GROWTH, "8")
                .snapshot()
                .light(CITY, Element.LIGHT_TOTAL, Y2021);
        assertThat(light.level()).isEqualTo(level);
        assertThat(light.bracketed())
                .as("the gap rule for totals is not settled")
                .isTrue();
    }

    @Test
    void totalGrowsWithTheEconomyOnlyWhereThePlanSaysSo() {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "104")
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "6")
                .fact(CITY, "2021", Element.GDP_GROWTH, "8");
        assertThat(example.snapshot().light(CITY, Element.LIGHT_TOTAL, Y2021).level())
                .isEqualTo(2);
        assertThat(example.totalAdjusts()
                        .snapshot()
                        .light(CITY, Element.LIGHT_TOTAL, Y2021)
                        .level())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "减排累计 {0} + {1}，五年 10434 吨 → {2} 级")
    @CsvSource({"2000,2200,3", "2000,2100,2", "0,0,2", "-1,0,1"})
    void reductionsAddUpAndFollowALinearPathFromZero(String first, String second, int level) {
        Light light = new Example()
                .target(CITY, "reduction", TargetKind.CUMULATIVE, Relation.EQUAL, "10434", "吨", 2020, null)
                .fact(CITY, "2021", "reduction", first)
                .fact(CITY, "2022", "reduction", second)
                .snapshot()
                .light(CITY, "reduction", Period.year(2022));
        assertThat(light.level()).isEqualTo(level);
    }

    @Test
    void aYearMissingFromASumIsNamedAndNothingIsGuessed() {
        Figure figure = new Example()
                .target(CITY, "reduction", TargetKind.CUMULATIVE, Relation.EQUAL, "10434", "吨", 2020, null)
                .fact(CITY, "2022", "reduction", "9000")
                .snapshot()
                .figure(CITY, "reduction", Period.year(2022));
        assertThat(figure).isNotNull();
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).contains("2021");
    }

    @ParameterizedTest(name = "漏损率 {0}%（目标 6%，{1}）→ {2}")
    @CsvSource({"6,2025,MET", "5.9,2023,MET", "6.1,2023,NOT_YET", "6.1,2025,OVERDUE"})
    void withoutABaseThereIsOnlyMetNotYetAndOverdue(String value, String year, State state) {
        Light light = new Example()
                .target(CITY, "leakage", TargetKind.SHARE, Relation.EQUAL, "6", "%", null, null)
                .fact(CITY, year, "leakage", value)
                .snapshot()
                .light(CITY, "leakage", Example.period(year));
        assertThat(light.level()).isNull();
        assertThat(light.state()).isEqualTo(state);
    }

    @ParameterizedTest(name = "绿色建筑 64.9% → 100%，2022 年 {0}% → {1} 级")
    @CsvSource({"79,3", "78.9,2", "64.8,1", "64.9,2"})
    void withABaseTheLinearPathCounts(String value, int level) {
        // 64.9 + 35.1 × 2/5 = 78.94
        Light light = new Example()
                .target(CITY, "green", TargetKind.SHARE, Relation.EQUAL, "100", "%", 2020, "64.9")
                .fact(CITY, "2022", "green", value)
                .snapshot()
                .light(CITY, "green", Period.year(2022));
        assertThat(light.level()).isEqualTo(level);
    }

    @Test
    void relativeChangeComparesWithTheBaseYear() {
        Example example = new Example()
                .target(CITY, "adhesive", TargetKind.RELATIVE_CHANGE, Relation.FALL, "20", "%", 2020, null)
                .fact(CITY, "2020", "adhesive", "500")
                .fact(CITY, "2025", "adhesive", "401");
        Snapshot snapshot = example.snapshot();
        assertThat(PublishedFiguresTest.printed(snapshot.figure(CITY, "adhesive", Period.year(2025)), 2))
                .isEqualTo("-19.8");
        assertThat(snapshot.light(CITY, "adhesive", Period.year(2025)).level()).isEqualTo(2);
    }

    @Test
    void yearlyRatesOfAnIndicatorMultiply() {
        Example example = new Example()
                .target(CITY, "industry", TargetKind.RELATIVE_CHANGE, Relation.FALL, "18", "%", 2020, null);
        for (int year = 2021; year <= 2025; year++) {
            example.fact(CITY, Integer.toString(year), "industry", "-4");
        }
        assertThat(PublishedFiguresTest.printed(example.snapshot().figure(CITY, "industry", Period.year(2025)), 3))
                .isEqualTo("-18.463");
    }

    @ParameterizedTest(name = "水质 {0} 类，要求达到或优于Ⅲ类 → {1}")
    @CsvSource({"2,MET", "3,MET", "4,OVERDUE", "6,OVERDUE"})
    void smallerWaterClassIsBetter(String value, State state) {
        Light light = new Example()
                .target(CITY, "water.class", TargetKind.CLASS, Relation.AT_LEAST, "3", "类", null, null)
                .fact(CITY, "2025", "water.class", value)
                .snapshot()
                .light(CITY, "water.class", Period.year(2025));
        assertThat(light.state()).isEqualTo(state);
    }

    @Test
    void whatALightComparesWithExplainsItself() {
        Snapshot snapshot = new Example()
                .intensityFall(CITY, "14")
                .target(CITY, "reduction", TargetKind.CUMULATIVE, Relation.EQUAL, "100", "吨", 2020, null)
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-3")
                .fact(CITY, "2022", Element.PUBLISHED_CHANGE, "-3")
                .fact(CITY, "2021", "reduction", "30")
                .fact(CITY, "2022", "reduction", "30")
                .snapshot();
        Period year = Period.year(2022);
        assertYardstick(snapshot, Element.LIGHT_INTENSITY, year, "-2.9714", "^(1/5)");
        assertYardstick(snapshot, Element.LIGHT_PROGRESS, year, "-5.8545", "^(2/5)");
        assertYardstick(snapshot, "reduction", year, "40", "× 24 ÷ 60");
    }

    private static void assertYardstick(Snapshot snapshot, String light, Period period, String value, String formula) {
        Figure yardstick = snapshot.yardstick(snapshot.light(CITY, light, period));
        assertThat(PublishedFiguresTest.printed(yardstick, 4)).isEqualTo(value);
        assertThat(yardstick).isNotNull();
        Trace trace = yardstick.trace();
        assertThat(trace.formula()).contains(formula);
        assertThat(trace.children().stream().map(Trace::kind).toList())
                .containsExactly(Trace.Kind.CLAUSE, Trace.Kind.RULE);
    }

    @Test
    void zeroGdpGivesNoFigure() {
        Snapshot snapshot = new Example()
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "90")
                .fact(CITY, "2020", Element.GDP, "1000")
                .fact(CITY, "2021", Element.GDP, "0")
                .snapshot();
        Figure change = snapshot.figure(CITY, Element.CHANGE, Y2021);
        assertThat(change).isNotNull();
        assertThat(change.value()).isNull();
        assertThat(change.missing()).contains("零或负");
    }
}
