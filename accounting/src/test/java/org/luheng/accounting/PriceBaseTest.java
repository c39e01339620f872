package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GDP at constant prices across a change of the price base (mistake 2 of domain.md). */
class PriceBaseTest {
    private static final String P2015 = Element.GDP + ".2015";
    private static final String P2020 = Element.GDP + ".2020";
    private static final Period Y2021 = Period.year(2021);

    private static Example energy() {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2019", Element.ENERGY, "100")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "100");
    }

    private static Figure change(Example example) {
        Figure figure = example.snapshot().figure(CITY, Element.CHANGE, Y2021);
        assertThat(figure).isNotNull();
        return figure;
    }

    @Test
    void levelsAtTwoPriceBasesAreNeverCompared() {
        Figure figure = change(energy().fact(CITY, "2020", P2015, "1000").fact(CITY, "2021", P2020, "1320"));
        assertThat(figure.value()).isNull();
        assertThat(figure.missing())
                .isEqualTo(
                        "缺gdp.constant：2021 只有gdp.constant.2020，2020 只有gdp.constant.2015，价格基期不同，缺一年的两种价格的数作衔接，或gdp.growth 2021");
    }

    @Test
    void theYearKnownAtBothPricesLinksThem() {
        Figure same = change(energy().fact(CITY, "2020", P2015, "1000")
                .fact(CITY, "2020", P2020, "1200")
                .fact(CITY, "2021", P2020, "1320"));
        assertThat(PublishedFiguresTest.printed(same, 4)).isEqualTo("-9.0909");
        assertThat(same.trace().formula()).isEqualTo("(100 ÷ 100) ÷ (1320 ÷ 1200) − 1 = -9.0909%");
        // 2021 at prices of 2015 over 2019 at them, by way of 2020: cumulative from the two ends
        Figure linked = energy().fact(CITY, "2019", P2015, "900")
                .fact(CITY, "2020", P2015, "1000")
                .fact(CITY, "2020", P2020, "1200")
                .fact(CITY, "2021", P2020, "1320")
                .target(CITY, "x", TargetKind.LEVEL, Relation.AT_MOST, "1", "%", null, null)
                .snapshot()
                .figure(CITY, Element.CHANGE, Period.year(2020));
        assertThat(PublishedFiguresTest.printed(linked, 4)).isEqualTo("-10");
    }

    @Test
    void aLinkCarriesTheEarlierLevelOver() {
        Example example = new Example()
                .target(CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, "14", "%", 2019, null)
                .fact(CITY, "2019", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "99")
                .fact(CITY, "2019", P2015, "900")
                .fact(CITY, "2020", P2015, "1000")
                .fact(CITY, "2020", P2020, "1200")
                .fact(CITY, "2021", P2020, "1320");
        Figure cumulative = example.snapshot().figure(CITY, Element.CUMULATIVE, Y2021);
        assertThat(cumulative).isNotNull();
        // GDP: 1320 ÷ (900 × 1200 ÷ 1000) = 1.2222…; 0.99 ÷ 1.2222… − 1 = −19 %
        assertThat(PublishedFiguresTest.printed(cumulative, 4)).isEqualTo("-19");
        assertThat(cumulative.trace().formula()).isEqualTo("(99 ÷ 100) ÷ (1320 ÷ (900 × 1200 ÷ 1000)) − 1 = -19%");
        assertThat(cumulative.trace().children()).hasSize(7);
    }

    @Test
    void aGrowthRateStandsInWhereNothingLinks() {
        Figure figure = change(energy().fact(CITY, "2020", P2015, "1000")
                .fact(CITY, "2021", P2020, "1320")
                .fact(CITY, "2021", Element.GDP_GROWTH, "10"));
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo("-9.0909");
        assertThat(figure.trace().formula()).isEqualTo("(100 ÷ 100) ÷ (1 + 10%) − 1 = -9.0909%");
    }

    @Test
    void aLevelThatIsNotPositiveLinksNothing() {
        Figure figure = change(energy().fact(CITY, "2020", P2015, "1000")
                .fact(CITY, "2020", P2020, "0")
                .fact(CITY, "2021", P2020, "1320"));
        assertThat(figure.value()).isNull();
        Figure zero = change(energy().fact(CITY, "2020", Element.GDP, "0").fact(CITY, "2021", Element.GDP, "5"));
        assertThat(zero.missing()).isEqualTo("缺gdp.constant 2020（现为 0，须大于零），或gdp.growth 2021");
    }

    /** Each of the four levels that a link rests on is made up in turn. */
    @ParameterizedTest(name = "样例：{0} 年、{1} 年价")
    @CsvSource(
            value = {"无, 无, false", "2019, 2015, true", "2020, 2015, true", "2020, 2020, true", "2021, 2020, true"},
            nullValues = "无")
    void aLinkIsMadeUpWhereAnyOfItsLevelsIs(@Nullable String year, @Nullable String prices, boolean sample) {
        Example example = new Example()
                .target(CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, "14", "%", 2019, null)
                .fact(CITY, "2019", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "99");
        for (String[] each : new String[][] {
            {"2019", "2015", "900"}, {"2020", "2015", "1000"}, {"2020", "2020", "1200"}, {"2021", "2020", "1320"}
        }) {
            boolean made = each[0].equals(year) && each[1].equals(prices);
            example.factIn("亿元", CITY, each[0], Element.GDP + "." + each[1], each[2], made);
        }
        Figure cumulative = example.snapshot().figure(CITY, Element.CUMULATIVE, Y2021);
        assertThat(PublishedFiguresTest.printed(cumulative, 4)).isEqualTo("-19");
        assertThat(cumulative).isNotNull();
        assertThat(cumulative.sample()).isEqualTo(sample);
    }

    @Test
    void twoYearsAtTheSameOlderPricesNeedNoLink() {
        Figure cumulative = new Example()
                .target(CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, "14", "%", 2019, null)
                .fact(CITY, "2019", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "99")
                .fact(CITY, "2019", P2015, "900")
                .fact(CITY, "2021", P2015, "1100")
                .fact(CITY, "2021", P2020, "1320")
                .snapshot()
                .figure(CITY, Element.CUMULATIVE, Y2021);
        assertThat(cumulative).isNotNull();
        // Both are known at the prices of 2015: 99 ÷ 100 ÷ (1100 ÷ 900)
        assertThat(PublishedFiguresTest.printed(cumulative, 4)).isEqualTo("-19");
        assertThat(cumulative.trace().formula()).isEqualTo("(99 ÷ 100) ÷ (1100 ÷ 900) − 1 = -19%");
        assertThat(cumulative.trace().children())
                .extracting(Trace::ref)
                .containsExactly("test:2", "test:1", "test:4", "test:3", "intensity.cumulative");
    }

    @Test
    void aLevelThatIsNothingIsNamedUnlessAnotherPriceKnowsIt() {
        Figure both = change(energy().fact(CITY, "2020", P2020, "0")
                .fact(CITY, "2020", P2015, "1000")
                .fact(CITY, "2021", P2020, "1320"));
        assertThat(both.missing()).contains("2021 只有gdp.constant.2020，2020 只有gdp.constant.2015");
        Figure none = change(energy().fact(CITY, "2020", P2020, "0")
                .fact(CITY, "2020", P2015, "-1")
                .fact(CITY, "2021", P2020, "1320"));
        assertThat(none.missing()).contains("2020（现为 -1，须大于零）");
    }
}
