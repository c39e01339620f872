package org.luheng.accounting.carbon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.Energies;

class CarbonFromKindsTest {
    private static final String CITY = Energies.CITY;

    private static CarbonFromKinds of(Energies facts) {
        return new CarbonFromKinds(facts.reckoned(), Carbons.RULES, facts.facts());
    }

    private static Figure total(Energies facts, int year) {
        return of(facts).total(CITY, Period.year(year), Carbons.RULE);
    }

    private static Figure total(Energies facts) {
        return total(facts, 2021);
    }

    private static String refusal(Energies facts) {
        Figure figure = total(facts);
        assertThat(figure.value()).isNull();
        return String.valueOf(figure.missing());
    }

    private static Energies none() {
        return Energies.none();
    }

    @Test
    void fuelsElectricityAndHeatAddUp() {
        Figure figure = total(none().is("energy.use.raw-coal", "100")
                .is("energy.use.electricity", "10")
                .is("energy.use.heat", "50")
                .is("energy.transform.out.heat", "0"));
        // 100 × 1.9002988488 + 10 × 0.6369 × 10 + 50 × 0.11 × 10⁷ × 10⁻⁷
        assertThat(figure.value()).isEqualByComparingTo("259.21988488");
        assertThat(figure.unit()).isEqualTo("万吨二氧化碳");
        assertThat(figure.indicator()).isEqualTo("carbon.total.computed");
        assertThat(figure.region()).isEqualTo(CITY);
        assertThat(figure.period()).isEqualTo(Period.year(2021));
        assertThat(figure.bracketed()).isFalse();
        assertThat(figure.sample()).isFalse();
        Trace trace = figure.trace();
        assertThat(trace.text()).isEqualTo("能源活动二氧化碳排放量 2021年");
        assertThat(trace.formula()).isEqualTo("190.0299 + 5.5 + 63.69 = 259.2199 万吨二氧化碳");
        Trace coal = trace.children().getFirst();
        assertThat(coal.text()).isEqualTo("原煤的二氧化碳");
        assertThat(coal.formula()).isEqualTo("100 万吨 × 20908 千焦/千克 × 26.37 吨碳/太焦 × 0.94 × 44/12 = 190.0299 万吨二氧化碳");
        assertThat(coal.value()).isEqualByComparingTo("190.02988488");
        assertThat(coal.children()).extracting(Trace::ref).containsExactly("facts.csv:2", "ten-raw-coal");
        Trace power = trace.children().get(2);
        assertThat(power.text()).isEqualTo("净购入电力的二氧化碳（本地一次电力未报，自发自用的也按购入计）");
        assertThat(power.formula()).isEqualTo("10 亿千瓦时 × 0.6369 千克二氧化碳/千瓦时（河南 2021 年因子） = 63.69 万吨二氧化碳");
        assertThat(power.children()).extracting(Trace::ref).containsExactly("facts.csv:3", "grid-41-2021", "grid-rule");
        assertThat(trace.children().getLast().ref()).isEqualTo("carbon.total");
    }

    @Test
    void whatWasBurntToMakePowerCountsOnceAndOwnPowerIsNotBought() {
        Energies facts = none().is("energy.transform.in.raw-coal", "100")
                .is("energy.transform.out.electricity", "30")
                .is("energy.use.electricity", "40");
        assertThat(total(facts).value()).isEqualByComparingTo("253.71988488");
        assertThat(total(facts).trace().children().get(1).formula()).startsWith("(40 − 30) 亿千瓦时");
        // Water and wind make what is neither burnt nor bought.
        Figure green = total(facts.is("electricity.primary", "4"));
        assertThat(green.value()).isEqualByComparingTo("228.24388488");
        assertThat(green.trace().children().get(1).text()).isEqualTo("净购入电力的二氧化碳");
        assertThat(green.trace().children().get(1).formula()).startsWith("(40 − 30 − 4) 亿千瓦时");
        assertThat(green.trace().children().get(1).children())
                .extracting(Trace::ref)
                .containsExactly("facts.csv:4", "facts.csv:3", "grid-41-2021", "grid-rule", "facts.csv:5");
        // Who sells more than he uses has the buyer's carbon taken off; less than nothing is no emission.
        assertThat(total(none().is("energy.transform.in.raw-coal", "100").is("energy.transform.out.electricity", "20"))
                        .value())
                .isEqualByComparingTo("62.64988488");
        assertThat(refusal(
                        none().is("energy.transform.in.raw-coal", "100").is("energy.transform.out.electricity", "30")))
                .isEqualTo("合计为 -1.0401 万吨二氧化碳，产出多于消费与投入");
    }

    @Test
    void netImportGoesBeforeWhatUseAndGenerationLeave() {
        Figure figure = total(none().is("energy.use.raw-coal", "100")
                .is("energy.use.electricity", "40")
                .is("electricity.net-import", "-2"));
        assertThat(figure.value()).isEqualByComparingTo("177.29188488");
        assertThat(figure.trace().formula()).isEqualTo("190.0299 − 12.738 = 177.2919 万吨二氧化碳");
        assertThat(figure.trace().children().get(1).children())
                .extracting(Trace::ref)
                .containsExactly("grid-41-2021", "grid-rule", "facts.csv:4");
        Figure alone = total(none().is("energy.use.raw-coal", "100").is("electricity.net-import", "2"));
        assertThat(alone.value()).isEqualByComparingTo("202.76788488");
        assertThat(alone.trace().children().get(1).children())
                .extracting(Trace::ref)
                .containsExactly("grid-41-2021", "grid-rule", "facts.csv:3");
        assertThat(refusal(none().is("energy.use.electricity", "1").is("electricity.primary", "-1")))
                .isEqualTo("本地一次电力生产量为 -1，不能小于零");
    }

    @Test
    void carbonInCokeIsNotCountedTwice() {
        Figure figure = total(none().is("energy.transform.in.washed-coal", "130")
                .is("energy.transform.out.coke", "100")
                .is("energy.use.coke", "20"));
        // 130 × 26344 × 25.4 × 0.93 × 44/12 × 10⁻⁶ − 80 × 2.860418825
        assertThat(figure.value()).isEqualByComparingTo("67.79519208");
        assertThat(figure.bracketed()).isFalse();
        assertThat(refusal(none().is("energy.use.coke", "1").is("energy.use.washed-coal", "1")))
                .contains("洗精煤和由它制成的焦炭都报了消费量");
    }

    @Test
    void aFuelWithoutAFactorIsNamedAndNothingIsZero() {
        assertThat(refusal(none().is("energy.use.coke-oven-gas", "1").is("energy.use.converter-gas", "2")))
                .isEqualTo("焦炉煤气没有适用于 2021 年的二氧化碳排放因子；转炉煤气没有适用于 2021 年的二氧化碳排放因子");
        assertThat(refusal(none().is("energy.use.coal-total", "1"))).isEqualTo("煤炭合计没有适用于 2021 年的二氧化碳排放因子");
        assertThat(total(none().is("energy.use.coke-oven-gas", "0")).value()).isEqualByComparingTo("0");
        assertThat(total(none().is("energy.use.coke-oven-gas", "0")).trace().formula())
                .isEqualTo("0 = 0 万吨二氧化碳");
        assertThat(refusal(none())).isEqualTo("缺各能源品种消费量 2021");
        // Zero by a rule that says so is something else.
        Figure biomass = total(none().is("energy.use.briquette", "5"));
        assertThat(biomass.value()).isEqualByComparingTo("0");
        assertThat(biomass.bracketed()).isTrue();
    }

    @Test
    void workingMediaGiveOffNothing() {
        assertThat(total(none().is("energy.use.raw-coal", "1").is("energy.use.new-water", "5"))
                        .value())
                .isEqualByComparingTo("1.9002988488");
    }

    @Test
    void aMeasuredHeatValueGoesFirst() {
        Figure figure = total(none().is("energy.use.raw-coal", "100").is("energy.heat-value.raw-coal", "20000"));
        assertThat(figure.value()).isEqualByComparingTo("181.7772");
        assertThat(figure.trace().children().getFirst().formula()).startsWith("100 万吨 × 20000 千焦/千克");
        assertThat(figure.trace().children().getFirst().children())
                .extracting(Trace::text)
                .containsExactly("原煤消费量 2021年", "原煤实测低位发热量 2021年", "原煤二氧化碳排放因子（已核对）");
        assertThat(refusal(none().is("energy.use.raw-coal", "100").is("energy.heat-value.raw-coal", "5000")))
                .isEqualTo("原煤实测低位发热量 5000 与参考值 20908 相差太远，疑为千卡或兆焦误作千焦");
        assertThat(refusal(none().is("energy.use.raw-coal", "100").is("energy.heat-value.raw-coal", "0")))
                .isEqualTo("原煤实测低位发热量为 0，须大于零");
    }

    @Test
    void whatRestsOnMemoryOrAnotherYearsFactorIsBracketed() {
        assertThat(total(none().is("energy.use.lignite", "1")).edition().certainty())
                .isEqualTo(Certainty.MEMORY);
        Figure lent = total(none().fact(CITY, "2024", "energy.use.electricity", "1"), 2024);
        assertThat(lent.value()).isEqualByComparingTo("6.058");
        assertThat(lent.edition().certainty()).isEqualTo(Certainty.UNSURE);
        assertThat(lent.bracketed()).isTrue();
        Figure imported = total(
                none().fact(CITY, "2024", "energy.use.raw-coal", "1").fact(CITY, "2024", "electricity.net-import", "1"),
                2024);
        assertThat(imported.edition().certainty()).isEqualTo(Certainty.UNSURE);
    }

    @Test
    void withoutAGridFactorThereIsNoFigure() {
        Energies facts = none().is("energy.use.electricity", "1");
        CarbonFromKinds carbon = new CarbonFromKinds(facts.reckoned(), CarbonRules.NONE, facts.facts());
        assertThat(carbon.total(CITY, Period.year(2021), Carbons.RULE).missing())
                .isEqualTo("410100 没有可用于 2021 年的电力排放因子");
    }

    @Test
    void samplesMarkWhateverRestsOnThem() {
        assertThat(total(none().fact(CITY, "2021", "energy.use.raw-coal", "1", true))
                        .sample())
                .isTrue();
        assertThat(total(none().is("energy.use.raw-coal", "1")
                                .fact(CITY, "2021", "energy.heat-value.raw-coal", "20000", true))
                        .sample())
                .isTrue();
        assertThat(total(none().is("energy.use.electricity", "1")
                                .fact(CITY, "2021", "electricity.net-import", "1", true))
                        .sample())
                .isTrue();
        assertThat(total(none().is("energy.use.raw-coal", "1").fact(CITY, "2021", "electricity.net-import", "1", true))
                        .sample())
                .isTrue();
        assertThat(total(none().is("energy.use.electricity", "1")
                                .fact(CITY, "2021", "electricity.primary", "0.5", true))
                        .sample())
                .isTrue();
    }

    @Test
    void processesStandBeside() {
        Energies facts = none().is("carbon.activity.clinker", "100").is("carbon.activity.dolomite", "10");
        Figure figure = of(facts).process(CITY, Period.year(2021), Carbons.RULE);
        assertThat(figure).isNotNull();
        assertThat(figure.value()).isEqualByComparingTo("58.51");
        assertThat(figure.indicator()).isEqualTo("carbon.process");
        assertThat(figure.bracketed()).isTrue();
        assertThat(figure.trace().text()).isEqualTo("工业过程二氧化碳排放量 2021年");
        assertThat(figure.trace().formula()).isEqualTo("53.8 + 4.71 = 58.51 万吨二氧化碳");
        assertThat(figure.trace().children().getFirst().formula()).isEqualTo("100 万吨 × 0.538 = 53.8 万吨二氧化碳");
        assertThat(figure.trace().children().getFirst().children())
                .extracting(Trace::ref)
                .containsExactly("facts.csv:2", "process-clinker");
        assertThat(of(none()).process(CITY, Period.year(2021), Carbons.RULE)).isNull();
        Figure unknown = of(none().is("carbon.activity.raw-meal", "1").is("carbon.activity.clinker", "-1"))
                .process(CITY, Period.year(2021), Carbons.RULE);
        assertThat(unknown).isNotNull();
        assertThat(unknown.missing()).isEqualTo("clinker 活动量为 -1，不能小于零；生料中非燃料碳缺 carbon");
        Figure late = of(none().fact(CITY, "2031", "carbon.activity.clinker", "1"))
                .process(CITY, Period.year(2031), Carbons.RULE);
        assertThat(late).isNotNull();
        assertThat(late.missing()).isEqualTo("clinker 没有适用于 2031 年的过程排放因子");
        assertThat(CarbonFromKinds.isActivity("carbon.activity.clinker")).isTrue();
        assertThat(CarbonFromKinds.isActivity("carbon.total")).isFalse();
    }

    private static Energies mixture(int coal, int gas, int power, int factor) {
        return none().is("energy.use.raw-coal", Integer.toString(coal * factor))
                .is("energy.use.natural-gas", Integer.toString(gas * factor))
                .is("energy.use.electricity", Integer.toString(power * factor));
    }

    @Property
    void carbonIsLinearInAmounts(
            @ForAll @IntRange(min = 0, max = 10_000) int coal,
            @ForAll @IntRange(min = 0, max = 10_000) int gas,
            @ForAll @IntRange(min = 0, max = 10_000) int power,
            @ForAll @IntRange(min = 1, max = 50) int factor) {
        BigDecimal once = total(mixture(coal, gas, power, 1)).value();
        BigDecimal many = total(mixture(coal, gas, power, factor)).value();
        assertThat(once).isNotNull();
        assertThat(many).isEqualByComparingTo(once.multiply(new BigDecimal(factor)));
    }

    @Property
    void moreFuelNeverGivesLessCarbon(
            @ForAll @IntRange(min = 0, max = 10_000) int coal,
            @ForAll @IntRange(min = 0, max = 10_000) int gas,
            @ForAll @IntRange(min = 1, max = 100) int more) {
        BigDecimal before = total(mixture(coal, gas, 1, 1)).value();
        assertThat(total(mixture(coal + more, gas, 1, 1)).value()).isGreaterThan(before);
        assertThat(total(mixture(coal, gas + more, 1, 1)).value()).isGreaterThan(before);
        assertThat(total(mixture(coal, gas, 1 + more, 1)).value()).isGreaterThan(before);
    }

    @Property
    void theOrderOfFactsDoesNotMatter(
            @ForAll @IntRange(min = 0, max = 10_000) int coal, @ForAll @IntRange(min = 0, max = 10_000) int gas) {
        Energies facts = mixture(coal, gas, 3, 1)
                .is("energy.transform.in.washed-coal", "9")
                .is("energy.transform.out.coke", "6");
        assertThat(total(facts.reversed()).value())
                .isEqualByComparingTo(total(facts).value());
    }
}
