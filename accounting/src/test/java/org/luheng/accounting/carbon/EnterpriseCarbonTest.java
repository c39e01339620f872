package org.luheng.accounting.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.Energies;
import org.luheng.accounting.energy.EnergyAmount;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.EnergyKind.Purpose;

class EnterpriseCarbonTest {
    private static final EnterpriseCarbon CARBON =
            new EnterpriseCarbon(Energies.RULES, Carbons.RULES, List.of(Carbons.rule(EnterpriseCarbon.MATTER)));

    private final List<FuelAmount> fuels = new ArrayList<>();
    private final List<ProcessAmount> processes = new ArrayList<>();
    private int year = 2022;

    private static EnterpriseCarbonTest plant() {
        return new EnterpriseCarbonTest();
    }

    private EnterpriseCarbonTest in(int of) {
        year = of;
        return this;
    }

    private Fact fact(String element, String value, String unit) {
        return new Fact(
                fuels.size() + processes.size(),
                "某厂",
                Period.year(year),
                element,
                new BigDecimal(value),
                unit,
                null,
                Stage.FINAL,
                "",
                "",
                "表",
                null,
                false,
                "表:" + (fuels.size() + processes.size() + 2));
    }

    private EnterpriseCarbonTest is(String kind, Purpose purpose, String amount) {
        return is(kind, purpose, amount, null, null, null, null, "", "");
    }

    private EnterpriseCarbonTest is(
            String kind,
            Purpose purpose,
            String amount,
            @Nullable String heat,
            @Nullable String carbon,
            @Nullable String oxidation,
            @Nullable String factor,
            String place,
            String set) {
        EnergyKind of = Carbons.kind(kind);
        EnergyAmount energy = new EnergyAmount(
                of, purpose, fact(of.element(purpose), amount, of.unit()), number(heat), null, null, set);
        fuels.add(new FuelAmount(energy, number(carbon), number(oxidation), number(factor), place));
        return this;
    }

    private EnterpriseCarbonTest measured(
            String kind, @Nullable String heat, @Nullable String carbon, @Nullable String oxidation) {
        return is(kind, Purpose.USE, "1", heat, carbon, oxidation, null, "", "");
    }

    private EnterpriseCarbonTest power(String amount, @Nullable String factor, String place) {
        return is("electricity", Purpose.USE, amount, null, null, null, factor, place, "");
    }

    private EnterpriseCarbonTest runs(String process, String amount, String set, Map<String, BigDecimal> measured) {
        processes.add(new ProcessAmount(process, fact("x", amount, "吨"), measured, set));
        return this;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private List<Figure> figures() {
        return CARBON.figures("某厂", year, fuels, processes);
    }

    private Figure figure(String code) {
        return figures().stream()
                .filter(figure -> figure.indicator().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Figure total() {
        return figure(EnterpriseCarbon.TOTAL);
    }

    private String refusal() {
        assertThat(total().value()).isNull();
        return String.valueOf(total().missing());
    }

    @Test
    void directAndIndirectAreToldApartAndAddUp() {
        EnterpriseCarbonTest plant = plant().is("raw-coal", Purpose.USE, "0.01")
                .power("0.002", null, "410100")
                .is("heat", Purpose.USE, "0.3")
                .runs("dolomite", "200", "", Map.of())
                .is("heat", Purpose.OUT, "0");
        // 100 t × 1.9002988488; 200 t × 0.471; 200 000 kWh × 0.6058; 3 000 GJ × 0.11
        assertThat(plant.figure("carbon.enterprise.direct").value()).isEqualByComparingTo("284.22988488");
        assertThat(plant.figure("carbon.enterprise.indirect").value()).isEqualByComparingTo("451.16");
        assertThat(plant.total().value()).isEqualByComparingTo("735.38988488");
        assertThat(plant.figures()).hasSize(3).allSatisfy(figure -> {
            assertThat(figure.unit()).isEqualTo("吨二氧化碳");
            assertThat(figure.region()).isEqualTo("某厂");
            assertThat(figure.period()).isEqualTo(Period.year(2022));
            assertThat(figure.bracketed()).isFalse();
        });
        Trace trace = plant.total().trace();
        assertThat(trace.text()).isEqualTo("二氧化碳排放量 2022年");
        assertThat(trace.formula()).isEqualTo("190.0299 + 94.2 + 121.16 + 330 = 735.3899 吨二氧化碳");
        assertThat(trace.children()).hasSize(5);
        Trace coal = trace.children().getFirst();
        assertThat(coal.text()).isEqualTo("原煤消费量的二氧化碳");
        assertThat(coal.formula()).isEqualTo("0.01 万吨 × 20908 千焦/千克 × 26.37 吨碳/太焦 × 0.94 × 44/12 = 190.0299 吨二氧化碳");
        assertThat(coal.children()).extracting(Trace::ref).containsExactly("表:2", "ten-raw-coal");
        Trace dolomite = trace.children().get(1);
        assertThat(dolomite.text()).isEqualTo("白云石的过程排放");
        assertThat(dolomite.formula()).isEqualTo("200 吨 × 0.471 = 94.2 吨二氧化碳");
        assertThat(dolomite.children()).extracting(Trace::ref).containsExactly("表:5", "process-dolomite");
        assertThat(trace.children().get(2).formula())
                .isEqualTo("0.002 亿千瓦时 × 0.6058 千克二氧化碳/千瓦时（河南 2022 年因子） = 121.16 吨二氧化碳");
        assertThat(trace.children().get(2).children())
                .extracting(Trace::ref)
                .containsExactly("表:3", "grid-41-2022", "grid-rule");
        assertThat(trace.children().getLast().ref()).isEqualTo("carbon.enterprise");
        assertThat(plant.figure("carbon.enterprise.direct").trace().text()).isEqualTo("其中：直接排放（燃料燃烧与过程） 2022年");
        assertThat(plant.figure("carbon.enterprise.indirect").trace().text()).isEqualTo("其中：净购入电力、热力的间接排放 2022年");
    }

    @Test
    void whatWasPutOutOrPassedOnIsTakenOff() {
        EnterpriseCarbonTest plant = plant().is("washed-coal", Purpose.IN, "1")
                .is("coke", Purpose.OUT, "0.7")
                .is("coke", Purpose.USE, "0.2")
                .power("0.1", "0.6", "")
                .is("electricity", Purpose.SOLD, "0.04", null, null, null, "0.6", "", "");
        // 10 000 × 2.281749128 − 5 000 × 28446 × 29.4 × 0.93 × 44/12 × 10⁻⁶
        assertThat(plant.figure("carbon.enterprise.direct").value()).isEqualByComparingTo("8558.46574");
        assertThat(plant.figure("carbon.enterprise.indirect").value()).isEqualByComparingTo("3600");
        assertThat(plant.figure("carbon.enterprise.indirect").trace().formula()).isEqualTo("6000 − 2400 = 3600 吨二氧化碳");
        assertThat(plant.figure("carbon.enterprise.direct")
                        .trace()
                        .children()
                        .get(1)
                        .value())
                .isNegative();
        assertThat(plant().is("coke", Purpose.USE, "1")
                        .is("washed-coal", Purpose.USE, "1")
                        .refusal())
                .contains("洗精煤和由它制成的焦炭都报了消费量 2022");
        assertThat(plant().is("raw-coal", Purpose.IN, "1")
                        .is("coke", Purpose.OUT, "10")
                        .refusal())
                .startsWith("合计为 -")
                .endsWith("，产出与外供多于消费与投入");
        assertThat(plant().runs("clinker", "1", "", Map.of())
                        .runs("fixed", "10", "", Map.of())
                        .total()
                        .value())
                .isEqualByComparingTo("0.384");
    }

    @Test
    void electricityNeedsAFactorOrAPlace() {
        assertThat(plant().power("1", null, "").refusal()).isEqualTo("缺电力排放因子，或写明所在地");
        assertThat(plant().in(2031).power("1", "0.5", "").refusal()).isEqualTo("没有适用于 2031 年的企业碳排放核算规则");
        assertThat(plant().power("1", "0", "").refusal()).isEqualTo("电力的排放因子为 0，须大于零");
        assertThat(plant().is("electricity", Purpose.USE, "1", "3600", null, null, null, "410100", "")
                        .refusal())
                .isEqualTo("电力没有热值和含碳量，给出排放因子或所在地");
        Figure lent = plant().in(2024).power("0.0001", null, "410100").total();
        assertThat(lent.value()).isEqualByComparingTo("6.058");
        assertThat(lent.bracketed()).isTrue();
        assertThat(plant().in(2024).power("0.0001", "0.5", "").total().bracketed())
                .isFalse();
        EnterpriseCarbon elsewhere =
                new EnterpriseCarbon(Energies.RULES, CarbonRules.NONE, List.of(Carbons.rule(EnterpriseCarbon.MATTER)));
        EnterpriseCarbonTest plant = plant().power("1", null, "410100");
        assertThat(elsewhere
                        .figures("某厂", 2022, plant.fuels, List.of())
                        .getFirst()
                        .missing())
                .isEqualTo("410100 没有可用于 2022 年的电力排放因子");
    }

    @Test
    void measuredParametersGoFirstAndMustBeBelievable() {
        Figure all = plant().measured("lignite", "12000", "27", "0.98").total();
        assertThat(all.value()).isEqualByComparingTo("11642.4");
        assertThat(all.bracketed()).isFalse();
        assertThat(all.trace().children().getFirst().children()).hasSize(1);
        Figure heat = plant().measured("lignite", "12000", null, null).total();
        assertThat(heat.value()).isEqualByComparingTo("11827.2");
        assertThat(heat.bracketed()).isTrue();
        assertThat(heat.trace().children().getFirst().children()).hasSize(2);
        assertThat(plant().measured("raw-coal", "5000", null, null).refusal())
                .isEqualTo("原煤实测低位发热量 5000 与参考值 20908 相差太远，疑为千卡或兆焦误作千焦");
        assertThat(plant().measured("raw-coal", null, "0.0264", null).refusal())
                .isEqualTo("原煤单位热值含碳量 0.0264 与参考值 26.37 相差太远，单位应为吨碳/太焦");
        assertThat(plant().measured("raw-coal", null, "0", null).refusal()).isEqualTo("原煤单位热值含碳量为 0，须大于零");
        for (String oxidation : List.of("94", "1.01", "0")) {
            assertThat(plant().measured("raw-coal", null, null, oxidation).refusal())
                    .isEqualTo("原煤碳氧化率 " + oxidation + " 须大于 0、不大于 1（94% 写 0.94）");
        }
        assertThat(plant().measured("raw-coal", null, null, "1").total().value())
                .isEqualByComparingTo("20215.94520");
        assertThat(plant().is("raw-coal", Purpose.USE, "1", "20000", null, null, "1.9", "", "")
                        .refusal())
                .isEqualTo("原煤的排放因子和实测参数只能给一样");
        assertThat(plant().is("raw-coal", Purpose.USE, "1", null, null, null, "1.9", "", "")
                        .total()
                        .value())
                .isEqualByComparingTo("19000");
        assertThat(plant().measured("heat", null, "5", null).refusal()).isEqualTo("热力的排放因子是直接给定的，不用热值和含碳量");
    }

    @Test
    void aFuelWithoutARowIsMeasuredInFullOrNamed() {
        assertThat(plant().is("converter-gas", Purpose.USE, "1").refusal())
                .isEqualTo("转炉煤气没有适用于 2022 年的二氧化碳排放因子，须给出排放因子，或实测热值、含碳量和氧化率");
        assertThat(plant().measured("converter-gas", "8000", "49.6", null).refusal())
                .contains("须给出排放因子");
        assertThat(plant().is("coal-total", Purpose.USE, "1").refusal()).isEqualTo("煤炭合计没有适用于 2022 年的二氧化碳排放因子，合计须分品种报");
        assertThat(plant().measured("converter-gas", "8000", "49.6", "0.99")
                        .total()
                        .value())
                .isEqualByComparingTo("144038.4");
        assertThat(plant().measured("converter-gas", "8000", "49.6", "99").refusal())
                .contains("须大于 0、不大于 1");
        assertThat(plant().measured("converter-gas", "-8000", "49.6", "0.99").refusal())
                .isEqualTo("转炉煤气的实测热值和含碳量须大于零");
        assertThat(plant().measured("converter-gas", "8000", "0", "0.99").refusal())
                .isEqualTo("转炉煤气的实测热值和含碳量须大于零");
        for (String carbon : List.of("4.9", "121")) {
            assertThat(plant().measured("converter-gas", "8000", carbon, "0.99").refusal())
                    .isEqualTo("转炉煤气单位热值含碳量 " + carbon + " 不在 5～120 内，单位应为吨碳/太焦");
        }
        for (String carbon : List.of("5", "120")) {
            assertThat(plant().measured("converter-gas", "8000", carbon, "0.99")
                            .total()
                            .value())
                    .isNotNull();
        }
    }

    @Test
    void aSetMayBeAskedFor() {
        assertThat(plant().is("raw-coal", Purpose.USE, "1", null, null, null, null, "", "other")
                        .total()
                        .value())
                .isEqualByComparingTo("17160");
        assertThat(plant().is("coke", Purpose.USE, "1", null, null, null, null, "", "other")
                        .refusal())
                .contains("焦炭没有适用于 2022 年的二氧化碳排放因子");
        assertThat(plant().runs("dolomite", "10", "4743", Map.of()).total().value())
                .isEqualByComparingTo("4.743");
        assertThat(plant().runs("dolomite", "10", "x", Map.of()).refusal()).isEqualTo("dolomite没有适用于 2022 年的过程排放因子");
    }

    @Test
    void feedstockIsShownAndNotTakenOff() {
        EnterpriseCarbonTest plant = plant().is("raw-coal", Purpose.USE, "2").is("raw-coal", Purpose.FEEDSTOCK, "1");
        assertThat(plant.total().value()).isEqualByComparingTo("38005.976976");
        assertThat(plant.figures()).hasSize(4);
        assertThat(plant.figure("carbon.enterprise.feedstock").value()).isEqualByComparingTo("19002.988488");
        assertThat(plant.figure("carbon.enterprise.feedstock").trace().text())
                .isEqualTo("其中：用作原料部分所含碳（产品固碳未知，未扣除） 2022年");
    }

    @Test
    void whatCannotBeReckonedIsNamedAllAtOnce() {
        assertThat(plant().is("raw-coal", Purpose.USE, "-1")
                        .runs("clinker", "-2", "", Map.of())
                        .runs("raw-meal", "1", "", Map.of())
                        .is("new-water", Purpose.USE, "1")
                        .refusal())
                .isEqualTo("原煤消费量为 -1，不能小于零；新水是耗能工质，不产生排放，请删去；水泥熟料为 -2，不能小于零；生料中非燃料碳缺 carbon");
        assertThat(plant().refusal()).isEqualTo("没有可以核算的排放源");
        assertThat(plant().is("raw-coal", Purpose.USE, "0").refusal()).isEqualTo("没有可以核算的排放源");
        assertThat(CARBON.refused("某厂", 2022, EnterpriseCarbon.TOTAL, "坏了").missing())
                .isEqualTo("坏了");
        assertThatThrownBy(() -> new EnterpriseCarbon(Energies.RULES, Carbons.RULES, List.of()))
                .hasMessage("no edition of carbon.enterprise");
    }

    @Test
    void aMeasuredProcessRestsOnNobodysMemory() {
        assertThat(plant().runs("clinker", "1", "", Map.of()).total().bracketed())
                .isTrue();
        assertThat(plant().runs("clinker", "1", "", Map.of("factor", new BigDecimal("0.52")))
                        .total()
                        .bracketed())
                .isFalse();
        assertThat(plant().runs("raw-meal", "1000", "", Map.of("carbon", new BigDecimal("0.3")))
                        .total()
                        .value())
                .isEqualByComparingTo("11");
        assertThat(plant().runs("raw-meal", "1000", "", Map.of("carbon", new BigDecimal("0.3")))
                        .total()
                        .edition()
                        .certainty())
                .isEqualTo(Certainty.FOUND);
    }
}
