package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;
import org.luheng.files.Calculation.Calculated;

class EnergyCalculationTest {
    private static final EnergyCalculation ENERGY = new EnergyCalculation(House.RULES);
    private static final String HEADER = "enterprise,year,kind,purpose,amount,unit,heat,chosen,equivalent,set\n";

    private static Calculated calculated(String... rows) {
        return ENERGY.calculate("t.csv", HEADER + String.join("\n", rows) + "\n");
    }

    private static Figure figure(Calculated calculated, String enterprise, String indicator) {
        return calculated.figures().stream()
                .filter(figure ->
                        figure.region().equals(enterprise) && figure.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static Figure calorific(String... rows) {
        return figure(calculated(rows), "甲", "energy.comprehensive.calorific");
    }

    private static Figure equivalent(String... rows) {
        return figure(calculated(rows), "甲", "energy.comprehensive.equivalent");
    }

    private static List<String> found(String... rows) {
        return calculated(rows).notices().stream()
                .map(finding -> finding.fault().name() + " " + finding.place().line() + " "
                        + finding.place().column() + " " + finding.value())
                .toList();
    }

    @Test
    void theExampleComputesWithoutAFinding() {
        Calculated example = ENERGY.calculate("example.csv", ENERGY.example());
        assertThat(example.notices()).isEmpty();
        assertThat(example.figures()).hasSize(5).allSatisfy(figure -> {
            assertThat(figure.missing()).isNull();
            assertThat(example.names()).containsKey(figure.indicator());
        });
        // 130000×0.9 − 100000×0.9714 − 42e6×17500/29307600 + 90000×0.9714 + 40e6×17500/29307600 + 3e6×1.2143/1000
        // + 250e6×0.1229/1000
        assertThat(figure(example, "示例钢铁", "energy.comprehensive.calorific").value())
                .isEqualByComparingTo("140459.6705168625203019012133371548676");
        assertThat(figure(example, "示例钢铁", "energy.comprehensive.equivalent").value())
                .isEqualByComparingTo("185109.6705168625203019012133371548676");
        assertThat(figure(example, "示例化工", "energy.comprehensive.feedstock").value())
                .isEqualByComparingTo("25675.9338874558135091239132511703435");
        assertThat(ENERGY.columns())
                .extracting(Calculation.Column::name)
                .containsExactly(HEADER.strip().split(","));
        assertThat(ENERGY.code()).isEqualTo("energy");
    }

    @Test
    void unitsAreConvertedAndShownAsGiven() {
        Figure figure = calorific("甲,2023,原煤,use,120,吨,,,,", "甲,2023,electricity,消费,1000,千瓦时,,,,");
        assertThat(figure.value()).isEqualByComparingTo("85.8389");
        Trace first = figure.trace().children().getFirst();
        assertThat(first.formula()).isEqualTo("120 吨 × 0.7143 千克标准煤/千克 = 85.716 吨标准煤");
        assertThat(first.children().getFirst().ref()).isEqualTo("t.csv:2");
    }

    @Test
    void zeroIsAnAmount() {
        assertThat(calorific("甲,2023,原煤,use,0,吨,,,,", "甲,2023,汽油,use,1,吨,,,,").value())
                .isEqualByComparingTo("1.4714");
    }

    @Test
    void aRowAtFaultLeavesItsEnterpriseAndYearWithoutFigure() {
        String good = "甲,2023,汽油,use,1,吨,,,,";
        String[][] bad = {
            {"甲,2023,元煤,use,1,吨,,,,", "UNKNOWN_KIND 3 kind 元煤"},
            {"甲,2023,原煤,burn,1,吨,,,,", "NOT_ONE_OF 3 purpose burn"},
            {"甲,2023,原煤,use,-1,吨,,,,", "NEGATIVE 3 amount -1"},
            {"甲,2023,原煤,use,,吨,,,,", "BLANK 3 amount "},
            {"甲,2023,原煤,use,约5,吨,,,,", "NOT_A_NUMBER 3 amount 约5"},
            {"甲,2023,原煤,use,1,立方米,,,,", "WRONG_DIMENSION 3 unit 立方米"},
            {"甲,2023,原煤,use,1,斤两,,,,", "UNKNOWN_UNIT 3 unit 斤两"},
            {"甲,2023,原煤,use,1,,,,,", "BLANK 3 unit "},
            {"甲,2023,原煤,use,1,吨,0,,,", "NOT_POSITIVE 3 heat 0"},
            {"甲,2023,原煤,use,1,吨,,-1,,", "NOT_POSITIVE 3 chosen -1"},
            {"甲,2023,电力,use,1,千瓦时,,,0,", "NOT_POSITIVE 3 equivalent 0"},
            {"甲,2023,原煤,use,1,吨,,,,gbt2589", "UNKNOWN_SET 3 set gbt2589"},
            {"甲,2023,汽油,use,1,吨,,,,", "DUPLICATE_ID 3 amount 1"},
        };
        for (String[] each : bad) {
            assertThat(found(good, each[0])).as(each[0]).contains(each[1], "ROW_LEFT_OUT 3 null ");
            assertThat(calorific(good, each[0]).value()).as(each[0]).isNull();
            assertThat(calorific(good, each[0]).missing()).as(each[0]).isEqualTo("第 3 行有错，没有计算");
            assertThat(equivalent(good, each[0]).missing()).as(each[0]).isEqualTo("第 3 行有错，没有计算");
            // Others are not concerned.
            assertThat(figure(calculated(good, each[0], "乙,2023,汽油,use,1,吨,,,,"), "乙", "energy.comprehensive.calorific")
                            .value())
                    .as(each[0])
                    .isEqualByComparingTo("1.4714");
        }
    }

    @Test
    void aRowThatMayBeOfAnyYearOrEnterpriseTakesAllOfThemOut() {
        Calculated noYear = calculated("甲,2023,汽油,use,1,吨,,,,", "甲,,汽油,use,2,吨,,,,", "乙,2023,汽油,use,1,吨,,,,");
        assertThat(figure(noYear, "甲", "energy.comprehensive.calorific").missing())
                .isEqualTo("第 3 行有错，没有计算");
        assertThat(figure(noYear, "乙", "energy.comprehensive.calorific").value())
                .isEqualByComparingTo("1.4714");
        assertThat(calorific("甲,2023,汽油,use,1,吨,,,,", ",2023,汽油,use,2,吨,,,,").missing())
                .isEqualTo("第 3 行有错，没有计算");
        assertThat(calorific("甲,2023,汽油,use,1,吨,,,,", "甲,2023,柴油,use").missing())
                .isEqualTo("第 3 行有错，没有计算");
        assertThat(found("甲,23,汽油,use,1,吨,,,,")).containsExactly("NOT_WHOLE 2 year 23");
    }

    @Test
    void twoBatchesAreAddedUpAndSaid() {
        assertThat(calorific("甲,2023,原煤,use,1,吨,,,,", "甲,2023,raw-coal,use,2,吨,,,,")
                        .value())
                .isEqualByComparingTo("2.1429");
        assertThat(found("甲,2023,原煤,use,1,吨,,,,", "甲,2023,raw-coal,use,2,吨,,,,"))
                .containsExactly("ADDED_UP 3 amount 2");
        assertThat(calculated("甲,2023,原煤,use,1,吨,,,,", "甲,2024,raw-coal,use,2,吨,,,,")
                        .notices())
                .isEmpty();
    }

    @Test
    void whatTheRulesLeaveOpenHasAReasonAndNoFigure() {
        assertThat(calorific("甲,2023,天然气,use,1,万立方米,,,,").missing())
                .isEqualTo("天然气的折标系数是区间 1.1000～1.3300，须选定一个值或有实测低位发热量");
        assertThat(equivalent("甲,2023,电力,use,1,万千瓦时,,,,").missing()).isEqualTo("缺 2023 年电力等价值系数，须按当年发电标准煤耗给出");
        assertThat(calorific("甲,2031,原煤,use,1,吨,,,,").missing()).isEqualTo("没有适用于 2031 年的综合能耗计算规则");
        assertThat(calorific("甲,2005,原煤,use,1,吨,,,,").missing()).isEqualTo("没有适用于 2005 年的综合能耗计算规则");
        assertThat(calorific("甲,2023,煤炭合计,use,1,吨,,,,").missing()).isEqualTo("煤炭合计是合计，没有折标系数，须分品种报");
    }

    @Test
    void newWaterCountsByTheEditionOfItsYear() {
        String[] dated = {"甲,2020,新水,use,1,万吨,,,,", "甲,2021,新水,use,1,万吨,,,,"};
        assertThat(calculated(dated).figures().stream()
                        .filter(figure -> figure.indicator().endsWith("equivalent"))
                        .map(figure -> String.valueOf(figure.value()).replaceAll("0+$", "")))
                .containsExactly("0.857", "2.571");
        assertThat(found(dated)).containsExactly("MEDIUM_LEFT_OUT 2 kind 新水", "MEDIUM_LEFT_OUT 3 kind 新水");
    }

    @Test
    void aSetOfAnotherStandardCountsOnlyWhereAskedFor() {
        // 山东 DB37：电 0.31 千克标准煤/千瓦时
        String set = House.RULES.energy().sets().stream()
                .map(each -> each.id())
                .filter(id -> id.startsWith("db37"))
                .findFirst()
                .orElseThrow();
        assertThat(equivalent("甲,2023,电力,use,1,万千瓦时,,,," + set).value()).isEqualByComparingTo("3.1");
    }

    @Test
    void tablesThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> ENERGY.calculate("t.csv", "enterprise,year\n甲,2023\n"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ENERGY.calculate("t.csv", HEADER + "甲,2023,\"原煤,use,1,吨,,,,\n"))
                .isInstanceOf(Refused.class);
        StringBuilder long_ = new StringBuilder(HEADER);
        for (int row = 0; row <= EnergyCalculation.MOST_ROWS; row++) {
            long_.append("甲,2023,原煤,use,").append(row).append(",吨,,,,\n");
        }
        assertThatThrownBy(() -> ENERGY.calculate("t.csv", long_.toString()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().list())
                                .extracting(Finding::fault)
                                .containsExactly(Fault.TOO_MANY_ROWS));
        assertThat(ENERGY.calculate("t.csv", HEADER).notices())
                .extracting(Finding::fault)
                .containsExactly(Fault.NO_ROWS);
    }

    @Test
    void whatIsNotListedIsCounted() {
        StringBuilder many = new StringBuilder(HEADER);
        for (int row = 0; row < 1_200; row++) {
            many.append("甲").append(row).append(",2023,新水,use,1,吨,,,,\n");
        }
        assertThat(ENERGY.calculate("t.csv", many.toString()).notices())
                .hasSize(1_001)
                .last()
                .extracting(Finding::fault)
                .isEqualTo(Fault.MORE_FOUND);
    }
}
