package org.luheng.accounting.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;

class EnergyRulesTest {
    private static final EnergyRules RULES = Energies.RULES;

    private static EnergyKind kind(String code) {
        return Objects.requireNonNull(RULES.kind(code));
    }

    private static @Nullable String id(@Nullable Coefficient row) {
        return row == null ? null : row.id() + "@" + row.from();
    }

    @Test
    void theYearPicksTheEdition() {
        assertThat(id(RULES.forRegions(kind("raw-coal"), Basis.CALORIFIC, 2020)))
                .isEqualTo("gbt2589-2008-raw-coal@2008");
        assertThat(id(RULES.forRegions(kind("raw-coal"), Basis.CALORIFIC, 2021)))
                .isEqualTo("gbt2589-2020-raw-coal@2021");
        assertThat(RULES.forRegions(kind("raw-coal"), Basis.CALORIFIC, 2007)).isNull();
        assertThat(RULES.forRegions(kind("raw-coal"), Basis.CALORIFIC, 2031)).isNull();
    }

    /** rules-data README §1: 新水 0.2571 is the 2020 edition; systems still show the 0.0857 of 2008. */
    @Test
    void newWaterIsADatedParameter() {
        Coefficient before = Objects.requireNonNull(RULES.forEnterprises(kind("new-water"), Basis.EQUIVALENT, 2020));
        Coefficient now = Objects.requireNonNull(RULES.forEnterprises(kind("new-water"), Basis.EQUIVALENT, 2021));
        assertThat(before.value()).isEqualByComparingTo("0.0857");
        assertThat(now.value()).isEqualByComparingTo("0.2571");
        assertThat(RULES.forEnterprises(kind("new-water"), Basis.CALORIFIC, 2021))
                .isNull();
    }

    @Test
    void aCoefficientBelongsToASet() {
        assertThat(id(RULES.forRegions(kind("coke-oven-gas"), Basis.CALORIFIC, 2021)))
                .isEqualTo("form-205-1-coke-oven-gas@2021");
        assertThat(id(RULES.forEnterprises(kind("coke-oven-gas"), Basis.CALORIFIC, 2021)))
                .isEqualTo("gbt2589-2020-coke-oven-gas@2021");
    }

    @Test
    void fuelsHaveOneValueElectricityTwo() {
        assertThat(id(RULES.of("gbt2589-2020", kind("raw-coal"), Basis.EQUIVALENT, 2021)))
                .isEqualTo("gbt2589-2020-raw-coal@2021");
        assertThat(RULES.of("gbt2589-2020", kind("electricity"), Basis.EQUIVALENT, 2021))
                .isNull();
        assertThat(id(RULES.of("equivalent-constant", kind("electricity"), Basis.EQUIVALENT, 2021)))
                .isEqualTo("equivalent-constant-electricity@2021");
        assertThat(RULES.of("equivalent-constant", kind("electricity"), Basis.CALORIFIC, 2021))
                .isNull();
        assertThat(RULES.of("nowhere", kind("electricity"), Basis.CALORIFIC, 2021))
                .isNull();
    }

    @Test
    void noRankGivesElectricityAConstantEquivalent() {
        EnergyRules ranked = new EnergyRules(
                RULES.kinds(),
                List.of(new CoefficientSet("equivalent-constant", "旧常数", 1, 1, 2008, 2030, "", Certainty.FOUND)),
                RULES.coefficients());
        assertThat(ranked.forRegions(kind("electricity"), Basis.EQUIVALENT, 2021))
                .isNull();
        assertThat(ranked.forEnterprises(kind("electricity"), Basis.EQUIVALENT, 2021))
                .isNull();
    }

    @Test
    void kindsKnowWhatTheyHold() {
        assertThat(RULES.within(kind("coal-total")))
                .extracting(EnergyKind::code)
                .containsExactly("coal-total", "raw-coal", "washed-coal", "briquette", "lignite");
        assertThat(RULES.within(kind("coke"))).containsExactly(kind("coke"));
        assertThat(RULES.kind("peat")).isNull();
        assertThat(RULES.set("form-205-1")).isNotNull();
        assertThat(RULES.set("form-205")).isNull();
        assertThat(RULES.sets()).hasSize(4);
    }

    @Test
    void elementsFollowFromTheKind() {
        assertThat(kind("raw-coal").element(EnergyKind.Purpose.IN)).isEqualTo("energy.transform.in.raw-coal");
        assertThat(kind("raw-coal").heatElement()).isEqualTo("energy.heat-value.raw-coal");
        assertThat(kind("raw-coal").heatUnit()).isEqualTo("千焦/千克");
        assertThat(kind("natural-gas").heatUnit()).isEqualTo("千焦/立方米");
        assertThat(kind("electricity").heatUnit()).isNull();
        assertThat(kind("new-water").heatUnit()).isNull();
        assertThat(EnergyKind.Group.of("medium")).isEqualTo(EnergyKind.Group.MEDIUM);
        assertThat(EnergyKind.Group.of("peat")).isNull();
        assertThat(EnergyKind.Group.MEDIUM.word()).isEqualTo("耗能工质");
    }

    @Test
    void aCoefficientIsAnEditionWithItsOwnCertainty() {
        RuleEdition edition = new Coefficient(
                        "x",
                        "s",
                        "natural-gas",
                        Basis.CALORIFIC,
                        new BigDecimal("1.1000"),
                        new BigDecimal("1.3300"),
                        null,
                        null,
                        2021,
                        2030,
                        "附录A",
                        Certainty.MEMORY)
                .edition(kind("natural-gas"));
        assertThat(edition)
                .isEqualTo(new RuleEdition(
                        "x",
                        "coefficient.natural-gas",
                        "天然气折标准煤系数 1.1000～1.3300",
                        "当量值，千克标准煤/立方米",
                        2021,
                        2030,
                        "附录A",
                        Certainty.MEMORY));
    }

    @Test
    void whatRestsOnTwoIsNoSurerThanTheWeaker() {
        assertThat(Certainty.CONFIRMED.weaker(Certainty.FOUND)).isEqualTo(Certainty.FOUND);
        assertThat(Certainty.FOUND.weaker(Certainty.SEED)).isEqualTo(Certainty.FOUND);
        assertThat(Certainty.SEED.weaker(Certainty.CONFIRMED)).isEqualTo(Certainty.SEED);
        assertThat(Certainty.MEMORY.weaker(Certainty.FOUND)).isEqualTo(Certainty.MEMORY);
        assertThat(Certainty.MEMORY.weaker(Certainty.UNSURE)).isEqualTo(Certainty.UNSURE);
        assertThat(Energies.EDITION.restingOn(Certainty.CONFIRMED)).isSameAs(Energies.EDITION);
        assertThat(Energies.EDITION.restingOn(Certainty.MEMORY).certainty()).isEqualTo(Certainty.MEMORY);
        assertThat(Energies.EDITION.restingOn(Certainty.MEMORY).id()).isEqualTo(Energies.EDITION.id());
    }
}
