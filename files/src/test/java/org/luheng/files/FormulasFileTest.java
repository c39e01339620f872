package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Formula;

/** What may stand in rules/formulas.csv, and what is said of the rest. */
class FormulasFileTest {
    @TempDir
    Path temp;

    @BeforeEach
    void copies() throws IOException {
        for (String each : RulesFolder.FILES) {
            Files.copy(House.ROOT.resolve("rules").resolve(each), temp.resolve(each));
        }
    }

    /** @return the line of the first row that was added */
    private int add(String file, String... rows) throws IOException {
        String text = Files.readString(temp.resolve(file));
        Files.writeString(temp.resolve(file), text + String.join("\n", rows) + "\n");
        return (int) text.lines().count() + 1;
    }

    private Findings findings() {
        Refused refused = catchThrowableOfType(Refused.class, () -> RulesFolder.read(temp));
        assertThat(refused).isNotNull();
        return refused.findings();
    }

    private static String row(String indicator, String expression) {
        return "f-test," + indicator + ",\"" + expression.replace("\"", "\"\"") + "\",,2031,2040,出处,found";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [water.use] +              | FORMULA_BROKEN    | +           | 公式从第 13 字起读不通
            [water.use] [water.use]    | FORMULA_BROKEN    | [water.use] | 公式从第 13 字起读不通
            [water.use] * random()     | FORMULA_WORD      | random      | 公式里不能有这个（第 15 字）
            [water.use]; drop table x  | FORMULA_WORD      | ;           | 公式里不能有这个（第 12 字）
            "[water.use]"              | FORMULA_WORD      | "           | 公式里不能有这个（第 1 字）
            [water.use] ^ 2            | FORMULA_WORD      | ^           | 公式里不能有这个（第 13 字）
            [water.usage]              | UNKNOWN_ELEMENT   | water.usage | 不认识的元素，是不是 water.use？
            [water.use] + [gdp.constant]  | FORMULA_MIXED  | [water.use] + [gdp.constant]  | 体积与金额不能相加减或比大小
            [gdp.constant] / [water.use]  | FORMULA_RESULT | [gdp.constant] / [water.use]  | 公式算出的是金额/体积，指标的单位“%”是无量纲
            [water.use] / [water.use] * 100 | FORMULA_HUNDREDFOLD | [water.use] / [water.use] * 100 | 指标的单位已是百分数，公式里又乘了 100
            [water.use] / [water.use] / 0 | FORMULA_DIVISOR | [water.use] / [water.use] / 0 | 公式里除以零
            """)
    void aFormulaThatCannotBeUsedIsNamed(String expression, Fault fault, String value, String message)
            throws IOException {
        int line = add("formulas.csv", row("agriculture.fertilizer-efficiency", expression));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().file()).endsWith("formulas.csv");
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.place().column()).isEqualTo("expression");
            assertThat(finding.value()).isEqualTo(value == null ? "" : value);
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    @Test
    void tenThousandParenthesesAreTooLong() throws IOException {
        add(
                "formulas.csv",
                row("agriculture.fertilizer-efficiency", "(".repeat(10_000) + "[water.use]" + ")".repeat(10_000)));
        Findings findings = findings();
        assertThat(findings).extracting(Finding::fault).containsExactly(Fault.FIELD_TOO_LONG, Fault.FORMULA_TOO_LARGE);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.inWords().length()).isLessThan(200));
    }

    @Test
    void limitsAreNamed() throws IOException {
        add("formulas.csv", row("agriculture.fertilizer-efficiency", "(".repeat(31) + "1" + ")".repeat(31)));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.FORMULA_TOO_LARGE);
            assertThat(finding.message()).isEqualTo("公式的括号层数超过 30");
        });
    }

    @Test
    void tooManyFormulasAreNotRead() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int at = 0; at <= FormulaRows.MOST; at++) {
            rows.append("f-").append(at).append(",agriculture.fertilizer-efficiency,[nobody],,2031,2040,出处,found\n");
        }
        add("formulas.csv", rows.toString());
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.FORMULA_TOO_LARGE);
            assertThat(finding.message()).isEqualTo("公式的公式个数超过 1000");
            assertThat(finding.place().line()).isZero();
        });
    }

    @Test
    void aCircleIsNamed() throws IOException {
        int line = add(
                "formulas.csv",
                "f-1,agriculture.fertilizer-efficiency,[agriculture.pesticide-efficiency] / 2,,2031,2040,出处,found",
                "f-2,agriculture.pesticide-efficiency,[agriculture.fertilizer-efficiency@previous],,2021,2025,出处,found");
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.FORMULA_CIRCLE);
            assertThat(finding.message())
                    .isEqualTo(
                            "公式绕成圈：agriculture.fertilizer-efficiency → agriculture.pesticide-efficiency → agriculture.fertilizer-efficiency");
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.place().column()).isEqualTo("expression");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f-1,no.such,[water.use],,2031,2040,出处,found                                            | UNKNOWN_ELEMENT | indicator
            f-1,,[water.use],,2031,2040,出处,found                                                   | BLANK           | indicator
            f-1,agriculture.fertilizer-efficiency,,,2031,2040,出处,found                                        | BLANK           | expression
            f-1,agriculture.fertilizer-efficiency,[water.use] / [water.use],,,2040,出处,found                   | BLANK           | from
            f-1,agriculture.fertilizer-efficiency,[water.use] / [water.use],,2031,2030,出处,found               | YEARS_BACKWARDS | to
            f-1,agriculture.fertilizer-efficiency,[water.use] / [water.use],,2031,2040,,found                   | BLANK           | source
            f-1,agriculture.fertilizer-efficiency,[water.use] / [water.use],,2031,2040,出处,sure                | NOT_ONE_OF      | certainty
            formula-straw-used,agriculture.fertilizer-efficiency,[water.use] / [water.use],,2031,2040,出处,found | DUPLICATE_ID    | id
            f-1,straw.used,[straw.collectable],,2011,2040,出处,found                                 | EDITIONS_CLASH  | from
            """)
    void aRowIsLikeThatOfOtherRules(String row, Fault fault, String column) throws IOException {
        int line = add("formulas.csv", row);
        assertThat(findings()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().file()).endsWith("formulas.csv");
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.place().column()).isEqualTo(column);
        });
    }

    @Test
    void everyFaultIsFoundAtOnce() throws IOException {
        int line = add(
                "formulas.csv",
                "f-1,agriculture.fertilizer-efficiency,[water.use] +,,2031,2035,出处,found",
                "f-2,agriculture.fertilizer-efficiency,[a.b] / [c.d],,2036,2040,出处,found",
                "f-3,agriculture.pesticide-efficiency,[water.use],,2036,2040,出处,found");
        assertThat(findings())
                .extracting(Finding::fault, finding -> finding.place().line())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Fault.FORMULA_BROKEN, line),
                        org.assertj.core.groups.Tuple.tuple(Fault.UNKNOWN_ELEMENT, line + 1),
                        org.assertj.core.groups.Tuple.tuple(Fault.UNKNOWN_ELEMENT, line + 1),
                        org.assertj.core.groups.Tuple.tuple(Fault.FORMULA_RESULT, line + 2));
    }

    @Test
    void aFormulaReadsInTheNamesOfItsElements() throws IOException {
        add(
                "formulas.csv",
                "f-1,agriculture.fertilizer-efficiency,([water.use] - [water.use@previous]) / [water.use@base],按年,2031,2040,出处,memory");
        Formula formula = RulesFolder.read(temp).rules().formulas().find("agriculture.fertilizer-efficiency", 2035);
        assertThat(formula).isNotNull();
        assertThat(formula.edition().id()).isEqualTo("f-1");
        assertThat(formula.edition().matter()).isEqualTo("formula.agriculture.fertilizer-efficiency");
        assertThat(formula.edition().title()).isEqualTo("公式：主要农作物化肥利用率");
        assertThat(formula.edition().text()).isEqualTo("(用水总量 − 上年同期用水总量) ÷ 基年用水总量。按年");
        assertThat(formula.edition().certainty()).isEqualTo(Certainty.MEMORY);
        assertThat(formula.expression().elements()).containsExactly("water.use");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            吨/人,质量,1,         | 按名称应是 质量/人数、1
            吨/人,质量/人数,10,    | 按名称应是 质量/人数、1
            万吨/万人,质量/人数,10, | 按名称应是 质量/人数、1
            千克/万元,质量/金额,1, | 按名称应是 质量/金额、0.001
            """)
    void aUnitIsTheQuotientItIsCalled(String row, String said) throws IOException {
        int line = add("units.csv", row);
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.UNIT_QUOTIENT);
            assertThat(finding.message()).endsWith(said);
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.place().column()).isEqualTo("dimension");
        });
    }

    @Test
    void aUnitMayBeTheQuotientItIsCalledOrHaveANameOfItsOwn() throws IOException {
        add("units.csv", "吨/人,质量/人数,1,", "斗/百亩,斗每百亩,1,", "斗,斗数,1,", "甲/乙/丙,某量,1,");
        assertThat(RulesFolder.read(temp).rules().units().knows("吨/人")).isTrue();
    }
}
