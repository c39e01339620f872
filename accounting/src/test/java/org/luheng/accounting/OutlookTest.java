package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import org.junit.jupiter.api.Test;

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
