package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;
import org.luheng.files.Calculation.Calculated;

class CarbonCalculationTest {
    private static final CarbonCalculation CARBON = new CarbonCalculation(House.RULES, House.REGISTER);
    private static final String HEADER =
            "enterprise,year,item,purpose,amount,unit,place,heat,carbon,oxidation,factor,measured,set\n";
    private static final String GOOD = "甲,2022,汽油,use,1,吨,,,,,,,";

    private static Calculated calculated(String... rows) {
        return CARBON.calculate("t.csv", HEADER + String.join("\n", rows) + "\n");
    }

    private static Figure figure(Calculated calculated, String enterprise, String indicator) {
        return calculated.figures().stream()
                .filter(figure ->
                        figure.region().equals(enterprise) && figure.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static Figure total(String... rows) {
        return figure(calculated(rows), "甲", "carbon.enterprise.total");
    }

    private static List<String> found(String... rows) {
        return calculated(rows).notices().stream()
                .map(finding -> finding.fault().name() + " " + finding.place().line() + " "
                        + finding.place().column() + " " + finding.value())
                .toList();
    }

    @Test
    void theExampleComputesWithoutAFinding() {
        Calculated example = CARBON.calculate("example.csv", CARBON.example());
        assertThat(example.notices()).isEmpty();
        assertThat(example.figures()).hasSize(6).allSatisfy(figure -> {
            assertThat(figure.missing()).isNull();
            assertThat(example.names()).containsKey(figure.indicator());
        });
        // 150000 × 23500 × 26.18 × 0.93 × 44/12 × 10⁻⁶ + 300 × 43330 × 20.2 × 0.98 × 44/12 × 10⁻⁶ + 10⁶ × 0.530357…
        assertThat(figure(example, "示例水泥", "carbon.enterprise.direct").value())
                .isEqualByComparingTo("845990.8246051428571428571428571428999");
        assertThat(figure(example, "示例水泥", "carbon.enterprise.indirect").value())
                .isEqualByComparingTo("54522");
        assertThat(figure(example, "示例钢铁", "carbon.enterprise.indirect").value())
                .isEqualByComparingTo("2200");
        assertThat(CARBON.columns())
                .extracting(Calculation.Column::name)
                .containsExactly(HEADER.strip().split(","));
        assertThat(CARBON.code()).isEqualTo("carbon");
    }

    @Test
    void amountsAreShownAsGivenWithTheirLine() {
        Figure figure = total(GOOD, "甲,2022,电力,消费,20,万千瓦时,410100,,,,,,");
        // 1 × 44800 × 18.9 × 0.98 × 44/12 × 10⁻⁶ + 200 000 × 0.6058 ÷ 1000
        assertThat(figure.value()).isEqualByComparingTo("124.2025472");
        Trace power = figure.trace().children().get(1);
        assertThat(power.formula()).isEqualTo("20 万千瓦时 × 0.6058 千克二氧化碳/千瓦时（河南 2022 年因子） = 121.16 吨二氧化碳");
        assertThat(power.children().getFirst().ref()).isEqualTo("t.csv:3");
        assertThat(total("甲,2022,电力,use,20,万千瓦时,,,,,0.5,,").value()).isEqualByComparingTo("100");
        assertThat(total("甲,2022,白云石（炼铁炼钢用）,过程,1,万吨,,,,,,,").value()).isEqualByComparingTo("4710");
        assertThat(total("甲,2022,白云石（炼铁炼钢用）,过程,1,万吨,,,,,,,dolomite-4743").value())
                .isEqualByComparingTo("4743");
    }

    @Test
    void aRowAtFaultLeavesItsEnterpriseAndYearWithoutFigure() {
        String[][] bad = {
            {"甲,2022,元煤,use,1,吨,,,,,,,", "UNKNOWN_KIND 3 item 元煤"},
            {"甲,2022,原煤,burn,1,吨,,,,,,,", "NOT_ONE_OF 3 purpose burn"},
            {"甲,2022,原煤,use,-1,吨,,,,,,,", "NEGATIVE 3 amount -1"},
            {"甲,2022,原煤,use,,吨,,,,,,,", "BLANK 3 amount "},
            {"甲,2022,原煤,use,一,吨,,,,,,,", "NOT_A_NUMBER 3 amount 一"},
            {"甲,2022,原煤,use,1,千瓦时,,,,,,,", "WRONG_DIMENSION 3 unit 千瓦时"},
            {"甲,2022,原煤,use,1,斤两,,,,,,,", "UNKNOWN_UNIT 3 unit 斤两"},
            {"甲,2022,原煤,use,1,吨,,0,,,,,", "NOT_POSITIVE 3 heat 0"},
            {"甲,2022,原煤,use,1,吨,,,-1,,,,", "NOT_POSITIVE 3 carbon -1"},
            {"甲,2022,原煤,use,1,吨,,,,0,,,", "NOT_POSITIVE 3 oxidation 0"},
            {"甲,2022,电力,use,1,千瓦时,,,,,-1,,", "NOT_POSITIVE 3 factor -1"},
            {"甲,2022,电力,use,1,千瓦时,郑洲市,,,,,,", "UNKNOWN_REGION 3 place 郑洲市"},
            {"甲,2022,电力,use,1,千瓦时,郑州市,,,,0.5,,", "NOT_BOTH 3 place 郑州市"},
            {"甲,2022,原煤,use,1,吨,郑州市,,,,,,", "NOT_BOTH 3 place 郑州市"},
            {"甲,2022,原煤,use,1,吨,,,,,,cao=1,", "NOT_BOTH 3 measured cao=1"},
            {"甲,2022,原煤,use,1,吨,,,,,,,guide", "UNKNOWN_SET 3 set guide"},
            {"甲,2022,dolomite,process,1,吨,,,,,,,guide-2015", "UNKNOWN_SET 3 set guide-2015"},
            {"甲,2022,dolomit,process,1,吨,,,,,,,", "UNKNOWN_PROCESS 3 item dolomit"},
            {"甲,2022,dolomite,process,1,吨,,20000,,,,,", "NOT_BOTH 3 heat 20000"},
            {"甲,2022,dolomite,process,1,立方米,,,,,,,", "WRONG_DIMENSION 3 unit 立方米"},
            {"甲,2022,clinker-measured,process,1,吨,,,,,,cao=65;sio2=2,", "NOT_ONE_OF 3 measured sio2"},
            {"甲,2022,clinker-measured,process,1,吨,,,,,,cao=多;mgo=2,", "NOT_A_NUMBER 3 measured 多"},
            {"甲,2022,clinker-measured,process,1,吨,,,,,,cao=-65;mgo=2,", "NEGATIVE 3 measured cao=-65"},
            {GOOD, "DUPLICATE_ID 3 amount 1"},
        };
        for (String[] each : bad) {
            assertThat(found(GOOD, each[0])).as(each[0]).contains(each[1], "ROW_LEFT_OUT 3 null ");
            Calculated calculated = calculated(GOOD, each[0], "乙,2022,汽油,use,1,吨,,,,,,,");
            assertThat(figure(calculated, "甲", "carbon.enterprise.total").missing())
                    .as(each[0])
                    .isEqualTo("第 3 行有错，没有计算");
            assertThat(figure(calculated, "乙", "carbon.enterprise.total").value())
                    .as(each[0])
                    .isEqualByComparingTo("3.0425472");
        }
    }

    @Test
    void aRowThatMayBeOfAnyYearOrEnterpriseTakesAllOfThemOut() {
        assertThat(total(GOOD, "甲,,汽油,use,2,吨,,,,,,,").missing()).isEqualTo("第 3 行有错，没有计算");
        assertThat(total(GOOD, ",2022,汽油,use,2,吨,,,,,,,").missing()).isEqualTo("第 3 行有错，没有计算");
        assertThat(total(GOOD, "乙,2022,汽油").missing()).isEqualTo("第 3 行有错，没有计算");
        assertThat(figure(calculated(GOOD, "乙,,汽油,use,2,吨,,,,,,,"), "甲", "carbon.enterprise.total")
                        .value())
                .isNotNull();
    }

    @Test
    void whatTheRulesLeaveOpenHasAReasonAndNoFigure() {
        assertThat(total("甲,2022,电力,use,1,千瓦时,,,,,,,").missing()).isEqualTo("缺电力排放因子，或写明所在地");
        assertThat(total("甲,2022,水煤气,use,1,万立方米,,,,,,,").missing()).contains("水煤气没有适用于 2022 年的二氧化碳排放因子");
        assertThat(total("甲,2031,汽油,use,1,吨,,,,,,,").missing()).isEqualTo("没有适用于 2031 年的企业碳排放核算规则");
        assertThat(total("甲,2022,新水,use,1,吨,,,,,,,").missing()).isEqualTo("新水是耗能工质，不产生排放，请删去");
        assertThat(total("甲,2022,raw-meal-carbon,process,1,吨,,,,,,,").missing()).isEqualTo("水泥生料中非燃料碳缺 carbon");
    }

    @Test
    void tablesThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> CARBON.calculate("t.csv", "enterprise,year\n甲,2023\n"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> CARBON.calculate("t.csv", HEADER + "甲,2022,\"汽油,use,1,吨,,,,,,,\n"))
                .isInstanceOf(Refused.class);
        StringBuilder much = new StringBuilder(HEADER);
        for (int row = 0; row <= InputTable.MOST_ROWS; row++) {
            much.append("甲,2022,汽油,use,").append(row).append(",吨,,,,,,,\n");
        }
        assertThatThrownBy(() -> CARBON.calculate("t.csv", much.toString()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().list())
                                .extracting(Finding::fault)
                                .containsExactly(Fault.TOO_MANY_ROWS));
        assertThat(CARBON.calculate("t.csv", HEADER).notices())
                .extracting(Finding::fault)
                .containsExactly(Fault.NO_ROWS);
    }
}
