package org.luheng.accounting.carbon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.carbon.GridFactor.Scope;
import org.luheng.accounting.carbon.GridRule.Choice;
import org.luheng.accounting.carbon.ProcessFactor.Form;

class FactorsTest {
    @ParameterizedTest(name = "各种能源碳排放参考系数 {0} × {1} × {2} × 44/12 → {3}")
    @CsvSource({
        "20908,26.37,0.94,1.9003",
        "28435,29.5,0.93,2.8604",
        "41816,20.1,0.98,3.0202",
        "41816,21.1,0.98,3.1705",
        "43070,18.9,0.98,2.9251",
        "43070,19.5,0.98,3.0179",
        "42652,20.2,0.98,3.0959",
        "50179,17.2,0.98,3.1013",
        "46055,18.2,0.98,3.0119",
        "38931,15.3,0.99,2.1622"
    })
    void theTenFuelsComeOutAsPrinted(String heat, String carbon, String oxidation, String printed) {
        assertThat(Arithmetic.printed(
                        Carbons.burnt("t", "raw-coal", heat, carbon, oxidation, Certainty.FOUND)
                                .kilograms(),
                        4))
                .isEqualTo(printed);
    }

    @Test
    void whatWasMeasuredGoesFirst() {
        FuelFactor.Burnt coal = Carbons.burnt("t", "raw-coal", "20908", "26.37", "0.94", Certainty.FOUND);
        assertThat(coal.measured(null, null, null)).isEqualTo(coal);
        FuelFactor.Burnt own = coal.measured(new BigDecimal("20000"), new BigDecimal("27"), new BigDecimal("0.98"));
        assertThat(own.printed(Carbons.kind("raw-coal"))).isEqualTo("20000 千焦/千克 × 27 吨碳/太焦 × 0.98 × 44/12");
        assertThat(own.kilograms()).isEqualByComparingTo("1.9404");
    }

    @Test
    void aFactorIsARuleOfItsOwn() {
        RuleEdition edition = Carbons.burnt("t", "raw-coal", "20908", "26.37", "0.94", Certainty.MEMORY)
                .edition(Carbons.kind("raw-coal"));
        assertThat(edition)
                .isEqualTo(new RuleEdition(
                        "t-raw-coal",
                        "carbon.factor.raw-coal",
                        "原煤二氧化碳排放因子",
                        "20908 千焦/千克 × 26.37 吨碳/太焦 × 0.94 × 44/12",
                        2006,
                        2030,
                        "指南",
                        Certainty.MEMORY));
        FuelFactor heat = Objects.requireNonNull(Carbons.RULES.of("ten", Carbons.kind("heat"), 2021));
        assertThat(heat.printed(Carbons.kind("heat"))).isEqualTo("0.11 千克二氧化碳/兆焦");
        assertThat(heat.holdsIn(2006)).isTrue();
        assertThat(heat.holdsIn(2030)).isTrue();
        assertThat(heat.holdsIn(2005)).isFalse();
        assertThat(heat.holdsIn(2031)).isFalse();
        assertThat(Carbons.RULES.of("ten", Carbons.kind("heat"), 2031)).isNull();
    }

    @Test
    void setsAreTriedByRankOfWhoAsks() {
        FuelFactor region = Objects.requireNonNull(Carbons.RULES.forRegions(Carbons.kind("coke"), 2021));
        FuelFactor enterprise = Objects.requireNonNull(Carbons.RULES.forEnterprises(Carbons.kind("coke"), 2021));
        assertThat(region.id()).isEqualTo("ten-coke");
        assertThat(enterprise.id()).isEqualTo("guide-coke");
        assertThat(Objects.requireNonNull(Carbons.RULES.forEnterprises(Carbons.kind("raw-coal"), 2021))
                        .id())
                .isEqualTo("ten-raw-coal");
        assertThat(Carbons.RULES.forRegions(Carbons.kind("coke-oven-gas"), 2021))
                .isNull();
    }

    @Test
    void theYearOfTheFactorIsNotThatOfTheActivity() {
        GridChoice own = Objects.requireNonNull(Carbons.RULES.grid("410103", 2022));
        assertThat(own.factor().id()).isEqualTo("grid-41-2022");
        assertThat(own.ofOwnYear()).isTrue();
        assertThat(own.certainty()).isEqualTo(Certainty.CONFIRMED);
        assertThat(own.printed()).isEqualTo("0.6058 千克二氧化碳/千瓦时（河南 2022 年因子）");
        assertThat(own.leaves())
                .extracting(Trace::text)
                .containsExactly("河南 2022 年电力平均二氧化碳排放因子 0.6058（已核对）", "口径（未核实）");
        assertThat(own.factor().edition())
                .isEqualTo(new RuleEdition(
                        "grid-41-2022",
                        "carbon.grid.factor",
                        "河南 2022 年电力平均二氧化碳排放因子 0.6058",
                        "0.6058 千克二氧化碳/千瓦时（省级）",
                        2022,
                        2022,
                        "公告",
                        Certainty.CONFIRMED));
        GridChoice later = Objects.requireNonNull(Carbons.RULES.grid("410100", 2024));
        assertThat(later.factor().id()).isEqualTo("grid-41-2022");
        assertThat(later.ofOwnYear()).isFalse();
        assertThat(later.certainty()).isEqualTo(Certainty.UNSURE);
        assertThat(later.printed()).isEqualTo("0.6058 千克二氧化碳/千瓦时（河南 2022 年因子，活动年份 2024）");
        GridChoice before = Objects.requireNonNull(Carbons.RULES.grid("410100", 2020));
        assertThat(before.factor().id()).isEqualTo("grid-41-2021");
    }

    @Test
    void theScopeDoesNotChangeFromYearToYear() {
        // 2023 is known for the grid alone: for Henan the province's 2022 stays.
        assertThat(Objects.requireNonNull(Carbons.RULES.grid("410000", 2023))
                        .factor()
                        .id())
                .isEqualTo("grid-41-2022");
        assertThat(Objects.requireNonNull(Carbons.RULES.grid("420100", 2023))
                        .factor()
                        .id())
                .isEqualTo("central-2023");
        assertThat(Objects.requireNonNull(Carbons.RULES.grid("350100", 2023))
                        .factor()
                        .id())
                .isEqualTo("nation-2022");
        assertThat(Carbons.RULES.grid("410000", 2031)).isNull();
        assertThat(CarbonRules.NONE.grid("410000", 2021)).isNull();
    }

    @Test
    void anEditionMayAskForTheOwnYearOrTheLatestOnly() {
        CarbonRules own = Carbons.rules(Carbons.gridRule(Choice.OWN, Scope.PROVINCE));
        assertThat(own.grid("410000", 2020)).isNull();
        assertThat(own.grid("410000", 2023)).isNull();
        assertThat(Objects.requireNonNull(own.grid("410000", 2021)).factor().kilograms())
                .isEqualByComparingTo("0.6369");
        CarbonRules latest = Carbons.rules(Carbons.gridRule(Choice.LATEST, Scope.PROVINCE));
        assertThat(latest.grid("410000", 2020)).isNull();
        assertThat(Objects.requireNonNull(latest.grid("410000", 2029)).factor().year())
                .isEqualTo(2022);
        CarbonRules grid = Carbons.rules(Carbons.gridRule(Choice.NEAREST, Scope.GRID));
        assertThat(Objects.requireNonNull(grid.grid("410000", 2022)).factor().kilograms())
                .isEqualByComparingTo("0.5354");
    }

    @Test
    void ofSeveralGridRulesTheOneThatBeganLastCounts() {
        GridRule later = new GridRule(
                Choice.OWN,
                List.of(Scope.NATION),
                new RuleEdition("later", "carbon.grid", "口径", "当年", 2022, 2022, "约定", Certainty.FOUND));
        CarbonRules rules = new CarbonRules(
                List.of(), List.of(), Carbons.RULES.grids(), List.of(Carbons.NEAREST, later), List.of());
        assertThat(Objects.requireNonNull(rules.grid("410000", 2022)).factor().id())
                .isEqualTo("nation-2022");
        assertThat(Objects.requireNonNull(rules.grid("410000", 2023)).factor().id())
                .isEqualTo("grid-41-2022");
    }

    private static ProcessFactor.Result perUnit(String process, Map<String, BigDecimal> measured) {
        return Objects.requireNonNull(Carbons.RULES.process(process, "", 2023)).perUnit(measured);
    }

    @Test
    void clinkerByItsOxides() {
        ProcessFactor.Result result = perUnit(
                "clinker-measured",
                Map.of(
                        "cao",
                        new BigDecimal("65.2"),
                        "cao_other",
                        new BigDecimal("0.5"),
                        "mgo",
                        new BigDecimal("2.1"),
                        "mgo_other",
                        new BigDecimal("0.1")));
        // (0.652 − 0.005) × 44/56 + (0.021 − 0.001) × 44/40
        assertThat(result.value()).isEqualByComparingTo("0.5303571428571428571428571428571429");
        assertThat(result.words()).isEqualTo("[(65.2% − 0.5%) × 44/56 + (2.1% − 0.1%) × 44/40]");
        assertThat(perUnit("clinker-measured", Map.of("cao", BigDecimal.TEN)))
                .isEqualTo(new ProcessFactor.Result(null, "水泥熟料（实测）缺 mgo"));
        assertThat(perUnit(
                                "clinker-measured",
                                Map.of("cao", BigDecimal.ONE, "cao_other", BigDecimal.TEN, "mgo", BigDecimal.ONE))
                        .words())
                .isEqualTo("水泥熟料（实测）非碳酸盐来源的氧化物多于全部氧化物");
        assertThat(perUnit(
                                "clinker-measured",
                                Map.of("cao", BigDecimal.TEN, "mgo_other", BigDecimal.TEN, "mgo", BigDecimal.ONE))
                        .value())
                .isNull();
    }

    @Test
    void theAnodeOfAluminiumByEdition() {
        ProcessFactor.Result anode = perUnit("anode", Map.of());
        assertThat(anode.value()).isEqualByComparingTo("1.470832");
        assertThat(anode.words()).isEqualTo("0.411 × (1 − 0.02 − 0.004) × 44/12");
        assertThat(perUnit("anode", Map.of("net", new BigDecimal("0.42"))).value())
                .isEqualByComparingTo("1.50304");
    }

    @Test
    void theAnodeEffectByDefaultOrByItsMinutes() {
        ProcessFactor.Result usual = perUnit("anode-effect", Map.of());
        assertThat(usual.value()).isEqualByComparingTo("0.26316");
        assertThat(usual.words()).isEqualTo("(0.034 × 6630 + 0.0034 × 11100) ÷ 1000");
        ProcessFactor.Result measured = perUnit("anode-effect", Map.of("minutes", new BigDecimal("0.5")));
        assertThat(measured.value()).isEqualByComparingTo("0.55341");
        assertThat(measured.words()).isEqualTo("(0.0715 × 6630 + 0.00715 × 11100) ÷ 1000");
    }

    @Test
    void carbonOfTheRawMealMustBeGiven() {
        assertThat(perUnit("raw-meal", Map.of())).isEqualTo(new ProcessFactor.Result(null, "生料中非燃料碳缺 carbon"));
        ProcessFactor.Result given = perUnit("raw-meal", Map.of("carbon", new BigDecimal("0.3")));
        assertThat(given.value()).isEqualByComparingTo("0.011");
        assertThat(given.words()).isEqualTo("0.3% × 44/12");
    }

    @Test
    void aProcessSaysWhatItTakes() {
        assertThat(Form.CLINKER.parameters()).containsExactly("cao", "mgo", "cao_other", "mgo_other");
        assertThat(Form.CLINKER.knows("mgo_other")).isTrue();
        assertThat(Form.CLINKER.knows("mgo")).isTrue();
        assertThat(Form.CLINKER.knows("sio2")).isFalse();
        assertThat(Form.of("anode")).isEqualTo(Form.ANODE);
        assertThat(Form.of("cathode")).isNull();
        ProcessFactor anode = Objects.requireNonNull(Carbons.RULES.process("anode", "", 2023));
        assertThat(anode.isComplete()).isTrue();
        assertThat(anode.element()).isEqualTo("carbon.activity.anode");
        assertThat(anode.edition().text()).isEqualTo("anode");
        assertThat(anode.isUsed(Map.of())).isTrue();
        assertThat(anode.isUsed(Map.of("net", BigDecimal.ONE, "sulphur", BigDecimal.ONE, "ash", BigDecimal.ONE)))
                .isFalse();
        assertThat(Objects.requireNonNull(Carbons.RULES.process("clinker-measured", "", 2023))
                        .isComplete())
                .isFalse();
        assertThat(Carbons.RULES.process("anode", "", 2031)).isNull();
        assertThat(Carbons.RULES.process("anode", "", 2005)).isNull();
        assertThat(Objects.requireNonNull(Carbons.RULES.process("dolomite", "4743", 2023))
                        .perUnit(Map.of())
                        .value())
                .isEqualByComparingTo("0.4743");
        assertThat(Scope.of("grid")).isEqualTo(Scope.GRID);
        assertThat(Scope.of("county")).isNull();
        assertThat(Choice.of("nearest")).isEqualTo(Choice.NEAREST);
        assertThat(Choice.of("any")).isNull();
        assertThat(Carbons.RULES.processCodes())
                .containsExactly(
                        "clinker", "clinker-measured", "raw-meal", "dolomite", "fixed", "anode", "anode-effect");
    }
}
