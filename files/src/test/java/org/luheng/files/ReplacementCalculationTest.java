package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Figure;
import org.luheng.files.Calculation.Calculated;

class ReplacementCalculationTest {
    private static final ReplacementCalculation REPLACEMENT =
            new ReplacementCalculation(House.RULES_FOLDER.replacements(), House.RULES.units(), House.REGISTER);
    private static final String HEADER =
            "id,name,region,year,subject,added,unit,source,replaced,available,kind,provincial,rebuilt,pm25_failed\n";
    private static final String GOOD = "R1,涂装线,福州市,2023,VOCs,5,吨,印刷厂,6.5,7,,,,否";

    @TempDir
    Path temp = Path.of("");

    private static Calculated calculated(String... rows) {
        return REPLACEMENT.calculate("t.csv", HEADER + String.join("\n", rows) + "\n");
    }

    private static List<String> found(String... rows) {
        return calculated(rows).notices().stream()
                .map(finding -> finding.fault().name() + " " + finding.place().line() + " "
                        + finding.place().column() + " " + finding.value())
                .toList();
    }

    private static List<String> values(Calculated calculated) {
        return calculated.figures().stream()
                .map(figure -> figure.region() + " " + figure.indicator() + " "
                        + (figure.value() == null
                                ? figure.missing()
                                : figure.value().stripTrailingZeros().toPlainString()))
                .toList();
    }

    @Test
    void theExampleComputesWithoutAFinding() {
        Calculated example = REPLACEMENT.calculate("example.csv", REPLACEMENT.example());
        assertThat(example.notices()).isEmpty();
        // Zhengzhou: 2 times for coal; the air failed, so 2 times for NOx. Fuzhou: 1.2 times for VOCs.
        assertThat(values(example))
                .containsExactly(
                        "R1 coal replacement.ratio 2.1",
                        "R1 coal replacement.shortfall 0",
                        "R1 NOx replacement.ratio 1.666666666666666666666666666666667",
                        "R1 NOx replacement.shortfall 4",
                        "R2 VOCs replacement.ratio 1.3",
                        "R2 VOCs replacement.shortfall 0");
        assertThat(example.bodies()).containsEntry("R1 coal", "示例锅炉改建（煤炭）");
        assertThat(example.names()).containsKeys("replacement.ratio", "replacement.shortfall");
        assertThat(REPLACEMENT.columns())
                .extracting(Calculation.Column::name)
                .contains("id", "water_failed", "high_energy", "rebuilt");
        assertThat(REPLACEMENT.code()).isEqualTo("replacement");
    }

    @Test
    void sourcesOfOneProjectAreAddedUpInWhateverUnit() {
        assertThat(values(calculated(
                        "R1,锅炉,410100,2022,煤炭,1,万吨,甲厂,1.5,,,2.5,是,", "R1,锅炉,410100,2022,煤炭,1,万吨,乙厂,0.5,,,2.5,是,")))
                .containsExactly("R1 coal replacement.ratio 2", "R1 coal replacement.shortfall 5000");
        assertThat(values(calculated("R1,锅炉,410100,2022,coal,10,吨,,,,,,是,")))
                .containsExactly("R1 coal replacement.ratio 0", "R1 coal replacement.shortfall 20");
        assertThat(values(calculated("R1,锅炉,410100,2022,coal,10,吨,,,,,,,")))
                .first()
                .asString()
                .endsWith("未写明是否改建项目：是则须 2 倍替代");
        assertThat(values(calculated("R1,处理厂,410100,2022,COD,10,吨,,,,污水处理厂,,,")))
                .first()
                .asString()
                .endsWith("R1 COD replacement.ratio 0");
    }

    @Test
    void anyRowAtFaultLeavesNoVerdictBecauseSourcesAreShared() {
        String[][] bad = {
            {",涂装线,福州市,2023,VOCs,5,吨,,,,,,,否", "BLANK 3 id "},
            {"R2,涂装线,福洲,2023,VOCs,5,吨,,,,,,,否", "UNKNOWN_REGION 3 region 福洲"},
            {"R2,涂装线,福州市,23,VOCs,5,吨,,,,,,,否", "NOT_WHOLE 3 year 23"},
            {"R2,涂装线,福州市,2023,PM10,5,吨,,,,,,,否", "NOT_ONE_OF 3 subject PM10"},
            {"R2,涂装线,福州市,2023,VOCs,0,吨,,,,,,,否", "NOT_POSITIVE 3 added 0"},
            {"R2,涂装线,福州市,2023,VOCs,,吨,,,,,,,否", "BLANK 3 added "},
            {"R2,涂装线,福州市,2023,VOCs,5,千瓦时,,,,,,,否", "WRONG_DIMENSION 3 unit 千瓦时"},
            {"R2,涂装线,福州市,2023,VOCs,5,担子,,,,,,,否", "UNKNOWN_UNIT 3 unit 担子"},
            {"R2,涂装线,福州市,2023,VOCs,5,吨,某厂,,,,,,否", "GOES_WITH 3 replaced "},
            {"R2,涂装线,福州市,2023,VOCs,5,吨,,6,,,,,否", "GOES_WITH 3 source "},
            {"R2,涂装线,福州市,2023,VOCs,5,吨,某厂,-6,,,,,否", "NEGATIVE 3 replaced -6"},
            {"R2,涂装线,福州市,2023,VOCs,5,吨,某厂,6,-1,,,,否", "NEGATIVE 3 available -1"},
            {"R2,涂装线,福州市,2023,VOCs,5,吨,,,,,0,,否", "NOT_POSITIVE 3 provincial 0"},
            {"R2,涂装线,福州市,2023,VOCs,5,吨,,,,,,,也许", "NOT_ONE_OF 3 pm25_failed 也许"},
            {"R1,涂装线,福州市,2023,VOCs,6,吨,别厂,1,,,,,否", "ROWS_DIFFER 3 added 6"},
            {"R1,涂装线,福州市,2023,VOCs,5,吨,别厂,1,,,,,", "ROWS_DIFFER 3 pm25_failed "},
            {GOOD, "DUPLICATE_ID 3 source 印刷厂"},
        };
        for (String[] each : bad) {
            assertThat(found(GOOD, each[0])).as(each[0]).contains(each[1]);
            assertThat(calculated(GOOD, each[0]).figures()).as(each[0]).isEmpty();
        }
        assertThat(calculated(GOOD, "R2,涂装线").figures()).isEmpty();
    }

    @Test
    void tablesThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> REPLACEMENT.calculate("t.csv", "id,name\nR1,甲\n"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> REPLACEMENT.calculate("t.csv", HEADER + "R1,\"涂装线\n"))
                .isInstanceOf(Refused.class);
        StringBuilder much = new StringBuilder(HEADER);
        for (int row = 0; row <= InputTable.MOST_ROWS; row++) {
            much.append('R').append(row).append(",涂装线,福州市,2023,VOCs,5,吨,,,,,,,否\n");
        }
        assertThatThrownBy(() -> REPLACEMENT.calculate("t.csv", much.toString()))
                .isInstanceOf(Refused.class);
        assertThat(REPLACEMENT.calculate("t.csv", HEADER).notices())
                .extracting(Finding::fault)
                .containsExactly(Fault.NO_ROWS);
    }

    @Test
    void theShippedRatiosAreThoseOfThePlansAndTheLaw() {
        Figure zhengzhou =
                calculated("R1,锅炉,登封市,2022,coal,10,吨,甲厂,20,,,,是,").figures().getFirst();
        assertThat(zhengzhou.edition().id()).isEqualTo("replacement-zhengzhou-coal");
        assertThat(zhengzhou.bracketed()).isFalse();
        Figure anyCity =
                calculated("R1,某厂,420100,2022,NOx,10,吨,甲厂,20,,,,,是").figures().getFirst();
        assertThat(anyCity.edition().id()).isEqualTo("replacement-offset-air");
        assertThat(anyCity.bracketed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r,PM10,always,,,,1,题,文,2021,2025,出处,found | NOT_ONE_OF | subjects",
                "r,,always,,,,1,题,文,2021,2025,出处,found | BLANK | subjects",
                "r,coal,sometimes,,,,1,题,文,2021,2025,出处,found | NOT_ONE_OF | condition",
                "r,coal,always,郑州,,,1,题,文,2021,2025,出处,found | NOT_ONE_OF | regions",
                "r,coal,always,,,yes,1,题,文,2021,2025,出处,found | NOT_ONE_OF | provincial",
                "r,coal,always,,,,0,题,文,2021,2025,出处,found | NOT_POSITIVE | times",
                "r,coal,always,,,,,题,文,2021,2025,出处,found | BLANK | times",
                "r,coal,always,,,,1,题,文,2025,2021,出处,found | YEARS_BACKWARDS | to",
            })
    void aBrokenRatioIsNamed(String row, Fault fault, String column) throws IOException {
        for (String each : RulesFolder.FILES) {
            Files.copy(House.ROOT.resolve("rules").resolve(each), temp.resolve(each));
        }
        Path file = temp.resolve("replacement-ratios.csv");
        int line = Files.readAllLines(file).size() + 1;
        Files.writeString(file, Files.readString(file) + row + "\n");
        Refused refused = catchThrowableOfType(Refused.class, () -> RulesFolder.read(temp));
        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.place().column()).isEqualTo(column);
        });
    }
}
