package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.carbon.Carbons;
import org.luheng.accounting.energy.EnergyRules;

/** Which edition of a rule holds in which year, and how sure of it we are. */
class RulesTest {
    private static RuleEdition edition(String id, String matter, int from, int to) {
        return new RuleEdition(id, matter, id, id, from, to, "test", Certainty.FOUND);
    }

    private static Barometer barometer(String scheme, int from, int to) {
        return new Barometer(
                "intensity",
                scheme,
                Barometer.Form.DIRECTION,
                List.of(),
                edition(scheme + from, "barometer", from, to));
    }

    private static Rules rules(List<RuleEdition> editions, List<Barometer> barometers) {
        return new Rules(
                Map.of(),
                editions,
                barometers,
                List.of(),
                List.of(
                        new PriceBase(2020, edition("p20", "price-base", 2021, 2025)),
                        new PriceBase(2015, edition("p15", "price-base", 2016, 2020))),
                new EnergyRules(List.of(), List.of(), List.of()),
                Carbons.RULES,
                Formulas.NONE,
                AuthorityOrder.NONE,
                new Units(List.of()),
                "hash");
    }

    private static Rules two() {
        return rules(
                List.of(
                        edition("early", "x", 2011, 2022),
                        edition("late", "x", 2021, 2025),
                        edition("y", "y", 2016, 2030)),
                List.of(barometer("", 2018, 2024), barometer("杭州", 2019, 2021)));
    }

    @ParameterizedTest(name = "{0} 年 → {1}")
    @CsvSource({"2011, early", "2020, early", "2021, late", "2022, late", "2025, late"})
    void ofSeveralTheOneThatBeganLastCounts(int year, String id) {
        assertThat(two().edition("x", year).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"x, 2010", "x, 2026", "z, 2021"})
    void whereNoneHoldsThereIsNoRule(String matter, int year) {
        assertThatThrownBy(() -> two().edition(matter, year))
                .isInstanceOfSatisfying(
                        Rules.NoSuchRule.class, none -> assertThat(none.year()).isEqualTo(year))
                .hasMessage("没有适用于 " + year + " 年的规则：" + matter);
    }

    @Test
    void editionsAreListedTheEarliestFirst() {
        assertThat(two().editionsOf("x")).extracting(RuleEdition::id).containsExactly("early", "late");
        assertThat(two().editionsOf("z")).isEmpty();
        assertThat(two().priceBases()).extracting(PriceBase::year).containsExactly(2015, 2020);
        assertThat(two().edition("late")).isNotNull();
        assertThat(two().edition("x")).isNull();
    }

    /** x from 2011 to 2025, y from 2016, the light from 2018 to 2024. */
    @ParameterizedTest(name = "{0} 年")
    @CsvSource({"2015, false", "2017, false", "2018, true", "2024, true", "2025, false", "2026, false"})
    void aYearIsCoveredWhereEveryMatterAndEveryLightIs(int year, boolean covered) {
        assertThat(two().covers(year)).isEqualTo(covered);
    }

    @ParameterizedTest(name = "{0} {1} 年 → {2}")
    @CsvSource({"杭州, 2018, 2018", "杭州, 2019, 杭州2019", "杭州, 2021, 杭州2019", "杭州, 2022, 2018", "郑州, 2020, 2018"})
    void theNationalLightServesWhereACityHasNoneOfThatYear(String scheme, int year, String id) {
        assertThat(two().barometer("intensity", year, scheme).edition().id()).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0} 年 → {1}")
    @CsvSource({"2021, 2018", "2022, 2022", "2025, 2022"})
    void ofSeveralLightsTheOneThatBeganLastCounts(int year, String id) {
        Rules rules = rules(List.of(), List.of(barometer("", 2018, 2024), barometer("", 2022, 2030)));
        assertThat(rules.barometer("intensity", year, "").edition().id()).isEqualTo(id);
    }

    @Test
    void aLightThatNoEditionKnowsHasNoRule() {
        assertThatThrownBy(() -> two().barometer("intensity", 2025, "杭州"))
                .isInstanceOf(Rules.NoSuchRule.class)
                .hasMessageContaining("barometer.intensity");
        assertThatThrownBy(() -> two().barometer("total", 2020, "")).isInstanceOf(Rules.NoSuchRule.class);
    }

    @Test
    void rulesAreTheSameByTheirHash() {
        assertThat(two()).isEqualTo(rules(List.of(), List.of())).hasSameHashCodeAs(rules(List.of(), List.of()));
        assertThat(two()).isNotEqualTo("hash");
        assertThat(two().hash()).isEqualTo("hash");
        assertThat(two().authorities()).isEqualTo(AuthorityOrder.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "FOUND, MEMORY, MEMORY",
        "MEMORY, FOUND, MEMORY",
        "UNSURE, MEMORY, UNSURE",
        "SEED, CONFIRMED, SEED",
        "SEED, SEED, SEED"
    })
    void whatRestsOnBothIsNoSurerThanTheWeaker(Certainty one, Certainty other, Certainty weaker) {
        assertThat(one.weaker(other)).isEqualTo(weaker);
        RuleEdition edition = new RuleEdition("e", "m", "t", "x", 2011, 2020, "s", one);
        assertThat(edition.restingOn(other).certainty()).isEqualTo(weaker);
        assertThat(edition.restingOn(other).id()).isEqualTo("e");
    }

    @ParameterizedTest
    @CsvSource({"郑州市统计局, 2", "河南省统计局, 1", "某研究院, 1000", "'', 1001"})
    void authoritiesRankByTheirNamesAndTheNamelessLast(String authority, int rank) {
        AuthorityOrder order = new AuthorityOrder(List.of(
                new AuthorityOrder.Row(1, "energy.*", "*省统计局"), new AuthorityOrder.Row(2, "energy.total", "郑州市统计局")));
        assertThat(order.rank("energy.total", authority)).isEqualTo(rank);
        assertThat(order.rank("energy.growth", "郑州市统计局")).isEqualTo(1000);
        assertThat(order.rank("gdp.constant", "河南省统计局")).isEqualTo(1000);
    }
}
