package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;

class BalanceCalculationTest {
    private static final Calculation CALCULATION = Calculations.of(House.RULES_FOLDER, House.REGISTER, List.of())
            .kind("balance")
            .orElseThrow();
    private static final String HEADER = "region,year,row,column,value,unit,basis\n";

    /** 吉林2015年电力平衡，亿千瓦时. */
    private static final List<String> JILIN_2015_ELECTRICITY = List.of(
            "220000,2015,一次能源生产量,电力,114.63,亿千瓦时,",
            "220000,2015,外省（区、市）调入量,电力,147.73,亿千瓦时,",
            "220000,2015,本省（区、市）调出量,电力,200.24,亿kWh,",
            "220000,2015,火力发电,电力,589.83,亿千瓦时,",
            "220000,2015,第一产业,电力,12.26,亿千瓦时,",
            "220000,2015,第二产业,电力,419.74,亿千瓦时,",
            "220000,2015,第三产业,电力,113.09,亿千瓦时,",
            "220000,2015,生活消费,电力,106.87,亿千瓦时,");

    /** 福建2020年能源平衡，万吨标准煤，等价值. */
    private static final List<String> FUJIAN_2020 = List.of(
            "福建省,2020,一次能源生产量,合计,3997.99,万吨标准煤,等价",
            "福建省,2020,外省（区、市）调入量,合计,12895.92,万吨标准煤,等价",
            "福建省,2020,本省（区、市）调出量,合计,2953.39,万吨标准煤,等价",
            "福建省,2020,库存差额（年初－年末）,合计,-35.33,万吨标准煤,等价",
            "福建省,2020,二、加工转换投入（－）产出（＋）量,合计,-138.31,万吨标准煤,等价",
            "福建省,2020,四、终端消费量,合计,13795.06,万吨标准煤,等价",
            "福建省,2020,六、消费量合计,合计,13905.19,万吨标准煤,等价");

    private static Calculation.Calculated calculate(List<String> rows) {
        return CALCULATION.calculate("t.csv", HEADER + String.join("\n", rows) + "\n");
    }

    private static Calculation.Calculated calculate(String... rows) {
        return calculate(List.of(rows));
    }

    private static Figure figure(Calculation.Calculated calculated, String indicator) {
        return calculated.figures().stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new AssertionError(indicator + " in "
                        + calculated.figures().stream().map(Figure::indicator).toList()));
    }

    private static String value(Calculation.Calculated calculated, String indicator) {
        return Objects.requireNonNull(figure(calculated, indicator).value(), indicator)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<Fault> faults(Calculation.Calculated calculated) {
        return calculated.notices().stream().map(Finding::fault).toList();
    }

    @Test
    void theExampleComputesWithoutAFinding() {
        Calculation.Calculated calculated = CALCULATION.calculate("example.csv", CALCULATION.example());
        assertThat(calculated.notices()).isEmpty();
        assertThat(calculated.figures()).isNotEmpty().allSatisfy(figure -> {
            assertThat(calculated.names()).containsKey(figure.indicator());
            assertThat(figure.value()).as(figure.indicator() + figure.missing()).isNotNull();
            assertThat(figure.trace().children()).isNotEmpty();
        });
        assertThat(calculated.bodies()).containsExactly(java.util.Map.entry("410100", "郑州市"));
        assertThat(value(calculated, "balance.physical.electricity.difference")).isEqualTo("0.01");
        assertThat(value(calculated, "balance.physical.coal.difference".replace("coal", "raw-coal")))
                .isEqualTo("0");
    }

    @Test
    void jilin2015Electricity() {
        Calculation.Calculated calculated = calculate(JILIN_2015_ELECTRICITY);
        assertThat(calculated.notices()).isEmpty();
        assertThat(value(calculated, "balance.physical.electricity.supply")).isEqualTo("62.12");
        assertThat(value(calculated, "balance.physical.electricity.final")).isEqualTo("651.96");
        assertThat(value(calculated, "balance.physical.electricity.difference")).isEqualTo("-0.01");
        assertThat(value(calculated, "balance.physical.electricity.difference.tolerance"))
                .isEqualTo("0.04");
        assertThat(calculated.names()).containsEntry("balance.physical.electricity.difference", "电力 实物量 五、平衡差额");
        Trace fact = figure(calculated, "balance.physical.electricity.supply")
                .trace()
                .children()
                .get(2);
        assertThat(fact.ref()).isEqualTo("t.csv:4");
        assertThat(Objects.requireNonNull(fact.fact()).given()).isEqualTo("200.24 亿kWh");
        assertThat(Objects.requireNonNull(fact.fact()).unit()).isEqualTo("亿千瓦时");
    }

    @Test
    void fujian2020() {
        Calculation.Calculated calculated = calculate(FUJIAN_2020);
        assertThat(value(calculated, "balance.standard.equivalent.total.supply"))
                .isEqualTo("13905.19");
        assertThat(value(calculated, "balance.standard.equivalent.total.loss.implied"))
                .isEqualTo("-28.18");
        assertThat(value(calculated, "balance.standard.equivalent.total.difference"))
                .isEqualTo("-28.18");
        assertThat(faults(calculated)).containsExactly(Fault.UNBALANCED, Fault.LOSS_NEGATIVE);
        assertThat(calculated.errors()).isZero();
        assertThat(calculated.notices().getFirst().place()).isEqualTo(Place.file("t.csv"));
        assertThat(calculated.notices().getFirst().inWords())
                .contains("福建省 2020年 合计 标准量（等价值） 五、平衡差额", "-28.18，超出四舍五入可致的 ±0.03");
        assertThat(calculated.notices().getLast().place())
                .isEqualTo(Place.line("t.csv", 8).column("value"));
    }

    @Test
    void aTotalThatDisagreesWithItsPartsIsFoundAtItsLine() {
        List<String> rows = new ArrayList<>(JILIN_2015_ELECTRICITY);
        rows.add("220000,2015,四、终端消费量,电力,652.96,亿千瓦时,");
        Calculation.Calculated calculated = calculate(rows);
        assertThat(faults(calculated)).containsExactly(Fault.BALANCE_TOTAL_DIFFERS);
        Finding finding = calculated.notices().getFirst();
        assertThat(finding.kind()).isEqualTo(Fault.Kind.CONTRADICTION);
        assertThat(finding.place()).isEqualTo(Place.line("t.csv", 10).column("value"));
        assertThat(finding.inWords()).contains("填报 652.96，各部分之和 651.96，相差 1，超出四舍五入可致的 ±0.025");
        assertThat(figure(calculated, "balance.physical.electricity.difference").missing())
                .endsWith("，先核对");
        assertThat(faults(calculate("220000,2015,工业,原煤,5.0,万吨,", "220000,2015,工业中：用作原料、材料,原煤,6.0,万吨,")))
                .containsExactly(Fault.BALANCE_PART_EXCEEDS);
    }

    @Test
    void coefficientsAreTakenInAnyUnitOfTheirKind() {
        for (String coefficient : List.of("0.7143,kgce/kg", "0.7143,kgce/千克", "0.7143,吨标准煤/吨", "7143,tce/万吨")) {
            Calculation.Calculated calculated =
                    calculate("220000,2015,一次能源生产量,原煤,100,万吨,", "220000,2015,折标系数,原煤," + coefficient + ",");
            assertThat(value(calculated, "balance.standard.raw-coal.production"))
                    .isEqualTo("71.43");
        }
        assertThat(value(
                        calculate("220000,2015,火力发电,电力,100,亿千瓦时,", "220000,2015,coefficient,电力,3.066,tce/万kWh,等价"),
                        "balance.standard.equivalent.electricity.thermal-power"))
                .isEqualTo("306.6");
        assertThat(value(
                        calculate("220000,2015,一次能源生产量,天然气,2,亿立方米,", "220000,2015,折标系数,天然气,1.33,kgce/m³,"),
                        "balance.standard.natural-gas.production"))
                .isEqualTo("26.6");
        assertThat(value(
                        calculate("220000,2015,供热,热力,100,万百万千焦,", "220000,2015,折标系数,热力,0.03412,kgce/MJ,"),
                        "balance.standard.heat.heat-supply"))
                .isEqualTo("3.412");
    }

    @Test
    void theToleranceGoesWithTheUnitAsItWasPrinted() {
        Calculation.Calculated calculated =
                calculate("220000,2015,一、可供本地区消费的能源量,原煤,1000000,吨,", "220000,2015,四、终端消费量,原煤,100.0,万吨,");
        assertThat(value(calculated, "balance.physical.raw-coal.difference")).isEqualTo("0");
        assertThat(value(calculated, "balance.physical.raw-coal.difference.tolerance"))
                .isEqualTo("0.05005");
        Calculation.Calculated standard =
                calculate("220000,2015,一次能源生产量,原煤,1234,tce,", "220000,2015,一次能源生产量,焦炭,1.0,万吨标准煤,");
        assertThat(value(standard, "balance.standard.total.production")).isEqualTo("1.1234");
    }

    @Test
    void twoBasesAreTwoFiguresAndNeverInOneTable() {
        Calculation.Calculated calculated =
                calculate("220000,2015,火力发电,电力,10,万吨标准煤,等价", "福建省,2015,火力发电,电力,10,万吨标准煤,当量");
        assertThat(calculated.names())
                .containsEntry(
                        "balance.standard.equivalent.electricity.transformation", "电力 标准量（等价值） 二、加工转换投入（－）产出（＋）量")
                .containsEntry(
                        "balance.standard.calorific.electricity.transformation", "电力 标准量（当量值） 二、加工转换投入（－）产出（＋）量");
        Calculation.Calculated mixed = calculate("220000,2015,火力发电,电力,10,万吨标准煤,等价", "220000,2015,供热,电力,10,万吨标准煤,当量");
        assertThat(mixed.figures()).isEmpty();
        assertThat(faults(mixed)).containsExactly(Fault.NOT_ONE_OF, Fault.ROW_LEFT_OUT);
        assertThat(mixed.notices().getFirst().inWords()).contains("等价：一张表只能用一种");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "福建省,2020,四、终端消费,合计,5,万吨标准煤,等价 | NOT_ONE_OF | row",
                "福建省,2020,,合计,5,万吨标准煤,等价 | BLANK | row",
                "福建省,2020,四、终端消费量,全部,5,万吨标准煤,等价 | NOT_ONE_OF | column",
                "福建省,2020,四、终端消费量,,5,万吨标准煤,等价 | BLANK | column",
                "福建省,2020,四、终端消费量,合计,,万吨标准煤,等价 | BLANK | value",
                "福建省,2020,四、终端消费量,合计,多,万吨标准煤,等价 | NOT_A_NUMBER | value",
                "福建省,2020,四、终端消费量,合计,-5,万吨标准煤,等价 | NEGATIVE | value",
                "福建省,2020,出口量,原煤,-5,万吨, | NEGATIVE | value",
                "福建省,2020,四、终端消费量,合计,5,,等价 | BLANK | unit",
                "福建省,2020,四、终端消费量,合计,5,万吨,等价 | UNKNOWN_UNIT | unit",
                "福建省,2020,四、终端消费量,原煤,5,亿千瓦时, | UNKNOWN_UNIT | unit",
                "福建省,2020,四、终端消费量,其他能源,5,万吨, | UNKNOWN_UNIT | unit",
                "福建省,2020,四、终端消费量,合计,5,万吨标准煤, | BLANK | basis",
                "福建省,2020,四、终端消费量,电力,5,万吨标准煤, | BLANK | basis",
                "福建省,2020,四、终端消费量,合计,5,万吨标准煤,热值 | NOT_ONE_OF | basis",
                "福建省,2020,折标系数,电力,0.3,kgce/kWh, | BLANK | basis",
                "福建省,2020,折标系数,原煤,0,kgce/kg, | NOT_POSITIVE | value",
                "福建省,2020,折标系数,原煤,0.7143,kgce, | UNKNOWN_UNIT | unit",
                "福建省,2020,折标系数,原煤,0.7143,kgce/kWh, | UNKNOWN_UNIT | unit",
                "福建省,2020,折标系数,合计,1,kgce/kg,等价 | UNKNOWN_UNIT | unit",
                "福建省,2031,四、终端消费量,合计,5,万吨标准煤,等价 | RULES_END | year",
            })
    void aRowAtFaultIsNamedAndItsTableNotComputed(String row, Fault fault, String column) {
        Calculation.Calculated calculated =
                calculate("福建省,2020,一次能源生产量,原煤,5,万吨,", row, "220000,2015,火力发电,电力,589.83,亿千瓦时,");
        assertThat(calculated.notices()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place()).isEqualTo(Place.line("t.csv", 3).column(column));
        });
        String year = row.split(",", -1)[1];
        assertThat(calculated.notices()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.ROW_LEFT_OUT);
            assertThat(finding.inWords()).contains("福建省 " + year + " 年因此没有结果");
        });
        assertThat(calculated.figures())
                .filteredOn(figure -> figure.region().equals("350000")
                        && figure.period().toString().equals(year))
                .isEmpty();
        assertThat(calculated.figures())
                .filteredOn(figure -> figure.region().equals("220000"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "某某省,2020,四、终端消费量,合计,5,万吨标准煤,等价 | UNKNOWN_REGION",
                ",2020,四、终端消费量,合计,5,万吨标准煤,等价 | BLANK",
                "福建省,,四、终端消费量,合计,5,万吨标准煤,等价 | BLANK",
                "福建省,二〇,四、终端消费量,合计,5,万吨标准煤,等价 | NOT_WHOLE",
                "福建省,2020 | RAGGED_ROW",
            })
    void whereNobodyKnowsWhoseRowItIsNoTableIsKnownToBeWhole(String row, Fault fault) {
        List<String> rows = new ArrayList<>(JILIN_2015_ELECTRICITY);
        rows.add(row);
        Calculation.Calculated calculated = calculate(rows);
        assertThat(calculated.figures()).isEmpty();
        assertThat(faults(calculated)).containsExactly(fault, Fault.ROW_LEFT_OUT);
        assertThat(calculated.notices().getLast().inWords()).contains("所有地区 每一 年因此没有结果");
    }

    @Test
    void aCellTwiceIsNoTable() {
        Calculation.Calculated calculated =
                calculate("220000,2015,火力发电,电力,589.83,亿千瓦时,", "220000,2015,thermal-power,electricity,589.83,亿千瓦时,");
        assertThat(faults(calculated)).containsExactly(Fault.CELL_DOUBLED, Fault.ROW_LEFT_OUT);
        assertThat(calculated.notices().getFirst().inWords()).contains("t.csv 第2行");
        assertThat(calculated.figures()).isEmpty();
        assertThat(faults(calculate("220000,2015,折标系数,原煤,0.7,kgce/kg,", "220000,2015,折标系数,原煤,0.7,kgce/kg,")))
                .containsExactly(Fault.CELL_DOUBLED, Fault.ROW_LEFT_OUT);
        assertThat(faults(calculate(
                        "220000,2015,火力发电,原煤,-10,万吨,", "220000,2015,火力发电,原煤,-7,万吨标准煤,", "220000,2016,火力发电,原煤,-10,万吨,")))
                .as("both forms, and another year")
                .isEmpty();
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        List<String> rows = new ArrayList<>(JILIN_2015_ELECTRICITY);
        rows.addAll(FUJIAN_2020);
        List<String> first = inWords(rows);
        Collections.shuffle(rows, new Random(7));
        assertThat(inWords(rows)).containsExactlyInAnyOrderElementsOf(first);
    }

    private static List<String> inWords(List<String> rows) {
        return calculate(rows).figures().stream()
                .map(figure -> figure.region()
                        + figure.indicator()
                        + figure.value()
                        + figure.trace().formula())
                .toList();
    }

    @Test
    void theColumnsSayWhatIsAllowed() {
        assertThat(CALCULATION.title()).isEqualTo("能源平衡表");
        assertThat(CALCULATION.purpose()).contains("不凑平衡");
        assertThat(CALCULATION.columns())
                .extracting(Calculation.Column::name)
                .containsExactly("region", "year", "row", "column", "value", "unit", "basis");
        assertThat(CALCULATION.columns().get(2).meaning()).contains("inflow 外省（区、市）调入量");
        assertThat(CALCULATION.columns().get(3).meaning()).contains("electricity 电力（亿千瓦时）", "total 合计");
        assertThat(faults(CALCULATION.calculate("t.csv", HEADER))).containsExactly(Fault.NO_ROWS);
        assertThat(catchThrowableOfType(Refused.class, () -> CALCULATION.calculate("t.csv", "region,year\n"))
                        .findings()
                        .list())
                .extracting(Finding::fault)
                .contains(Fault.MISSING_COLUMN);
    }
}
