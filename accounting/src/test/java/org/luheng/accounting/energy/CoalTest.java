package org.luheng.accounting.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.EnergyFromKinds.Net;
import org.luheng.accounting.energy.EnergyFromKinds.Nets;

/** Coal by weight, and amounts for whoever does not want standard coal. */
class CoalTest {
    private static final String CITY = Energies.CITY;
    private static final Period YEAR = Period.year(2021);
    private static final RuleEdition RULE =
            new RuleEdition("coal", EnergyFromKinds.COAL_MATTER, "煤炭消费量", "Σ", 2006, 2030, "统计指标解释", Certainty.FOUND);

    private static Figure coal(Energies facts) {
        return facts.reckoned().coal(CITY, YEAR, RULE);
    }

    private static String refusal(Energies facts) {
        Figure figure = coal(facts);
        assertThat(figure.value()).isNull();
        return String.valueOf(figure.missing());
    }

    private static Energies none() {
        return Energies.none();
    }

    @Test
    void coalIsAddedUpByWeightAndCokeIsNone() {
        Figure figure = coal(none().is("energy.use.raw-coal", "100")
                .is("energy.transform.in.raw-coal", "50")
                .is("energy.transform.out.washed-coal", "30")
                .is("energy.transform.in.washed-coal", "28")
                .is("energy.transform.out.coke", "20")
                .is("energy.use.coke", "20")
                .is("energy.use.electricity", "9"));
        // Not standard coal, and what washing lost is the only thing it used up: 100 + 50 + (28 − 30)
        assertThat(figure.value()).isEqualByComparingTo("148");
        assertThat(figure.unit()).isEqualTo("万吨");
        assertThat(figure.indicator()).isEqualTo("energy.coal.computed");
        assertThat(figure.bracketed()).isFalse();
        assertThat(figure.trace().text()).isEqualTo("煤炭消费量 2021年（分品种实物量之和）");
        assertThat(figure.trace().formula()).isEqualTo("(100 + 50) + (28 − 30) = 148 万吨");
        assertThat(figure.trace().children())
                .extracting(Trace::ref)
                .containsExactly("facts.csv:2", "facts.csv:3", "facts.csv:5", "facts.csv:4", "coal");
        assertThat(coal(none().is("energy.use.raw-coal", "1").is("energy.use.briquette", "2"))
                        .trace()
                        .formula())
                .isEqualTo("1 + 2 = 3 万吨");
        assertThat(coal(none().is("energy.use.raw-coal", "5").is("energy.transform.out.washed-coal", "2"))
                        .trace()
                        .formula())
                .isEqualTo("5 + (−2) = 3 万吨");
    }

    @Test
    void aTotalAndItsPartsAreNotBothCounted() {
        assertThat(refusal(none().is("energy.use.raw-coal", "100").is("energy.use.lignite", "10")))
                .isEqualTo("原煤已含褐煤，两者都报了消费量 2021，会重复计算");
        // The mere total leaves transformation out, so it is neither counted nor in the way.
        assertThat(coal(none().is("energy.use.coal-total", "7").is("energy.use.raw-coal", "100"))
                        .value())
                .isEqualByComparingTo("100");
        assertThat(refusal(none().is("energy.use.coal-total", "7"))).isEqualTo("缺煤炭各品种消费量 2021");
    }

    @Test
    void whatIsMissingOrWrongWithCoalIsNamedAndOtherKindsDoNotMatter() {
        assertThat(refusal(none().is("energy.use.natural-gas", "100"))).isEqualTo("缺煤炭各品种消费量 2021");
        assertThat(refusal(none().is("energy.use.raw-coal", "-1"))).isEqualTo("原煤消费量为 -1，不能小于零");
        assertThat(refusal(none().is("energy.transform.out.washed-coal", "5"))).isEqualTo("合计为 -5 万吨，产出多于消费与投入");
        assertThat(refusal(
                        none().fact(CITY, "2020", "energy.use.briquette", "3").is("energy.use.raw-coal", "1")))
                .isEqualTo("缺煤制品消费量 2021（上年同期有 3 万吨；没有的报 0）");
        assertThat(coal(none().fact(CITY, "2020", "energy.use.coke", "3").is("energy.use.raw-coal", "1"))
                        .value())
                .isEqualByComparingTo("1");
        assertThat(coal(none().is("energy.use.raw-coal", "0")).value()).isEqualByComparingTo("0");
        assertThat(coal(none().fact(CITY, "2021", "energy.use.raw-coal", "1", true))
                        .sample())
                .isTrue();
    }

    @Test
    void amountsAreGivenWithTheirFacts() {
        Nets nets = none().is("energy.transform.in.washed-coal", "13")
                .is("energy.transform.out.coke", "10")
                .is("energy.use.coke", "9")
                .is("energy.heat-value.coke", "28000")
                .reckoned()
                .nets(CITY, YEAR);
        assertThat(nets.problems()).isEmpty();
        assertThat(nets.sample()).isFalse();
        assertThat(nets.kinds()).extracting(net -> net.kind().code()).containsExactly("washed-coal", "coke");
        Net coke = nets.kinds().getLast();
        assertThat(coke.amount()).isEqualByComparingTo("-1");
        assertThat(coke.words()).isEqualTo("9 − 10");
        assertThat(coke.leaves()).extracting(Trace::text).containsExactly("焦炭消费量 2021年", "焦炭加工转换产出量 2021年");
        assertThat(coke.heat()).isNotNull();
        assertThat(nets.kinds().getFirst().heat()).isNull();
        assertThat(none().reckoned().nets(CITY, YEAR).problems()).containsExactly("缺各能源品种消费量 2021");
        assertThat(none().is("energy.use.raw-coal", "1").reckoned().reports(CITY, YEAR))
                .isTrue();
        assertThat(none().is("energy.use.raw-coal", "1").reckoned().reports(CITY, Period.year(2020)))
                .isFalse();
        assertThat(none().reckoned().reports(CITY, YEAR)).isFalse();
    }
}
