package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan turns from energy to carbon, and to coal, with the facts it has. */
class CarbonIntensityTest {
    private static final String CITY = Example.CITY;

    private static Example carbonFall(String percent) {
        return new Example()
                .target(
                        CITY,
                        Element.CARBON_INTENSITY,
                        TargetKind.RELATIVE_CHANGE,
                        Relation.FALL,
                        percent,
                        "%",
                        2020,
                        null);
    }

    private static Example energy(Example example, String year, String coal, String power, String gdp) {
        return example.fact(CITY, year, "energy.use.raw-coal", coal)
                .fact(CITY, year, "energy.use.electricity", power)
                .fact(CITY, year, Element.GDP, gdp);
    }

    /** Energy and GDP alone, nothing of carbon. */
    private static Example known() {
        Example example = carbonFall("18");
        energy(example, "2020", "1000", "100", "1000");
        energy(example, "2021", "1000", "100", "1050");
        return energy(example, "2022", "950", "100", "1100");
    }

    private static Figure figure(Snapshot snapshot, String code, int year) {
        return Objects.requireNonNull(snapshot.figure(CITY, code, Period.year(year)), code);
    }

    private static String printed(Figure figure) {
        BigDecimal value = figure.value();
        return value == null ? String.valueOf(figure.missing()) : Arithmetic.printed(value, 6);
    }

    @Test
    void noNewFactIsNeeded() {
        Snapshot snapshot = known().snapshot();
        // 1000 × 1.9002988488 + 100 × 6.369; the factor of 2020 is that of 2021, lent and so in brackets
        Figure base = figure(snapshot, Element.CARBON, 2020);
        assertThat(base.value()).isEqualByComparingTo("2537.1988488");
        assertThat(base.bracketed()).isTrue();
        Figure total = figure(snapshot, Element.CARBON, 2021);
        assertThat(total.value()).isEqualByComparingTo("2537.1988488");
        assertThat(total.bracketed()).isFalse();
        assertThat(total.unit()).isEqualTo("万吨二氧化碳");
        assertThat(total.trace().text()).isEqualTo("二氧化碳排放量 2021年");
        assertThat(total.trace().children().getFirst().text()).isEqualTo("能源活动二氧化碳排放量 2021年");
        // 1 ÷ 1.05 − 1; (950 × 1.9002988488 + 100 × 6.058) ÷ 2537.1988488 ÷ (1100 ÷ 1050) − 1
        Figure change = figure(snapshot, Element.CARBON_CHANGE, 2021);
        assertThat(printed(change)).isEqualTo("-4.761905");
        assertThat(change.bracketed()).isTrue();
        assertThat(printed(figure(snapshot, Element.CARBON_CHANGE, 2022))).isEqualTo("-9.290153");
        assertThat(figure(snapshot, Element.CARBON_CHANGE, 2022).bracketed()).isFalse();
        Figure cumulative = figure(snapshot, Element.CARBON_CUMULATIVE, 2022);
        assertThat(printed(cumulative)).isEqualTo("-13.60967");
        assertThat(cumulative.trace().text()).isEqualTo("单位地区生产总值二氧化碳排放累计变化 2020—2022年（各年连乘，不相加）");
        assertThat(cumulative.trace().formula()).isEqualTo("(1 − 4.7619%) × (1 − 9.2902%) − 1 = -13.6097%");
        assertThat(cumulative.trace().children()).hasSize(3);
    }

    @Test
    void theTargetHasFigurePathAndLight() {
        Snapshot snapshot = known().snapshot();
        Target target = Objects.requireNonNull(snapshot.plan().target(CITY, Element.CARBON_INTENSITY));
        Figure figure = snapshot.figure(target, Period.year(2022));
        assertThat(printed(figure)).isEqualTo("-13.60967");
        assertThat(figure.target()).isEqualTo(target);
        assertThat(figure(snapshot, Element.CARBON_INTENSITY, 2022).indicator()).isEqualTo(Element.CARBON_CUMULATIVE);
        // 0.82^(2/5) − 1
        Figure path = figure(snapshot, Element.CARBON_PATH, 2022);
        assertThat(printed(path)).isEqualTo("-7.631149");
        assertThat(path.trace().formula()).isEqualTo("(1 − 18%)^(2/5) − 1 = -7.6311%");
        assertThat(path.trace().text()).isEqualTo("单位地区生产总值二氧化碳排放 路径要求 2020—2022年");
        assertThat(Objects.requireNonNull(snapshot.onPath(target, Period.year(2022)))
                        .setScale(6, java.math.RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("-7.631149");
        Light light = snapshot.light(target, Period.year(2022));
        assertThat(light.level()).isEqualTo(3);
        assertThat(light.light()).isEqualTo("carbon.intensity");
        assertThat(light.reason()).isEqualTo("累计-13.61%，路径要求-7.63%：达到进度");
        assertThat(light.bracketed()).isTrue();
        assertThat(snapshot.light(CITY, Element.CARBON_INTENSITY, Period.year(2022))
                        .level())
                .isEqualTo(3);
        assertThat(printed(Objects.requireNonNull(snapshot.yardstick(light)))).isEqualTo("-7.631149");
        assertThat(printed(Objects.requireNonNull(
                        snapshot.figureOfLight(CITY, Element.CARBON_INTENSITY, Period.year(2022)))))
                .isEqualTo("-13.60967");
    }

    @Test
    void theLinearPathIsAFifthAYear() {
        Snapshot snapshot = known().path(PathForm.LINEAR).snapshot();
        Figure path = figure(snapshot, Element.CARBON_PATH, 2022);
        assertThat(path.value()).isEqualByComparingTo("-7.2");
        assertThat(path.trace().formula()).isEqualTo("-18% × 2 ÷ 5 = -7.2%");
    }

    @Test
    void aRiseIsTheWorstLevelAndTooLittleTheSecond() {
        Example rise = carbonFall("18");
        energy(rise, "2020", "1000", "100", "1000");
        energy(rise, "2021", "1100", "100", "1000");
        assertThat(rise.snapshot()
                        .light(CITY, Element.CARBON_INTENSITY, Period.year(2021))
                        .level())
                .isEqualTo(1);
        Example little = carbonFall("18");
        energy(little, "2020", "1000", "100", "1000");
        energy(little, "2021", "1000", "100", "1010");
        assertThat(little.snapshot()
                        .light(CITY, Element.CARBON_INTENSITY, Period.year(2021))
                        .level())
                .isEqualTo(2);
    }

    @Test
    void whereNothingComesOutTheReasonIsNamed() {
        Snapshot snapshot = known().fact(CITY, "2023", "energy.use.coke-oven-gas", "3")
                .fact(CITY, "2023", Element.GDP, "1150")
                .snapshot();
        Light light = snapshot.light(CITY, Element.CARBON_INTENSITY, Period.year(2023));
        assertThat(light.level()).isNull();
        assertThat(light.state()).isEqualTo(State.NO_DATA);
        assertThat(light.reason()).startsWith("2023年：缺carbon.total 2023（分品种核算：").contains("焦炉煤气没有适用于 2023 年的二氧化碳排放因子");
        assertThat(figure(snapshot, Element.CARBON_CHANGE, 2023).missing()).contains("焦炉煤气");
        assertThat(figure(snapshot, Element.CARBON, 2023).missing()).startsWith("缺carbon.total 2023（分品种核算：");
        assertThat(snapshot.light(CITY, Element.CARBON_INTENSITY, Period.year(2020))
                        .reason())
                .isEqualTo("累计进度按目标期内的整年评，2020 不是");
        assertThat(snapshot.light(CITY, Element.CARBON_INTENSITY, Period.year(2026))
                        .reason())
                .isEqualTo("累计进度按目标期内的整年评，2026 不是");
        assertThat(snapshot.light(CITY, Element.CARBON_INTENSITY, Example.period("2021-01/2021-06"))
                        .reason())
                .isEqualTo("累计进度按目标期内的整年评，2021-01/2021-06 不是");
        assertThat(figure(snapshot, Element.CARBON_CUMULATIVE, 2020).missing()).isEqualTo("2020 不在基年 2020 之后");
        assertThat(Objects.requireNonNull(snapshot.figure(CITY, Element.CARBON_CUMULATIVE, Example.period("2021-Q1")))
                        .missing())
                .isEqualTo("累计只按整年算，2021-Q1 不是整年");
    }

    @Test
    void badBasesGiveNoChange() {
        Example zero = carbonFall("18")
                .fact(CITY, "2020", Element.CARBON, "0")
                .fact(CITY, "2021", Element.CARBON, "10")
                .fact(CITY, "2021", Element.GDP_GROWTH, "5");
        assertThat(figure(zero.snapshot(), Element.CARBON_CHANGE, 2021).missing())
                .isEqualTo("carbon.total 2020 为 0，须大于零");
        Example noProduct =
                carbonFall("18").fact(CITY, "2020", Element.CARBON, "9").fact(CITY, "2021", Element.CARBON, "-10");
        assertThat(figure(noProduct.snapshot(), Element.CARBON_CHANGE, 2021).missing())
                .startsWith("carbon.total 2021 为 -10，须大于零；缺gdp.constant 2021、2020");
    }

    @Test
    void aReportedAmountGoesFirstAndTheReckonedOneStandsBeside() {
        Example example = known().fact(CITY, "2021", Element.CARBON, "2500");
        Figure total = figure(example.snapshot(), Element.CARBON, 2021);
        assertThat(total.value()).isEqualByComparingTo("2500");
        Trace leaf = total.trace().children().getFirst();
        assertThat(leaf.kind()).isEqualTo(Trace.Kind.FACT);
        assertThat(leaf.children().getFirst().text()).isEqualTo("按分品种另算（未采用）");
        assertThat(leaf.children().getFirst().value()).isEqualByComparingTo("2537.1988488");
    }

    @Test
    void aPublishedRateStandsInOrBeside() {
        Example alone = carbonFall("18").fact(CITY, "2021", Element.CARBON_PUBLISHED, "-3.9");
        Figure adopted = figure(alone.snapshot(), Element.CARBON_CHANGE, 2021);
        assertThat(adopted.value()).isEqualByComparingTo("-3.9");
        assertThat(adopted.trace().text()).isEqualTo("单位地区生产总值二氧化碳排放变化率 2021年：没有可算的分子分母，采用反馈数");
        assertThat(alone.snapshot()
                        .light(CITY, Element.CARBON_INTENSITY, Period.year(2021))
                        .level())
                .isEqualTo(3);
        Figure computed = figure(
                known().fact(CITY, "2021", Element.CARBON_PUBLISHED, "-4.7").snapshot(), Element.CARBON_CHANGE, 2021);
        assertThat(printed(computed)).isEqualTo("-4.761905");
        assertThat(computed.trace().children()).extracting(Trace::text).contains("反馈数与算得数对照");
        assertThat(computed.trace().formula()).isEqualTo("(2537.198849 ÷ 2537.198849) ÷ (1050 ÷ 1000) − 1 = -4.7619%");
    }

    @Test
    void theTwoEndsServeWhereYearsBetweenAreNotKnown() {
        Example ends = carbonFall("18");
        energy(ends, "2020", "1000", "100", "1000");
        energy(ends, "2022", "950", "100", "1100");
        Figure direct = figure(ends.snapshot(), Element.CARBON_CUMULATIVE, 2022);
        assertThat(printed(direct)).isEqualTo("-13.60967");
        assertThat(direct.bracketed()).isTrue();
        assertThat(direct.trace().text()).endsWith("（两端水平之比；中间年份不全）");
        assertThat(direct.trace().formula()).isEqualTo("(2411.083906 ÷ 2537.198849) ÷ (1100 ÷ 1000) − 1 = -13.6097%");
    }

    @Test
    void everythingIsGivenWhereThePlanAsksForCarbonAndNothingWhereItDoesNot() {
        Snapshot.Result asked = known().snapshot().all();
        assertThat(asked.figures().stream().map(figure -> figure.indicator() + " " + figure.period()))
                .contains(
                        "carbon.total 2020",
                        "carbon.total 2022",
                        "carbon.intensity.change 2022",
                        "carbon.intensity.cumulative 2022")
                .doesNotContain("carbon.intensity.cumulative 2020")
                .doesNotHaveDuplicates();
        assertThat(asked.lights().stream().map(light -> light.light() + " " + light.period()))
                .contains("carbon.intensity 2021", "carbon.intensity 2022")
                .doesNotContain("carbon.intensity 2020");
        Example silent = new Example();
        energy(silent, "2020", "1000", "100", "1000");
        energy(silent, "2021", "1000", "100", "1000");
        assertThat(silent.snapshot().all().figures())
                .noneMatch(figure -> figure.indicator().startsWith("carbon."));
        assertThat(silent.fact(CITY, "2021", Element.CARBON, "2000").snapshot().all().figures().stream()
                        .map(figure -> figure.indicator() + " " + figure.period()))
                .contains("carbon.total 2021", "carbon.intensity.change 2021", "carbon.intensity.cumulative 2021");
    }

    @Test
    void processesAreGivenBesideAndNotCountedIn() {
        Example example = known().fact(CITY, "2021", "carbon.activity.dolomite", "100");
        assertThat(figure(example.snapshot(), Element.CARBON_PROCESS, 2021).value())
                .isEqualByComparingTo("47.1");
        assertThat(figure(example.snapshot(), Element.CARBON, 2021).value()).isEqualByComparingTo("2537.1988488");
        assertThat(example.snapshot().all().figures().stream().map(Figure::indicator))
                .contains(Element.CARBON_PROCESS);
        assertThat(known().snapshot().figure(CITY, Element.CARBON_PROCESS, Period.year(2021)))
                .isNull();
    }

    @Test
    void theOrderOfFactsDoesNotMatter() {
        Example example = known();
        List<Fact> facts = new ArrayList<>(example.facts());
        String expected = printed(figure(example.snapshot(), Element.CARBON_CUMULATIVE, 2022));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(facts, new Random(seed));
            assertThat(printed(figure(example.snapshot("2026-11-21", facts), Element.CARBON_CUMULATIVE, 2022)))
                    .isEqualTo(expected);
        }
    }

    private static Example target(String indicator, TargetKind kind, Relation relation, String value, String unit) {
        return new Example().target(CITY, indicator, kind, relation, value, unit, 2020, null);
    }

    private static @Nullable Integer level(Example example, String indicator, int year) {
        return example.snapshot().light(CITY, indicator, Period.year(year)).level();
    }

    @Test
    void aTargetOnTheAmountOfCarbonOrCoalIsServedByKindsAlone() {
        Example carbon = target(Element.CARBON, TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%");
        energy(carbon, "2020", "1000", "100", "1000");
        energy(carbon, "2021", "950", "100", "1000");
        // 950 × 1.9002988488 + 636.9 against 2537.1988488: −3.74 %, a fifth of 10 % is 2 %
        assertThat(printed(figure(carbon.snapshot(), Element.CARBON, 2021))).isEqualTo("-3.744876");
        assertThat(level(carbon, Element.CARBON, 2021)).isEqualTo(3);
        assertThat(carbon.snapshot().all().figures().stream().map(figure -> figure.indicator() + " " + figure.period()))
                .containsOnlyOnce("carbon.total 2021");
        Example coal = target(Element.COAL, TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%");
        energy(coal, "2020", "1000", "100", "1000");
        energy(coal, "2021", "990", "100", "1000");
        Figure fall = figure(coal.snapshot(), Element.COAL, 2021);
        assertThat(fall.value()).isEqualByComparingTo("-1");
        assertThat(fall.trace().formula()).isEqualTo("990 ÷ 1000 − 1 = -1%");
        assertThat(level(coal, Element.COAL, 2021)).isEqualTo(2);
        Example untargeted = new Example();
        energy(untargeted, "2021", "990", "100", "1000");
        assertThat(figure(untargeted.snapshot(), Element.COAL, 2021).value()).isEqualByComparingTo("990");
        Example reported = target(Element.COAL, TargetKind.LEVEL, Relation.AT_MOST, "900", "万吨")
                .fact(CITY, "2021", Element.COAL, "880")
                .fact(CITY, "2021", "energy.use.raw-coal", "990");
        assertThat(figure(reported.snapshot(), Element.COAL, 2021).value()).isEqualByComparingTo("880");
    }

    private static Example reported(String then, String now) {
        return carbonFall("18")
                .fact(CITY, "2020", Element.CARBON, then)
                .fact(CITY, "2021", Element.CARBON, now)
                .fact(CITY, "2020", Element.GDP, "1000")
                .fact(CITY, "2021", Element.GDP, "1000");
    }

    /** A fifth of the way to −18 % is 0.82^0.2 − 1 = −3.891 %. */
    @ParameterizedTest(name = "1000 → {0}：{1}")
    @CsvSource({"961, ON_PATH", "962, SHORT", "1000, SHORT", "1001, WRONG_WAY"})
    void reportedCarbonIsJudgedWithoutBrackets(String now, State state) {
        Light light = reported("1000", now).snapshot().light(CITY, Element.CARBON_INTENSITY, Period.year(2021));
        assertThat(light.state()).isEqualTo(state);
        assertThat(light.bracketed()).isFalse();
        assertThat(light.sample()).isFalse();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"1000, 0, carbon.total 2021 为 0，须大于零", "0, 1000, carbon.total 2020 为 0，须大于零"})
    void nothingEmittedIsNoBaseAndNoEnd(String then, String now, String missing) {
        Snapshot snapshot = reported(then, now).snapshot();
        assertThat(figure(snapshot, Element.CARBON_CHANGE, 2021).missing()).isEqualTo(missing);
        assertThat(figure(snapshot, Element.CARBON_CUMULATIVE, 2021).missing()).isEqualTo("2021年：" + missing);
    }

    @Test
    void whatIsNotKnownAtAllIsNamed() {
        Figure change = figure(carbonFall("18").snapshot(), Element.CARBON_CHANGE, 2021);
        assertThat(change.missing())
                .isEqualTo("缺carbon.total 2021；缺carbon.total 2020；缺gdp.constant 2021、2020，或gdp.growth 2021");
        assertThat(figure(carbonFall("18").snapshot(), Element.CARBON_CUMULATIVE, 2022)
                        .missing())
                .startsWith("2021年：缺carbon.total 2021；")
                .contains("；2022年：缺carbon.total 2022；");
    }

    /** Of 2020 and 2022 or 2021: each number in turn is made up. */
    @ParameterizedTest(name = "样例：{0} 年的 {1}，到 {2} 年")
    @CsvSource({
        "无, 无, 2021, false",
        "2020, carbon.total, 2021, true",
        "2021, carbon.total, 2021, true",
        "2021, gdp.constant, 2021, true",
        "无, 无, 2022, false",
        "2020, carbon.total, 2022, true",
        "2022, carbon.total, 2022, true",
        "2020, gdp.constant, 2022, true"
    })
    void oneMadeUpNumberMakesItMadeUp(String year, String element, String until, boolean sample) {
        Example example = carbonFall("18");
        for (String each : new String[] {"2020", until}) {
            for (String code : new String[] {Element.CARBON, Element.GDP}) {
                boolean made = each.equals(year) && code.equals(element);
                example.factIn(
                        "", CITY, each, code, code.equals(Element.GDP) || each.equals("2020") ? "1000" : "900", made);
            }
        }
        Snapshot snapshot = example.snapshot();
        Figure cumulative = figure(snapshot, Element.CARBON_CUMULATIVE, Integer.parseInt(until));
        assertThat(cumulative.value()).isEqualByComparingTo("-10");
        assertThat(cumulative.sample()).isEqualTo(sample);
        assertThat(cumulative.bracketed()).isFalse();
        if (until.equals("2021")) {
            assertThat(figure(snapshot, Element.CARBON_CHANGE, 2021).sample()).isEqualTo(sample);
        }
        assertThat(snapshot.light(CITY, Element.CARBON_INTENSITY, Example.period(until))
                        .sample())
                .isEqualTo(sample);
    }

    @Test
    void theDifferenceFromWhatWasPublishedIsShown() {
        Trace beside = figure(
                        reported("1000", "900")
                                .fact(CITY, "2021", Element.CARBON_PUBLISHED, "-9.5")
                                .snapshot(),
                        Element.CARBON_CHANGE,
                        2021)
                .trace()
                .children()
                .get(4);
        assertThat(beside.formula()).isEqualTo("-10 − (-9.5) = -0.5 个百分点");
        assertThat(beside.children()).extracting(Trace::ref).containsExactly("test:5");
    }

    @Test
    void anAdoptedRateSaysWhereItIsFrom() {
        Figure adopted = figure(
                carbonFall("18")
                        .fact(CITY, "2021", Element.CARBON_PUBLISHED, "-3.9")
                        .snapshot(),
                Element.CARBON_CHANGE,
                2021);
        assertThat(adopted.trace().formula()).isEqualTo("反馈数 -3.9%");
        assertThat(adopted.trace().children()).extracting(Trace::ref).containsExactly("test:1", "carbon.intensity");
    }

    @ParameterizedTest(name = "{0} 年：{1}")
    @CsvSource({"2020, 0, 0", "2025, -18, 5", "2027, -18, 5"})
    void thePathStaysWhereTheTargetIs(int year, String value, String passed) {
        Figure path = figure(carbonFall("18").snapshot(), Element.CARBON_PATH, year);
        assertThat(printed(path)).isEqualTo(value);
        assertThat(path.trace().formula()).startsWith("(1 − 18%)^(" + passed + "/5)");
        assertThat(path.edition().id()).isEqualTo("path.geometric");
    }

    @Test
    void theDueYearIsTheLastThatIsJudged() {
        Example example = carbonFall("18");
        for (int year = 2021; year <= 2026; year++) {
            example.fact(CITY, "" + year, Element.CARBON_PUBLISHED, "-4");
        }
        Snapshot snapshot = example.snapshot();
        assertThat(snapshot.light(CITY, Element.CARBON_INTENSITY, Period.year(2025))
                        .level())
                .isEqualTo(3);
        List<String> lights = snapshot.all().lights().stream()
                .filter(light -> light.light().equals(Element.CARBON_INTENSITY))
                .map(light -> light.period().toString())
                .toList();
        assertThat(lights).containsExactly("2021", "2022", "2023", "2024", "2025");
    }

    @Test
    void aCityThatMayRiseIsJudgedTheOtherWay() {
        Example example = new Example()
                .target(CITY, Element.CARBON_INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.RISE, "5", "%", 2020, null)
                .fact(CITY, "2021", Element.CARBON_PUBLISHED, "0.9");
        // 1.05^0.2 − 1 = 0.98 %
        assertThat(example.snapshot()
                        .light(CITY, Element.CARBON_INTENSITY, Period.year(2021))
                        .state())
                .isEqualTo(State.SHORT);
    }

    @Test
    void coalAndCarbonComeFromKindsAndNothingElseDoes() {
        Example example = known().fact(Example.DISTRICT, "2021", Element.GDP, "10");
        Snapshot snapshot = example.snapshot();
        assertThat(figure(snapshot, Element.COAL, 2022).value()).isEqualByComparingTo("950");
        assertThat(snapshot.figure(CITY, "green", Period.year(2022))).isNull();
        assertThat(snapshot.figure(Example.DISTRICT, Element.COAL, Period.year(2021)))
                .isNull();
        assertThat(snapshot.all().figures().stream()
                        .filter(figure -> figure.region().equals(Example.DISTRICT))
                        .map(Figure::indicator))
                .noneMatch(code -> code.startsWith("carbon."));
    }
}
