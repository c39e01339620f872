package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.DISTRICT;
import static org.luheng.accounting.Example.FEEDSTOCK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the energy total may be, and its light: 500 of the year before, growth of 7 % planned, 14 % less intensity by 2025. */
class EnergyTotalTest {
    private static final Period Y2021 = Period.year(2021);

    private static Example example(String now) {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "500")
                .fact(CITY, "2021", Element.ENERGY, now);
    }

    private static Example planned(String now) {
        return example(now).fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7");
    }

    private static Figure allowed(Example example, String period) {
        Figure figure = example.snapshot().figure(CITY, Element.TOTAL_TARGET, Example.period(period));
        assertThat(figure).isNotNull();
        return figure;
    }

    private static Light light(Example example, String period) {
        return example.snapshot().light(CITY, Element.LIGHT_TOTAL, Example.period(period));
    }

    @Test
    void plannedGrowthAndTheYearsShareOfTheTarget() {
        Figure figure = allowed(planned("520"), "2021");
        // 500 × 1.07 × 0.86^0.2 = 519.1029
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo("519.1029");
        assertThat(figure.unit()).isEqualTo("万吨标准煤");
        assertThat(figure.trace().text()).isEqualTo("能源消费总量目标 2021年（按预期增速）");
        assertThat(figure.trace().formula()).isEqualTo("500 × (1 + 7%) × (1 − 2.9714%) = 519.1029");
        assertThat(figure.sample()).isFalse();
        assertThat(figure.bracketed()).isFalse();
    }

    @ParameterizedTest(name = "实际增长 {0}%，预期 7% → {1}")
    @CsvSource({
        "6.9, 519.1029, 能源消费总量目标 2021年（按预期增速）",
        "7, 519.1029, 能源消费总量目标 2021年（按预期增速）",
        "8, 523.9543, 能源消费总量目标 2021年（经济增速超过预期，按实际增速相应调整）"
    })
    void onlyGrowthAboveThePlanAdjustsIt(String growth, String value, String text) {
        Figure figure = allowed(planned("520").totalAdjusts().fact(CITY, "2021", Element.GDP_GROWTH, growth), "2021");
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo(value);
        assertThat(figure.trace().text()).isEqualTo(text);
    }

    @Test
    void whatIsMissingIsNamedOneByOne() {
        Example nothing = new Example().intensityFall(CITY, "14");
        assertThat(allowed(nothing, "2021").missing()).isEqualTo("缺energy.total 2020；缺gdp.growth.planned 2021");
        assertThat(allowed(example("520"), "2021").missing()).isEqualTo("缺gdp.growth.planned 2021");
        Example noBefore = new Example().intensityFall(CITY, "14").fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7");
        assertThat(allowed(noBefore, "2021").missing()).isEqualTo("缺energy.total 2020");
        assertThat(allowed(planned("520").fact(CITY, "2021", FEEDSTOCK, "5"), "2021")
                        .missing())
                .isEqualTo("缺energy.feedstock 2020：基期、报告期须同时扣减，只扣一边会算错");
    }

    @Test
    void whatALightLacksIsSaidOfTheLevelFirst() {
        Example noLevel = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "500")
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7");
        assertThat(light(noLevel, "2021").reason()).isEqualTo("缺energy.total 2021");
        assertThat(light(example("520"), "2021").reason()).isEqualTo("缺gdp.growth.planned 2021");
    }

    /** Half the year's energy: 250 × 1.06 × 0.9703 by a growth planned for the half year itself, × 1.07 by that of the year. */
    @ParameterizedTest(name = "1—6月预期 {0} → {1}")
    @CsvSource(
            value = {"6, 257.1257", "无, 259.5515"},
            nullValues = "无")
    void partOfAYearTakesItsOwnPlannedGrowthOrElseTheYears(
            @org.jspecify.annotations.Nullable String own, String value) {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020-01/2020-06", Element.ENERGY, "250")
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7");
        if (own != null) {
            example.fact(CITY, "2021-01/2021-06", Element.GDP_GROWTH_PLANNED, own);
        }
        assertThat(PublishedFiguresTest.printed(allowed(example, "2021-01/2021-06"), 4))
                .isEqualTo(value);
    }

    @ParameterizedTest(name = "样例：上年 {0}、当年 {1}、预期增速 {2} → 目标 {3}，灯 {4}")
    @CsvSource({
        "false, false, false, false, false",
        "true, false, false, true, true",
        "false, true, false, true, true",
        "false, false, true, true, true"
    })
    void oneMadeUpNumberMakesItMadeUp(boolean then, boolean now, boolean growth, boolean target, boolean light) {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .factIn("", CITY, "2020", Element.ENERGY, "500", then)
                .factIn("", CITY, "2021", Element.ENERGY, "520", now)
                .factIn("", CITY, "2021", Element.GDP_GROWTH_PLANNED, "7", growth);
        assertThat(allowed(example, "2021").sample()).isEqualTo(target);
        assertThat(light(example, "2021").sample()).isEqualTo(light);
    }

    @ParameterizedTest(name = "{0} 年")
    @CsvSource({"2020, false", "2021, true", "2025, true", "2026, false"})
    void theLightIsOfTheYearsOfTheTarget(int year, boolean has) {
        Light light = light(
                new Example()
                        .intensityFall(CITY, "14")
                        .fact(CITY, "" + (year - 1), Element.ENERGY, "500")
                        .fact(CITY, "" + year, Element.ENERGY, "500")
                        .fact(CITY, "" + year, Element.GDP_GROWTH_PLANNED, "7"),
                "" + year);
        assertThat(light.state()).isEqualTo(has ? State.ON_PATH : State.NO_DATA);
        assertThat(light.reason()).startsWith(has ? "实际500万吨标准煤，目标519.1，低于目标3.68%" : "只用目标期内年初以来的累计数评灯");
    }

    @Test
    void aQuarterAloneHasNoLight() {
        Light light = light(planned("520"), "2021-Q2");
        assertThat(light.reason()).isEqualTo("只用目标期内年初以来的累计数评灯，2021-Q2 不是");
    }

    @Test
    void withoutATargetOfItsOwnAPlaceHasNoTotal() {
        Light light = planned("520").snapshot().light(DISTRICT, Element.LIGHT_TOTAL, Y2021);
        assertThat(light.state()).isEqualTo(State.UNDIVIDED);
    }

    @ParameterizedTest(name = "预期增速 {0}%：不能比较")
    @CsvSource({"-100, 0", "-110, -48.51"})
    void atNothingAllowedNothingIsCompared(String growth, String limit) {
        Light light = light(example("520").fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, growth), "2021");
        assertThat(light.state()).isEqualTo(State.NO_DATA);
        assertThat(light.reason()).isEqualTo("总量目标算得 " + limit + "，不能比较");
    }

    /** A yearly rate of 0 % and planned growth of 4 %: exactly 520 may be used. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "520, ON_PATH, 与目标持平：达到进度",
        "519, ON_PATH, 低于目标0.19%：达到进度",
        "521, OVER, 超出0.19%：超出",
        "572, OVER, 超出10%：超出",
        "572.1, FAR, 超出10.02%：差距大"
    })
    void exactlyWhatIsAllowedIsKept(String now, State state, String words) {
        Light light = light(
                new Example()
                        .target(
                                CITY,
                                Element.INTENSITY,
                                TargetKind.RELATIVE_CHANGE,
                                Relation.FALL,
                                "0",
                                "%/年",
                                2020,
                                null)
                        .fact(CITY, "2020", Element.ENERGY, "500")
                        .fact(CITY, "2021", Element.ENERGY, now)
                        .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "4"),
                "2021");
        assertThat(light.state()).isEqualTo(state);
        assertThat(light.reason()).isEqualTo("实际" + now + "万吨标准煤，目标520，" + words);
    }

    /** 9 % growth makes 510 a fall of intensity by 6.4 %: the place is free, but it keeps the total anyway. */
    @Test
    void whoKeepsTheTotalNeedsNoExemption() {
        Example example = planned("510").totalExempt(TotalExempt.INTENSITY).fact(CITY, "2021", Element.GDP_GROWTH, "9");
        assertThat(light(example, "2021").level()).isEqualTo(3);
    }

    @ParameterizedTest(name = "强度 {0}：{1}")
    @CsvSource({"9, EXEMPT", "7, OVER"})
    void whoIsShortOfIntensityIsNotFreed(String growth, State state) {
        Example example =
                planned("525").totalExempt(TotalExempt.INTENSITY).fact(CITY, "2021", Element.GDP_GROWTH, growth);
        assertThat(light(example, "2021").state()).isEqualTo(state);
    }

    /** Raw coal of 2020 is reckoned by a coefficient from memory, lignite by one that is not sure: 0.7143, 0.4286. */
    @ParameterizedTest(name = "{0} 年由 {1} 折算")
    @CsvSource(
            value = {"无, 无, false", "2020, raw-coal, true", "2021, lignite, true"},
            nullValues = "无")
    void theLightIsInBracketsWhereEnergyIs(
            @org.jspecify.annotations.Nullable String year,
            @org.jspecify.annotations.Nullable String kind,
            boolean bracketed) {
        Example example = new Example()
                .settled(Element.LIGHT_TOTAL)
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7");
        for (String each : new String[] {"2020", "2021"}) {
            example.fact(CITY, each, each.equals(year) ? "energy.use." + kind : Element.ENERGY, "500");
        }
        Light light = light(example, "2021");
        assertThat(light.level()).isNotNull();
        assertThat(light.bracketed()).isEqualTo(bracketed);
    }

    @Test
    void whatIsNotReportedIsNamed() {
        Figure level = new Example().snapshot().figure(CITY, Element.TOTAL_LEVEL, Y2021);
        assertThat(level).isNotNull();
        assertThat(level.missing()).isEqualTo("缺energy.total 2021");
        Figure assessed = new Example().snapshot().figure(CITY, Element.TOTAL_ASSESSED, Y2021);
        assertThat(assessed).isNotNull();
        assertThat(assessed.missing()).isEqualTo("缺energy.total 2021");
    }
}
