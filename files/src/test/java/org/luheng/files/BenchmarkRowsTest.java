package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.benchmark.BenchmarkRules;
import org.luheng.accounting.benchmark.Level;
import org.luheng.accounting.benchmark.Scale;

class BenchmarkRowsTest {
    private static final BenchmarkRules RULES = House.RULES_FOLDER.benchmarks();

    @TempDir
    Path temp = Path.of("");

    private static Scale scale(Scale.Kind kind, String product, int year) {
        return Objects.requireNonNull(RULES.scale(kind, product, year), product);
    }

    @Test
    void bothEditionsAndTheNationalLimitsStandSideBySide() {
        Scale old = scale(Scale.Kind.POLICY, "水泥熟料", 2022);
        Scale later = scale(Scale.Kind.POLICY, "水泥熟料", 2023);
        assertThat(old.deadline()).isNull();
        assertThat(later.deadline()).hasToString("2025-12-31");
        assertThat(later.edition().id()).isEqualTo("benchmark-2023-clinker");
        assertThat(later.edition().matter()).isEqualTo("benchmark.policy");
        assertThat(later.edition().title()).isEqualTo("能效标杆水平和基准水平（2023年版）");
        assertThat(later.edition().text()).isEqualTo("水泥熟料：标杆 100，基准 117 kgce/t");
        assertThat(scale(Scale.Kind.POLICY, "PTA", 2024).deadline()).hasToString("2026-12-31");
        Scale limit = scale(Scale.Kind.STANDARD, "水泥熟料", 2024);
        assertThat(limit.edition().title()).isEqualTo("GB 16780-2021");
        assertThat(limit.levels()).extracting(Level::name).containsExactly("1级", "2级", "3级");
        assertThat(limit.levels())
                .extracting(level -> String.valueOf(level.limit()))
                .containsExactly("100", "107", "117");
    }

    @Test
    void limitsMayBeNegativeOrBlank() {
        assertThat(scale(Scale.Kind.POLICY, "转炉工序", 2024).levels())
                .extracting(level -> String.valueOf(level.limit()))
                .containsExactly("-30", "-10");
        Scale pvc = scale(Scale.Kind.POLICY, "聚氯乙烯", 2024);
        assertThat(pvc.levels()).extracting(Level::limit).containsOnlyNulls();
        assertThat(pvc.edition().text()).isEqualTo("聚氯乙烯：标杆 空缺，基准 空缺 kgce/t");
        assertThat(scale(Scale.Kind.STANDARD, "电弧炉工序 <50 t", 2026).level("2级").limit())
                .isNull();
    }

    @Test
    void whatRestsOnMemorySaysSo() {
        assertThat(scale(Scale.Kind.POLICY, "煤制烯烃（乙烯和丙烯）", 2024).edition().certainty())
                .isEqualTo(Certainty.MEMORY);
        assertThat(scale(Scale.Kind.POLICY, "转炉工序", 2024).edition().certainty()).isEqualTo(Certainty.FOUND);
    }

    @Test
    void unitsAreAsTheyAre() {
        assertThat(Objects.requireNonNull(RULES.unit("千克标准油/(吨·能量因数)")).code()).isEqualTo("kgoe/(t·因数)");
        assertThat(Objects.requireNonNull(RULES.unit("kgoe/t")).kgce()).isEqualByComparingTo("1.4286");
        assertThat(Objects.requireNonNull(RULES.unit("kgoe/t")).edition().text())
                .isEqualTo("1 kgoe = 1.4286 kgce");
        assertThat(Objects.requireNonNull(RULES.unit("kgoe/t")).edition().title())
                .isEqualTo("kgoe 折标准煤");
        assertThat(Objects.requireNonNull(RULES.unit("kWh/t")).kgce()).isNull();
        assertThat(Objects.requireNonNull(RULES.unit("kWh/t")).edition().text()).isEqualTo("没有通用的系数，须由填报方写明");
        assertThat(Objects.requireNonNull(RULES.unit("kgce/重量箱")).output()).isEqualTo("重箱");
    }

    @Test
    void theMethodsAndCorrectionsAreThere() {
        assertThat(RULES.methods()).extracting(RuleEdition::matter).containsAll(BenchmarkRules.MATTERS);
        assertThat(RULES.covers(2024)).isTrue();
        assertThat(RULES.covers(2031)).isFalse();
        assertThat(RULES.corrections("水泥熟料", "海拔", 2024)).hasSize(1);
        assertThat(RULES.corrections("水泥", "熟料比例", 2024)).hasSize(3);
        assertThat(House.RULES_FOLDER.places())
                .containsKeys("limit-converter", "correction-bf-grade", "consumption-kwh-t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,20,10,,,,,2023,2030,出处,found | LEVELS_OUT_OF_ORDER | baseline",
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,-10,-30,,,,,2023,2030,出处,found | LEVELS_OUT_OF_ORDER | baseline",
                "benchmark-levels.csv | x,standard,题,新产品,kgce/t,,,9,,8,,2023,2030,出处,found | LEVELS_OUT_OF_ORDER | level3",
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,10,20,5,,,,2023,2030,出处,found | NOT_ONE_OF | level1",
                "benchmark-levels.csv | x,standard,题,新产品,kgce/t,10,,11,12,13,,2023,2030,出处,found | NOT_ONE_OF | benchmark",
                "benchmark-levels.csv | x,standard,题,新产品,kgce/t,,,11,12,13,2025-12-31,2023,2030,出处,found | NOT_ONE_OF | deadline",
                "benchmark-levels.csv | x,law,题,新产品,kgce/t,10,20,,,,,2023,2030,出处,found | NOT_ONE_OF | kind",
                "benchmark-levels.csv | x,policy,题,新产品,斤/t,10,20,,,,,2023,2030,出处,found | UNKNOWN_UNIT | unit",
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,十,20,,,,,2023,2030,出处,found | NOT_A_NUMBER | benchmark",
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,10,20,,,,明年,2023,2030,出处,found | NOT_A_DATE | deadline",
                "benchmark-levels.csv | x,policy,题,水泥熟料,kgce/t,10,20,,,,,2023,2030,出处,found | EDITIONS_CLASH | from",
                "benchmark-levels.csv | limit-clinker,policy,题,新产品,kgce/t,10,20,,,,,2023,2030,出处,found | DUPLICATE_ID | id",
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,10,20,,,,,2023,2022,出处,found | YEARS_BACKWARDS | to",
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,10,20,,,,,2023,2030,,found | BLANK | source",
                "benchmark-levels.csv | x,policy,题,新产品,kgce/t,10,20,,,,,2023,2030,出处,sure | NOT_ONE_OF | certainty",
                "benchmark-corrections.csv | x,水泥熟科,海拔,3级,factor,,1.1,,,,,文,2023,2030,出处,found | UNKNOWN_PRODUCT | product",
                "benchmark-corrections.csv | x,水泥熟料,矿,4级,factor,,1.1,,,,,文,2023,2030,出处,found | NOT_ONE_OF | levels",
                "benchmark-corrections.csv | x,水泥熟料,矿,,factor,,1.1,,,,,文,2023,2030,出处,found | BLANK | levels",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,times,,1.1,,,,,文,2023,2030,出处,found | NOT_ONE_OF | form",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,factor,,,,,,,文,2023,2030,出处,found | BLANK | amount",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,factor,,-1.1,,,,,文,2023,2030,出处,found | NOT_POSITIVE | amount",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,factor,5,1.1,,,,,文,2023,2030,出处,found | NOT_ONE_OF | base",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,addition,,1.1,,,9,,文,2023,2030,出处,found | NOT_ONE_OF | above",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,addition,,1.1,,,,m,文,2023,2030,出处,found | NOT_ONE_OF | condition_unit",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,stated_factor,,1.1,,,,m,文,2023,2030,出处,found | NOT_ONE_OF | amount",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,stated_factor,,,,,,,文,2023,2030,出处,found | BLANK | condition_unit",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,per_unit,,1.1,,,,%,文,2023,2030,出处,found | BLANK | base",
                "benchmark-corrections.csv | x,水泥熟料,矿,3级,per_unit,0,1.1,9,8,,%,文,2023,2030,出处,found | YEARS_BACKWARDS | most",
                "benchmark-corrections.csv | x,水泥熟料,海拔,3级,factor,,1.1,,,,,文,2023,2030,出处,found | EDITIONS_CLASH | from",
                "benchmark-units.csv | x,kgce/台,千克标准煤/吨,kgce,台,1,2006,2030,出处,found | NAME_TAKEN | unit",
                "benchmark-units.csv | x,kgce/台,,kgce,台,0,2006,2030,出处,found | NOT_POSITIVE | kgce",
                "benchmark-units.csv | x,kgce/台,,,台,1,2006,2030,出处,found | BLANK | energy",
                "benchmark-units.csv | x,kgce/台,,kgce,,1,2006,2030,出处,found | BLANK | output",
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

    @Test
    void aMethodWithoutARuleIsMissed() throws IOException {
        copyRules();
        Path editions = temp.resolve("editions.csv");
        Files.write(
                editions,
                Files.readAllLines(editions).stream()
                        .filter(line -> !line.contains("benchmark.share"))
                        .toList());
        Refused refused = catchThrowableOfType(Refused.class, () -> RulesFolder.read(temp));
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.RULE_WANTED);
            assertThat(finding.inWords()).contains("benchmark.share");
        });
    }

    private void copyRules() throws IOException {
        for (String each : RulesFolder.FILES) {
            Files.copy(House.ROOT.resolve("rules").resolve(each), temp.resolve(each));
        }
    }
}
