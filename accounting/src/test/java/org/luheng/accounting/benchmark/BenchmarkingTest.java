package org.luheng.accounting.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Trace;

class BenchmarkingTest {
    private static String value(Figure figure) {
        assertThat(figure.missing()).isNull();
        return Objects.requireNonNull(figure.value()).stripTrailingZeros().toPlainString();
    }

    private static String missing(Figure figure) {
        assertThat(figure.value()).isNull();
        return Objects.requireNonNull(figure.missing());
    }

    @ParameterizedTest
    @CsvSource({
        "99.99, 1, 1, 优于标杆",
        "100, 1, 1, 优于标杆",
        "100.01, 2, 2, 标杆—基准",
        "107, 2, 2, 标杆—基准",
        "107.01, 2, 3, 标杆—基准",
        "117, 2, 3, 标杆—基准",
        "117.01, 3, 4, 劣于基准"
    })
    void aValuePassesALimitWhenItIsNoHigher_clinker_GB16780_2021_and_723(
            String consumption, String position, String grade, String word) {
        Comparison compared = new Plant().compared(consumption);
        assertThat(value(compared.position())).isEqualTo(position);
        assertThat(value(compared.grade())).isEqualTo(grade);
        assertThat(compared.position().trace().text()).contains("：" + word);
        assertThat(compared.isAtBenchmark()).isEqualTo(position.equals("1"));
        assertThat(compared.isBehindBaseline()).isEqualTo(position.equals("3"));
    }

    @ParameterizedTest
    @CsvSource({
        "-31, 1, 1",
        "-30, 1, 1",
        "-29, 2, 2",
        "-28, 2, 2",
        "-12, 2, 3",
        "-11, 2, 4",
        "-10, 2, 4",
        "-9, 3, 4",
        "0, 3, 4",
        "5, 3, 4"
    })
    void negativeLimitsAreComparedAsNumbers_converter_GB21256_2025(String consumption, String position, String grade) {
        Comparison compared = new Plant().of("转炉工序", "kgce/t").compared(consumption);
        assertThat(value(compared.position())).isEqualTo(position);
        assertThat(value(compared.grade())).isEqualTo(grade);
    }

    @Test
    void benchmarkIsNotGradeOne() {
        Comparison aluminium = new Benchmarking(withGrades("12950", "13000", "13350"))
                .compare(new Plant().of("电解铝", "kWh/t").using("12980"));
        assertThat(value(aluminium.position())).isEqualTo("1");
        assertThat(value(aluminium.grade())).isEqualTo("2");
        assertThat(aluminium.grade().trace().text()).isEqualTo("甲厂 电解铝 2024年，对照al 题：2级");
        assertThat(aluminium.grade().trace().formula()).isEqualTo("12980 > 1级 12950；12980 ≤ 2级 13000；12980 ≤ 3级 13350");
    }

    private static BenchmarkRules withGrades(String one, String two, String three) {
        BenchmarkRules rules = Plant.rules();
        List<Scale> scales = new java.util.ArrayList<>(rules.scales());
        scales.add(Plant.standard("al", "电解铝", "kWh/t", one, two, three));
        return new BenchmarkRules(scales, rules.corrections(), rules.units(), rules.methods());
    }

    @ParameterizedTest
    @CsvSource({
        "只有标杆, 100, 1, ",
        "只有标杆, 101, , 未定：基准空缺，只知在“标杆—基准”与“劣于基准”之间",
        "只有基准, 117, , 未定：标杆空缺，只知在“优于标杆”与“标杆—基准”之间",
        "只有基准, 118, 3, ",
        "聚氯乙烯, 118, , 未定：pvc 题“聚氯乙烯”没有数值",
    })
    void aBlankLimitDecidesNothing(String product, String consumption, String position, String why) {
        Figure figure = new Plant().of(product, "kgce/t").compared(consumption).position();
        if (position == null) {
            assertThat(missing(figure)).isEqualTo(why);
        } else {
            assertThat(value(figure)).isEqualTo(position);
        }
    }

    @ParameterizedTest
    @CsvSource({"61, 1, ", "62, , 未定：2级空缺，只知在“2级”与“3级”之间", "86, , 未定：2级空缺，只知在“2级”与“3级”之间", "87, 4, "})
    void aBlankGradeInTheMiddleIsNotStepped_GB21256_2025_eaf(String consumption, String grade, String why) {
        Figure figure =
                new Plant().of("电弧炉工序 <50 t", "kgce/t").compared(consumption).grade();
        if (grade == null) {
            assertThat(missing(figure)).isEqualTo(why);
        } else {
            assertThat(value(figure)).isEqualTo(grade);
        }
    }

    @Test
    void theEditionFollowsFromTheAssessedYear() {
        assertThat(value(new Plant().in(2022).compared("103").position())).isEqualTo("1");
        assertThat(value(new Plant().in(2023).compared("103").position())).isEqualTo("2");
        assertThat(new Plant().in(2022).compared("103").position().edition().id())
                .isEqualTo("p21");
        assertThat(new Plant().in(2023).compared("103").position().edition().id())
                .isEqualTo("p23");
    }

    @Test
    void aYearOutsideEveryEditionHasNoPosition() {
        Comparison compared = new Plant().in(2019).compared("103");
        assertThat(missing(compared.position())).isEqualTo("没有适用于 2019 年的“水泥熟料”能效标杆水平和基准水平");
        assertThat(missing(compared.toBaseline())).isEqualTo("没有适用于 2019 年的“水泥熟料”能效标杆水平和基准水平");
        assertThat(missing(compared.index())).isEqualTo("没有适用于 2019 年的“水泥熟料”能效标杆水平和基准水平");
        assertThat(compared.position().edition().id()).isEqualTo("benchmark.position");
        assertThat(compared.toBaseline().edition().id()).isEqualTo("benchmark.saving");
        assertThat(compared.index().edition().id()).isEqualTo("benchmark.index");
        assertThat(compared.scale()).isNull();
        assertThat(missing(new Plant().of("砖", "kgce/t").compared("1").position()))
                .isEqualTo("能效标杆水平和基准水平里没有“砖”");
        assertThat(missing(new Plant().of("砖", "kgce/t").compared("1").grade())).isEqualTo("单位产品能耗限额里没有“砖”");
    }

    @Test
    void theDeadlineIsSaidToWhoIsBehindTheBaseline() {
        assertThat(new Plant().in(2025).compared("118").position().trace().text())
                .isEqualTo("甲厂 水泥熟料 2025年，对照p23 题：劣于基准，应在 2025-12-31 前改造升级或退出");
        assertThat(new Plant().in(2026).compared("118").position().trace().text())
                .isEqualTo("甲厂 水泥熟料 2026年，对照p23 题：劣于基准，应在 2025-12-31 前改造升级或退出（已过期限）");
        assertThat(new Plant().in(2026).compared("117").position().trace().text())
                .isEqualTo("甲厂 水泥熟料 2026年，对照p23 题：标杆—基准");
        assertThat(new Plant().in(2022).compared("121").position().trace().text())
                .isEqualTo("甲厂 水泥熟料 2022年，对照p21 题：劣于基准");
    }

    @Test
    void differentUnitsAreNotCompared() {
        Comparison compared = new Plant().of("平板玻璃", "kgce/t").output("10", "吨").compared("7");
        assertThat(missing(compared.position())).isEqualTo("单位不同不能比较：填报为 kgce/t，glass 题“平板玻璃”用 kgce/重箱");
        assertThat(missing(compared.toBenchmark())).isEqualTo(missing(compared.position()));
        assertThat(compared.position().edition().id()).isEqualTo("glass");
    }

    @ParameterizedTest
    @CsvSource({"0", "-105"})
    void noConsumptionOrLessPassesNoPositiveLimit(String consumption) {
        Comparison compared = new Plant().compared(consumption);
        assertThat(missing(compared.position())).isEqualTo("单位产品能耗 " + consumption + " 不大于零，而这种产品的水平为正，须核对正负号");
        assertThat(missing(compared.grade())).isEqualTo(missing(compared.position()));
        assertThat(compared.isAtBenchmark()).isFalse();
    }

    @Test
    void aRememberedLevelIsBracketed() {
        assertThat(new Plant().of("凭记忆", "kgce/t").compared("11").position().bracketed())
                .isTrue();
        assertThat(new Plant().compared("101").position().bracketed()).isFalse();
        assertThat(new Plant().output("2", "吨").compared("101").toBaseline().bracketed())
                .isFalse();
        assertThat(new Plant()
                        .of("炼油", "kgoe/(t·因数)")
                        .output("2", "吨·因数")
                        .compared("9")
                        .toBaseline()
                        .edition()
                        .certainty())
                .isEqualTo(Certainty.MEMORY);
    }

    @Test
    void energyToBeSavedIsInStandardCoal() {
        Comparison clinker = new Plant().output("1500000", "吨").compared("120");
        assertThat(value(clinker.toBaseline())).isEqualTo("4500");
        assertThat(value(clinker.toBenchmark())).isEqualTo("30000");
        assertThat(clinker.toBaseline().unit()).isEqualTo("吨标准煤");
        assertThat(clinker.toBaseline().trace().formula()).isEqualTo("(120 − 117) × 1500000 × 1 ÷ 1000 = 4500");
        assertThat(clinker.toBaseline().trace().text()).isEqualTo("甲厂 水泥熟料 2024年，达到基准水平应节约的能源");
        assertThat(clinker.toBaseline().trace().children())
                .extracting(Trace::kind)
                .containsExactly(Trace.Kind.FACT, Trace.Kind.FACT, Trace.Kind.RULE, Trace.Kind.RULE, Trace.Kind.RULE);
        assertThat(clinker.toBaseline().trace().children())
                .extracting(Trace::text)
                .containsExactly("单位产品能耗", "产量", "kgce/t 题（已核对）", "p23 题（已见公开文本）", "benchmark.saving 题（已见公开文本）");
    }

    @Test
    void eachUnitKeepsItsOwnDenominatorAndEnergy() {
        assertThat(value(new Plant()
                        .of("平板玻璃", "kgce/重箱")
                        .output("1000", "重箱")
                        .compared("13")
                        .toBaseline()))
                .isEqualTo("1");
        // 1 kgoe = 1.4286 kgce: (9 − 8.5) × 10000 × 1.4286 ÷ 1000
        assertThat(value(new Plant()
                        .of("炼油", "kgoe/(t·因数)")
                        .output("10000", "吨·因数")
                        .compared("9")
                        .toBaseline()))
                .isEqualTo("7.143");
        // (−9 − (−10)) × 2000 ÷ 1000
        Figure converter = new Plant()
                .of("转炉工序", "kgce/t")
                .output("2000", "吨")
                .compared("-9")
                .toBaseline();
        assertThat(value(converter)).isEqualTo("2");
        assertThat(converter.trace().formula()).isEqualTo("(-9 − (-10)) × 2000 × 1 ÷ 1000 = 2");
    }

    @Test
    void powerIsConvertedOnlyByAStatedCoefficient() {
        Plant aluminium = new Plant().of("电解铝", "kWh/t").output("100000", "吨");
        assertThat(missing(aluminium.compared("13450").toBaseline())).isEqualTo("不可换算：kWh/t 折标准煤须写明电力系数（等价或当量）");
        Figure stated = aluminium.coefficient("0.1229").compared("13450").toBaseline();
        assertThat(value(stated)).isEqualTo("1229");
        assertThat(stated.trace().children().get(2).text()).isEqualTo("填报的电力折标准煤系数");
        assertThat(stated.bracketed()).isFalse();
        assertThat(missing(aluminium.coefficient("0").compared("13450").toBaseline()))
                .isEqualTo("电力折标准煤系数须大于零");
    }

    @Test
    void nothingIsToBeSavedWhereTheLevelIsReached() {
        Figure reached = new Plant().output("1000", "吨").compared("117").toBaseline();
        assertThat(reached.value()).isEqualByComparingTo("0");
        assertThat(reached.trace().text()).isEqualTo("甲厂 水泥熟料 2024年，达到基准水平应节约的能源：已达到");
        assertThat(reached.trace().formula()).isEqualTo("117 ≤ 基准 117");
        assertThat(new Plant().output("1000", "吨").compared("90").toBenchmark().value())
                .isEqualByComparingTo("0");
    }

    @Test
    void withoutOutputOrInAnotherUnitNothingIsSaid() {
        assertThat(missing(new Plant().compared("120").toBaseline())).isEqualTo("缺产量（吨）");
        assertThat(missing(new Plant().output("0", "吨").compared("120").toBaseline()))
                .isEqualTo("产量须大于零，现为 0");
        assertThat(missing(new Plant().output("-1", "吨").compared("120").toBaseline()))
                .isEqualTo("产量须大于零，现为 -1");
        assertThat(missing(new Plant().output("10", "重箱").compared("120").toBaseline()))
                .isEqualTo("产量单位 重箱 与单位产品能耗 kgce/t 不合，应为 吨");
        assertThat(missing(new Plant()
                        .of("只有标杆", "kgce/t")
                        .output("1", "吨")
                        .compared("120")
                        .toBaseline()))
                .isEqualTo("未定：基准空缺");
    }

    @Test
    void theIndexOfANegativeProcessIsTurnedRound_GBT28924_2023() {
        Figure clinker = new Plant().compared("110").index();
        assertThat(value(clinker)).isEqualTo("1.1");
        assertThat(clinker.trace().formula()).isEqualTo("报告期 110 ÷ 标杆 100 = 1.1");
        assertThat(clinker.trace().text()).isEqualTo("甲厂 水泥熟料 2024年 能效指数（小于 1 为优）");
        Figure worse = new Plant().of("转炉工序", "kgce/t").compared("-12").index();
        assertThat(value(worse)).isEqualTo("2.5");
        assertThat(worse.trace().formula()).isEqualTo("标杆 (-30) ÷ 报告期 (-12) = 2.5");
        assertThat(worse.trace().text()).endsWith("：负能耗工序，分子分母对换");
        assertThat(value(new Plant().of("转炉工序", "kgce/t").compared("-40").index()))
                .isEqualTo("0.75");
        assertThat(missing(new Plant().of("转炉工序", "kgce/t").compared("0").index()))
                .isEqualTo("报告期 0 与标杆 -30 正负不一或为零，不作比");
        assertThat(missing(new Plant().of("转炉工序", "kgce/t").compared("3").index()))
                .isEqualTo("报告期 3 与标杆 -30 正负不一或为零，不作比");
        assertThat(missing(new Plant().of("只有基准", "kgce/t").compared("3").index()))
                .isEqualTo("未定：标杆空缺");
    }

    @Test
    void aFigureOpensDownToTheRowItCameFrom() {
        Trace trace = new Plant().compared("112").position().trace();
        assertThat(trace.formula()).isEqualTo("112 > 标杆 100；112 ≤ 基准 117");
        assertThat(trace.value()).isEqualByComparingTo("2");
        assertThat(trace.unit()).isEqualTo("档");
        assertThat(trace.children()).extracting(Trace::ref).containsExactly("f.csv:2", "p23", "benchmark.position");
        Figure position = new Plant().compared("112").position();
        assertThat(position.region()).isEqualTo("郑州市/甲厂/水泥熟料");
        assertThat(position.period()).isEqualTo(Period.year(2024));
        assertThat(position.sample()).isFalse();
        assertThat(new Plant().compared("112").figures())
                .extracting(Figure::indicator)
                .containsExactly(
                        "benchmark.position",
                        "benchmark.grade",
                        "benchmark.saving.baseline",
                        "benchmark.saving.benchmark",
                        "benchmark.index");
    }

    @Test
    void theStandardMayNameTheProductOtherwise() {
        Comparison compared = new Plant().standardProduct("电弧炉工序 <50 t").compared("86.5");
        assertThat(value(compared.position())).isEqualTo("1");
        assertThat(value(compared.grade())).isEqualTo("4");
    }

    @Test
    void limitsOutOfOrderAreNoScale() {
        assertThatThrownBy(() -> Plant.standard("x", "x", "kgce/t", "3", "", "2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stricter");
        assertThatThrownBy(() -> new Scale(
                        Scale.Kind.POLICY, "x", "kgce/t", List.of(new Level("基准", BigDecimal.ONE)), null, Plant.STATED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levels of x");
        assertThat(Plant.standard("x", "x", "kgce/t", "3", "3", "3").level("2级").limit())
                .isEqualByComparingTo("3");
        assertThatThrownBy(
                        () -> Plant.standard("x", "x", "kgce/t", "1", "2", "3").level("标杆"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyYearsAreCompared() {
        Production year = new Plant().using("1");
        assertThatThrownBy(() -> new Production(
                        "r",
                        "e",
                        "",
                        "p",
                        "p",
                        Objects.requireNonNull(Period.parse("2024-06")),
                        year.consumption(),
                        null,
                        null,
                        null,
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRulesSayWhatTheyCover() {
        BenchmarkRules rules = Plant.rules();
        assertThat(rules.covers(2006)).isTrue();
        assertThat(rules.covers(2005)).isFalse();
        assertThat(rules.covers(2030)).isTrue();
        assertThat(rules.covers(2031)).isFalse();
        assertThatThrownBy(() -> rules.method("benchmark.share", 2031)).isInstanceOf(IllegalArgumentException.class);
        assertThat(rules.products()).contains("水泥熟料", "转炉工序").hasSize(10);
        assertThat(Objects.requireNonNull(rules.unit("kWh/t 别名")).code()).isEqualTo("kWh/t");
        assertThat(rules.unit("夸克")).isNull();
    }
}
