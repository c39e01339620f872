package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.DISTRICT;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is assumed goes before what is known, and hides nothing of it. */
class AssumedFactsTest {
    private static final Period Y2021 = Period.year(2021);
    private static final Period Y2022 = Period.year(2022);

    private static AssumedFacts facts() {
        FactBase base = new FactBase(AuthorityOrder.NONE);
        new Example()
                .fact(CITY, "2021", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.GDP_GROWTH, "5")
                .facts()
                .forEach(base::add);
        AssumedFacts facts = new AssumedFacts(base.knownOn(LocalDate.of(2026, 1, 1)));
        facts.assume(CITY, Element.ENERGY, Y2021, new BigDecimal("90"), "万吨标准煤", "节能");
        facts.assume(CITY, Element.ENERGY, Y2022, new BigDecimal("95"), "万吨标准煤", "节能");
        facts.assume(DISTRICT, Element.COAL_RATE, Y2022, new BigDecimal("0.3"), "千克标准煤/千瓦时", "同 2021 年");
        return facts;
    }

    @Test
    void theAssumedOneCountsAndTheKnownOneStandsBeside() {
        assertThat(facts().all(CITY, Element.ENERGY, Y2021))
                .extracting(Fact::source)
                .containsExactly("假设：节能", "test");
        assertThat(facts().find(CITY, Element.ENERGY, Y2021))
                .extracting(Fact::value)
                .isEqualTo(new BigDecimal("90"));
        assertThat(facts().all(CITY, Element.GDP_GROWTH, Y2021))
                .extracting(Fact::ref)
                .containsExactly("test:2");
        assertThat(facts().find(CITY, Element.GDP_GROWTH, Y2022)).isNull();
    }

    @Test
    void periodsPlacesAndElementsAreThoseOfBoth() {
        assertThat(facts().periods(CITY, Element.ENERGY)).containsExactly(Y2021, Y2022);
        assertThat(facts().periods(CITY, Element.GDP_GROWTH)).containsExactly(Y2021);
        assertThat(facts().periods(DISTRICT, Element.ENERGY)).isEmpty();
        assertThat(facts().periods(CITY)).containsExactly(Y2021, Y2022);
        assertThat(facts().regions()).containsExactly(CITY, DISTRICT);
        assertThat(facts().elements(CITY)).containsExactlyInAnyOrder(Element.ENERGY, Element.GDP_GROWTH);
        assertThat(facts().elements(DISTRICT)).containsExactly(Element.COAL_RATE);
        assertThat(facts().knownOn()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void aSeriesOfThemHoldsWhatCounts() {
        Facts.Series series = facts().series(CITY, Element.ENERGY);
        assertThat(series.find(Y2022)).extracting(Fact::value).isEqualTo(new BigDecimal("95"));
        assertThat(series.number(Y2021)).isEqualTo(Packed.of(new BigDecimal("90")));
        assertThat(series.find(Period.year(2023))).isNull();
        assertThat(series.number(Period.year(2023))).isEqualTo(Packed.NOTHING);
    }
}
