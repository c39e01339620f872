package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Period;
import org.luheng.accounting.carbon.CarbonRules;
import org.luheng.accounting.carbon.FuelFactor;
import org.luheng.accounting.carbon.GridChoice;
import org.luheng.accounting.carbon.GridFactor;
import org.luheng.accounting.carbon.GridFactor.Scope;
import org.luheng.accounting.energy.Coefficient;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.StandardCoal;

/** The shipped tables of energy and carbon, and what is said of broken rows. */
class EnergyAndCarbonRulesTest {
    private static final CarbonRules CARBON = House.RULES.carbon();

    @TempDir
    Path temp = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "energy-kinds.csv | x,某能源,万吨,千克,wood,,,出处,found | NOT_ONE_OF | group",
                "energy-kinds.csv | x,某能源,万吨,立方米,coal,,,出处,found | WRONG_DIMENSION | per",
                "energy-kinds.csv | x,某能源,万斗,千克,coal,,,出处,found | UNKNOWN_UNIT | unit",
                "energy-kinds.csv | coke,重复,万吨,千克,coal,,,出处,found | DUPLICATE_ID | code",
                "energy-kinds.csv | x,某能源,万吨,千克,coal,raw-cole,,出处,found | UNKNOWN_KIND | made_from",
                "energy-kinds.csv | x,某能源,万吨,千克,coal,,raw-cole,出处,found | UNKNOWN_KIND | part_of",
                "energy-kinds.csv | x,某能源,万吨,千克,coal,,x,出处,found | KINDS_CIRCLE | part_of",
                "coefficients.csv | c,form-205-1,lpg,当量,0.7143,,50242,,2021,2030,出处,found | COEFFICIENT_NOT_HEAT | coefficient",
                "coefficients.csv | c,form-206,lpg,当量,1.7143,,50242,,2021,2030,出处,found | UNKNOWN_SET | set",
                "coefficients.csv | c,gbt2589-2020,lgp,当量,1.7143,,,,2021,2030,出处,found | UNKNOWN_KIND | kind",
                "coefficients.csv | c,gbt2589-2020,lpg,当量,1.7143,,,,2029,2030,出处,found | EDITIONS_CLASH | from",
                "coefficients.csv | c,gbt2589-2020,lpg,当量,0,,,,2021,2030,出处,found | NOT_POSITIVE | coefficient",
                "carbon-factor-sets.csv | s,题,,,2030,2006,出处,found | YEARS_BACKWARDS | to",
                "carbon-factor-sets.csv | s,题,0,,2006,2030,出处,found | NOT_WHOLE | regions",
                "carbon-factors.csv | f,carbon-nine,lng,41868,15.3,0.99,,2006,2030,出处,found | UNKNOWN_SET | set",
                "carbon-factors.csv | f,carbon-ten,lgn,41868,15.3,0.99,,2006,2030,出处,found | UNKNOWN_KIND | kind",
                "carbon-factors.csv | f,carbon-ten,electricity,3600,15.3,0.99,,2006,2030,出处,found | UNKNOWN_KIND | kind",
                "carbon-factors.csv | f,carbon-ten,lng,0,15.3,0.99,,2006,2030,出处,found | NOT_POSITIVE | heat",
                "carbon-factors.csv | f,carbon-ten,lng,41868,-15.3,0.99,,2006,2030,出处,found | NOT_POSITIVE | carbon",
                "carbon-factors.csv | f,carbon-ten,lng,41868,15.3,99,,2006,2030,出处,found | MORE_THAN | oxidation",
                "carbon-factors.csv | f,carbon-ten,lng,,15.3,0.99,,2006,2030,出处,found | BLANK | heat",
                "carbon-factors.csv | f,carbon-ten,lng,41868,,,0.11,2006,2030,出处,found | NOT_BOTH | heat",
                "carbon-factors.csv | f,carbon-ten,steam,,,,-0.11,2006,2030,出处,found | NEGATIVE | direct",
                "carbon-factors.csv | f,carbon-ten,coke,28435,29.5,0.93,,2030,2030,出处,found | EDITIONS_CLASH | from",
                "carbon-factors.csv | f,carbon-ten,lng,41868,15.3,0.99,,2006,2030,出处,sure | NOT_ONE_OF | certainty",
                "grid-factors.csv | g,county,某县,410100,2022,0.6,出处,found | NOT_ONE_OF | scope",
                "grid-factors.csv | g,province,河南,河南,2022,0.6,出处,found | NOT_ONE_OF | regions",
                "grid-factors.csv | g,province,河南,410000,2022,0.6,出处,found | EDITIONS_CLASH | factor_year",
                "grid-factors.csv | g,province,河南,410000,2023,0,出处,found | NOT_POSITIVE | kilograms",
                "grid-factors.csv | g,province,河南,410000,,0.6,出处,found | BLANK | factor_year",
                "grid-rules.csv | r,best,province,题,文,2025,2030,出处,found | NOT_ONE_OF | choice",
                "grid-rules.csv | r,own,county,题,文,2025,2030,出处,found | NOT_ONE_OF | scopes",
                "grid-rules.csv | r,own,province,题,文,2006,2030,出处,found | EDITIONS_CLASH | from",
                "process-factors.csv | p,x,,某过程,magic,吨,,2006,2030,出处,found | NOT_ONE_OF | form",
                "process-factors.csv | p,x,,某过程,factor,立方米,factor=1,2006,2030,出处,found | WRONG_DIMENSION | unit",
                "process-factors.csv | p,x,,某过程,factor,吨,net=1,2006,2030,出处,found | NOT_ONE_OF | parameters",
                "process-factors.csv | p,x,,某过程,factor,吨,factor=一,2006,2030,出处,found | NOT_A_NUMBER | parameters",
                "process-factors.csv | p,x,,某过程,factor,吨,factor=1;factor=2,2006,2030,出处,found | DUPLICATE_ID | parameters",
                "process-factors.csv | p,electrode,,电极,factor,吨,factor=1,2006,2030,出处,found | EDITIONS_CLASH | from",
            })
    void aBrokenRowIsNamed(String file, String row, Fault fault, String column) throws IOException {
        for (String each : RulesFolder.FILES) {
            Files.copy(House.ROOT.resolve("rules").resolve(each), temp.resolve(each));
        }
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
    void everyCoefficientAgreesWithItsHeat() {
        // 3600 ÷ 29307.6 is 0.12284; the standard prints 0.1229 for electricity, and the printed constant counts.
        List<Coefficient> withHeat = House.RULES.energy().coefficients().stream()
                .filter(row -> row.heat() != null)
                .filter(row -> !row.kind().equals("electricity"))
                .toList();
        assertThat(withHeat).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(StandardCoal.coefficient(Objects.requireNonNull(row.heat()))
                            .subtract(row.value())
                            .abs())
                    .as(row.id())
                    .isLessThanOrEqualTo(new BigDecimal("6e-5"));
            BigDecimal high = row.heatHigh();
            if (high != null) {
                assertThat(StandardCoal.coefficient(high)
                                .subtract(Objects.requireNonNull(row.high()))
                                .abs())
                        .as(row.id())
                        .isLessThanOrEqualTo(new BigDecimal("6e-5"));
            }
        });
    }

    @Test
    void theTenFuelsComeOutAsTheirTablePrintsThem() {
        Map<String, String> printed = Map.of(
                "raw-coal", "1.9003",
                "coke", "2.8604",
                "crude", "3.0202",
                "fuel-oil", "3.1705",
                "gasoline", "2.9251",
                "kerosene", "3.0179",
                "diesel", "3.0959",
                "lpg", "3.1013",
                "refinery-gas", "3.0119",
                "oilfield-gas", "2.1622");
        printed.forEach((kind, coefficient) -> {
            FuelFactor row = Objects.requireNonNull(CARBON.of("carbon-ten", kind(kind), 2022));
            assertThat(Arithmetic.printed(row.kilograms(), 4)).as(kind).isEqualTo(coefficient);
            assertThat(row.source()).as(kind).contains(coefficient);
        });
    }

    @Test
    void theGuidelineGivesCarbonAndOxidationAsItIsCited() {
        // domain.md §6: tC/TJ and the share that burns
        Map<String, String> cited = Map.of(
                "anthracite", "27.4 × 0.94",
                "steam-coal", "26.1 × 0.93",
                "lignite", "28.0 × 0.96",
                "coke", "29.5 × 0.93",
                "crude", "20.1 × 0.98",
                "gasoline", "18.9 × 0.98",
                "diesel", "20.2 × 0.98",
                "lpg", "17.2 × 0.98",
                "natural-gas", "15.3 × 0.99");
        cited.forEach((kind, words) -> assertThat(Objects.requireNonNull(CARBON.of("guide-2013", kind(kind), 2015))
                        .printed(kind(kind)))
                .as(kind)
                .contains(words.replace(" × ", " 吨碳/太焦 × ")));
    }

    @ParameterizedTest(name = "电力二氧化碳排放因子 {0} {1} 年 {2}")
    @CsvSource({
        "410000,2021,0.6369",
        "410000,2022,0.6058",
        "350000,2021,0.4711",
        "350000,2022,0.4092",
        "140000,2021,0.7222",
        "140000,2022,0.7096",
        "410103,2022,0.6058",
        "000000,2021,0.5568",
        "000000,2022,0.5366",
        "000000,2023,0.5306"
    })
    void gridFactorsAsPublished(String region, int year, String factor) {
        GridChoice choice = Objects.requireNonNull(CARBON.grid(region, year));
        assertThat(choice.factor().kilograms()).isEqualByComparingTo(factor);
        assertThat(choice.ofOwnYear()).isTrue();
    }

    @Test
    void gridsOf2023AreThereForWhoAsksForThem() {
        // domain.md §6
        assertThat(CARBON.grids().stream()
                        .filter(factor -> factor.scope() == Scope.GRID && factor.year() == 2023)
                        .map(factor -> factor.area() + " " + factor.kilograms()))
                .containsExactly("华北 0.6361", "东北 0.5122", "华东 0.5500", "华中 0.5271", "西北 0.5543");
        assertThat(CARBON.grids().stream()
                        .filter(factor -> factor.scope() == Scope.PROVINCE)
                        .map(GridFactor::year)
                        .distinct())
                .containsExactly(2021, 2022);
        // The province's own 2022 goes before the grid's 2023: the two are not mixed from year to year.
        GridChoice henan = Objects.requireNonNull(CARBON.grid("410000", 2023));
        assertThat(henan.factor().id()).isEqualTo("grid-41-2022");
        assertThat(henan.ofOwnYear()).isFalse();
        assertThat(Objects.requireNonNull(CARBON.grid("540000", 2022)).factor().area())
                .isEqualTo("西南");
    }

    @Test
    void theAnodeOfAluminiumByEdition() {
        // rules-data/ghg_process_factors.csv: 1.471 with 0.411, 1.503 with 0.42
        assertThat(perTonne("anode", 2023)).isEqualTo("1.471");
        assertThat(perTonne("anode", 2020)).isEqualTo("1.503");
        assertThat(perTonne("dolomite", 2023)).isEqualTo("0.471");
        assertThat(perTonne("crude-steel-fixed", 2023)).isEqualTo("-0.015");
    }

    private static String perTonne(String process, int year) {
        return Arithmetic.printed(
                Objects.requireNonNull(Objects.requireNonNull(CARBON.process(process, "", year))
                        .perUnit(Map.of())
                        .value()),
                3);
    }

    @Test
    void everyFuelOfRegionsHasAFactorOrIsKnownToHaveNone() {
        // Named where they are used, never counted as zero.
        List<String> without = House.RULES.energy().kinds().stream()
                .filter(kind -> !kind.isTotal() && !kind.isMedium() && !kind.isElectricity())
                .filter(kind -> CARBON.sets().stream().allMatch(set -> CARBON.of(set.id(), kind, 2022) == null))
                .map(EnergyKind::code)
                .toList();
        assertThat(without)
                .containsExactly(
                        "other-coking-products",
                        "coalbed-gas",
                        "oil-cracking-gas",
                        "oil-thermal-gas",
                        "coke-gas",
                        "pressure-gas",
                        "water-gas",
                        "methanol",
                        "steam");
    }

    @Test
    void elementsOfCarbonAreKnownToImports() {
        assertThat(House.RULES_FOLDER.elements())
                .contains(
                        "carbon.total",
                        "electricity.net-import",
                        "electricity.primary",
                        "carbon.activity.clinker",
                        "carbon.activity.anode")
                .doesNotContain("carbon.activity.clinker-measured", "carbon.activity.raw-meal-carbon");
        Indicator clinker = Objects.requireNonNull(House.RULES.indicator("carbon.activity.clinker"));
        assertThat(clinker.unit()).isEqualTo("万吨");
        assertThat(clinker.name()).isEqualTo("水泥熟料活动量");
        assertThat(House.RULES.units().convert(BigDecimal.ONE, "万吨二氧化碳", "tCO2"))
                .isEqualByComparingTo("10000");
    }

    private static EnergyKind kind(String code) {
        return Objects.requireNonNull(House.RULES.energy().kind(code));
    }

    /** The whole way with the shipped rules: a table in, tonnes out. */
    @Test
    void theShippedRulesGiveAnExplainedFigure() {
        Figure total = new CarbonCalculation(House.RULES, House.REGISTER)
                .calculate("t.csv", "enterprise,year,item,purpose,amount,unit,place\n甲,2022,电力,use,1,万千瓦时,郑州市\n")
                .figures()
                .getFirst();
        assertThat(total.value()).isEqualByComparingTo("6.058");
        assertThat(total.period()).isEqualTo(Period.year(2022));
    }
}
