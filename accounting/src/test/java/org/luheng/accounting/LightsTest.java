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
        assertThat(change.missing()).contains("须大于零");
    }

    @ParameterizedTest(name = "能源消费 100 → {0}：不算数，不亮灯")
    @CsvSource({"0", "-5"})
    void energyThatIsNotPositiveTurnsNoLightGreen(String now) {
        Snapshot snapshot = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, now)
                .fact(CITY, "2021", Element.GDP_GROWTH, "6")
                .snapshot();
        assertThat(value(snapshot, Element.CHANGE, "2021")).isNull();
        assertThat(snapshot.light(CITY, Element.LIGHT_INTENSITY, Y2021).level()).isNull();
    }

    @ParameterizedTest(name = "{0} 年：没有灯")
    @CsvSource({"2019", "2020", "2026"})
    void theBaseYearAndYearsAfterTheDueDateHaveNoLight(String year) {
        Example example = new Example()
                .target(CITY, "adhesive", TargetKind.RELATIVE_CHANGE, Relation.FALL, "20", "%", 2020, null)
                .target(CITY, "reduction", TargetKind.CUMULATIVE, Relation.EQUAL, "100", "吨", 2020, null);
        for (int each = 2019; each <= 2026; each++) {
            example.fact(CITY, "" + each, "adhesive", "500").fact(CITY, "" + each, "reduction", "30");
        }
        Snapshot snapshot = example.snapshot();
        assertThat(snapshot.light(CITY, "adhesive", Example.period(year)).level())
                .isNull();
        assertThat(snapshot.light(CITY, "reduction", Example.period(year)).level())
                .isNull();
        assertThat(snapshot.of(Example.period(year)).lights()).isEmpty();
    }

    @Test
    void growthKnownFromLevelsAdjustsTheTotalLikeAGrowthRate() {
        Light light = new Example()
                .intensityFall(CITY, "14")
                .totalAdjusts()
                .fact(CITY, "2020", Element.ENERGY, "3000")
                .fact(CITY, "2021", Element.ENERGY, "3250")
                .fact(CITY, "2020", Element.GDP, "10000")
                .fact(CITY, "2021", Element.GDP, "11200")
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7")
                .snapshot()
                .light(CITY, Element.LIGHT_TOTAL, Y2021);
        assertThat(light.level()).isEqualTo(3);
    }

    @Test
    void whoMeetsTheIntensityTargetIsFreedFromTheTotalWhereThePlanSaysSo() {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "104")
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "6")
                .fact(CITY, "2021", Element.GDP_GROWTH, "9");
        assertThat(example.snapshot().light(CITY, Element.LIGHT_TOTAL, Y2021).level())
                .isEqualTo(2);
        Light freed = example.totalExempt(TotalExempt.INTENSITY).snapshot().light(CITY, Element.LIGHT_TOTAL, Y2021);
        assertThat(freed.level()).isNull();
        assertThat(freed.state()).isEqualTo(State.EXEMPT);
        assertThat(freed.reason()).contains("免于考核");
    }

    @Test
    void aPublishedRateThatWouldGiveAnotherLevelIsNamedAndBracketsTheLight() {
        Light light = new Example()
                .intensityFall(CITY, "14")
                .growth(CITY, 2021, "1", "6")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "3")
                .snapshot()
                .light(CITY, Element.LIGHT_INTENSITY, Y2021);
        assertThat(light.level()).isEqualTo(3);
        assertThat(light.bracketed()).isTrue();
        assertThat(light.reason()).contains("反馈数3%").contains("不一致");
    }

    @ParameterizedTest(name = "年均下降 4%：{0}%、{1}% → {2} 级")
    @CsvSource({"-4,-4,3", "-3.8,-4,2", "-5,-3.5,3", "-3.9,-3.9,2"})
    void aYearlyRateIsHeldAgainstTheMeanOfTheYears(String first, String second, int level) {
        Light light = new Example()
                .target(CITY, "industry", TargetKind.RELATIVE_CHANGE, Relation.FALL, "4", "%/年", 2020, null)
                .fact(CITY, "2021", "industry", first)
                .fact(CITY, "2022", "industry", second)
                .snapshot()
                .light(CITY, "industry", Period.year(2022));
        assertThat(light.level()).isEqualTo(level);
    }

    @Test
    void moreThanIsNotMetByAsMuchAs() {
        Light light = new Example()
                .target(CITY, "green", TargetKind.SHARE, Relation.MORE, "13", "%", 2020, "7.8")
                .fact(CITY, "2025", "green", "13")
                .snapshot()
                .light(CITY, "green", Period.year(2025));
        assertThat(light.level()).isEqualTo(2);
    }

    @ParameterizedTest(name = "上限 144.2 吨：{0} {1} 吨 → {2}")
    @CsvSource({
        "2025,144.2,MET",
        "2025,144.3,OVERDUE",
        "2025-01/2025-09,150,OVERDUE",
        "2025-01/2025-09,36,NOT_YET",
        "2024,100,NO_DATA"
    })
    void aCapIsKeptOnlyWhenTheYearIsOverAndBrokenAsSoonAsItIs(String period, String value, State state) {
        Light light = new Example()
                .target(CITY, "adhesive", TargetKind.CAP, Relation.AT_MOST, "144.2", "吨", null, null)
                .fact(CITY, period, "adhesive", value)
                .snapshot()
                .light(CITY, "adhesive", Example.period(period));
        assertThat(light.state()).isEqualTo(state);
    }

    @Test
    void reasonsShowEnoughPlacesToTellTheTwoNumbersApart() {
        Light light = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-2.97")
                .snapshot()
                .light(CITY, Element.LIGHT_INTENSITY, Y2021);
        assertThat(light.level()).isEqualTo(2);
        assertThat(light.reason()).contains("-2.97%").contains("-2.9714%");
    }
}
