package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.balance.BalanceColumn;
import org.luheng.accounting.balance.BalanceRow;
import org.luheng.accounting.balance.BalanceRules;

class BalanceRowsTest {
    private static final BalanceRules RULES = House.RULES_FOLDER.balances();

    @TempDir
    Path temp = Path.of("");

    private static BalanceRow row(String name) {
        return Objects.requireNonNull(RULES.row(name, 2024), name);
    }

    private static BalanceColumn column(String name) {
        return Objects.requireNonNull(RULES.column(name, 2024), name);
    }

    @Test
    void rowsAreThoseOfTheForm() {
        assertThat(RULES.covers(2024)).isTrue();
        assertThat(RULES.covers(2031)).isFalse();
        assertThat(RULES.rows().stream().filter(row -> row.role() != null).map(BalanceRow::name))
                .containsExactly("一、可供本地区消费的能源量", "二、加工转换投入（－）产出（＋）量", "三、损失量", "四、终端消费量", "五、平衡差额", "六、消费量合计");
        assertThat(RULES.rows().stream().filter(row -> row.sign() < 0).map(BalanceRow::name))
                .containsExactly("年末库存量", "本省（区、市）调出量", "出口量", "外国轮船、飞机在我国加油量");
        assertThat(row("feedstock").sign()).as("contained, not added").isZero();
        assertThat(row("feedstock").partOf()).isEqualTo("industry");
        assertThat(row("火力发电").negative()).isTrue();
        assertThat(row("exports").negative()).isFalse();
        assertThat(row("supply").edition().title()).isEqualTo("一、可供本地区消费的能源量");
        assertThat(row("supply").edition().id()).isEqualTo("balance-row-supply");
        assertThat(RULES.row("supply", 1999)).isNull();
        assertThat(RULES.row("没有的行", 2024)).isNull();
    }

    @Test
    void columnsKnowTheirUnits() {
        assertThat(column("电力").scale()).isEqualByComparingTo("10");
        assertThat(column("电力").coefficientUnit()).isEqualTo("kgce/千瓦时");
        assertThat(column("电力").twoBases()).isTrue();
        assertThat(column("原煤").scale()).isEqualByComparingTo("1");
        assertThat(column("天然气").scale()).isEqualByComparingTo("10");
        assertThat(column("热力").scale()).isEqualByComparingTo("1");
        assertThat(column("合计").total()).isTrue();
        assertThat(column("合计").unit()).isNull();
        assertThat(column("其他能源").unit()).isNull();
        assertThat(column("原煤").edition().text()).isEqualTo("实物量用 万吨");
        assertThat(column("合计").edition().text()).isEqualTo("只有标准量");
        assertThat(column("石脑油").edition().certainty()).isEqualTo(Certainty.MEMORY);
        assertThat(RULES.methods())
                .extracting(RuleEdition::matter)
                .containsExactlyInAnyOrderElementsOf(BalanceRules.MATTERS);
        assertThat(House.RULES_FOLDER.places()).containsKeys("balance-row-loss", "balance-column-coke");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "balance-rows.csv | x,imports,新行,supply,+,,,文,2000,2030,出处,found | NAME_TAKEN | code",
                "balance-rows.csv | x,x,进口量,supply,+,,,文,2000,2030,出处,found | NAME_TAKEN | name",
                "balance-rows.csv | x,coefficient,新行,supply,+,,,文,2000,2030,出处,found | NAME_TAKEN | code",
                "balance-rows.csv | x,x,折标系数,supply,+,,,文,2000,2030,出处,found | NAME_TAKEN | name",
                "balance-rows.csv | x,x,新行,later,+,,,文,2000,2030,出处,found | NOT_ONE_OF | part_of",
                "balance-rows.csv | x,x,新行,x,+,,,文,2000,2030,出处,found | NOT_ONE_OF | part_of",
                "balance-rows.csv | x,x,新行,difference,+,,,文,2000,2030,出处,found | NOT_ONE_OF | part_of",
                "balance-rows.csv | x,x,新行,consumption,+,,,文,2000,2030,出处,found | NOT_ONE_OF | part_of",
                "balance-rows.csv | x,x,新行,supply,,,,文,2000,2030,出处,found | NOT_ONE_OF | sign",
                "balance-rows.csv | x,x,新行,,+,,,文,2000,2030,出处,found | NOT_ONE_OF | sign",
                "balance-rows.csv | x,x,新行,supply,+,也许,,文,2000,2030,出处,found | NOT_ONE_OF | negative",
                "balance-rows.csv | x,x,新行,,,,gain,文,2000,2030,出处,found | NOT_ONE_OF | role",
                "balance-rows.csv | x,x,新行,,,,loss,文,2000,2030,出处,found | NAME_TAKEN | role",
                "balance-rows.csv | x,x,新行,supply,+,,loss,文,2000,2030,出处,found | NOT_ONE_OF | part_of",
                "balance-rows.csv | x,x,新行,supply,+,,,,2000,2030,出处,found | BLANK | text",
                "balance-rows.csv | x,x,,supply,+,,,文,2000,2030,出处,found | BLANK | name",
                "balance-rows.csv | balance-row-loss,x,新行,supply,+,,,文,2000,2030,出处,found | DUPLICATE_ID | id",
                "balance-columns.csv | x,coke,新栏,万吨,千克,,,2000,2030,出处,found | NAME_TAKEN | code",
                "balance-columns.csv | x,x,新栏,万吨,,,,2000,2030,出处,found | GOES_WITH | per",
                "balance-columns.csv | x,x,新栏,,千克,,,2000,2030,出处,found | GOES_WITH | unit",
                "balance-columns.csv | x,x,新栏,万吨,千瓦时,,,2000,2030,出处,found | UNKNOWN_UNIT | unit",
                "balance-columns.csv | x,x,新栏,万吨,千克,是,,2000,2030,出处,found | NOT_ONE_OF | unit",
                "balance-columns.csv | x,x,新栏,,,是,,2000,2030,出处,found | NAME_TAKEN | total",
                "balance-columns.csv | x,x,新栏,万吨,千克,,对,2000,2030,出处,found | NOT_ONE_OF | two_bases",
                "balance-columns.csv | x,x,新栏,万吨,千克,,,2000,2030,出处,maybe | NOT_ONE_OF | certainty",
            })
    void aBrokenRuleIsNamed(String file, String row, Fault fault, String column) throws IOException {
        copyRules();
        long line = Files.readAllLines(temp.resolve(file)).size() + 1L;
        Files.writeString(temp.resolve(file), Files.readString(temp.resolve(file)) + row + "\n");
        Refused refused = catchThrowableOfType(Refused.class, () -> RulesFolder.read(temp));
        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().file()).endsWith(file);
            assertThat(finding.place().line()).isEqualTo((int) line);
            assertThat(finding.place().column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "balance-rows.csv,balance-row-consumption,balance.row consumption",
        "balance-columns.csv,balance-column-total,balance.column total",
        "editions.csv,balance-tolerance,balance.tolerance",
    })
    void aRuleThatIsNotThereIsMissed(String file, String id, String matter) throws IOException {
        copyRules();
        List<String> lines = Files.readAllLines(temp.resolve(file));
        Files.write(
                temp.resolve(file),
                lines.stream().filter(line -> !line.startsWith(id + ",")).toList());
        Refused refused = catchThrowableOfType(Refused.class, () -> RulesFolder.read(temp));
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.RULE_WANTED);
            assertThat(finding.inWords()).contains(matter);
        });
    }

    private void copyRules() throws IOException {
        for (String each : RulesFolder.FILES) {
            Files.copy(House.ROOT.resolve("rules").resolve(each), temp.resolve(each));
        }
    }
}
