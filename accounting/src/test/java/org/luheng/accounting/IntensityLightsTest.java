package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two lights of the intensity target at the ends of its years, and what they are held against. */
class IntensityLightsTest {
    private static Example example() {
        Example example = new Example().intensityFall(CITY, "14");
        for (int year = 2019; year <= 2026; year++) {
            example.fact(CITY, "" + year, Element.PUBLISHED_CHANGE, "-3");
        }
        return example;
    }

    @ParameterizedTest(name = "{0} 年")
    @CsvSource({"2021", "2025"})
    void theFirstAndTheLastYearHaveBoth(String year) {
        Snapshot snapshot = example().snapshot();
        assertThat(snapshot.light(CITY, Element.LIGHT_INTENSITY, Example.period(year))
                        .level())
                .isEqualTo(3);
        assertThat(snapshot.light(CITY, Element.LIGHT_PROGRESS, Example.period(year))
                        .level())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2020, intensity, 2020 不在目标期 2021—2025 内",
        "2026, intensity, 2026 不在目标期 2021—2025 内",
        "2023-Q2, intensity, 只用年初以来的累计数评灯，2023-Q2 不是",
        "2020, progress, 累计进度按目标期内的整年评，2020 不是",
        "2026, progress, 累计进度按目标期内的整年评，2026 不是",
        "2023-01/2023-06, progress, 累计进度按目标期内的整年评，2023-01/2023-06 不是"
    })
    void outsideThereIsNoLightAndItSaysWhy(String period, String which, String reason) {
        Light light = example().snapshot().light(CITY, which, Example.period(period));
        assertThat(light.level()).isNull();
        assertThat(light.state()).isEqualTo(State.NO_DATA);
        assertThat(light.reason()).isEqualTo(reason);
    }

    @Test
    void aYearMissingOfTheSumIsNoProgress() {
        Light light = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2022", Element.PUBLISHED_CHANGE, "-3")
                .snapshot()
                .light(CITY, Element.LIGHT_PROGRESS, Period.year(2022));
        assertThat(light.state()).isEqualTo(State.NO_DATA);
        assertThat(light.reason()).startsWith("2021年：缺");
    }

    /** After two years of five the path is at 0.86^0.4 − 1 = −5.8545 %; at the end at −14 %. */
    @ParameterizedTest(name = "{0}% 两年 → {1}")
    @CsvSource({"-2.9714, SHORT", "-2.9715, ON_PATH", "0, SHORT", "0.1, WRONG_WAY"})
    void progressIsHeldAgainstThePathAtTheEndOfItsYear(String yearly, State state) {
        Light light = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, yearly)
                .fact(CITY, "2022", Element.PUBLISHED_CHANGE, yearly)
                .snapshot()
                .light(CITY, Element.LIGHT_PROGRESS, Period.year(2022));
        assertThat(light.state()).isEqualTo(state);
        assertThat(light.reason()).contains("路径要求-5.85").endsWith("：" + state.word());
        assertThat(light.bracketed()).isFalse();
    }

    @ParameterizedTest(name = "差距按百分比分级：{0}% → {1}")
    @CsvSource({"-2.9715, ON_PATH", "-2.9, OVER", "-2, FAR"})
    void aRuleOfGapsHasWordsOfItsOwn(String change, State state) {
        Light light = new Example()
                .scheme("Q1")
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, change)
                .snapshot()
                .light(CITY, Element.LIGHT_INTENSITY, Period.year(2021));
        assertThat(light.state()).isEqualTo(state);
    }

    private static Figure path(Example example, String code, int year) {
        Figure figure = example.snapshot().figure(CITY, code, Period.year(year));
        assertThat(figure).isNotNull();
        return figure;
    }

    @ParameterizedTest(name = "{0} 年末：{1}")
    @CsvSource({
        "2020, 0, (1 − 14%)^(0/5) − 1 = 0%",
        "2022, -5.8545, (1 − 14%)^(2/5) − 1 = -5.8545%",
        "2025, -14, (1 − 14%)^(5/5) − 1 = -14%",
        "2027, -14, (1 − 14%)^(5/5) − 1 = -14%"
    })
    void thePathEndsWhereTheTargetIs(int year, String value, String formula) {
        Figure figure = path(new Example().intensityFall(CITY, "14"), Element.PATH, year);
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo(value);
        assertThat(figure.trace().formula()).isEqualTo(formula);
        assertThat(figure.edition().id()).isEqualTo("path.geometric");
    }

    @Test
    void aStraightPathHasAFifthEachYear() {
        Example example = new Example().path(PathForm.LINEAR).intensityFall(CITY, "14");
        Figure share = path(example, Element.SHARE, 2023);
        assertThat(PublishedFiguresTest.printed(share, 4)).isEqualTo("-2.8");
        assertThat(share.trace().formula()).isEqualTo("-14% × 1 ÷ 5 = -2.8%");
        assertThat(share.edition().id()).isEqualTo("path.linear");
        assertThat(path(example, Element.PATH, 2023).trace().formula()).isEqualTo("-14% × 3 ÷ 5 = -8.4%");
    }

    /** 3 % every year: 0.97² − 1 after two years. */
    @Test
    void aTargetForEveryYearIsTheSameEveryYear() {
        Example example = new Example()
                .target(CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, "3", "%/年", 2020, null);
        assertThat(PublishedFiguresTest.printed(path(example, Element.SHARE, 2024), 4))
                .isEqualTo("-3");
        assertThat(PublishedFiguresTest.printed(path(example, Element.PATH, 2022), 4))
                .isEqualTo("-5.91");
    }

    @Test
    void aTargetDueInItsOwnBaseYearIsTakenForTheYearAfter() {
        Example example = new Example()
                .target(CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, "3", "%", 2025, null);
        assertThat(PublishedFiguresTest.printed(path(example, Element.SHARE, 2026), 4))
                .isEqualTo("-3");
    }

    @Test
    void aPlaceThatIsToRiseIsJudgedTheOtherWay() {
        Example example = new Example()
                .target(CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.RISE, "5", "%", 2020, null);
        // 1.05^0.2 − 1 = 0.9806 %
        for (String each : new String[] {"0.99/ON_PATH", "0.97/SHORT", "-0.1/WRONG_WAY"}) {
            String[] change = each.split("/");
            example.fact(CITY, "2021", Element.PUBLISHED_CHANGE, change[0]);
            assertThat(example.snapshot()
                            .light(CITY, Element.LIGHT_INTENSITY, Period.year(2021))
                            .state())
                    .isEqualTo(State.valueOf(change[1]));
        }
    }
}
