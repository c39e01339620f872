package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.period;
import static org.luheng.accounting.Indicator.Accumulation.FLOW;
import static org.luheng.accounting.Indicator.Accumulation.RATE;
import static org.luheng.accounting.Indicator.Accumulation.STOCK;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Indicators that are computed from elements where nobody reported them. */
class LevelsTest {
    private static final Period Y2021 = Period.year(2021);
    private static final Period Y2022 = Period.year(2022);
    private static final String WATER = "water.per";

    /** Water used by industry over what industry added. */
    private static Example water() {
        return new Example()
                .indicator("water", FLOW, "亿立方米")
                .indicator("added", FLOW, "亿元")
                .indicator(WATER, STOCK, "立方米/万元")
                .formula(WATER, "[water] / [added]");
    }

    private static Example of2021(Example example) {
        return example.factIn("亿立方米", CITY, "2021", "water", "2.5", false)
                .factIn("亿元", CITY, "2021", "added", "2000", false);
    }

    private static Example of2020(Example example) {
        return example.factIn("亿立方米", CITY, "2020", "water", "2.6", false)
                .factIn("亿元", CITY, "2020", "added", "1600", false);
    }

    private static Example target(Example example, TargetKind kind, Relation relation, String value, String unit) {
        return example.target(CITY, WATER, kind, relation, value, unit, 2020, null);
    }

    private static Figure figure(Example example, String indicator, Period period) {
        Figure figure = example.snapshot().figure(CITY, indicator, period);
        assertThat(figure).isNotNull();
        return figure;
    }

    /** The tree, a line for each node. */
    private static List<String> lines(Trace trace) {
        List<String> lines = new ArrayList<>();
        lines(trace, "", lines);
        return lines;
    }

    private static void lines(Trace trace, String indent, List<String> lines) {
        lines.add(indent + trace.text() + (trace.formula() == null ? "" : "｜" + trace.formula()));
        trace.children().forEach(child -> lines(child, indent + " ", lines));
    }

    @Test
    void theFormulaServesWhereNobodyReported() {
        Figure figure =
                figure(of2021(target(water(), TargetKind.LEVEL, Relation.AT_MOST, "12", "立方米/万元")), WATER, Y2021);
        assertThat(figure.value()).isEqualByComparingTo("12.5");
        assertThat(figure.unit()).isEqualTo("立方米/万元");
        assertThat(figure.edition().id()).isEqualTo("indicator");
        assertThat(figure.bracketed()).isFalse();
        assertThat(figure.sample()).isFalse();
        assertThat(lines(figure.trace()))
                .containsExactly(
                        "water.per 2021年｜12.5立方米/万元",
                        " water.per 2021年（按公式）｜water 2.5亿立方米 ÷ added 2000亿元 = 12.5立方米/万元",
                        "  water 2021年",
                        "  added 2021年",
                        "  公式 water.per-2011（已见公开文本）｜[water] / [added]",
                        " 例 二：water.per 不高于12立方米/万元",
                        " indicator（已见公开文本）｜indicator");
        Trace computed = figure.trace().children().getFirst();
        assertThat(computed.kind()).isEqualTo(Trace.Kind.COMPUTED);
        assertThat(computed.value()).isEqualByComparingTo("12.5");
        assertThat(computed.unit()).isEqualTo("立方米/万元");
        assertThat(computed.children())
                .extracting(Trace::kind)
                .containsExactly(Trace.Kind.FACT, Trace.Kind.FACT, Trace.Kind.RULE);
        assertThat(computed.children().getLast().ref()).isEqualTo("water.per-2011");
    }

    @Test
    void aFactGoesFirstAndTheComputedOneStandsBesideIt() {
        Example example = of2021(water())
                .target(CITY, WATER, TargetKind.LEVEL, Relation.AT_MOST, "12", "立方米/万元", 2020, null)
                .factIn("立方米/万元", CITY, "2021", WATER, "12.1", false);
        Figure figure = figure(example, WATER, Y2021);
        assertThat(figure.value()).isEqualByComparingTo("12.1");
        assertThat(lines(figure.trace()).subList(0, 6))
                .containsExactly(
                        "water.per 2021年｜12.1立方米/万元",
                        " water.per 2021年",
                        "  按公式另算（未采用），报数少 0.4立方米/万元｜water 2.5亿立方米 ÷ added 2000亿元 = 12.5立方米/万元",
                        "   water 2021年",
                        "   added 2021年",
                        "   公式 water.per-2011（已见公开文本）｜[water] / [added]");
        Trace leaf = figure.trace().children().getFirst();
        assertThat(leaf.fact()).isNotNull();
        assertThat(leaf.ref()).isEqualTo("test:3");
        assertThat(leaf.value()).isEqualByComparingTo("12.1");
        assertThat(leaf.children().getFirst().value()).isEqualByComparingTo("12.5");
        assertThat(leaf.children().getFirst().kind()).isEqualTo(Trace.Kind.COMPUTED);
    }

    @Test
    void theDifferenceIsSaidEitherWay() {
        assertThat(beside("12.5")).isEqualTo("按公式另算（未采用），与报数一致");
        assertThat(beside("12.50")).isEqualTo("按公式另算（未采用），与报数一致");
        assertThat(beside("13")).isEqualTo("按公式另算（未采用），报数多 0.5立方米/万元");
    }

    private static String beside(String reported) {
        Figure figure = figure(of2021(water()).factIn("立方米/万元", CITY, "2021", WATER, reported, false), WATER, Y2021);
        return figure.trace().children().getFirst().children().getFirst().text();
    }

    @Test
    void otherKnownValuesOfTheFactStayBesideIt() {
        Example example = of2021(water())
                .fact(CITY, "2021", WATER, "14", Stage.PRELIMINARY, "", null)
                .factIn("立方米/万元", CITY, "2021", WATER, "12.5", false);
        Trace leaf = figure(example, WATER, Y2021).trace().children().getFirst();
        assertThat(leaf.children()).extracting(Trace::text).containsExactly("另有（未采用）", "按公式另算（未采用），与报数一致");
    }

    @Test
    void aFactAloneHasNothingBesideIt() {
        Figure figure = figure(water().factIn("立方米/万元", CITY, "2021", WATER, "12", false), WATER, Y2021);
        assertThat(lines(figure.trace()))
                .containsExactly("water.per 2021年｜12立方米/万元", " water.per 2021年", " indicator（已见公开文本）｜indicator");
    }

    @Test
    void withoutATargetItIsAFigureByTheFormulasOwnRule() {
        Figure figure = figure(of2021(water()), WATER, Y2021);
        assertThat(figure.value()).isEqualByComparingTo("12.5");
        assertThat(figure.edition().id()).isEqualTo("water.per-2011");
        assertThat(figure.target()).isNull();
        assertThat(lines(figure.trace()))
                .containsExactly(
                        "water.per 2021年（按公式）｜water 2.5亿立方米 ÷ added 2000亿元 = 12.5立方米/万元",
                        " water 2021年",
                        " added 2021年",
                        " 公式 water.per-2011（已见公开文本）｜[water] / [added]");
        Figure reported = figure(of2021(water()).factIn("立方米/万元", CITY, "2021", WATER, "12", false), WATER, Y2021);
        assertThat(reported.edition().id()).isEqualTo("indicator");
        assertThat(of2021(water()).snapshot().figure(CITY, WATER, Period.year(2031)))
                .isNull();
        assertThat(of2021(water()).snapshot().figure(CITY, "water", Y2021)).isNull();
    }

    @Test
    void whatIsMissingIsNamedWithItsPeriod() {
        Figure one = figure(water().factIn("亿立方米", CITY, "2021", "water", "2.5", false), WATER, Y2021);
        assertThat(one.value()).isNull();
        assertThat(one.unit()).isEqualTo("立方米/万元");
        assertThat(one.edition().id()).isEqualTo("water.per-2011");
        assertThat(one.missing()).isEqualTo("缺water.per 2021；按公式算，缺added 2021");
        Example both = target(water(), TargetKind.LEVEL, Relation.AT_MOST, "12", "立方米/万元");
        assertThat(figure(both, WATER, Y2021).missing()).isEqualTo("缺water.per 2021；按公式算，缺water 2021；缺added 2021");
        Example without =
                new Example().target(CITY, "green", TargetKind.SHARE, Relation.AT_LEAST, "1", "%", 2020, null);
        assertThat(figure(without, "green", Y2021).missing()).isEqualTo("缺green 2021");
    }

    @Test
    void aBaseYearWithoutDataIsWhatIsMissing() {
        Example example = of2021(target(water(), TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%"));
        assertThat(figure(example, WATER, Y2021).missing()).isEqualTo("缺water.per 2020；按公式算，缺water 2020；缺added 2020");
    }

    @Test
    void nothingIsDividedByZeroOrLess() {
        for (String divisor : List.of("0", "-3", "0.000")) {
            Figure figure = figure(
                    water().factIn("亿立方米", CITY, "2021", "water", "2.5", false)
                            .factIn("亿元", CITY, "2021", "added", divisor, false),
                    WATER,
                    Y2021);
            assertThat(figure.value()).isNull();
            assertThat(figure.missing()).isEqualTo("缺water.per 2021；按公式算，除数不是正数：added " + divisor + "亿元（2021）");
        }
    }

    @Test
    void aDivisorThatIsComputedIsNamedAsAWhole() {
        Example example = new Example()
                .indicator("all", FLOW, "亿元")
                .indicator("part", FLOW, "亿元")
                .indicator("ratio", STOCK, "%")
                .formula("ratio", "[part] / ([all] - [part])")
                .factIn("亿元", CITY, "2021", "all", "3", false)
                .factIn("亿元", CITY, "2021", "part", "3", false);
        assertThat(figure(example, "ratio", Y2021).missing())
                .isEqualTo("缺ratio 2021；按公式算，除数不是正数：all 3亿元 − part 3亿元（2021）");
    }

    @Test
    void aFactInAUnitThatDoesNotFitGivesNoFigure() {
        Figure figure = figure(
                water().factIn("亿元", CITY, "2021", "water", "2.5", false)
                        .factIn("亿元", CITY, "2021", "added", "2000", false),
                WATER,
                Y2021);
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).isEqualTo("缺water.per 2021；按公式算，water 2021 的单位“亿元”不合");
        Figure unknown = figure(
                water().factIn("斗", CITY, "2021", "water", "2.5", false)
                        .factIn("亿元", CITY, "2021", "added", "2000", false),
                WATER,
                Y2021);
        assertThat(unknown.missing()).isEqualTo("缺water.per 2021；按公式算，water 2021 的单位“斗”不合");
    }

    @Test
    void factsInOtherUnitsOfTheDimensionAreConverted() {
        Figure figure = figure(
                water().factIn("万立方米", CITY, "2021", "water", "25000", false)
                        .factIn("万元", CITY, "2021", "added", "20000000", false),
                WATER,
                Y2021);
        assertThat(figure.value()).isEqualByComparingTo("12.5");
        assertThat(figure.trace().formula()).isEqualTo("water 25000万立方米 ÷ added 20000000万元 = 12.5立方米/万元");
    }

    @Test
    void aPercentageIsAHundredthPrintedAsSuch() {
        Example example = new Example()
                .indicator("used", FLOW, "亿元")
                .indicator("all", FLOW, "亿元")
                .indicator("share", STOCK, "%")
                .formula("share", "[used] / [all]")
                .factIn("亿元", CITY, "2021", "used", "94", false)
                .factIn("亿元", CITY, "2021", "all", "100", false);
        assertThat(figure(example, "share", Y2021).value()).isEqualByComparingTo("94");
        Example twice = example.indicator("rest", STOCK, "%")
                .formula("rest", "1 - [share]")
                .target(CITY, "rest", TargetKind.SHARE, Relation.AT_MOST, "5", "%", null, null);
        Figure rest = figure(twice, "rest", Y2021);
        assertThat(rest.value()).isEqualByComparingTo("6");
        assertThat(lines(rest.trace()).subList(0, 5))
                .containsExactly(
                        "rest 2021年｜6%",
                        " rest 2021年（按公式）｜1 − share 94% = 6%",
                        "  share 2021年（按公式）｜used 94亿元 ÷ all 100亿元 = 94%",
                        "   used 2021年",
                        "   all 2021年");
    }

    @Test
    void theSameSpanAYearEarlierAndTheBaseOfThePlan() {
        Example example = new Example()
                .indicator("x", FLOW, "亿元")
                .indicator("yearly", RATE, "%")
                .indicator("since", RATE, "%")
                .formula("yearly", "[x] / [x@previous] - 1")
                .formula("since", "[x] / [x@base] - 1")
                .factIn("亿元", CITY, "2020-Q1", "x", "80", false)
                .factIn("亿元", CITY, "2021-Q1", "x", "100", false)
                .factIn("亿元", CITY, "2022-Q1", "x", "110", false);
        Figure yearly = figure(example, "yearly", period("2022-Q1"));
        assertThat(yearly.value()).isEqualByComparingTo("10");
        assertThat(yearly.trace().formula()).isEqualTo("x 110亿元 ÷ 上年同期x 100亿元 − 1 = 10%");
        Figure since = figure(example, "since", period("2022-Q1"));
        assertThat(since.value()).isEqualByComparingTo("37.5");
        assertThat(since.trace().formula()).isEqualTo("x 110亿元 ÷ 基年x 80亿元 − 1 = 37.5%");
        assertThat(figure(example, "since", period("2020-Q1")).value()).isEqualByComparingTo("0");
        assertThat(figure(example, "yearly", period("2020-Q1")).missing()).isEqualTo("缺yearly 2020-Q1；按公式算，缺x 2019-Q1");
        assertThat(figure(example.factIn("亿元", CITY, "2019-Q1", "x", "70", false), "since", period("2019-Q1"))
                        .missing())
                .isEqualTo("缺since 2019-Q1；按公式算，2019-Q1 早于方案基年 2020");
    }

    @Test
    void amountsOverStatesAreNotComputedForPartsOfAYear() {
        Example example = new Example()
                .indicator("energy", FLOW, "吨标准煤")
                .indicator("worth", STOCK, "万元")
                .indicator("per", STOCK, "吨标准煤/万元")
                .formula("per", "[energy] / [worth]")
                .factIn("吨标准煤", CITY, "2021-Q1", "energy", "5", false)
                .factIn("万元", CITY, "2021-Q1", "worth", "10", false)
                .factIn("吨标准煤", CITY, "2021", "energy", "20", false)
                .factIn("万元", CITY, "2021", "worth", "10", false);
        assertThat(figure(example, "per", Y2021).value()).isEqualByComparingTo("2");
        Figure quarter = figure(example, "per", period("2021-Q1"));
        assertThat(quarter.value()).isNull();
        assertThat(quarter.missing()).isEqualTo("缺per 2021-Q1；按公式算，一段时间的量与时点数相比，只能按整年算，2021-Q1 不是整年");
    }

    @Test
    void changesAgainstTheBaseYearUseTheFormulaTwice() {
        Example fall = of2020(of2021(target(water(), TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%")));
        Figure figure = figure(fall, WATER, Y2021);
        // 2.6 over 1600 is 16.25, 2.5 over 2000 is 12.5
        assertThat(PublishedFiguresTest.printed(figure, 6)).isEqualTo("-23.076923");
        assertThat(figure.unit()).isEqualTo("%");
        assertThat(figure.trace().formula()).isEqualTo("12.5 ÷ 16.25 − 1 = -23.0769%");
        assertThat(figure.trace().children().subList(0, 2))
                .extracting(Trace::text)
                .containsExactly("water.per 2021年（按公式）", "water.per 2020年（按公式）");
        Example stated =
                of2021(water()).target(CITY, WATER, TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%", 2020, "25");
        assertThat(figure(stated, WATER, Y2021).trace().formula()).isEqualTo("12.5 ÷ 25 − 1 = -50%");
    }

    @Test
    void pointsAreTheDifferenceOfTwoComputedShares() {
        Example example = new Example()
                .indicator("used", FLOW, "亿元")
                .indicator("all", FLOW, "亿元")
                .indicator("share", STOCK, "%")
                .formula("share", "[used] / [all]")
                .factIn("亿元", CITY, "2020", "used", "90", false)
                .factIn("亿元", CITY, "2020", "all", "100", false)
                .factIn("亿元", CITY, "2021", "used", "93", false)
                .factIn("亿元", CITY, "2021", "all", "100", false)
                .target(CITY, "share", TargetKind.POINTS, Relation.RISE, "5", "个百分点", 2020, null);
        Figure figure = figure(example, "share", Y2021);
        assertThat(figure.value()).isEqualByComparingTo("3");
        assertThat(figure.unit()).isEqualTo("个百分点");
        assertThat(figure.trace().formula()).isEqualTo("93 − 90 = 3 个百分点");
    }

    @Test
    void yearlyRatesByFormulaAreChained() {
        Example example = new Example()
                .indicator("energy", FLOW, "吨标准煤")
                .indicator("added", FLOW, "万元")
                .indicator("intensity", RATE, "%")
                .formula("intensity", "([energy] / [added]) / ([energy@previous] / [added@previous]) - 1")
                .target(CITY, "intensity", TargetKind.RELATIVE_CHANGE, Relation.FALL, "14", "%", 2020, null);
        String[][] years = {{"2020", "100", "100"}, {"2021", "100", "125"}, {"2022", "90", "125"}};
        for (String[] year : years) {
            example.factIn("吨标准煤", CITY, year[0], "energy", year[1], false)
                    .factIn("万元", CITY, year[0], "added", year[2], false);
        }
        Figure figure = figure(example, "intensity", Y2022);
        // −20 % and −10 %: 0.8 × 0.9 = 0.72
        assertThat(figure.value()).isEqualByComparingTo("-28");
        assertThat(figure.trace().formula()).isEqualTo("(1 − 20%) × (1 − 10%) − 1 = -28%");
        assertThat(figure.trace().children().getFirst().formula())
                .isEqualTo("energy 100吨标准煤 ÷ added 125万元 ÷ (上年同期energy 100吨标准煤 ÷ 上年同期added 100万元) − 1 = -20%");
    }

    @Test
    void sumsSinceTheFirstYearTakeTheFormulaYearByYear() {
        Example example = new Example()
                .indicator("a", FLOW, "亿元")
                .indicator("b", FLOW, "亿元")
                .indicator("both", FLOW, "亿元")
                .formula("both", "[a] + [b]")
                .target(CITY, "both", TargetKind.CUMULATIVE, Relation.AT_LEAST, "50", "亿元", null, null)
                .factIn("亿元", CITY, "2021", "a", "10", false)
                .factIn("亿元", CITY, "2021", "b", "5.5", false)
                .factIn("亿元", CITY, "2022", "both", "20", false);
        Figure figure = figure(example, "both", Y2022);
        assertThat(figure.value()).isEqualByComparingTo("35.5");
        assertThat(figure.trace().formula()).isEqualTo("15.5 + 20 = 35.5");
        assertThat(figure(example, "both", Period.year(2023)).missing()).isEqualTo("缺both 2023；按公式算，缺a 2023；缺b 2023");
    }

    @Test
    void thePathBeginsAtTheComputedBase() {
        Example example = of2020(of2021(water()))
                .target(CITY, WATER, TargetKind.LEVEL, Relation.AT_MOST, "11.25", "立方米/万元", 2020, null);
        Snapshot snapshot = example.snapshot();
        Light light = snapshot.light(CITY, WATER, Y2021);
        // from 16.25 to 11.25 in five years: 15.25 after one
        assertThat(light.level()).isEqualTo(3);
        Figure path = snapshot.yardstick(light);
        assertThat(path).isNotNull();
        assertThat(path.value()).isEqualByComparingTo("15.25");
        assertThat(path.bracketed()).isFalse();
        Target target = snapshot.plan().target(CITY, WATER);
        assertThat(target).isNotNull();
        assertThat(snapshot.onPath(target, Y2022)).isEqualByComparingTo("14.25");
    }

    @Test
    void anUnsettledFormulaIsBracketed() {
        Example example = of2020(of2021(new Example()
                        .indicator("water", FLOW, "亿立方米")
                        .indicator("added", FLOW, "亿元")
                        .indicator(WATER, STOCK, "立方米/万元")
                        .formula(WATER, "[water] / [added]", 2011, 2030, Certainty.MEMORY)
                        .indicator("half", STOCK, "立方米/万元")
                        .formula("half", "[water.per] / 2")))
                .target(CITY, WATER, TargetKind.LEVEL, Relation.AT_MOST, "11.25", "立方米/万元", 2020, null);
        Snapshot snapshot = example.snapshot();
        Figure figure = figure(example, WATER, Y2021);
        assertThat(figure.bracketed()).isTrue();
        assertThat(figure.edition().certainty()).isEqualTo(Certainty.FOUND);
        Light light = snapshot.light(CITY, WATER, Y2021);
        assertThat(light.bracketed()).isTrue();
        Figure path = snapshot.yardstick(light);
        assertThat(path).isNotNull();
        assertThat(path.bracketed()).isTrue();
        // what is computed from it is no surer
        assertThat(figure(example, "half", Y2021).bracketed()).isTrue();
        assertThat(figure(example, "half", Y2021).edition().certainty()).isEqualTo(Certainty.FOUND);
        // a published value is not
        Example published = example.factIn("立方米/万元", CITY, "2021", WATER, "12", false);
        assertThat(figure(published, WATER, Y2021).bracketed()).isFalse();
        assertThat(figure(published, "half", Y2021).bracketed()).isFalse();
    }

    @Test
    void whatRestsOnSamplesSaysSo() {
        Example example = water().factIn("亿立方米", CITY, "2021", "water", "2.5", true)
                .factIn("亿元", CITY, "2021", "added", "2000", false);
        assertThat(figure(example, WATER, Y2021).sample()).isTrue();
        assertThat(figure(target(example, TargetKind.LEVEL, Relation.AT_MOST, "12", "立方米/万元"), WATER, Y2021)
                        .sample())
                .isTrue();
    }

    @Test
    void theAssessedYearPicksTheFormulaForTheBaseToo() {
        Example example = new Example()
                .indicator("water", FLOW, "亿立方米")
                .indicator("reused", FLOW, "亿立方米")
                .indicator("added", FLOW, "亿元")
                .indicator(WATER, STOCK, "立方米/万元")
                .formula(WATER, "[water] / [added]", 2011, 2021, Certainty.FOUND)
                .formula(WATER, "([water] - [reused]) / [added]", 2022, 2030, Certainty.FOUND)
                .target(CITY, WATER, TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%", 2020, null);
        for (String year : List.of("2020", "2021", "2022")) {
            example.factIn("亿立方米", CITY, year, "water", year.equals("2020") ? "2" : "1.8", false)
                    .factIn("亿立方米", CITY, year, "reused", "1", false)
                    .factIn("亿元", CITY, year, "added", "1000", false);
        }
        assertThat(figure(example, WATER, Y2021).value()).isEqualByComparingTo("-10");
        assertThat(figure(example, WATER, Y2022).value()).isEqualByComparingTo("-20");
        // asked again for the earlier year, the earlier formula
        Snapshot snapshot = example.snapshot();
        for (int time = 0; time < 2; time++) {
            assertThat(valueOf(snapshot.figure(CITY, WATER, Y2022))).isEqualByComparingTo("-20");
            assertThat(valueOf(snapshot.figure(CITY, WATER, Y2021))).isEqualByComparingTo("-10");
        }
    }

    private static BigDecimal valueOf(@Nullable Figure figure) {
        BigDecimal value = figure == null ? null : figure.value();
        if (value == null) {
            throw new AssertionError("no value: " + figure);
        }
        return value;
    }

    /** Mistake 2 of domain.md: levels at the prices of two years. */
    @Test
    void gdpIsTakenAtThePricesOfTheAssessedYearsBase() {
        Example example = new Example()
                .indicator("water", FLOW, "亿立方米")
                .indicator(Element.GDP, FLOW, "亿元")
                .indicator(Element.GDP + ".2020", FLOW, "亿元")
                .indicator(Element.GDP + ".2015", FLOW, "亿元")
                .indicator(WATER, STOCK, "立方米/万元")
                .formula(WATER, "[water] / [gdp.constant]")
                .target(CITY, WATER, TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%", 2020, null)
                .factIn("亿立方米", CITY, "2020", "water", "10", false)
                .factIn("亿立方米", CITY, "2021", "water", "9", false)
                .factIn("亿元", CITY, "2020", Element.GDP + ".2015", "8000", false)
                .factIn("亿元", CITY, "2020", Element.GDP + ".2020", "10000", false);
        Figure without = figure(example, WATER, Y2021);
        assertThat(without.missing()).isEqualTo("缺water.per 2021；按公式算，缺gdp.constant.2020 2021");
        // a level that names no prices is not put in its place
        assertThat(figure(example.factIn("亿元", CITY, "2021", Element.GDP, "7000", false), WATER, Y2021)
                        .missing())
                .isEqualTo("缺water.per 2021；按公式算，缺gdp.constant.2020 2021");
        Figure with = figure(example.factIn("亿元", CITY, "2021", Element.GDP + ".2020", "10000", false), WATER, Y2021);
        assertThat(with.value()).isEqualByComparingTo("-10");
        assertThat(with.trace().children().getFirst().formula())
                .isEqualTo("water 9亿立方米 ÷ gdp.constant.2020 10000亿元 = 9立方米/万元");
        // the year before the change of base is assessed at the prices of then
        assertThat(figure(
                                example.target(CITY, "z", TargetKind.LEVEL, Relation.AT_MOST, "1", "%", null, null),
                                WATER,
                                Period.year(2020))
                        .value())
                .isEqualByComparingTo("0");
    }

    @Test
    void whereNoPricesAreNamedTheUnnamedOnesServe() {
        Example example = new Example()
                .indicator("water", FLOW, "亿立方米")
                .indicator(Element.GDP, FLOW, "亿元")
                .indicator(WATER, STOCK, "立方米/万元")
                .formula(WATER, "[water] / [gdp.constant]")
                .factIn("亿立方米", CITY, "2021", "water", "9", false)
                .factIn("亿元", CITY, "2021", Element.GDP, "10000", false);
        assertThat(figure(example, WATER, Y2021).value()).isEqualByComparingTo("9");
    }

    @Test
    void energyIsTheTotalThatWasReported() {
        Example example = new Example()
                .indicator("coal", FLOW, "吨标准煤")
                .indicator("coal.share", STOCK, "%")
                .formula("coal.share", "[coal] / [energy.total]")
                .factIn("吨标准煤", CITY, "2021", "coal", "400000", false)
                .factIn("万吨标准煤", CITY, "2021", Element.ENERGY, "100", false);
        Figure figure = figure(example, "coal.share", Y2021);
        assertThat(figure.value()).isEqualByComparingTo("40");
        assertThat(figure.trace().formula()).isEqualTo("coal 400000吨标准煤 ÷ energy.total 100万吨标准煤 = 40%");
        assertThat(figure(example, "coal.share", Y2022).missing())
                .isEqualTo("缺coal.share 2022；按公式算，缺coal 2022；缺energy.total 2022");
    }

    @Test
    void allOfItHasTheFiguresThatCanBeComputed() {
        Example example = of2021(of2020(water()))
                .factIn("亿立方米", CITY, "2022", "water", "2.4", false)
                .indicator("yearly", RATE, "%")
                .formula("yearly", "[water] / [water@previous] - 1")
                .indicator("never", STOCK, "%")
                .formula("never", "[nobody] / [water]")
                .indicator("nobody", FLOW, "亿立方米");
        Snapshot.Result all = example.snapshot().all();
        assertThat(all.figures())
                .extracting(figure -> figure.indicator() + " " + figure.period())
                .containsExactly("water.per 2020", "yearly 2020", "water.per 2021", "yearly 2021", "yearly 2022");
        assertThat(all.figures().get(1).missing()).isEqualTo("缺yearly 2020；按公式算，缺water 2019");
        assertThat(valueOf(all.figures().get(2))).isEqualByComparingTo("12.5");
        assertThat(valueOf(all.figures().get(4))).isEqualByComparingTo("-4");
        assertThat(all.lights()).isEmpty();
    }

    @Test
    void whatHasATargetIsThereOnceAndHasItsLight() {
        Example example = of2020(of2021(target(water(), TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%")));
        Snapshot.Result all = example.snapshot().of(Y2021);
        assertThat(all.figures()).extracting(Figure::indicator).containsExactly(WATER);
        assertThat(all.lights()).extracting(Light::light).containsExactly(WATER);
        assertThat(all.lights()).extracting(Light::level).containsExactly(3);
    }

    @Test
    void aFactInThePeriodIsEnoughToBeShown() {
        Example example = water().factIn("立方米/万元", CITY, "2021", WATER, "12", false)
                .factIn("亿立方米", CITY, "2021", "water", "2.5", false)
                .factIn("亿元", CITY, "2020", "added", "2000", false);
        assertThat(example.snapshot().all().figures())
                .extracting(figure -> figure.indicator() + " " + figure.period() + " " + figure.value())
                .containsExactly("water.per 2021 12");
    }

    @Property(tries = 200)
    void theOrderOfFactsDoesNotMatter(@ForAll Random random) {
        Example example = of2020(of2021(target(water(), TargetKind.RELATIVE_CHANGE, Relation.FALL, "10", "%")))
                .fact(CITY, "2021", WATER, "14", Stage.PRELIMINARY, "", null)
                .factIn("立方米/万元", CITY, "2020", WATER, "16", false);
        List<Fact> shuffled = new ArrayList<>(example.facts());
        Collections.shuffle(shuffled, random);
        Figure inOrder = figure(example, WATER, Y2021);
        Figure otherwise = example.snapshot("2026-11-21", shuffled).figure(CITY, WATER, Y2021);
        assertThat(otherwise).isNotNull();
        assertThat(otherwise.value()).isEqualTo(inOrder.value());
        assertThat(lines(otherwise.trace())).isEqualTo(lines(inOrder.trace()));
    }

    @Property(tries = 500)
    void whateverUnitsFactsComeInTheResultIsThatOfComputingByHand(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(4) BigDecimal water,
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal added) {
        BigDecimal wanted = Arithmetic.divide(water.movePointRight(8), added.movePointRight(4));
        Figure first = figure(
                water().factIn("亿立方米", CITY, "2021", "water", water.toPlainString(), false)
                        .factIn("亿元", CITY, "2021", "added", added.toPlainString(), false),
                WATER,
                Y2021);
        Figure second = figure(
                water().factIn(
                                "立方米",
                                CITY,
                                "2021",
                                "water",
                                water.movePointRight(8).toPlainString(),
                                false)
                        .factIn(
                                "万元",
                                CITY,
                                "2021",
                                "added",
                                added.movePointRight(4).toPlainString(),
                                false),
                WATER,
                Y2021);
        assertThat(valueOf(first)).isEqualByComparingTo(wanted);
        assertThat(valueOf(second)).isEqualByComparingTo(wanted);
    }
}
