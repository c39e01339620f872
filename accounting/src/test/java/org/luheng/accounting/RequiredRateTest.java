package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yearly rate still needed so that 14 % less by 2025 is reached (domain.md §1). */
class RequiredRateTest {
    private static Example example() {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-2.5")
                .fact(CITY, "2022", Element.PUBLISHED_CHANGE, "-3.0")
                .fact(CITY, "2023", Element.PUBLISHED_CHANGE, "-1.0");
    }

    private static Figure required(Example example, String period) {
        Figure figure = example.snapshot().figure(CITY, Element.REQUIRED, Example.period(period));
        assertThat(figure).isNotNull();
        return figure;
    }

    @Test
    void itSaysOverWhichYearsAndFromWhere() {
        Figure figure = required(example(), "2023");
        assertThat(figure.trace().text()).isEqualTo("还需年均变化 2024—2025年（2 年）");
        assertThat(figure.trace().formula()).isEqualTo("((1 − 14%) ÷ (1 − 6.3708%))^(1/2) − 1 = -4.1607%");
        assertThat(figure.trace().children())
                .extracting(Trace::kind)
                .containsExactly(Trace.Kind.CLAUSE, Trace.Kind.COMPUTED, Trace.Kind.RULE);
    }

    @Test
    void inTheBaseYearItIsTheYearsShareOfTheWhole() {
        Figure figure = required(example(), "2020");
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo("-2.9714");
        assertThat(figure.sample()).isFalse();
        assertThat(figure.trace().formula()).isEqualTo("((1 − 14%) ÷ (1 + 0%))^(1/5) − 1 = -2.9714%");
        assertThat(figure.trace().children())
                .extracting(Trace::kind)
                .containsExactly(Trace.Kind.CLAUSE, Trace.Kind.RULE);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({
        "2019, 2019 在基年 2020 之前",
        "2025, 期限 2025 已到，没有剩余年份",
        "2026, 期限 2025 已到，没有剩余年份",
        "2023-Q1, 还需年均只按整年算，2023-Q1 不是整年"
    })
    void outsideTheYearsOfTheTargetThereIsNone(String period, String missing) {
        Figure figure = required(example(), period);
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).isEqualTo(missing);
    }

    @Test
    void whatIsMissingOfTheYearsSoFarIsMissingHere() {
        assertThat(required(example(), "2024").missing()).startsWith("2024年：缺").contains("或energy.growth 2024");
    }

    @Test
    void whereAllOfItIsGoneNothingCanBeRequired() {
        Example example = new Example().intensityFall(CITY, "14").fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-100");
        assertThat(required(example, "2021").missing()).isEqualTo("累计变化 -100% 已无余量，不能再算年均，请核对数据");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatIsMadeUpStaysMadeUp(boolean sample) {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .factIn("%", CITY, "2021", Element.PUBLISHED_CHANGE, "-3", sample);
        assertThat(required(example, "2021").sample()).isEqualTo(sample);
        assertThat(required(example, "2021").bracketed()).isFalse();
    }

    /** Energy of 2020 is reckoned from raw coal by a coefficient from memory. */
    @Test
    void itIsInBracketsWhereTheYearsSoFarAre() {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", "energy.use.raw-coal", "140")
                .fact(CITY, "2021", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.GDP_GROWTH, "6");
        assertThat(required(example, "2021").value()).isNotNull();
        assertThat(required(example, "2021").bracketed()).isTrue();
    }
}
