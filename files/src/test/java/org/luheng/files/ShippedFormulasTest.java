package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.luheng.accounting.Fact;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Formula;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Target;
import org.luheng.accounting.Trace;
import org.luheng.accounting.formula.Reference;

/** The formulas of the house, against numbers reckoned by hand. */
class ShippedFormulasTest {
    private static final String CITY = "410100";
    private static final PlanFolder ZHENGZHOU = House.plan("zhengzhou-14fyp");

    private final List<Fact> facts = new ArrayList<>();

    private void fact(String element, int year, String value) {
        Indicator indicator = House.RULES.indicator(element);
        assertThat(indicator).as(element).isNotNull();
        facts.add(new Fact(
                facts.size() + 1,
                CITY,
                Period.year(year),
                element,
                new BigDecimal(value),
                indicator.unit(),
                null,
                Stage.FINAL,
                "",
                "",
                "test",
                null,
                false,
                "test:" + (facts.size() + 1)));
    }

    private Snapshot snapshot(Plan plan) {
        FactBase base = new FactBase(House.RULES.authorities());
        facts.forEach(base::add);
        return new Snapshot(plan, House.RULES, base.knownOn(LocalDate.of(2026, 11, 21)));
    }

    /** Without targets, so that the level itself is the figure. */
    private static Plan bare() {
        Plan plan = ZHENGZHOU.plan();
        return new Plan(
                plan.id(),
                plan.title(),
                plan.shortTitle(),
                plan.region(),
                plan.divides(),
                plan.firstYear(),
                plan.lastYear(),
                plan.baseYear(),
                plan.pathForm(),
                plan.totalAdjusts(),
                plan.totalExempt(),
                plan.scheme(),
                List.of(),
                plan.hash());
    }

    private static String printed(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** [S0+C]: 18.7 → 17.95 = −4.0 %, 190.6 → 179.2 = −6.0 %. */
    @Test
    void publicInstitutionsOfAnnex2() {
        // 100 万平方米, and 10 万 people less what the quotients say
        fact("institution.energy", 2020, "18700");
        fact("institution.area", 2020, "1000000");
        fact("institution.people", 2020, "98111.227702");
        fact("institution.energy", 2025, "17950");
        fact("institution.area", 2025, "1000000");
        fact("institution.people", 2025, "100167.410714");
        Snapshot snapshot = snapshot(ZHENGZHOU.plan());
        assertThat(values(snapshot, "institution.energy-per-area")).containsExactly("17.95", "-4.01");
        assertThat(values(snapshot, "institution.energy-per-person")).containsExactly("179.2", "-5.98");
        Target level = target("institution.energy-per-area", "T092");
        Figure figure = snapshot.figure(level, Period.year(2025));
        assertThat(figure.unit()).isEqualTo("千克标准煤/平方米");
        assertThat(figure.bracketed()).isFalse();
        assertThat(snapshot.light(level, Period.year(2025)).level()).isEqualTo(3);
        Target fall = target("institution.energy-per-area", "T093");
        assertThat(snapshot.light(fall, Period.year(2025)).level()).isEqualTo(3);
    }

    private static Target target(String indicator, String id) {
        return ZHENGZHOU.plan().targets(CITY, indicator).stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(Snapshot snapshot, String indicator) {
        return ZHENGZHOU.plan().targets(CITY, indicator).stream()
                .map(target -> snapshot.figure(target, Period.year(2025)).value())
                .map(value -> value == null ? "—" : printed(value, 2))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            water.intensity.gdp          | water.use 20; gdp.constant 12500                            | 16
            water.intensity.industry     | water.use.industry 2.5; value-added.industry 2000           | 12.5
            agriculture.straw-use        | straw.used 47; straw.collectable 50                         | 94
            agriculture.straw-use        | straw.used.market 20; straw.used.scattered 5; straw.returned 22; straw.moved-in 2; straw.moved-out 1; straw.collectable 50 | 92
            straw.capacity-index         | straw.used.market 20; straw.used.scattered 5; straw.returned 22; straw.collectable 50 | 94
            straw.industry-index         | straw.used.market 20; straw.collectable 50                  | 40
            sewage.treatment.county-seat | sewage.treated.county-seat 950; sewage.discharged.county-seat 1000 | 95
            building.green-share         | building.completed.green 600; building.completed 800        | 75
            vehicle.new-energy.sales-share | vehicle.sales.new-energy 60000; vehicle.sales 240000      | 25
            institution.energy-per-area  | institution.energy 18700; institution.area 1000000          | 18.7
            institution.energy-per-person | institution.energy 19060; institution.people 100000        | 190.6
            institution.water-per-person | institution.water 1000000; institution.people 50000         | 20
            energy.nonfossil-share       | energy.nonfossil 364; energy.total 2800                     | 13
            energy.coal-share            | energy.coal.standard 1400; energy.total 2800                | 50
            energy.imported-power-share  | power.imported 150; power.consumption 600                   | 25
            energy.renewable-electricity.share | energy.renewable-electricity 180; power.consumption 600 | 30
            power.coal-per-kwh           | power.thermal.coal 1000; power.thermal.supplied 330         | 303.0303
            cement.clinker-energy        | clinker.energy 105000; clinker.output 100                   | 105
            energy.unit.aluminium        | aluminium.energy 1300000; aluminium.output 100              | 1300
            energy.unit.ammonia.gas      | ammonia.gas.energy 110000; ammonia.gas.output 10            | 1100
            datacenter.pue.new           | datacenter.energy 1300; datacenter.energy.it 1000           | 1.3
            charging.pile-per-vehicle    | charging.pile.public 25000; vehicle.electric 200000         | 0.125
            green.per-person             | city.park-area 100; city.population 700                     | 14.2857
            green.ratio                  | city.green-area 200; city.built-up-area 500                 | 40
            heating.central.city         | heating.area.city 9000; heating.area.wanted.city 10000      | 90
            waste.industrial-use         | waste.industrial.used 800; waste.industrial.generated 1000  | 80
            """)
    void aFormulaGivesWhatOneReckonsByHand(String indicator, String given, String wanted) {
        for (String each : given.split(";")) {
            String[] parts = each.strip().split(" ");
            fact(parts[0], 2021, parts[1]);
        }
        Figure figure = snapshot(bare()).figure(CITY, indicator, Period.year(2021));
        assertThat(figure).isNotNull();
        assertThat(figure.missing()).isNull();
        assertThat(figure.value()).isNotNull();
        assertThat(printed(figure.value(), 4)).isEqualTo(wanted);
    }

    @Test
    void yearlyChangesOfAnIndustryAreChained() {
        String[][] years = {{"2020", "1000", "500"}, {"2021", "990", "520"}, {"2022", "980", "540"}};
        for (String[] year : years) {
            fact("energy.steel", Integer.parseInt(year[0]), year[1]);
            fact("value-added.steel", Integer.parseInt(year[0]), year[2]);
        }
        Figure figure = snapshot(bare()).figure(CITY, "energy.intensity.steel", Period.year(2022));
        assertThat(figure).isNotNull();
        assertThat(figure.value()).isNotNull();
        // (980 / 540) / (990 / 520) − 1
        assertThat(printed(figure.value(), 4)).isEqualTo("-4.6764");
    }

    /** The total of its kinds of energy serves where nobody reported a total. */
    @Test
    void energyReckonedFromItsKindsServesInAFormula() {
        fact("energy.nonfossil", 2021, "10");
        fact("energy.use.raw-coal", 2021, "100");
        Figure figure = snapshot(bare()).figure(CITY, "energy.nonfossil-share", Period.year(2021));
        assertThat(figure).isNotNull();
        assertThat(figure.value()).isNotNull();
        // 100 万吨 × 0.7143
        assertThat(printed(figure.value(), 4)).isEqualTo("13.9997");
        assertThat(leaves(figure.trace())).contains("test:1", "test:2");
        assertThat(snapshot(bare()).all().figures())
                .extracting(Figure::indicator)
                .contains("energy.nonfossil-share");
    }

    private static Set<String> leaves(Trace trace) {
        Set<String> refs = new TreeSet<>();
        if (trace.ref() != null) {
            refs.add(trace.ref());
        }
        trace.children().forEach(child -> refs.addAll(leaves(child)));
        return refs;
    }

    static Stream<Formula> formulas() {
        return House.RULES.formulas().all().stream();
    }

    /** All at 1, in their own units: nothing is missing, and nothing of the formula is left out of the explanation. */
    @ParameterizedTest
    @MethodSource("formulas")
    void everyFormulaCanBeComputed(Formula formula) {
        for (Reference reference : formula.expression().references()) {
            fact(reference.element(), reference.when() == Reference.When.PREVIOUS ? 2020 : 2021, "1");
        }
        Figure figure = snapshot(bare()).figure(CITY, formula.indicator(), Period.year(2021));
        assertThat(figure).isNotNull();
        assertThat(figure.missing()).isNull();
        assertThat(figure.value()).isNotNull();
        assertThat(figure.bracketed()).isEqualTo(!formula.edition().certainty().settled());
        assertThat(leaves(figure.trace())).contains(formula.edition().id()).hasSize(facts.size() + 1);
        assertThat(formula.edition().text()).doesNotContain("[");
    }

    @Test
    void whatAFormulaIsForIsAnIndicatorOfThePlansOrAnElement() {
        assertThat(House.RULES.formulas().indicators()).contains("water.intensity.gdp", "agriculture.straw-use");
        assertThat(House.RULES.formulas().all()).hasSizeGreaterThanOrEqualTo(85);
    }
}
