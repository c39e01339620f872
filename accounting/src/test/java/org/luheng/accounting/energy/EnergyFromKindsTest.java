package org.luheng.accounting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luheng.accounting.energy.Energies.CITY;
import static org.luheng.accounting.energy.Energies.none;
import static org.luheng.accounting.energy.Energies.period;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;

class EnergyFromKindsTest {
    private static Figure total(Energies facts, Basis basis) {
        return facts.reckoned().total(CITY, period("2021"), basis);
    }

    private static String refusal(Energies facts) {
        Figure figure = total(facts, Basis.CALORIFIC);
        assertThat(figure.value()).isNull();
        return String.valueOf(figure.missing());
    }

    @Test
    void aTotalIsTheSumOfKindsTimesCoefficients() {
        Figure figure = total(
                none().is("energy.use.raw-coal", "100")
                        .is("energy.use.electricity", "10")
                        .is("energy.use.heat", "50")
                        .is("energy.transform.in.raw-coal", "0"),
                Basis.CALORIFIC);
        // 100 × 0.7143 + 10 × 1.229 + 50 × 0.03412
        assertThat(figure.value()).isEqualByComparingTo("85.426");
        assertThat(figure.unit()).isEqualTo("万吨标准煤");
        assertThat(figure.indicator()).isEqualTo("energy.total.computed.calorific");
        assertThat(figure.region()).isEqualTo(CITY);
        assertThat(figure.period()).isEqualTo(period("2021"));
        assertThat(figure.sample()).isFalse();
        assertThat(figure.bracketed()).isFalse();
        Trace trace = figure.trace();
        assertThat(trace.text()).isEqualTo("能源消费总量 2021年（分品种折算，电力按当量值）");
        assertThat(trace.formula()).isEqualTo("71.43 + 1.706 + 12.29 = 85.426 万吨标准煤");
        assertThat(trace.value()).isEqualTo(figure.value());
        assertThat(trace.children()).hasSize(4);
        Trace coal = trace.children().getFirst();
        assertThat(coal.text()).isEqualTo("原煤折标准煤");
        assertThat(coal.formula()).isEqualTo("(100 + 0) 万吨 × 0.7143 千克标准煤/千克 = 71.43 万吨标准煤");
        assertThat(coal.children())
                .extracting(Trace::text)
                .containsExactly("原煤消费量 2021年", "原煤加工转换投入量 2021年", "原煤折标准煤系数 0.7143（已核对）");
        assertThat(coal.children().getFirst().ref()).isEqualTo("facts.csv:2");
        assertThat(trace.children().getLast().ref()).isEqualTo("energy-total-from-kinds");
    }

    @Test
    void mistake3ElectricityCountsByTheYearsCoalRateNotByAConstant() {
        Energies facts = none().is("energy.use.electricity", "10");
        assertThat(total(facts, Basis.CALORIFIC).value()).isEqualByComparingTo("12.29");
        Figure without = total(facts, Basis.EQUIVALENT);
        assertThat(without.value()).isNull();
        assertThat(without.indicator()).isEqualTo("energy.total.computed");
        assertThat(without.missing())
                .isEqualTo("缺 2021 年发电标准煤耗（electricity.coal-rate，410100、410000、000000），电力不能按等价值折算");
        assertThat(without.trace().text()).startsWith("不能计算：缺 2021 年发电标准煤耗");

        Figure with = total(facts.is("electricity.coal-rate", "0.3"), Basis.EQUIVALENT);
        assertThat(with.value()).isEqualByComparingTo("30");
        assertThat(with.trace().text()).isEqualTo("能源消费总量 2021年（分品种折算，电力按等价值）");
        Trace term = with.trace().children().getFirst();
        assertThat(term.formula()).isEqualTo("10 亿千瓦时 × 0.3 千克标准煤/千瓦时 = 30 万吨标准煤");
        assertThat(term.children()).extracting(Trace::text).containsExactly("电力消费量 2021年", "发电标准煤耗 2021年");
    }

    /** 吉林2015年能源平衡表: power by both values implies 0.3066 kgce/kWh; electricity 651.96 亿kWh. */
    @Test
    void theBalanceOfJilin2015ImpliesItsCoalRate() {
        Energies facts = none().fact("220000", "2021", "energy.use.electricity", "651.96")
                .fact("220000", "2021", "electricity.coal-rate", "0.3066");
        BigDecimal value = facts.reckoned()
                .total("220000", period("2021"), Basis.EQUIVALENT)
                .value();
        assertThat(value).isEqualByComparingTo("1998.90936");
    }

    @Test
    void theCoalRateOfTheNearestRegionAroundCounts() {
        Energies facts = none().fact("410102", "2021", "energy.use.electricity", "1")
                .fact("000000", "2021", "electricity.coal-rate", "0.31")
                .fact("410000", "2021", "electricity.coal-rate", "0.30")
                .fact("410100", "2020", "electricity.coal-rate", "0.25");
        EnergyFromKinds energy = facts.reckoned();
        assertThat(energy.total("410102", period("2021"), Basis.EQUIVALENT).value())
                .isEqualByComparingTo("3");
        assertThat(energy.total("410102", period("2021"), Basis.EQUIVALENT).value())
                .isEqualByComparingTo("3");
    }

    @Test
    void theYearsRateHoldsForItsMonths() {
        Figure month = none().fact(CITY, "2021-06", "energy.use.electricity", "1")
                .is("electricity.coal-rate", "0.30")
                .reckoned()
                .total(CITY, period("2021-06"), Basis.EQUIVALENT);
        assertThat(month.value()).isEqualByComparingTo("3");
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.3"})
    void aRateThatIsNoneIsRefused(String rate) {
        Figure figure =
                total(none().is("energy.use.electricity", "10").is("electricity.coal-rate", rate), Basis.EQUIVALENT);
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).isEqualTo("410100 2021 年发电标准煤耗为 " + rate + "，须大于零");
    }

    @Test
    void regionsAboveAreReadFromTheCode() {
        assertThat(EnergyFromKinds.gbt2260("410103001")).containsExactly("410103", "410100", "410000", "000000");
        assertThat(EnergyFromKinds.gbt2260("410103")).containsExactly("410100", "410000", "000000");
        assertThat(EnergyFromKinds.gbt2260("410000")).containsExactly("000000");
        assertThat(EnergyFromKinds.gbt2260("000000")).isEmpty();
        assertThat(EnergyFromKinds.gbt2260("港区")).isEmpty();
    }

    @Test
    void transformationCountsWithWhatItLoses() {
        Figure figure = total(
                none().is("energy.use.coke", "50")
                        .is("energy.transform.in.washed-coal", "130")
                        .is("energy.transform.out.coke", "100"),
                Basis.CALORIFIC);
        // 130 × 0.9 + (50 − 100) × 0.9714
        assertThat(figure.value()).isEqualByComparingTo("68.43");
        assertThat(figure.trace().formula()).isEqualTo("117 − 48.57 = 68.43 万吨标准煤");
        assertThat(figure.trace().children().get(1).formula())
                .isEqualTo("(50 − 100) 万吨 × 0.9714 千克标准煤/千克 = -48.57 万吨标准煤");
    }

    @Test
    void coalAndTheCokeMadeOfItAreNotBothCountedUnsaid() {
        Energies both = none().is("energy.use.washed-coal", "130").is("energy.use.coke", "100");
        assertThat(refusal(both)).isEqualTo("洗精煤和由它制成的焦炭都报了消费量 2021，没有报加工转换的投入产出，分不清是否重复（没有转换的报 0）");
        both.is("energy.transform.in.washed-coal", "0");
        assertThat(total(both, Basis.CALORIFIC).value()).isEqualByComparingTo("214.14");
    }

    @Test
    void anOutputSaidIsEnoughToTellCoalFromCoke() {
        Energies facts = none().is("energy.use.washed-coal", "130")
                .is("energy.use.coke", "100")
                .is("energy.transform.out.coke", "100");
        assertThat(total(facts, Basis.CALORIFIC).value()).isEqualByComparingTo("117");
    }

    @Test
    void aPartOfTheSourceIsASourceToo() {
        assertThat(refusal(none().is("energy.use.lignite", "1").is("energy.use.heat", "2")))
                .isEqualTo("褐煤和由它制成的热力都报了消费量 2021，没有报加工转换的投入产出，分不清是否重复（没有转换的报 0）");
    }

    @Test
    void aWholeAndItsPartAreNotBothCounted() {
        assertThat(refusal(none().is("energy.use.raw-coal", "10").is("energy.use.lignite", "2")))
                .isEqualTo("原煤已含褐煤，两者都报了消费量 2021，会重复计算");
        assertThat(total(none().is("energy.use.raw-coal", "10").is("energy.use.lignite", "0"), Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("7.143");
        assertThat(total(none().is("energy.use.raw-coal", "0").is("energy.use.lignite", "10"), Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("4.286");
    }

    @Test
    void aMereTotalHasNoCoefficient() {
        assertThat(refusal(none().is("energy.use.coal-total", "10"))).isEqualTo("煤炭合计是合计，没有折标系数，须分品种报");
    }

    @Test
    void aWholeTwoStepsUpIsFoundToo() {
        assertThat(refusal(none().is("energy.use.coal-total", "10").is("energy.use.lignite", "2")))
                .isEqualTo("煤炭合计是合计，没有折标系数，须分品种报；煤炭合计已含褐煤，两者都报了消费量 2021，会重复计算");
    }

    @Test
    void aMeasuredHeatValueGoesBeforeTheTable() {
        Energies facts = none().is("energy.use.raw-coal", "100").is("energy.heat-value.raw-coal", "23446.08");
        Figure figure = total(facts, Basis.CALORIFIC);
        assertThat(figure.value()).isEqualByComparingTo("80");
        Trace term = figure.trace().children().getFirst();
        assertThat(term.formula()).isEqualTo("100 万吨 × 23446.08/29307.6 千克标准煤/千克 = 80 万吨标准煤");
        assertThat(term.children()).extracting(Trace::text).containsExactly("原煤消费量 2021年", "原煤实测低位发热量 2021年");
        assertThat(total(facts.is("energy.use.electricity", "0"), Basis.EQUIVALENT)
                        .value())
                .isEqualByComparingTo("80");
    }

    @Test
    void theYearsHeatValueHoldsForAMonthWithoutOne() {
        Energies facts = none().fact(CITY, "2021-06", "energy.use.raw-coal", "1")
                .fact(CITY, "2021-07", "energy.use.raw-coal", "1")
                .fact(CITY, "2021-07", "energy.heat-value.raw-coal", "29307.6")
                .is("energy.heat-value.raw-coal", "14653.8");
        EnergyFromKinds energy = facts.reckoned();
        assertThat(energy.total(CITY, period("2021-06"), Basis.CALORIFIC).value())
                .isEqualByComparingTo("0.5");
        assertThat(energy.total(CITY, period("2021-07"), Basis.CALORIFIC).value())
                .isEqualByComparingTo("1");
    }

    @Test
    void aHeatValueInAnotherUnitIsRefused() {
        assertThat(refusal(none().is("energy.use.raw-coal", "1").is("energy.heat-value.raw-coal", "5000")))
                .isEqualTo("原煤实测低位发热量 5000 千焦/千克 折 0.1706，与参考系数 0.7143 相差太远，疑为千卡或兆焦误作千焦");
        assertThat(refusal(none().is("energy.use.raw-coal", "1").is("energy.heat-value.raw-coal", "20934000")))
                .contains("疑为千卡或兆焦误作千焦");
        assertThat(refusal(none().is("energy.use.raw-coal", "1").is("energy.heat-value.raw-coal", "0")))
                .isEqualTo("原煤实测低位发热量为 0，须大于零");
        assertThat(refusal(none().is("energy.use.natural-gas", "1").is("energy.heat-value.natural-gas", "8500")))
                .contains("与参考系数 1.1000～1.3300 相差太远");
    }

    @Test
    void aHeatValueAtTheEdgeOfWhatIsPlausibleCounts() {
        // 0.7143 ÷ 2.5 and × 2.5, in kJ
        assertThat(total(
                                none().is("energy.use.raw-coal", "1").is("energy.heat-value.raw-coal", "8373.767472"),
                                Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("0.28572");
        assertThat(total(
                                none().is("energy.use.raw-coal", "1").is("energy.heat-value.raw-coal", "52336.0467"),
                                Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("1.78575");
    }

    @Test
    void aRangeNeedsAValueToBeChosen() {
        assertThat(refusal(none().is("energy.use.natural-gas", "1")))
                .isEqualTo("天然气的折标系数是区间 1.1000～1.3300，须选定一个值或有实测低位发热量");
        assertThat(total(
                                none().is("energy.use.natural-gas", "1")
                                        .is("energy.heat-value.natural-gas", "35169.12"),
                                Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("12");
    }

    @Test
    void theSetOfHigherRankGoesFirst() {
        Figure figure = total(none().is("energy.use.coke-oven-gas", "1"), Basis.CALORIFIC);
        assertThat(figure.value()).isEqualByComparingTo("6.143");
        assertThat(figure.edition().certainty()).isEqualTo(Certainty.FOUND);
    }

    @Test
    void aKindWithoutCoefficientIsNamed() {
        assertThat(refusal(none().is("energy.use.converter-gas", "1"))).isEqualTo("转炉煤气没有适用于 2021 年的当量折标系数，须有实测低位发热量");
        assertThat(total(
                                none().is("energy.use.converter-gas", "1")
                                        .is("energy.heat-value.converter-gas", "7326.9"),
                                Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("2.5");
        Figure heat = none().fact(CITY, "2019", "energy.use.heat", "1")
                .reckoned()
                .total(CITY, period("2019"), Basis.CALORIFIC);
        assertThat(heat.missing()).isEqualTo("热力没有适用于 2019 年的当量折标系数");
    }

    @Test
    void nothingUsedNeedsNoCoefficient() {
        assertThat(total(none().is("energy.use.converter-gas", "0"), Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("0");
        assertThat(total(none().is("energy.use.converter-gas", "0"), Basis.CALORIFIC)
                        .trace()
                        .formula())
                .isEqualTo("0 = 0 万吨标准煤");
    }

    @Test
    void whatRestsOnMemoryIsBracketed() {
        Figure before = none().fact(CITY, "2020", "energy.use.raw-coal", "1")
                .reckoned()
                .total(CITY, period("2020"), Basis.CALORIFIC);
        assertThat(before.bracketed()).isTrue();
        assertThat(before.edition().certainty()).isEqualTo(Certainty.MEMORY);
        assertThat(before.edition().id()).isEqualTo("energy-total-from-kinds");
        Figure lignite =
                total(none().is("energy.use.lignite", "1").is("energy.use.coke-oven-gas", "1"), Basis.CALORIFIC);
        assertThat(lignite.edition().certainty()).isEqualTo(Certainty.UNSURE);
    }

    @Test
    void workingMediaAreNoEnergyOfARegion() {
        Energies facts = none().is("energy.use.new-water", "1000");
        assertThat(facts.reckoned().knows(CITY)).isFalse();
        assertThat(refusal(facts)).isEqualTo("缺各能源品种消费量 2021");
        assertThat(total(facts.is("energy.use.raw-coal", "1"), Basis.EQUIVALENT).value())
                .isEqualByComparingTo("0.7143");
        assertThat(facts.reckoned().knows(CITY)).isTrue();
    }

    @Test
    void whatWasThereAYearBeforeIsNotSilentlyZero() {
        Energies facts = none().fact(CITY, "2020", "energy.use.coke", "7")
                .fact(CITY, "2020", "energy.use.heat", "0")
                .is("energy.use.raw-coal", "1");
        assertThat(refusal(facts)).isEqualTo("缺焦炭消费量 2021（上年同期有 7 万吨；没有的报 0）");
        assertThat(total(facts.is("energy.use.coke", "0"), Basis.CALORIFIC).value())
                .isEqualByComparingTo("0.7143");
        assertThat(refusal(none().fact(CITY, "2020", "energy.transform.out.coke", "7")
                        .is("energy.use.coke", "1")))
                .isEqualTo("缺焦炭加工转换产出量 2021（上年同期有 7 万吨；没有的报 0）");
        assertThat(refusal(none().fact(CITY, "2020", "energy.transform.in.washed-coal", "9")
                        .is("energy.use.coke", "1")))
                .isEqualTo("缺洗精煤加工转换投入量 2021（上年同期有 9 万吨；没有的报 0）");
    }

    @Test
    void transformationHasTwoSides() {
        assertThat(refusal(none().is("energy.transform.in.washed-coal", "1").is("energy.use.raw-coal", "1")))
                .isEqualTo("有加工转换投入量而没有产出量 2021");
        assertThat(refusal(none().is("energy.transform.out.coke", "1").is("energy.use.raw-coal", "9")))
                .isEqualTo("有焦炭加工转换产出量而没有投入量 2021");
        assertThat(refusal(none().is("energy.transform.out.heat", "1").is("energy.use.electricity", "9")))
                .isEqualTo("有热力加工转换产出量而没有投入量 2021");
        // Heat recovered from what was burnt has its source in the use of the fuel.
        assertThat(total(none().is("energy.transform.out.heat", "100").is("energy.use.coke", "9"), Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("5.3306");
    }

    @Test
    void moreOutThanInIsNoTotal() {
        assertThat(refusal(none().is("energy.transform.in.washed-coal", "1").is("energy.transform.out.coke", "10")))
                .isEqualTo("合计为 -8.814 万吨标准煤，产出多于消费与投入");
    }

    @Test
    void negativeAmountsAreNamedAllAtOnce() {
        assertThat(refusal(none().is("energy.use.raw-coal", "-1").is("energy.transform.in.raw-coal", "-2")))
                .isEqualTo("原煤消费量为 -1，不能小于零；原煤加工转换投入量为 -2，不能小于零");
    }

    @Test
    void feedstockIsToldApartAndStaysInTheTotal() {
        Energies facts = none().is("energy.use.raw-coal", "100").is("energy.feedstock.raw-coal", "40");
        assertThat(total(facts, Basis.CALORIFIC).value()).isEqualByComparingTo("71.43");
        Figure feedstock = facts.reckoned().feedstock(CITY, period("2021"), Basis.EQUIVALENT);
        assertThat(feedstock.value()).isEqualByComparingTo("28.572");
        assertThat(feedstock.indicator()).isEqualTo("energy.feedstock.computed");
        assertThat(feedstock.trace().text()).isEqualTo("原料用能 2021年（分品种折算，电力按等价值）");
        assertThat(feedstock.trace().children().getFirst().formula())
                .isEqualTo("40 万吨 × 0.7143 千克标准煤/千克 = 28.572 万吨标准煤");
        assertThat(facts.reckoned()
                        .feedstock(CITY, period("2021"), Basis.CALORIFIC)
                        .indicator())
                .isEqualTo("energy.feedstock.computed.calorific");
    }

    @Test
    void feedstockIsNeverMoreThanUse() {
        assertThat(none().is("energy.use.raw-coal", "39")
                        .is("energy.feedstock.raw-coal", "40")
                        .reckoned()
                        .feedstock(CITY, period("2021"), Basis.CALORIFIC)
                        .missing())
                .isEqualTo("原煤用作原料 40，多于消费量 39 2021");
        assertThat(none().is("energy.feedstock.raw-coal", "40")
                        .reckoned()
                        .feedstock(CITY, period("2021"), Basis.CALORIFIC)
                        .missing())
                .isEqualTo("原煤用作原料 40，没有报消费量 2021");
        assertThat(none().is("energy.use.raw-coal", "40")
                        .reckoned()
                        .feedstock(CITY, period("2021"), Basis.CALORIFIC)
                        .missing())
                .isEqualTo("缺各能源品种用作原料的消费量 2021");
        assertThat(none().is("energy.use.raw-coal", "40")
                        .is("energy.feedstock.raw-coal", "40")
                        .reckoned()
                        .feedstock(CITY, period("2021"), Basis.CALORIFIC)
                        .value())
                .isEqualByComparingTo("28.572");
    }

    @Test
    void aYearWithoutARuleHasNoFigure() {
        Figure figure = none().fact(CITY, "2031", "energy.use.raw-coal", "1")
                .reckoned()
                .total(CITY, period("2031"), Basis.CALORIFIC);
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).isEqualTo("没有适用于 2031 年的分品种折算规则");
    }

    @Test
    void theEditionThatBeganLastCounts() {
        EnergyFromKinds energy = new EnergyFromKinds(
                Energies.RULES,
                List.of(Energies.edition(2021, 2030, Certainty.UNSURE), Energies.edition(2008, 2030, Certainty.FOUND)),
                none().is("energy.use.raw-coal", "1").facts(),
                EnergyFromKinds::gbt2260);
        assertThat(energy.total(CITY, period("2021"), Basis.CALORIFIC).edition().from())
                .isEqualTo(2021);
        assertThatThrownBy(
                        () -> new EnergyFromKinds(Energies.RULES, List.of(), none().facts(), EnergyFromKinds::gbt2260))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no edition of energy.total.kinds");
    }

    @Test
    void samplesMarkWhateverRestsOnThem() {
        assertThat(total(none().fact(CITY, "2021", "energy.use.raw-coal", "1", true), Basis.CALORIFIC)
                        .sample())
                .isTrue();
        assertThat(total(
                                none().is("energy.use.raw-coal", "1")
                                        .fact(CITY, "2021", "energy.heat-value.raw-coal", "20000", true),
                                Basis.CALORIFIC)
                        .sample())
                .isTrue();
        assertThat(total(
                                none().is("energy.use.electricity", "1")
                                        .fact(CITY, "2021", "electricity.coal-rate", "0.3", true),
                                Basis.EQUIVALENT)
                        .sample())
                .isTrue();
    }
}
