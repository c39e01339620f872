package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;

class BenchmarkCalculationTest {
    private static final Calculation CALCULATION = Calculations.of(House.RULES_FOLDER, House.REGISTER, List.of())
            .kind("benchmark")
            .orElseThrow();
    private static final String HEADER =
            "region,enterprise,line,product,standard_product,year,consumption,unit,output,output_unit,capacity,capacity_unit,"
                    + "coefficient,coefficient_basis,correction_1,condition_1,factor_1,addition_1,levels_1,reason_1,correction_2,condition_2\n";
    private static final int COLUMNS = 22;

    /** Cells after those given are blank. */
    private static String row(String cells) {
        return cells + ",".repeat(COLUMNS - cells.split(",", -1).length) + "\n";
    }

    private static Calculation.Calculated calculate(String... rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (String row : rows) {
            text.append(row(row));
        }
        return CALCULATION.calculate("t.csv", text.toString());
    }

    private static Figure figure(Calculation.Calculated calculated, String indicator) {
        return calculated.figures().stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static String value(Calculation.Calculated calculated, String indicator) {
        return Objects.requireNonNull(figure(calculated, indicator).value())
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<Fault> faults(Calculation.Calculated calculated) {
        return calculated.notices().stream().map(Finding::fault).toList();
    }

    @Test
    void theExampleComputesWithoutAnError() {
        Calculation.Calculated calculated = CALCULATION.calculate("example.csv", CALCULATION.example());
        assertThat(calculated.errors()).isZero();
        assertThat(faults(calculated)).containsExactly(Fault.BEHIND_BASELINE, Fault.BEHIND_BASELINE);
        assertThat(calculated.figures()).allSatisfy(figure -> {
            assertThat(calculated.names()).containsKey(figure.indicator());
            assertThat(calculated.bodies()).containsKey(figure.region());
            assertThat(figure.trace().children()).isNotEmpty();
        });
        assertThat(calculated.bodies())
                .containsEntry("410182/示例水泥厂/水泥熟料/一线", "荥阳市 示例水泥厂 水泥熟料 一线")
                .containsEntry("410182", "荥阳市")
                .containsEntry("410182/水泥熟料", "荥阳市 水泥熟料");
    }

    @Test
    void aLineIsHeldAgainstPolicyAndStandardSideBySide() {
        // Clinker 2024: 标杆 100, 基准 117; GB 16780-2021: 100, 107, 117.
        Calculation.Calculated calculated = calculate("荥阳市,甲厂,,水泥熟料,,2024,112,千克标准煤/吨,155,万吨,150,万吨/年");
        assertThat(calculated.notices()).isEmpty();
        assertThat(value(calculated, "benchmark.position")).isEqualTo("2");
        assertThat(value(calculated, "benchmark.grade")).isEqualTo("3");
        assertThat(value(calculated, "benchmark.saving.baseline")).isEqualTo("0");
        // (112 − 100) kgce/t × 1 550 000 t
        assertThat(value(calculated, "benchmark.saving.benchmark")).isEqualTo("18600");
        assertThat(value(calculated, "benchmark.index")).isEqualTo("1.12");
        assertThat(value(calculated, "benchmark.share")).isEqualTo("0");
    }

    @Test
    void whatWasGivenInAnotherUnitIsKeptBesideIt() {
        Calculation.Calculated calculated = calculate("荥阳市,甲厂,,水泥熟料,,2024,112,千克标准煤/吨,155,万吨,150,万吨/年");
        List<Fact> facts = new ArrayList<>();
        collect(figure(calculated, "benchmark.saving.benchmark").trace(), facts);
        assertThat(facts)
                .extracting(Fact::element, fact -> fact.value().toPlainString(), Fact::unit, Fact::given, Fact::ref)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "benchmark.consumption", "112", "kgce/t", "112 千克标准煤/吨", "t.csv:2"),
                        org.assertj.core.groups.Tuple.tuple("benchmark.output", "1550000", "吨", "155 万吨", "t.csv:2"));
    }

    private static void collect(Trace trace, List<Fact> facts) {
        if (trace.fact() != null) {
            facts.add(trace.fact());
        }
        trace.children().forEach(child -> collect(child, facts));
    }

    @Test
    void theConverterIsBelowZero() {
        Calculation.Calculated calculated = calculate("荥阳市,甲厂,,转炉工序,,2026,-25,kgce/t,100,万吨");
        assertThat(value(calculated, "benchmark.position")).isEqualTo("2");
        assertThat(value(calculated, "benchmark.grade")).isEqualTo("3");
        assertThat(value(calculated, "benchmark.saving.benchmark")).isEqualTo("5000");
        assertThat(value(calculated, "benchmark.index")).isEqualTo("1.2");
    }

    @Test
    void boxesOilAndKilowattHoursKeepTheirUnits() {
        assertThat(value(
                        calculate("荥阳市,甲厂,,平板玻璃 500~800 t/d,,2024,10.5,kgce/重箱,300,万重箱"), "benchmark.saving.benchmark"))
                .isEqualTo("3000");
        assertThat(value(calculate("荥阳市,甲厂,,炼油,,2024,8,kgoe/(t·因数),100,万吨·因数"), "benchmark.saving.benchmark"))
                .isEqualTo("714.3");
        assertThat(figure(calculate("荥阳市,甲厂,,电解铝 铝液交流电耗,,2024,13100,kWh/t,10,万吨"), "benchmark.saving.benchmark")
                        .missing())
                .isEqualTo("不可换算：kWh/t 折标准煤须写明电力系数（等价或当量）");
        Calculation.Calculated stated = calculate("荥阳市,甲厂,,电解铝 铝液交流电耗,,2024,13100,kWh/t,10,万吨,,,0.1229,当量");
        assertThat(value(stated, "benchmark.saving.benchmark")).isEqualTo("1229");
        List<Fact> facts = new ArrayList<>();
        collect(figure(stated, "benchmark.saving.benchmark").trace(), facts);
        assertThat(facts).extracting(Fact::given).contains("0.1229 kgce/kWh（当量值）");
    }

    @Test
    void otherUnitsAreNotCompared() {
        Calculation.Calculated calculated = calculate("荥阳市,甲厂,,水泥熟料,,2024,112,kgoe/t,155,万吨");
        assertThat(figure(calculated, "benchmark.position").missing())
                .isEqualTo("单位不同不能比较：填报为 kgoe/t，能效标杆水平和基准水平（2023年版）“水泥熟料”用 kgce/t");
        Calculation.Calculated strange = calculate("荥阳市,甲厂,,水泥熟料,,2024,112,斤/t,155,万吨,9,座");
        assertThat(figure(strange, "benchmark.position").missing()).startsWith("单位不同不能比较：填报为 斤/t");
        Calculation.Calculated output = calculate("荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,155,万重箱");
        assertThat(figure(output, "benchmark.saving.benchmark").missing()).isEqualTo("产量单位 万重箱 与单位产品能耗 kgce/t 不合，应为 吨");
    }

    @Test
    void whatIsBehindTheBaselineIsListedWithItsDeadline() {
        Calculation.Calculated calculated = calculate(
                "荥阳市,甲厂,一线,水泥熟料,,2024,120,kgce/t", "荥阳市,乙厂,,水泥熟料,,2024,117,kgce/t", "荥阳市,丙厂,,水泥熟料,,2022,130,kgce/t");
        assertThat(calculated.notices()).hasSize(2);
        Finding first = calculated.notices().getFirst();
        assertThat(first.fault()).isEqualTo(Fault.BEHIND_BASELINE);
        assertThat(first.kind()).isEqualTo(Fault.Kind.NOTICE);
        assertThat(first.place().line()).isEqualTo(2);
        assertThat(first.inWords()).contains("甲厂 水泥熟料 一线", "120 > 标杆 100；120 > 基准 117", "；应在 2025-12-31 前改造升级或退出");
        assertThat(calculated.notices().getLast().place().line()).isEqualTo(4);
        assertThat(calculated.notices().getLast().inWords()).doesNotContain("前改造");
    }

    @Test
    void correctionsChangeTheLimitAndNeverTheValue() {
        String line = "登封市,甲厂,,水泥熟料,,2024,118,kgce/t,,,,,,";
        assertThat(value(calculate(line), "benchmark.grade")).isEqualTo("4");
        Calculation.Calculated corrected = calculate(line + ",海拔,1600,1.02");
        assertThat(value(corrected, "benchmark.grade")).isEqualTo("3");
        assertThat(value(corrected, "benchmark.position")).isEqualTo("3");
        assertThat(figure(corrected, "benchmark.grade").trace().formula())
                .isEqualTo("118 > 1级 100；118 > 2级 107；118 ≤ 3级 119.34");
        assertThat(figure(calculate(line + ",海拔,1400,1.02"), "benchmark.grade").missing())
                .isEqualTo("修正“海拔”须高于 1500 m，现为 1400");
        Calculation.Calculated own = calculate(line + ",掺烧危废,,,2,3级,省厅认定");
        assertThat(value(own, "benchmark.grade")).isEqualTo("3");
        assertThat(figure(own, "benchmark.grade").bracketed()).isTrue();
        Calculation.Calculated two = calculate("登封市,甲厂,,转炉工序,,2026,-5,kgce/t,,,,,,,废钢比,20,,,,,钢种 优质轴承齿轮硬线工模具钢,");
        assertThat(figure(two, "benchmark.grade").trace().formula()).endsWith("-5 > 3级 -6.2");
    }

    @Test
    void aShareIsOfCapacityAndWithEveryLineOrNotAtAll() {
        String good = "荥阳市,甲厂,,水泥熟料,,2024,99,kgce/t,,,300,万吨";
        String bad = "荥阳市,乙厂,,水泥熟料,,2024,110,kgce/t,,,1000000,吨/年";
        Calculation.Calculated both = calculate(good, bad);
        assertThat(value(both, "benchmark.share")).isEqualTo("75");
        Calculation.Calculated part = calculate(good, "荥阳市,乙厂,,水泥熟料,,,110,kgce/t,,,100,万吨");
        assertThat(figure(part, "benchmark.share").missing()).isEqualTo("有 1 行没有计算，占比不完整");
        assertThat(value(part, "benchmark.position")).isEqualTo("1");
    }

    @Test
    void thePositionByItsStandardsOwnName() {
        Calculation.Calculated calculated = calculate("荥阳市,甲厂,,电弧炉 ≥50 t,电弧炉工序 ≥70 t,2026,63,kgce/t");
        assertThat(value(calculated, "benchmark.position")).isEqualTo("2");
        assertThat(value(calculated, "benchmark.grade")).isEqualTo("2");
    }

    @Test
    void oneLineTwiceIsNotComputedAtAll() {
        String line = "荥阳市,甲厂,一线,水泥熟料,,2024,";
        Calculation.Calculated calculated = calculate(
                line + "112,kgce/t",
                line.replace("荥阳市", "410182") + "99,kgce/t",
                line.replace("一线", "二线") + "99,kgce/t");
        assertThat(faults(calculated)).containsExactly(Fault.LINE_DOUBLED, Fault.LINE_DOUBLED);
        assertThat(calculated.notices().getFirst().place().line()).isEqualTo(2);
        assertThat(calculated.notices().getFirst().inWords()).contains("t.csv 第3行");
        assertThat(calculated.notices().getLast().inWords()).contains("t.csv 第2行");
        assertThat(calculated.figures())
                .extracting(Figure::region)
                .contains("410182/甲厂/水泥熟料/二线")
                .doesNotContain("410182/甲厂/水泥熟料/一线");
        assertThat(figure(calculated, "benchmark.share").missing()).isEqualTo("有 2 行没有计算，占比不完整");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "某某市,甲厂,,水泥熟料,,2024,112,kgce/t | UNKNOWN_REGION | region",
                ",甲厂,,水泥熟料,,2024,112,kgce/t | BLANK | region",
                "荥阳市,,,水泥熟料,,2024,112,kgce/t | BLANK | enterprise",
                "荥阳市,甲厂,,水泥热料,,2024,112,kgce/t | UNKNOWN_PRODUCT | product",
                "荥阳市,甲厂,,水泥熟料,水泥热料,2024,112,kgce/t | UNKNOWN_PRODUCT | standard_product",
                "荥阳市,甲厂,,水泥熟料,,,112,kgce/t | BLANK | year",
                "荥阳市,甲厂,,水泥熟料,,2024年,112,kgce/t | NOT_WHOLE | year",
                "荥阳市,甲厂,,水泥熟料,,2031,112,kgce/t | RULES_END | year",
                "荥阳市,甲厂,,水泥熟料,,2024,,kgce/t | BLANK | consumption",
                "荥阳市,甲厂,,水泥熟料,,2024,约112,kgce/t | NOT_A_NUMBER | consumption",
                "荥阳市,甲厂,,水泥熟料,,2024,112, | BLANK | unit",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,155, | GOES_WITH | output_unit",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,万吨 | GOES_WITH | output",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,-1,万吨 | NEGATIVE | output",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,-1,万吨 | NEGATIVE | capacity",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,1, | GOES_WITH | capacity_unit",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,,,0.3, | GOES_WITH | coefficient_basis",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,,,0,等价 | NOT_POSITIVE | coefficient",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,,,0.3,折标 | NOT_ONE_OF | coefficient_basis",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,,,,,,1600 | GOES_WITH | correction_1",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,,,,,海拔,高 | NOT_A_NUMBER | condition_1",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,,,,,矿,,,1,五级,因 | NOT_ONE_OF | levels_1",
                "荥阳市,甲厂,,水泥熟料,,2024,112,kgce/t,,,,,,,海拔,1600,1.02,,,,海拔,1600 | DUPLICATE_ID | correction_2",
            })
    void aRowAtFaultIsNamedAndLeftOut(String row, Fault fault, String column) {
        Calculation.Calculated calculated = calculate(row);
        assertThat(calculated.figures()).isEmpty();
        assertThat(calculated.notices()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().line()).isEqualTo(2);
            assertThat(finding.place().column()).isEqualTo(column);
        });
    }

    @Test
    void rowsThatCannotBeReadCountAsLeftOut() {
        Calculation.Calculated calculated =
                CALCULATION.calculate("t.csv", HEADER + row("荥阳市,甲厂,,水泥熟料,,2024,99,kgce/t,,,300,万吨") + "荥阳市,乙厂\n");
        assertThat(faults(calculated)).containsExactly(Fault.RAGGED_ROW);
        assertThat(figure(calculated, "benchmark.share").missing()).isEqualTo("有 1 行没有计算，占比不完整");
    }

    @Test
    void aTableThatCannotBeReadIsRefused() {
        assertThat(catchThrowableOfType(Refused.class, () -> CALCULATION.calculate("t.csv", ""))
                        .findings()
                        .list())
                .extracting(Finding::fault)
                .containsExactly(Fault.EMPTY_TABLE);
        assertThat(catchThrowableOfType(Refused.class, () -> CALCULATION.calculate("t.csv", HEADER + "\"甲\n"))
                        .findings()
                        .list())
                .extracting(Finding::fault)
                .contains(Fault.BROKEN_QUOTES);
        String many = HEADER + row("荥阳市,甲厂,,水泥熟料,,2024,99,kgce/t").repeat(20_001);
        assertThat(catchThrowableOfType(Refused.class, () -> CALCULATION.calculate("t.csv", many))
                        .findings()
                        .list())
                .extracting(Finding::fault)
                .containsExactly(Fault.TOO_MANY_ROWS);
        assertThat(faults(CALCULATION.calculate("t.csv", HEADER))).containsExactly(Fault.NO_ROWS);
    }

    @Test
    void veryManyFindingsAreCounted() {
        Calculation.Calculated calculated = CALCULATION.calculate(
                "t.csv", HEADER + row("某某市,甲厂,,水泥熟料,,2024,99,kgce/t").repeat(1_500));
        assertThat(calculated.notices()).hasSize(1_001);
        assertThat(calculated.notices().getLast().fault()).isEqualTo(Fault.MORE_FOUND);
        assertThat(calculated.notices().getLast().inWords()).contains("另有 500 处未列出");
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        List<String> rows = new ArrayList<>(List.of(
                "荥阳市,甲厂,,水泥熟料,,2024,99,kgce/t,10,万吨,300,万吨",
                "荥阳市,乙厂,,水泥熟料,,2024,110,kgce/t,20,万吨,100,万吨",
                "登封市,丙厂,,转炉工序,,2024,-20,kgce/t,30,万吨,50,万吨",
                "登封市,丙厂,,水泥熟料,,2023,130,kgce/t,40,万吨,70,万吨"));
        List<String> first = inWords(rows);
        Collections.reverse(rows);
        assertThat(inWords(rows)).containsExactlyInAnyOrderElementsOf(first);
    }

    private static List<String> inWords(List<String> rows) {
        return calculate(rows.toArray(String[]::new)).figures().stream()
                .map(figure -> figure.region()
                        + figure.period()
                        + figure.indicator()
                        + figure.value()
                        + figure.trace().formula())
                .toList();
    }

    @Test
    void theColumnsSayWhatIsAllowed() {
        assertThat(CALCULATION.code()).isEqualTo("benchmark");
        assertThat(CALCULATION.title()).isEqualTo("能效标杆水平和基准水平");
        assertThat(CALCULATION.purpose()).contains("修正（海拔、原料、钢种）只改限额，不改实际值");
        assertThat(CALCULATION.columns())
                .hasSize(44)
                .extracting(Calculation.Column::name)
                .doesNotHaveDuplicates();
        assertThat(CALCULATION.columns().stream().filter(Calculation.Column::required))
                .extracting(Calculation.Column::name)
                .containsExactly("region", "enterprise", "product", "year", "consumption", "unit");
        assertThat(CALCULATION.columns())
                .anySatisfy(column -> assertThat(column.meaning()).contains("水泥熟料；", "转炉工序；"));
    }
}
