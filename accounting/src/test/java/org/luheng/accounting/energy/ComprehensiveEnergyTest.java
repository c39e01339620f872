package org.luheng.accounting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.EnergyKind.Purpose;

class ComprehensiveEnergyTest {
    private static final RuleEdition EDITION = new RuleEdition(
            "comprehensive-energy", ComprehensiveEnergy.MATTER, "综合能耗", "E", 2008, 2030, "GB/T 2589", Certainty.FOUND);
    private static final ComprehensiveEnergy ENERGY = new ComprehensiveEnergy(Energies.RULES, List.of(EDITION));

    private final List<EnergyAmount> amounts = new ArrayList<>();
    private int year = 2021;

    private ComprehensiveEnergyTest is(String kind, Purpose purpose, String amount) {
        return is(kind, purpose, amount, null, null, null, "");
    }

    private ComprehensiveEnergyTest is(
            String kind,
            Purpose purpose,
            String amount,
            @Nullable String heat,
            @Nullable String chosen,
            @Nullable String equivalent,
            String set) {
        EnergyKind of = Objects.requireNonNull(Energies.RULES.kind(kind));
        Fact fact = new Fact(
                amounts.size(),
                "某厂",
                Period.year(year),
                of.element(purpose),
                new BigDecimal(amount),
                of.unit(),
                null,
                Stage.FINAL,
                "",
                "",
                "表",
                null,
                false,
                "表:" + (amounts.size() + 2));
        amounts.add(new EnergyAmount(of, purpose, fact, number(heat), number(chosen), number(equivalent), set));
        return this;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private Figure calorific() {
        return ENERGY.total("某厂", year, amounts, Basis.CALORIFIC);
    }

    private Figure equivalent() {
        return ENERGY.total("某厂", year, amounts, Basis.EQUIVALENT);
    }

    private String refusal(Basis basis) {
        Figure figure = ENERGY.total("某厂", year, amounts, basis);
        assertThat(figure.value()).isNull();
        return String.valueOf(figure.missing());
    }

    private static ComprehensiveEnergyTest plant() {
        return new ComprehensiveEnergyTest();
    }

    @Test
    void consumptionLessOutputsAndWhatWasPassedOn() {
        Figure figure = plant().is("washed-coal", Purpose.IN, "13")
                .is("coke", Purpose.OUT, "10")
                .is("coke", Purpose.USE, "9")
                .is("electricity", Purpose.USE, "2")
                .is("electricity", Purpose.SOLD, "0.5")
                .calorific();
        // 13 × 0.9 − 10 × 0.9714 + 9 × 0.9714 + (2 − 0.5) × 1.229
        assertThat(figure.value()).isEqualByComparingTo("125721");
        assertThat(figure.unit()).isEqualTo("吨标准煤");
        assertThat(figure.indicator()).isEqualTo("energy.comprehensive.calorific");
        assertThat(figure.region()).isEqualTo("某厂");
        assertThat(figure.period()).isEqualTo(Period.year(2021));
        assertThat(figure.bracketed()).isFalse();
        Trace trace = figure.trace();
        assertThat(trace.text()).isEqualTo("综合能源消费量 2021年（当量值）");
        assertThat(trace.formula()).isEqualTo("117000 − 97140 + 87426 + 24580 − 6145 = 125721 吨标准煤");
        assertThat(trace.children()).hasSize(6);
        Trace out = trace.children().get(1);
        assertThat(out.text()).isEqualTo("焦炭加工转换产出量折标准煤");
        assertThat(out.formula()).isEqualTo("10 万吨 × 0.9714 千克标准煤/千克 = 97140 吨标准煤");
        assertThat(out.value()).isEqualByComparingTo("-97140");
        assertThat(out.children()).extracting(Trace::ref).containsExactly("表:3", "gbt2589-2020-coke");
        assertThat(trace.children().getLast().ref()).isEqualTo("comprehensive-energy");
    }

    @Test
    void mistake3BothBasesAreGivenAndElectricityHasNoConstant() {
        ComprehensiveEnergyTest plant = plant().is("electricity", Purpose.USE, "1");
        assertThat(plant.calorific().value()).isEqualByComparingTo("12290");
        assertThat(plant.refusal(Basis.EQUIVALENT)).isEqualTo("缺 2021 年电力等价值系数，须按当年发电标准煤耗给出");
        Figure given = plant().is("electricity", Purpose.USE, "1", null, null, "0.3066", "")
                .equivalent();
        assertThat(given.value()).isEqualByComparingTo("30660");
        assertThat(given.indicator()).isEqualTo("energy.comprehensive.equivalent");
        assertThat(given.trace().text()).isEqualTo("综合能源消费量 2021年（等价值）");
    }

    @Test
    void aSetAskedForMayHoldTheOldConstant() {
        ComprehensiveEnergyTest plant =
                plant().is("electricity", Purpose.USE, "1", null, null, null, "equivalent-constant");
        assertThat(plant.equivalent().value()).isEqualByComparingTo("40400");
        assertThat(plant.calorific().value()).isEqualByComparingTo("12290");
        assertThat(plant().is("raw-coal", Purpose.USE, "1", null, null, null, "equivalent-constant")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("原煤没有适用于 2021 年的当量折标系数，须有实测低位发热量");
    }

    @Test
    void workingMediaCountByEquivalentValueAlone() {
        ComprehensiveEnergyTest plant = plant().is("raw-coal", Purpose.USE, "1").is("new-water", Purpose.USE, "100");
        assertThat(plant.calorific().value()).isEqualByComparingTo("7143");
        assertThat(plant.calorific().trace().text()).isEqualTo("综合能源消费量 2021年（当量值）；耗能工质没有当量值，未计：新水");
        assertThat(plant.equivalent().value()).isEqualByComparingTo("7400.1");
        assertThat(plant.equivalent().trace().text()).isEqualTo("综合能源消费量 2021年（等价值）");
        assertThat(plant().is("new-water", Purpose.USE, "100").refusal(Basis.CALORIFIC))
                .isEqualTo("没有可以折算的能源");
    }

    @Test
    void aMeasuredHeatValueGoesFirst() {
        Figure figure = plant().is("raw-coal", Purpose.USE, "1", "23446.08", null, null, "")
                .calorific();
        assertThat(figure.value()).isEqualByComparingTo("8000");
        assertThat(figure.trace().children().getFirst().formula())
                .isEqualTo("1 万吨 × 23446.08/29307.6 千克标准煤/千克 = 8000 吨标准煤");
        assertThat(plant().is("electricity", Purpose.USE, "1", "3600", null, null, "")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("电力不按实测热值折算");
        assertThat(plant().is("raw-coal", Purpose.USE, "1", "5000", null, null, "")
                        .refusal(Basis.CALORIFIC))
                .contains("疑为千卡或兆焦误作千焦");
        assertThat(plant().is("raw-coal", Purpose.USE, "1", "20934", "0.7143", null, "")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("原煤的实测热值和选定系数只能给一个");
    }

    @Test
    void aRangeNeedsAChosenValueWithinIt() {
        assertThat(plant().is("natural-gas", Purpose.USE, "1").refusal(Basis.CALORIFIC))
                .isEqualTo("天然气的折标系数是区间 1.1000～1.3300，须选定一个值或有实测低位发热量");
        Figure chosen = plant().is("natural-gas", Purpose.USE, "1", null, "1.2143", null, "")
                .calorific();
        assertThat(chosen.value()).isEqualByComparingTo("121430");
        assertThat(chosen.trace().children().getFirst().children())
                .extracting(Trace::ref)
                .containsExactly("表:2", "gbt2589-2020-natural-gas");
        for (String edge : List.of("1.1", "1.33")) {
            assertThat(plant().is("natural-gas", Purpose.USE, "1", null, edge, null, "")
                            .calorific()
                            .value())
                    .isNotNull();
        }
        for (String beyond : List.of("1.0999", "1.3301")) {
            assertThat(plant().is("natural-gas", Purpose.USE, "1", null, beyond, null, "")
                            .refusal(Basis.CALORIFIC))
                    .isEqualTo("天然气的选定系数 " + beyond + " 不在区间 1.1000～1.3300 内");
        }
    }

    @Test
    void aFixedCoefficientIsNotChosenAnew() {
        assertThat(plant().is("raw-coal", Purpose.USE, "1", null, "0.5", null, "")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("原煤的选定系数 0.5 不是参考系数 0.7143，另有依据的给出实测热值");
        assertThat(plant().is("raw-coal", Purpose.USE, "1", null, "0.71430", null, "")
                        .calorific()
                        .value())
                .isEqualByComparingTo("7143");
        assertThat(plant().is("converter-gas", Purpose.USE, "1", null, "0.25", null, "")
                        .calorific()
                        .value())
                .isEqualByComparingTo("25000");
        assertThat(plant().is("converter-gas", Purpose.USE, "1", null, "0", null, "")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("转炉煤气的系数为 0，须大于零");
    }

    @Test
    void aChosenCoefficientNeverStandsInForTheOtherBasis() {
        ComprehensiveEnergyTest power = plant().is("electricity", Purpose.USE, "1", null, "0.1229", null, "");
        assertThat(power.calorific().value()).isEqualByComparingTo("12290");
        assertThat(power.refusal(Basis.EQUIVALENT)).isEqualTo("缺 2021 年电力等价值系数，须按当年发电标准煤耗给出");
        ComprehensiveEnergyTest water =
                plant().is("raw-coal", Purpose.USE, "1").is("new-water", Purpose.USE, "1", null, "0.2571", null, "");
        assertThat(water.calorific().value()).isEqualByComparingTo("7143");
        assertThat(water.equivalent().value()).isEqualByComparingTo("7145.571");
    }

    @Test
    void onlySomeKindsHaveAnEquivalentOfTheirOwn() {
        assertThat(plant().is("raw-coal", Purpose.USE, "1", null, null, "0.8", "")
                        .refusal(Basis.EQUIVALENT))
                .isEqualTo("原煤的等价值就是当量值，不另给等价系数");
        assertThat(plant().is("heat", Purpose.USE, "1", null, null, "0.04", "")
                        .equivalent()
                        .value())
                .isEqualByComparingTo("400");
        assertThat(plant().is("heat", Purpose.USE, "1", null, null, "0.04", "")
                        .calorific()
                        .value())
                .isEqualByComparingTo("341.2");
        assertThat(plant().is("new-water", Purpose.USE, "1", null, null, "0.3", "")
                        .equivalent()
                        .value())
                .isEqualByComparingTo("3");
    }

    @Test
    void nothingIsCountedOrSubtractedTwice() {
        assertThat(plant().is("coke", Purpose.USE, "1")
                        .is("washed-coal", Purpose.USE, "1.3")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("洗精煤和由它制成的焦炭都报了消费量 2021，没有报加工转换的投入产出，分不清是否重复（没有转换的报 0）");
        assertThat(plant().is("coke", Purpose.USE, "1")
                        .is("washed-coal", Purpose.USE, "1.3")
                        .is("coke", Purpose.OUT, "0")
                        .calorific()
                        .value())
                .isEqualByComparingTo("21414");
        assertThat(plant().is("coke", Purpose.USE, "1")
                        .is("washed-coal", Purpose.USE, "1.3")
                        .is("washed-coal", Purpose.IN, "0")
                        .calorific()
                        .value())
                .isEqualByComparingTo("21414");
        assertThat(plant().is("raw-coal", Purpose.USE, "1")
                        .is("lignite", Purpose.USE, "1")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("原煤已含褐煤，两者都报了消费量 2021，会重复计算");
        assertThat(plant().is("washed-coal", Purpose.IN, "13")
                        .is("coke", Purpose.OUT, "10")
                        .is("coke", Purpose.SOLD, "1")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("焦炭既报了加工转换产出量又报了外供量，会重复扣减");
        assertThat(plant().is("washed-coal", Purpose.IN, "13")
                        .is("coke", Purpose.USE, "1")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("有加工转换投入量而没有产出量 2021");
        assertThat(plant().is("coke", Purpose.OUT, "1")
                        .is("raw-coal", Purpose.USE, "10")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("有焦炭加工转换产出量而没有投入量 2021");
        assertThat(plant().is("heat", Purpose.OUT, "10")
                        .is("coke", Purpose.USE, "1")
                        .calorific()
                        .value())
                .isEqualByComparingTo("6302");
    }

    @Test
    void aNegativeSumIsNone() {
        assertThat(plant().is("washed-coal", Purpose.IN, "1")
                        .is("coke", Purpose.OUT, "10")
                        .refusal(Basis.CALORIFIC))
                .isEqualTo("合计为 -88140 吨标准煤，产出与外供多于消费与投入");
        assertThat(plant().is("raw-coal", Purpose.USE, "-1").refusal(Basis.CALORIFIC))
                .isEqualTo("原煤消费量为 -1，不能小于零");
    }

    @Test
    void feedstockIsPartOfTheTotalAndToldApart() {
        ComprehensiveEnergyTest plant = plant().is("raw-coal", Purpose.USE, "6").is("raw-coal", Purpose.FEEDSTOCK, "4");
        assertThat(plant.calorific().value()).isEqualByComparingTo("42858");
        Figure feedstock = ENERGY.feedstock("某厂", 2021, plant.amounts);
        assertThat(feedstock.value()).isEqualByComparingTo("28572");
        assertThat(feedstock.indicator()).isEqualTo("energy.comprehensive.feedstock");
        assertThat(feedstock.trace().text()).isEqualTo("综合能源消费量中的原料用能 2021年（当量值）");
        plant.is("raw-coal", Purpose.FEEDSTOCK, "7");
        assertThat(ENERGY.feedstock("某厂", 2021, plant.amounts).missing()).isEqualTo("原煤用作原料 7 万吨，多于消费量");
        assertThat(ENERGY.feedstock("某厂", 2021, plant().is("coke", Purpose.FEEDSTOCK, "1").amounts)
                        .missing())
                .isEqualTo("焦炭用作原料 1 万吨，没有报消费量");
    }

    @Test
    void outsideTheRulesYearsThereIsNoFigure() {
        ComprehensiveEnergyTest plant = plant();
        plant.year = 2031;
        plant.is("raw-coal", Purpose.USE, "1");
        assertThat(plant.refusal(Basis.CALORIFIC)).isEqualTo("没有适用于 2031 年的综合能耗计算规则");
        assertThat(ENERGY.refused("某厂", 2031, ComprehensiveEnergy.CALORIFIC, "坏了")
                        .missing())
                .isEqualTo("坏了");
        assertThatThrownBy(() -> new ComprehensiveEnergy(Energies.RULES, List.of()))
                .hasMessage("no edition of energy.comprehensive");
    }

    @Test
    void whatRestsOnAnUnsureCoefficientIsBracketed() {
        assertThat(plant().is("lignite", Purpose.USE, "1").calorific().bracketed())
                .isTrue();
    }
}
