package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.DISTRICT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is given of a place and a period, and what is not. */
class SnapshotTest {
    private static Example example() {
        Example example = new Example().intensityFall(CITY, "14");
        for (int year = 2019; year <= 2026; year++) {
            example.fact(CITY, "" + year, Element.ENERGY, "100")
                    .fact(CITY, "" + year, Element.GDP_GROWTH, "4")
                    .fact(CITY, "" + year, Element.GDP_GROWTH_PLANNED, "4");
        }
        return example;
    }

    private static List<String> figures(Snapshot.Result result) {
        return result.figures().stream().map(Figure::indicator).toList();
    }

    private static List<String> lights(Snapshot.Result result) {
        return result.lights().stream().map(Light::light).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2020, change level assessed, ''",
        "2021, change cumulative required best worst last level assessed target, intensity total progress",
        "2024, change cumulative required best worst last level assessed target, intensity total progress",
        "2025, change cumulative level assessed target, intensity total progress",
        "2026, change cumulative level assessed target, ''"
    })
    void figuresAndLightsOfAYear(int year, String figures, String lights) {
        Snapshot.Result result = example().snapshot().of(Period.year(year));
        assertThat(figures(result).stream().map(code -> code.substring(code.lastIndexOf('.') + 1)))
                .containsExactly(figures.split(" "));
        assertThat(String.join(" ", lights(result))).isEqualTo(lights);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2022-Q2, ''", "2022-Q1, intensity total", "2022-01/2022-06, intensity total"})
    void partOfAYearHasWhatCanBeSaidOfIt(String period, String lights) {
        Snapshot.Result result = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, period, Element.PUBLISHED_CHANGE, "-3")
                .snapshot()
                .of(Example.period(period));
        assertThat(figures(result)).containsExactly(Element.CHANGE);
        assertThat(String.join(" ", lights(result))).isEqualTo(lights);
    }

    @Test
    void aPlaceWithoutATargetHasItsFiguresAndIsCalledUndivided() {
        Snapshot.Result result = new Example()
                .intensityFall(CITY, "14")
                .fact(DISTRICT, "2021", Element.ENERGY, "50")
                .snapshot()
                .of(DISTRICT);
        assertThat(figures(result))
                .containsExactly(Element.CHANGE, Element.CUMULATIVE, Element.TOTAL_LEVEL, Element.TOTAL_ASSESSED);
        assertThat(result.lights())
                .extracting(Light::state)
                .containsOnly(State.UNDIVIDED)
                .hasSize(3);
    }

    @Test
    void onlyPeriodsThatHaveEndedByThenAreGiven() {
        Snapshot snapshot = example()
                .fact(CITY, "2022-01/2022-06", Element.ENERGY, "50")
                .fact(CITY, "2022-Q3", Element.ENERGY, "26")
                .snapshot();
        assertThat(snapshot.until(Example.period("2022-06")).figures().stream()
                        .map(figure -> figure.period().toString())
                        .distinct())
                .containsExactly("2019", "2020", "2021", "2022-01/2022-06");
        assertThat(snapshot.of(Example.period("2022-Q3")).figures())
                .extracting(figure -> figure.period().toString())
                .containsOnly("2022-Q3");
        assertThat(snapshot.of(CITY).figures()).hasSameSizeAs(snapshot.all().figures());
    }

    /** Rules begin in 2006: the facts of 2005 are bases of 2006. */
    @Test
    void aYearWithoutRulesGivesNothing() {
        Snapshot snapshot = new Example()
                .fact(CITY, "2005", Element.ENERGY, "100")
                .fact(CITY, "2006", Element.ENERGY, "104")
                .fact(CITY, "2006", Element.GDP_GROWTH, "4")
                .snapshot();
        assertThat(snapshot.all().figures())
                .isNotEmpty()
                .allMatch(figure -> figure.period().equals(Period.year(2006)));
    }

    @ParameterizedTest(name = "只有 {0}")
    @CsvSource({
        "energy.growth",
        "gdp.growth",
        "gdp.constant",
        "gdp.constant.2020",
        "energy.total",
        "energy.intensity.change.published"
    })
    void anythingKnownOfEnergyOrGdpOpensThePeriod(String element) {
        Snapshot.Result result =
                new Example().fact(CITY, "2021", element, "4").snapshot().of(Period.year(2021));
        assertThat(figures(result)).contains(Element.CHANGE);
    }

    /** Some offices report the level of energy per unit of GDP itself: the target is on its change. */
    @Test
    void aReportedLevelOfIntensityMakesNoSecondFigure() {
        Snapshot.Result result = example()
                .fact(CITY, "2022", Element.INTENSITY, "0.5")
                .snapshot()
                .of(Period.year(2022));
        assertThat(figures(result)).doesNotHaveDuplicates().hasSize(9);
        assertThat(lights(result)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void whatIsNoEnergyOpensNothing() {
        Snapshot.Result result =
                new Example().fact(CITY, "2021", "green", "40").snapshot().of(Period.year(2021));
        assertThat(result.figures()).isEmpty();
        assertThat(result.lights()).isEmpty();
    }

    @Test
    void everyPlaceOfThePlanComesBeforeOthers() {
        Snapshot snapshot = new Example()
                .fact("410101", "2021", Element.ENERGY, "1")
                .fact(DISTRICT, "2021", Element.ENERGY, "1")
                .fact(CITY, "2021", Element.ENERGY, "1")
                .snapshot();
        assertThat(snapshot.all().figures().stream().map(Figure::region).distinct())
                .containsExactly(CITY, DISTRICT, "410101");
    }

    @ParameterizedTest
    @CsvSource({
        "energy.intensity.required",
        "energy.intensity.share",
        "energy.intensity.path",
        "energy.intensity.outlook.best",
        "energy.intensity.outlook.worst",
        "energy.intensity.outlook.last",
        "energy.total.target",
        "carbon.intensity.path"
    })
    void whatNeedsATargetIsNoFigureOfAPlaceWithoutOne(String code) {
        assertThat(example().snapshot().figure(DISTRICT, code, Period.year(2021)))
                .isNull();
    }

    @ParameterizedTest(name = "{0} 年末：{1}")
    @CsvSource(
            value = {"2019, 无", "2020, 0", "2022, -5.8545", "2025, -14", "2026, -14"},
            nullValues = "无")
    void thePathOfATarget(int year, @org.jspecify.annotations.Nullable String value) {
        Snapshot snapshot = example().snapshot();
        java.math.BigDecimal stand = snapshot.onPath(snapshot.plan().targets().getFirst(), Period.year(year));
        assertThat(stand == null ? null : Arithmetic.printed(stand, 4)).isEqualTo(value);
    }

    @Test
    void whatHasNoLevelHasNothingItWasHeldAgainst() {
        Snapshot snapshot = example().snapshot();
        Light total = snapshot.light(CITY, Element.LIGHT_TOTAL, Period.year(2021));
        Figure allowed = snapshot.yardstick(total);
        // 100 × 1.04 × 0.86^0.2
        assertThat(PublishedFiguresTest.printed(allowed, 4)).isEqualTo("100.9097");
        assertThat(snapshot.yardstick(snapshot.light(CITY, Element.LIGHT_TOTAL, Period.year(2026))))
                .isNull();
        assertThat(snapshot.yardstick(snapshot.light(DISTRICT, Element.LIGHT_TOTAL, Period.year(2021))))
                .isNull();
        assertThat(snapshot.light(CITY, "green", Period.year(2021)).reason()).isEqualTo("没有本地区的目标");
    }

    @Test
    void whatALightJudgesIsTheFigureBehindIt() {
        Snapshot snapshot = example().snapshot();
        Period year = Period.year(2022);
        for (String[] pair : new String[][] {
            {Element.LIGHT_INTENSITY, Element.CHANGE},
            {Element.LIGHT_PROGRESS, Element.CUMULATIVE},
            {Element.LIGHT_TOTAL, Element.TOTAL_ASSESSED}
        }) {
            Figure figure = snapshot.figureOfLight(CITY, pair[0], year);
            assertThat(figure).isNotNull();
            assertThat(figure.indicator()).isEqualTo(pair[1]);
        }
    }

    /** Water use per output: given where its elements are reported and no target of the place speaks of it. */
    @Test
    void anIndicatorWithAFormulaIsGivenWithoutATarget() {
        Example example = new Example()
                .indicator("water", Indicator.Accumulation.FLOW, "万立方米")
                .indicator("output", Indicator.Accumulation.FLOW, "亿元")
                .indicator("water.per.output", Indicator.Accumulation.STOCK, "立方米/万元")
                .formula("water.per.output", "[water] / [output]")
                .factIn("万立方米", CITY, "2021", "water", "50", false)
                .factIn("亿元", CITY, "2021", "output", "10", false)
                .factIn("万立方米", CITY, "2022", "water", "50", false);
        assertThat(example.snapshot().all().figures())
                .filteredOn(figure -> figure.indicator().equals("water.per.output"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.period()).isEqualTo(Period.year(2021)));
    }
}
