package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.FEEDSTOCK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change of energy per unit of GDP on the year before: what it is made of, and what is said where it cannot be. */
class IntensityChangeTest {
    private static final Period Y2021 = Period.year(2021);

    private static Figure change(Example example) {
        Figure figure = example.snapshot().figure(CITY, Element.CHANGE, Y2021);
        assertThat(figure).isNotNull();
        return figure;
    }

    @Test
    void fromTwoGrowthRatesTheFormulaShowsBoth() {
        // 1.01 ÷ 1.06 − 1
        Figure figure = change(new Example().growth(CITY, 2021, "1", "6"));
        assertThat(figure.trace().formula()).isEqualTo("(1 + 1%) ÷ (1 + 6%) − 1 = -4.717%");
        assertThat(figure.trace().children())
                .extracting(Trace::ref)
                .containsExactly("test:1", "test:2", "intensity.change");
    }

    @Test
    void whatWasPublishedStandsBesideWithTheDifference() {
        Figure figure =
                change(new Example().growth(CITY, 2021, "1", "6").fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-4.5"));
        Trace beside = figure.trace().children().get(2);
        assertThat(beside.text()).isEqualTo("反馈数与算得数对照");
        assertThat(beside.formula()).isEqualTo("-4.717 − (-4.5) = -0.217 个百分点");
        assertThat(beside.children()).extracting(Trace::ref).containsExactly("test:3");
    }

    @ParameterizedTest(name = "{0} 年能源 {1}：须大于零")
    @CsvSource({"2020, 0", "2020, -5", "2021, 0", "2021, -5"})
    void energyThatIsNotPositiveIsNamedWithItsYear(String year, String value) {
        Example example = new Example()
                .fact(CITY, year.equals("2020") ? "2021" : "2020", Element.ENERGY, "100")
                .fact(CITY, year, Element.ENERGY, value)
                .fact(CITY, "2021", Element.GDP_GROWTH, "6");
        assertThat(change(example).missing())
                .isEqualTo("缺energy.total " + year + "（现为 " + value + "，须大于零），或energy.growth 2021");
    }

    @ParameterizedTest(name = "能源 {0}%、地区生产总值 {1}%")
    @CsvSource({"-100, 6", "1, -100", "-101, 6", "1, -101"})
    void whatFellByAllOfItGivesNoChange(String energy, String product) {
        assertThat(change(new Example().growth(CITY, 2021, energy, product)).value())
                .isNull();
    }

    @ParameterizedTest(name = "只有 {0} 年的能源")
    @CsvSource({"2020, 2021", "2021, 2020"})
    void theYearThatIsMissingIsNamed(String known, String wanting) {
        Example example =
                new Example().fact(CITY, known, Element.ENERGY, "100").fact(CITY, "2021", Element.GDP_GROWTH, "6");
        assertThat(change(example).missing()).isEqualTo("缺energy.total " + wanting + "，或energy.growth 2021");
        assertThat(change(new Example().fact(CITY, "2021", Element.ENERGY_GROWTH, "1"))
                        .missing())
                .isEqualTo("缺gdp.constant 2021、2020，或gdp.growth 2021");
    }

    @ParameterizedTest(name = "样例：能源 {0}、{1}，地区生产总值 {2}")
    @CsvSource({"false,false,false,false", "true,false,false,true", "false,true,false,true", "false,false,true,true"})
    void oneMadeUpNumberMakesTheFigureMadeUp(boolean then, boolean now, boolean product, boolean sample) {
        Figure figure = change(new Example()
                .factIn("万吨标准煤", CITY, "2020", Element.ENERGY, "100", then)
                .factIn("万吨标准煤", CITY, "2021", Element.ENERGY, "104", now)
                .factIn("%", CITY, "2021", Element.GDP_GROWTH, "6", product));
        assertThat(figure.value()).isNotNull();
        assertThat(figure.sample()).isEqualTo(sample);
    }

    @ParameterizedTest(name = "样例：原料用能 {0}、{1}")
    @CsvSource({"false,false,false", "true,false,true", "false,true,true"})
    void soDoesAMadeUpDeduction(boolean then, boolean now, boolean sample) {
        Figure figure = change(new Example()
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "104")
                .fact(CITY, "2021", Element.GDP_GROWTH, "6")
                .factIn("万吨标准煤", CITY, "2020", FEEDSTOCK, "20", then)
                .factIn("万吨标准煤", CITY, "2021", FEEDSTOCK, "24", now));
        // 80 ÷ 80 ÷ 1.06 − 1
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo("-5.6604");
        assertThat(figure.sample()).isEqualTo(sample);
    }

    /** Raw coal of 2020 is reckoned by a coefficient from memory (GB/T 2589-2008), that of 2021 by a confirmed one. */
    @Test
    void energyReckonedByAnUnsettledCoefficientBracketsTheChange() {
        Example example = new Example()
                .fact(CITY, "2020", "energy.use.raw-coal", "100")
                .fact(CITY, "2021", "energy.use.raw-coal", "100")
                .fact(CITY, "2022", "energy.use.raw-coal", "100")
                .fact(CITY, "2021", Element.GDP_GROWTH, "6")
                .fact(CITY, "2022", Element.GDP_GROWTH, "6");
        assertThat(change(example).bracketed()).isTrue();
        Figure later = example.snapshot().figure(CITY, Element.CHANGE, Period.year(2022));
        assertThat(PublishedFiguresTest.printed(later, 4)).isEqualTo("-5.6604");
        assertThat(later).isNotNull();
        assertThat(later.bracketed()).isFalse();
    }
}
