package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the other targets of a plan are held against: rates chained, amounts added up, levels beside their base. */
class ProgressFigureTest {
    private static Figure figure(Example example, String indicator, String period) {
        Figure figure = example.snapshot().figure(CITY, indicator, Example.period(period));
        assertThat(figure).isNotNull();
        return figure;
    }

    private static Example rates(String unit) {
        return new Example()
                .target(CITY, "industry", TargetKind.RELATIVE_CHANGE, Relation.FALL, "18", unit, 2020, null)
                .fact(CITY, "2020", "industry", "-9")
                .fact(CITY, "2021", "industry", "-4")
                .fact(CITY, "2022", "industry", "-5");
    }

    @Test
    void yearlyRatesAreChained() {
        Figure figure = figure(rates("%"), "industry", "2022");
        // 0.96 × 0.95
        assertThat(figure.value()).isEqualByComparingTo("-8.8");
        assertThat(figure.unit()).isEqualTo("%");
        assertThat(figure.trace().formula()).isEqualTo("(1 − 4%) × (1 − 5%) − 1 = -8.8%");
    }

    @Test
    void aTargetForEveryYearIsHeldAgainstTheirMean() {
        Figure figure = figure(rates("%/年"), "industry", "2022");
        // √0.912 = 0.954987
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo("-4.5013");
        assertThat(figure.trace().formula()).isEqualTo("((1 − 4%) × (1 − 5%))^(1/2) − 1 = -4.5013%/年");
    }

    @Test
    void whatFellByAllOfItHasNoMean() {
        Example example = new Example()
                .target(CITY, "industry", TargetKind.RELATIVE_CHANGE, Relation.FALL, "18", "%/年", 2020, null)
                .fact(CITY, "2021", "industry", "-100")
                .fact(CITY, "2022", "industry", "-5");
        assertThat(figure(example, "industry", "2022").trace().formula())
                .isEqualTo("(1 − 100%) × (1 − 5%) − 1 = -100%/年");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2023, 缺industry 2023",
        "2024, 缺industry 2023",
        "2020, 2020 不在基年 2020 之后",
        "2019, 2019 不在基年 2020 之后",
        "2021-Q1, 各年变化率连乘只按整年算，2021-Q1 不是整年"
    })
    void aChainLacksItsFirstMissingYear(String period, String missing) {
        Figure figure = figure(rates("%"), "industry", period);
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).isEqualTo(missing);
    }

    private static Example sums() {
        return new Example()
                .target(CITY, "reduction", TargetKind.CUMULATIVE, Relation.EQUAL, "100", "吨", 2020, null)
                .fact(CITY, "2020", "reduction", "50")
                .fact(CITY, "2021", "reduction", "20")
                .fact(CITY, "2022-01/2022-06", "reduction", "7")
                .fact(CITY, "2022-Q2", "reduction", "5");
    }

    @Test
    void amountsAreAddedUpFromTheFirstYearOn() {
        assertThat(figure(sums(), "reduction", "2021").value()).isEqualByComparingTo("20");
        Figure figure = figure(sums(), "reduction", "2022-01/2022-06");
        assertThat(figure.value()).isEqualByComparingTo("27");
        assertThat(figure.trace().formula()).isEqualTo("20 + 7 = 27");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2020, 累计量自 2021 年起计，2020 在其之前",
        "2022-Q2, 累计量按年初以来的数计，2022-Q2 不是",
        "2022, 缺reduction 2022",
        "2023, 缺reduction 2022"
    })
    void aSumSaysWhatItLacks(String period, String missing) {
        assertThat(figure(sums(), "reduction", period).missing()).isEqualTo(missing);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"2021, ON_PATH", "2020, NO_DATA"})
    void theFirstYearOfThePlanIsJudged(String year, State state) {
        assertThat(sums().snapshot()
                        .light(CITY, "reduction", Example.period(year))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void whatIsMissingIsTheReasonOfTheLight() {
        Light light = sums().snapshot().light(CITY, "reduction", Example.period("2022-Q2"));
        assertThat(light.state()).isEqualTo(State.NO_DATA);
        assertThat(light.reason()).isEqualTo("累计量按年初以来的数计，2022-Q2 不是");
    }

    @ParameterizedTest(name = "基期值 {0}")
    @CsvSource({"0", "-3"})
    void aBaseThatIsNotPositiveCannotBeComparedWith(String base) {
        Example example = new Example()
                .target(CITY, "adhesive", TargetKind.RELATIVE_CHANGE, Relation.FALL, "20", "%", 2020, null)
                .fact(CITY, "2020", "adhesive", base)
                .fact(CITY, "2022", "adhesive", "4");
        assertThat(figure(example, "adhesive", "2022").missing()).isEqualTo("基期值 " + base + " 不是正数，不能比较");
    }

    @Test
    void pointsMayBeCountedFromNothing() {
        Example example = new Example()
                .target(CITY, "green", TargetKind.POINTS, Relation.RISE, "20", "个百分点", 2020, null)
                .fact(CITY, "2020", "green", "0")
                .fact(CITY, "2022", "green", "8");
        Figure figure = figure(example, "green", "2022");
        assertThat(figure.value()).isEqualByComparingTo("8");
        assertThat(figure.trace().formula()).isEqualTo("8 − 0 = 8 个百分点");
        // 20 × 2 ÷ 5 = 8 after two years
        Light light = example.snapshot().light(CITY, "green", Period.year(2022));
        assertThat(light.state()).isEqualTo(State.ON_PATH);
        assertThat(light.reason()).isEqualTo("实际8个百分点，目标提高20个百分点，进度要求8：达到进度");
    }

    /** The plan prints 0.05 亿立方米, the city reports 万立方米: 500, and from 600 the path stands at 560 in 2022. */
    @ParameterizedTest(name = "{0} 万立方米 → {1}")
    @CsvSource({"560, ON_PATH", "561, SHORT", "601, WRONG_WAY"})
    void aTargetPrintedInAnotherUnitIsComparedInThatOfTheFacts(String value, State state) {
        Light light = new Example()
                .indicator("water.loss", Indicator.Accumulation.FLOW, "万立方米")
                .target(CITY, "water.loss", TargetKind.LEVEL, Relation.AT_MOST, "0.05", "亿立方米", 2020, "0.06")
                .fact(CITY, "2022", "water.loss", value)
                .snapshot()
                .light(CITY, "water.loss", Period.year(2022));
        assertThat(light.state()).isEqualTo(state);
        assertThat(light.reason()).contains("进度要求560：" + state.word());
    }

    /** At most 100 in five years: 40 by the end of the second. */
    @ParameterizedTest(name = "两年用去 {0} → {1}")
    @CsvSource({"40, ON_PATH", "39, ON_PATH", "40.1, SHORT", "100.1, SHORT", "0, ON_PATH"})
    void anAmountThatMayBeUsedUpIsJudgedOnItsWay(String used, State state) {
        Light light = new Example()
                .indicator("quota", Indicator.Accumulation.CUMULATIVE, "吨")
                .target(CITY, "quota", TargetKind.CUMULATIVE, Relation.AT_MOST, "100", "吨", 2020, null)
                .fact(CITY, "2021", "quota", "0")
                .fact(CITY, "2022", "quota", used)
                .snapshot()
                .light(CITY, "quota", Period.year(2022));
        assertThat(light.state()).isEqualTo(state);
    }

    private static Light one(TargetKind kind, Relation relation, @Nullable String value, String nature, String year) {
        Snapshot snapshot = new Example()
                .target(CITY, "green", kind, relation, value, "%", 2020, "40", nature)
                .fact(CITY, year, "green", "50")
                .snapshot();
        return snapshot.light(CITY, "green", Example.period(year));
    }

    @Test
    void aReferenceIsShownAndNotJudged() {
        Light light = one(TargetKind.SHARE, Relation.EQUAL, "60", "参考值", "2023");
        assertThat(light.state()).isEqualTo(State.REFERENCE);
        assertThat(light.reason()).isEqualTo("实际50%，目标达到60%（参考值，不评灯）");
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({
        "2023, '实际50%，目标达到60%，进度要求52：不足'",
        "2025, '实际50%，目标达到60%，进度要求60：不足，期限已到'",
        "2022, '实际50%，目标达到60%，进度要求48：达到进度'"
    })
    void theReasonSaysWhatWasComparedAndThatTimeIsUp(String year, String reason) {
        Light light = one(TargetKind.SHARE, Relation.EQUAL, "60", "", year);
        assertThat(light.reason()).isEqualTo(reason);
        assertThat(light.bracketed()).isFalse();
    }

    @Test
    void whatIsReachedAtTheEndIsNotSaidToBeLate() {
        Light light = one(TargetKind.SHARE, Relation.EQUAL, "50", "", "2025");
        assertThat(light.reason()).isEqualTo("实际50%，目标达到50%，进度要求50：达到进度");
    }

    /** A target whose base year is the year it is due has no way between: only met or not. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"60, MET", "59, OVERDUE"})
    void withoutAYearBetweenThereIsNoPath(String value, State state) {
        Light light = new Example()
                .target(CITY, "green", TargetKind.SHARE, Relation.AT_LEAST, "60", "%", 2025, "40")
                .fact(CITY, "2025", "green", value)
                .snapshot()
                .light(CITY, "green", Period.year(2025));
        assertThat(light.state()).isEqualTo(state);
    }
}
