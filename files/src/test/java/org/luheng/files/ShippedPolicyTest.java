package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Deduction;
import org.luheng.accounting.PriceBase;

/** The shipped policy, row by row, against what its documents say (domain.md §2–§4). */
class ShippedPolicyTest {

    /** 发改环资〔2022〕803号, 发改运行〔2022〕1258号; 发改环资〔2024〕113号 supersedes them; after 2025 nothing is published. */
    @ParameterizedTest
    @CsvSource({
        "deduct-2022-feedstock, deduction-2022, energy.feedstock, , BOTH, BOTH, false, , 2021, 2022, true",
        "deduct-2022-renewable, deduction-2022, energy.renewable-electricity, , NONE, ADDED, false, , 2021, 2022, false",
        "deduct-2022-national-project, deduction-2022, energy.project.national.granted, energy.project.national.applied, BOTH,"
                + " BOTH, true, , 2021, 2022, false",
        "deduct-2022-city-project, deduction-2022, energy.project.city.granted, energy.project.city.applied, BOTH, BOTH, true, ,"
                + " 2021, 2022, false",
        "deduct-2024-feedstock, deduction-2024, energy.feedstock, , BOTH, BOTH, false, , 2023, 2025, true",
        "deduct-2024-nonfossil, deduction-2024, energy.nonfossil, , BOTH, BOTH, false, , 2023, 2025, true",
        "deduct-2024-certificates, deduction-2024, energy.certificates, , BOTH, BOTH, true, 50, 2023, 2025, false",
        "deduct-2024-national-project, deduction-2024, energy.project.national.granted, energy.project.national.applied, BOTH,"
                + " BOTH, true, , 2023, 2025, false",
        "deduct-2024-city-project, deduction-2024, energy.project.city.granted, energy.project.city.applied, BOTH, BOTH, true, ,"
                + " 2023, 2025, false",
        "deduct-2026-feedstock, deduction-2026, energy.feedstock, , BOTH, BOTH, false, , 2026, 2030, false",
        "deduct-2026-nonfossil, deduction-2026, energy.nonfossil, , BOTH, BOTH, false, , 2026, 2030, false",
    })
    void aDeduction(
            String id,
            String policy,
            String element,
            @Nullable String applied,
            Deduction.Reach intensity,
            Deduction.Reach total,
            boolean unknownIsNone,
            @Nullable String cap,
            int from,
            int to,
            boolean settled) {
        Deduction deduction = House.RULES.deductions().stream()
                .filter(each -> each.edition().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(deduction.policy()).isEqualTo(policy);
        assertThat(deduction.element()).isEqualTo(element);
        assertThat(deduction.applied()).isEqualTo(applied);
        assertThat(deduction.intensity()).isEqualTo(intensity);
        assertThat(deduction.total()).isEqualTo(total);
        assertThat(deduction.unknownIsNone()).isEqualTo(unknownIsNone);
        assertThat(deduction.cap() == null ? null : deduction.cap().toPlainString())
                .isEqualTo(cap);
        assertThat(deduction.edition().from()).isEqualTo(from);
        assertThat(deduction.edition().to()).isEqualTo(to);
        assertThat(deduction.edition().certainty().settled()).isEqualTo(settled);
    }

    @Test
    void everyYearHasOnePolicyOfDeductions() {
        for (int year = 2021; year <= 2030; year++) {
            int assessed = year;
            assertThat(House.RULES.editions().stream()
                            .filter(edition -> edition.matter().equals("deduction"))
                            .filter(edition -> edition.holdsIn(assessed)))
                    .as("%s", year)
                    .hasSize(1);
        }
    }

    /** The base moves on with each five-year period; the year that opens a period is still measured at both. */
    @ParameterizedTest
    @CsvSource({
        "price-base-2005, 2005, 2006, 2010",
        "price-base-2010, 2010, 2011, 2015",
        "price-base-2015, 2015, 2016, 2020",
        "price-base-2020, 2020, 2021, 2025",
        "price-base-2025, 2025, 2026, 2030",
    })
    void aPriceBase(String id, int year, int from, int to) {
        PriceBase base = House.RULES.priceBases().stream()
                .filter(each -> each.edition().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(base.year()).isEqualTo(year);
        assertThat(base.edition().from()).isEqualTo(from);
        assertThat(base.edition().to()).isEqualTo(to);
        // Only that of 2015 is printed in a bulletin we have seen.
        assertThat(base.edition().certainty().settled()).isEqualTo(year == 2015);
    }

    /** Each band as limit, whether the limit is within (≤ or <), our level, and the name its authors give it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "barometer-2021h1-intensity   | intensity | ''              | DIRECTION  | ''",
                "barometer-2021h1-progress    | progress  | ''              | DIRECTION  | ''",
                "barometer-2021h1-indicator   | indicator | ''              | DIRECTION  | ''",
                "barometer-2021q1-total       | total     | ''              | GAP        | ≤10=2 ∞=1",
                "barometer-2021q1-intensity   | intensity | 2021年一季度口径 | GAP        | ≤10=2 ∞=1",
                "barometer-2021q1-progress    | progress  | 2021年一季度口径 | GAP        | ≤10=2 ∞=1",
                "barometer-hangzhou-intensity | intensity | 杭州十二五       | POINTS     | <0.3=3未预警（绿） ≤1=2Ⅰ级（黄） ≤2=2Ⅱ级（橙） ∞=1Ⅲ级（红）",
                "barometer-four-intensity     | intensity | 完成率四级       | COMPLETION | ≤0=30级（绿） ≤10=2一级（黄） <50=2二级（橙） ∞=1三级（红）",
                "barometer-four-progress      | progress  | 完成率四级       | COMPLETION | ≤0=30级（绿） ≤10=2一级（黄） <50=2二级（橙） ∞=1三级（红）",
            })
    void aBarometer(String id, String light, String scheme, Barometer.Form form, String bands) {
        Barometer barometer = House.RULES.barometers().stream()
                .filter(each -> each.edition().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(barometer.light()).isEqualTo(light);
        assertThat(barometer.scheme()).isEqualTo(scheme);
        assertThat(barometer.form()).isEqualTo(form);
        assertThat(String.join(
                        " ",
                        barometer.bands().stream()
                                .map(ShippedPolicyTest::inSigns)
                                .toList()))
                .isEqualTo(bands);
    }

    private static String inSigns(Barometer.Band band) {
        String limit = band.limit() == null
                ? "∞"
                : (band.included() ? "≤" : "<") + band.limit().toPlainString();
        return limit + "=" + band.level() + band.label();
    }

    @Test
    void whatNobodyHasCheckedIsBracketed() {
        assertThat(House.RULES.barometers().stream()
                        .filter(each -> each.edition().certainty() != Certainty.CONFIRMED)
                        .map(each -> each.edition().id()))
                .containsAll(List.of("barometer-2021q1-total", "barometer-hangzhou-intensity"));
    }
}
