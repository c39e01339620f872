package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static Example known() {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "1000")
                .fact(CITY, "2021", Element.ENERGY, "1020")
                .fact(CITY, "2022", Element.ENERGY, "1030")
                .fact(CITY, "2020", Element.GDP, "5000")
                .fact(CITY, "2021", Element.GDP, "5300")
                .fact(CITY, "2022", Element.GDP, "5500");
    }

    private static Assumptions assume(String product, String energy, String savings, String project, String added) {
        return new Assumptions(
                new BigDecimal(product),
                new BigDecimal(energy),
                new BigDecimal(savings),
                new BigDecimal(project),
                new BigDecimal(added));
    }

    @Test
    void theYearsLeftAreReckonedByTheRulesOfTheYearsPast() {
        WhatIf whatIf = known().snapshot().whatIf(CITY, assume("5", "2", "10", "30", "20"));
        assertThat(whatIf.missing()).isNull();
        assertThat(whatIf.from()).isEqualTo(Period.year(2022));
        assertThat(whatIf.years())
                .extracting(WhatIf.Year::period)
                .containsExactly(Period.year(2023), Period.year(2024), Period.year(2025));
        // 1030 × 1.02³ + 30 − 10 = 1113.04424; GDP 5500 × 1.05³ + 20 = 6386.9375
        WhatIf.Year end = whatIf.years().getLast();
        assertThat(end.energy()).isEqualByComparingTo("1113.04424");
        assertThat(PublishedFiguresTest.printed(end.cumulative(), 4)).isEqualTo("-12.8656");
        assertThat(end.progress().level()).isEqualTo(2);
        // allowed 1000 × 6386.9375 ÷ 5000 × 0.86 = 1098.55325
        assertThat(whatIf.shortfall()).isNotNull();
        assertThat(Arithmetic.printed(whatIf.shortfall(), 5)).isEqualTo("14.49099");
        assertThat(end.change().trace().children().getFirst().fact()).isNotNull();
        assertThat(end.change().trace().children().getFirst().fact().source()).startsWith("假设：");
    }

    @Test
    void savingExactlyTheShortfallReachesTheTarget() {
        Snapshot snapshot = known().snapshot();
        BigDecimal shortfall =
                snapshot.whatIf(CITY, assume("5", "3", "0", "0", "0")).shortfall();
        assertThat(shortfall).isNotNull();
        BigDecimal enough = shortfall.setScale(6, java.math.RoundingMode.CEILING);
        WhatIf.Year end = snapshot.whatIf(CITY, assume("5", "3", enough.toPlainString(), "0", "0"))
                .years()
                .getLast();
        assertThat(end.progress().level()).isEqualTo(3);
        WhatIf.Year almost = snapshot.whatIf(
                        CITY,
                        assume(
                                "5",
                                "3",
                                enough.subtract(new BigDecimal("0.00001")).toPlainString(),
                                "0",
                                "0"))
                .years()
                .getLast();
        assertThat(almost.progress().level()).isEqualTo(2);
    }

    @Test
    void whatWasDeductedGoesOn() {
        Example example = known();
        for (int year = 2020; year <= 2022; year++) {
            example.fact(CITY, "" + year, Example.FEEDSTOCK, "100");
        }
        WhatIf whatIf = example.snapshot().whatIf(CITY, assume("5", "2", "0", "0", "0"));
        // (1030 × 1.02³ − 100) ÷ 900 ÷ (5500 × 1.05³ ÷ 5000) − 1
        assertThat(PublishedFiguresTest.printed(whatIf.years().getLast().cumulative(), 4))
                .isEqualTo("-13.3506");
    }

    /** 2 亿千瓦时 of certificates at 0.3 are 6 万吨标准煤, of the base year as of the due year, far below the limit. */
    @Test
    void powerThatWasDeductedGoesOnAtTheLastCoalRate() {
        Example example = known().fact(CITY, "2021", Example.CERTIFICATES, "2")
                .fact(CITY, "2021", Element.COAL_RATE, "0.3")
                .fact(CITY, "2022", Example.CERTIFICATES, "2")
                .fact(CITY, "2022", Element.COAL_RATE, "0.3");
        WhatIf whatIf = example.snapshot().whatIf(CITY, assume("5", "2", "0", "0", "0"));
        Figure change = whatIf.years().getLast().change();
        // 1030 × 1.02² = 1071.612, × 1.02 = 1093.04424: (1093.04424 − 6) ÷ (1071.612 − 6) ÷ 1.05 − 1
        assertThat(PublishedFiguresTest.printed(change, 4)).isEqualTo("-2.8464");
    }

    @Test
    void withGrowthRatesOnlyAProjectsValueAddedHasNothingToBeAddedTo() {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "1000")
                .fact(CITY, "2021", Element.ENERGY, "1020")
                .fact(CITY, "2021", Element.GDP_GROWTH, "6");
        assertThat(example.snapshot()
                        .whatIf(CITY, assume("5", "2", "0", "10", "0"))
                        .missing())
                .isNull();
        assertThat(example.snapshot()
                        .whatIf(CITY, assume("5", "2", "0", "10", "1"))
                        .missing())
                .isEqualTo("缺2021 年不变价地区生产总值的水平数，项目的增加值没有可加的数");
    }

    @Test
    void whatCannotBeReckonedIsSaid() {
        Snapshot snapshot = known().snapshot();
        assertThat(snapshot.whatIf(Example.DISTRICT, assume("5", "2", "0", "0", "0"))
                        .missing())
                .isEqualTo("本地区没有强度目标");
        assertThat(snapshot.whatIf(CITY, assume("5", "2", "2000", "0", "0")).missing())
                .isEqualTo("节能量超过了 2023 年的全部用能");
        assertThat(snapshot.whatIf(CITY, assume("-100", "2", "0", "0", "0")).missing())
                .isEqualTo("增速须大于 −100%");
        assertThat(new Example()
                        .intensityFall(CITY, "14")
                        .growth(CITY, 2021, "2", "6")
                        .snapshot()
                        .whatIf(CITY, assume("5", "2", "0", "0", "0"))
                        .missing())
                .startsWith("期限前没有一年");
    }

    @Property
    void moreSavingsNeverLeaveMoreToSave(
            @ForAll @BigRange(min = "0", max = "400") BigDecimal savings,
            @ForAll @BigRange(min = "0", max = "400") BigDecimal more) {
        Snapshot snapshot = known().snapshot();
        BigDecimal first = snapshot.whatIf(CITY, assume("5", "3", savings.toPlainString(), "0", "0"))
                .shortfall();
        BigDecimal second = snapshot.whatIf(
                        CITY, assume("5", "3", savings.add(more).toPlainString(), "0", "0"))
                .shortfall();
        assertThat(first).isNotNull();
        assertThat(second).isNotNull().isLessThanOrEqualTo(first);
    }
}
