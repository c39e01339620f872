package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the target would end, and who is freed from the total. */
class OutlookTest {
    private static Example rates() {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-2.5")
                .fact(CITY, "2022", Element.PUBLISHED_CHANGE, "-3.0")
                .fact(CITY, "2023", Element.PUBLISHED_CHANGE, "-1.0");
    }

    private static String printed(Snapshot snapshot, String code) {
        return PublishedFiguresTest.printed(snapshot.figure(CITY, code, Period.year(2023)), 4);
    }

    @Test
    void theSpanGoesOnWithTheBestTheWorstAndTheLastYear() {
        Snapshot snapshot = rates().fact(CITY, "2024", Element.GDP_GROWTH, "5").snapshot();
        // 0.9362925 × 0.97² − 1, × 0.99² − 1
        assertThat(printed(snapshot, Element.OUTLOOK_BEST)).isEqualTo("-11.9042");
        assertThat(printed(snapshot, Element.OUTLOOK_WORST)).isEqualTo("-8.234");
        assertThat(printed(snapshot, Element.OUTLOOK_LAST)).isEqualTo("-8.234");
        assertThat(snapshot.outlook(CITY, Period.year(2023)))
                .extracting(Figure::indicator)
                .containsExactly(Element.OUTLOOK_BEST, Element.OUTLOOK_WORST, Element.OUTLOOK_LAST);
        Figure best = snapshot.outlook(CITY, Period.year(2023)).getFirst();
        assertThat(best.trace().text()).isEqualTo("期末展望 2020—2025年累计变化（以期内最好的一年 2022年 的变化率顺推，不是预测）");
        assertThat(best.trace().formula()).isEqualTo("(1 − 6.3708%) × (1 − 3%)^2 − 1 = -11.9042%");
    }

    @Test
    void beforeTheFirstAndAfterTheLastYearThereIsNoOutlook() {
        Snapshot snapshot = rates().snapshot();
        assertThat(snapshot.outlook(CITY, Period.year(2020))).isEmpty();
        assertThat(snapshot.outlook(CITY, Period.year(2025))).isEmpty();
        assertThat(snapshot.outlook(CITY, Example.period("2023-Q1"))).isEmpty();
        assertThat(snapshot.outlook(Example.DISTRICT, Period.year(2023))).isEmpty();
        Figure gap = snapshot.figure(CITY, Element.OUTLOOK_LAST, Period.year(2024));
        assertThat(gap).isNotNull();
        assertThat(gap.missing()).startsWith("2024年：缺");
        Figure quarter = snapshot.figure(CITY, Element.OUTLOOK_LAST, Example.period("2023-Q1"));
        assertThat(quarter).isNotNull();
        assertThat(quarter.missing()).isEqualTo("展望只在目标期内、期限之前的整年作，2023-Q1 不是");
    }

    @Test
    void theBaseAndTheDueYearSayWhyThereIsNone() {
        Snapshot snapshot = rates().snapshot();
        for (int year : new int[] {2020, 2025}) {
            Figure figure = snapshot.figure(CITY, Element.OUTLOOK_BEST, Period.year(year));
            assertThat(figure).isNotNull();
            assertThat(figure.missing()).isEqualTo("展望只在目标期内、期限之前的整年作，" + year + " 不是");
        }
    }

    @Test
    void theBaseYearItselfIsNoneOfTheYearsSeen() {
        Snapshot snapshot = rates().fact(CITY, "2019", Element.PUBLISHED_CHANGE, "9")
                .fact(CITY, "2020", Element.PUBLISHED_CHANGE, "-9")
                .snapshot();
        assertThat(printed(snapshot, Element.OUTLOOK_BEST)).isEqualTo("-11.9042");
        assertThat(printed(snapshot, Element.OUTLOOK_WORST)).isEqualTo("-8.234");
    }

    /** 2020 and 2023 alone, −25 % between them; of no single year is anything known. */
    private static Example ends(String energyElement, String energy) {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", energyElement, energy)
                .fact(CITY, "2023", Element.ENERGY, "90")
                .fact(CITY, "2020", Element.GDP, "1000")
                .fact(CITY, "2023", Element.GDP, "1200");
    }

    private static Figure last(Example example) {
        Figure figure = example.snapshot().figure(CITY, Element.OUTLOOK_LAST, Period.year(2023));
        assertThat(figure).isNotNull();
        return figure;
    }

    @Test
    void withoutTheRateOfAnyYearThereIsNothingToGoOnWith() {
        assertThat(last(ends(Element.ENERGY, "100")).missing()).isEqualTo("没有一年的变化率可据以展望");
        Figure figure = last(ends(Element.ENERGY, "100").fact(CITY, "2022", Element.PUBLISHED_CHANGE, "-2"));
        // 0.75 × 0.98² − 1
        assertThat(PublishedFiguresTest.printed(figure, 4)).isEqualTo("-27.97");
        assertThat(figure.bracketed()).isFalse();
        assertThat(figure.sample()).isFalse();
    }

    /** Raw coal of 2020 is reckoned by a coefficient from memory: it brackets what has it at either end. */
    @Test
    void itIsInBracketsWhereTheWayBehindOrTheYearGoneOnWithIs() {
        assertThat(last(ends("energy.use.raw-coal", "140").fact(CITY, "2022", Element.PUBLISHED_CHANGE, "-2"))
                        .bracketed())
                .isTrue();
        Example year = ends(Element.ENERGY, "100")
                .fact(CITY, "2021", "energy.use.lignite", "200")
                .fact(CITY, "2022", "energy.use.lignite", "200")
                .fact(CITY, "2022", Element.GDP_GROWTH, "2");
        // The two ends are not in doubt; 1 ÷ 1.02 of 2022 is, reckoned by an unsure coefficient.
        assertThat(last(year).bracketed()).isTrue();
    }

    private static Light total(TotalExempt rule, String change, boolean withIncentive) {
        Example example = new Example()
                .totalExempt(rule)
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "104")
                .fact(CITY, "2020", Element.GDP, "100")
                .fact(CITY, "2021", Element.GDP, change)
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "6");
        if (withIncentive) {
            example.target(
                    CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, "18", "%", 2020, null, "激励目标");
        }
        return example.snapshot().light(CITY, Element.LIGHT_TOTAL, Period.year(2021));
    }

    /** 104 against 100 × 1.06 × 0.9703 = 102.85; 14 % is 2.97 a year, 18 % is 3.89. */
    @Test
    void whoReachesTheIncentiveTargetIsFreedFromTheTotal() {
        assertThat(total(TotalExempt.INCENTIVE, "109", true).state()).isEqualTo(State.EXEMPT);
        assertThat(total(TotalExempt.INCENTIVE, "109", true).reason()).endsWith("；能耗强度达到激励目标进度，按方案免于考核总量");
        assertThat(total(TotalExempt.INCENTIVE, "107.5", true).level())
                .as("the basic target alone frees nobody")
                .isEqualTo(2);
        assertThat(total(TotalExempt.INCENTIVE, "109", false).level()).isEqualTo(2);
        assertThat(total(TotalExempt.INTENSITY, "107.5", true).state()).isEqualTo(State.EXEMPT);
        assertThat(total(TotalExempt.NONE, "109", true).level()).isEqualTo(2);
    }

    /** Of January to June the change on the year before counts, against one year's share of 18 %: 3.89 %. */
    @ParameterizedTest(name = "1—6月 {0}% → {1}")
    @CsvSource({"-3.9, EXEMPT", "-3.8, OVER"})
    void ofPartOfAYearItIsHeldAgainstTheYearsShare(String change, State state) {
        Light light = new Example()
                .totalExempt(TotalExempt.INCENTIVE)
                .intensityFall(CITY, "14")
                .target(
                        CITY,
                        Element.INTENSITY,
                        TargetKind.RELATIVE_CHANGE,
                        Relation.FALL,
                        "18",
                        "%",
                        2020,
                        null,
                        "激励目标")
                .fact(CITY, "2022-01/2022-06", Element.ENERGY, "104")
                .fact(CITY, "2021-01/2021-06", Element.ENERGY, "100")
                .fact(CITY, "2022", Element.GDP_GROWTH_PLANNED, "6")
                .fact(CITY, "2022-01/2022-06", Element.GDP_GROWTH, growthFor(change))
                .snapshot()
                .light(CITY, Element.LIGHT_TOTAL, Example.period("2022-01/2022-06"));
        assertThat(light.state()).isEqualTo(state);
    }

    /** What GDP has to grow by so that energy 4 % above the year before is this change of intensity. */
    private static String growthFor(String change) {
        return Arithmetic.percent(
                        Arithmetic.divide(new BigDecimal("1.04"), Arithmetic.growthFactor(new BigDecimal(change)))
                                .subtract(BigDecimal.ONE))
                .toPlainString();
    }

    /** 82 after 100 at the same GDP is exactly 18 % less; the total of 2025 may be 78 × 1.02 × 0.9703 = 77.2. */
    @ParameterizedTest(name = "2025 年能源 {0} → {1}")
    @CsvSource({"82, EXEMPT", "82.1, OVER"})
    void whoReachesItExactlyHasReachedIt(String energy, State state) {
        Light light = new Example()
                .totalExempt(TotalExempt.INCENTIVE)
                .intensityFall(CITY, "14")
                .target(
                        CITY,
                        Element.INTENSITY,
                        TargetKind.RELATIVE_CHANGE,
                        Relation.FALL,
                        "18",
                        "%",
                        2020,
                        null,
                        "激励目标")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2024", Element.ENERGY, "78")
                .fact(CITY, "2025", Element.ENERGY, energy)
                .fact(CITY, "2020", Element.GDP, "1000")
                .fact(CITY, "2025", Element.GDP, "1000")
                .fact(CITY, "2025", Element.GDP_GROWTH_PLANNED, "2")
                .snapshot()
                .light(CITY, Element.LIGHT_TOTAL, Period.year(2025));
        assertThat(light.state()).isEqualTo(state);
    }

    @Test
    void theIncentiveTargetIsNotTheOneThatIsAssessed() {
        Snapshot snapshot = new Example()
                .target(
                        CITY,
                        Element.INTENSITY,
                        TargetKind.RELATIVE_CHANGE,
                        Relation.FALL,
                        "18",
                        "%",
                        2020,
                        null,
                        "激励目标")
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, "-3")
                .snapshot();
        assertThat(snapshot.light(CITY, Element.LIGHT_INTENSITY, Period.year(2021))
                        .level())
                .isEqualTo(3);
    }
}
