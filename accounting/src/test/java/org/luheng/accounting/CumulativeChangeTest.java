package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.FEEDSTOCK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change of energy per unit of GDP since the base year: the years multiplied, or the two ends where years between are not known. */
class CumulativeChangeTest {
    private static Figure cumulative(Example example, String period) {
        Figure figure = example.snapshot().figure(CITY, Element.CUMULATIVE, Example.period(period));
        assertThat(figure).isNotNull();
        return figure;
    }

    /** 2020 and 2023 alone: 90 ÷ 100 ÷ (1200 ÷ 1000) = 0.75. */
    private static Example ends() {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2023", Element.ENERGY, "90")
                .fact(CITY, "2020", Element.GDP, "1000")
                .fact(CITY, "2023", Element.GDP, "1200");
    }

    @Test
    void yearsAreMultipliedAndEachOfThemExplainsItself() {
        Figure figure = cumulative(
                new Example()
                        .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-2.5")
                        .fact(CITY, "2022", Element.PUBLISHED_CHANGE, "1"),
                "2022");
        // 0.975 × 1.01
        assertThat(figure.value()).isEqualByComparingTo("-1.525");
        assertThat(figure.trace().formula()).isEqualTo("(1 − 2.5%) × (1 + 1%) − 1 = -1.525%");
        assertThat(figure.trace().children()).hasSize(3);
        assertThat(figure.trace().children().get(1).text()).startsWith("单位地区生产总值能耗变化率 2022年");
    }

    @Test
    void whereYearsBetweenAreNotKnownTheTwoEndsServe() {
        Figure figure = cumulative(ends(), "2023");
        assertThat(figure.value()).isEqualByComparingTo("-25");
        assertThat(figure.trace().text()).isEqualTo("单位地区生产总值能耗累计变化 2020—2023年（两端水平之比；中间年份不全）");
        assertThat(figure.trace().formula()).isEqualTo("(90 ÷ 100) ÷ (1200 ÷ 1000) − 1 = -25%");
        assertThat(figure.sample()).isFalse();
        assertThat(figure.bracketed()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2020, 2020 不在基年 2020 之后", "2019, 2019 不在基年 2020 之后", "2023-Q1, 累计只按整年算，2023-Q1 不是整年"})
    void thereIsNoneBeforeTheFirstYearIsOver(String period, String missing) {
        Figure figure = cumulative(
                ends().fact(CITY, "2019", Element.ENERGY, "95").fact(CITY, "2019", Element.GDP, "950"), period);
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).isEqualTo(missing);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({"2020, 0", "2023, 0", "2020, -1", "2023, -1"})
    void anEndThatIsNotPositiveServesNothing(String year, String value) {
        Figure figure = cumulative(
                new Example()
                        .intensityFall(CITY, "14")
                        .fact(CITY, year.equals("2020") ? "2023" : "2020", Element.ENERGY, "100")
                        .fact(CITY, year, Element.ENERGY, value)
                        .fact(CITY, "2020", Element.GDP, "1000")
                        .fact(CITY, "2023", Element.GDP, "1200"),
                "2023");
        assertThat(figure.missing()).startsWith("2021年：缺").contains("；2022年：缺").contains("；2023年：缺");
    }

    @ParameterizedTest(name = "样例：{0} 年的 {1}")
    @CsvSource({"2020, energy.total", "2023, energy.total", "2020, gdp.constant", "2023, gdp.constant"})
    void oneMadeUpEndMakesItMadeUp(String year, String element) {
        Example example = new Example().intensityFall(CITY, "14");
        for (Fact fact : ends().facts()) {
            boolean sample =
                    fact.period().toString().equals(year) && fact.element().equals(element);
            example.factIn(
                    "",
                    CITY,
                    fact.period().toString(),
                    fact.element(),
                    fact.value().toPlainString(),
                    sample);
        }
        assertThat(cumulative(example, "2023").value()).isEqualByComparingTo("-25");
        assertThat(cumulative(example, "2023").sample()).isTrue();
    }

    /** Raw coal of 2020 is reckoned by a coefficient from memory (GB/T 2589-2008): 140 万吨 × 0.7143. */
    @Test
    void anEndReckonedByAnUnsettledCoefficientIsInBrackets() {
        Figure figure = cumulative(
                new Example()
                        .intensityFall(CITY, "14")
                        .fact(CITY, "2020", "energy.use.raw-coal", "140")
                        .fact(CITY, "2023", Element.ENERGY, "90")
                        .fact(CITY, "2020", Element.GDP, "1000")
                        .fact(CITY, "2023", Element.GDP, "1200"),
                "2023");
        // 90 ÷ 100.002 ÷ 1.2 = 0.749985
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo("-25.0015");
        assertThat(figure.bracketed()).isTrue();
    }

    /** 90 after 100 is less; 90 after the 80 that are left of the base year is more. Of the other years nobody can say. */
    @ParameterizedTest(name = "{0} 年有原料用能")
    @CsvSource({"2020", "2021", "2022", "2023"})
    void theTwoEndsServeOnlyWhereNothingWasToBeDeductedInAnyYear(String year) {
        Figure figure = cumulative(ends().fact(CITY, year, FEEDSTOCK, "20"), "2023");
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).contains("基期、报告期须同时扣减");
    }

    @ParameterizedTest(name = "原料用能 {0}、{1}")
    @CsvSource({"20, 15", "0, 15", "20, 0"})
    void norWhereBothAmountsAreKnown(String then, String now) {
        Figure figure =
                cumulative(ends().fact(CITY, "2022", FEEDSTOCK, then).fact(CITY, "2023", FEEDSTOCK, now), "2023");
        assertThat(figure.value()).isNull();
    }

    @Test
    void nothingDeductedIsNothingToDeduct() {
        Example example = ends();
        for (int year = 2020; year <= 2023; year++) {
            example.fact(CITY, "" + year, FEEDSTOCK, "0");
        }
        assertThat(cumulative(example, "2023").value()).isEqualByComparingTo("-25");
    }
}
