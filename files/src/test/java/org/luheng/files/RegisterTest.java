package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void twoNamesOfOneAgencyAreOneBodyAndTheDistrictsOwnIsAnother() {
        Agency short1 = House.REGISTER.agency("410100", "市发改委");
        Agency short2 = House.REGISTER.agency("410100", "市发展改革委");
        Agency district = House.REGISTER.agency("410103", "区发改统计局");
        assertThat(short1).isNotNull().isEqualTo(short2);
        assertThat(district).isNotNull().isNotEqualTo(short1);
    }

    @Test
    void theSameNameInTwoCitiesIsTwoBodies() {
        assertThat(House.REGISTER.agency("410100", "市生态环境局"))
                .isNotNull()
                .isNotEqualTo(House.REGISTER.agency("350100", "市生态环境局"));
        assertThat(House.REGISTER.agency("410103", "市生态环境局"))
                .as("a district's plan may name the city's")
                .isEqualTo(House.REGISTER.agency("410100", "市生态环境局"));
    }

    @Test
    void placesKnowWhatTheyLieIn() {
        assertThat(House.REGISTER.isWithin("410103007", "410100")).isTrue();
        assertThat(House.REGISTER.isWithin("410103", "350100")).isFalse();
        assertThat(House.REGISTER.below("410103")).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regions.csv | 990100,GB/T 2260,某市,某,,地级,359999,,, | NO_PARENT | parent",
                "regions.csv | 110000,GB/T 2260,又北京,又京,,省级,000000,,, | DUPLICATE_ID | code",
                "regions.csv | 990000,GB/T 2260,北京市,某,,省级,000000,,, | NAME_TAKEN | name",
                "regions.csv | 990000,GB/T 2260,,某,,省级,000000,,, | BLANK | name",
                "regions.csv | 990000,GB/T 2260,某省,某,,省级,000000,2020-13-01,, | NOT_A_DATE | valid_from",
                "regions.csv | 990000,GB/T 2260,某省,某,,省级,000000,2021-01-01,2020-01-01, | YEARS_BACKWARDS | valid_to",
                "agencies.csv | 1,990000,市某局,,部门,,, | UNKNOWN_REGION | jurisdiction",
                "agencies.csv | 1,410100,市某局,市水利局,部门,,, | NAME_TAKEN | name",
            })
    void aBrokenRowIsNamed(String file, String row, Fault fault, String column) throws IOException {
        for (String each : List.of("regions.csv", "agencies.csv")) {
            Files.copy(House.ROOT.resolve("register").resolve(each), temp.resolve(each));
        }
        long line = Files.readAllLines(temp.resolve(file)).size() + 1L;
        Files.writeString(temp.resolve(file), Files.readString(temp.resolve(file)) + row + "\n");
        Refused refused = catchThrowableOfType(Refused.class, () -> Register.read(temp));
        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().line()).isEqualTo((int) line);
            assertThat(finding.place().column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators.csv | gdp.growth,重名,%,up,rate,年,定义,方案,seed | DUPLICATE_ID | code",
                "indicators.csv | x.y,某指标,夸克,up,rate,年,定义,方案,seed | UNKNOWN_UNIT | unit",
                "indicators.csv | x.y,某指标,%,左,rate,年,定义,方案,seed | NOT_ONE_OF | direction",
                "indicators.csv | x.y,某指标,%,up,rate,年,定义,方案,certain | NOT_ONE_OF | certainty",
                "editions.csv | e,intensity.change,题,文,2006,2030,出处,found | EDITIONS_CLASH | from",
                "editions.csv | e,intensity.change,题,文,2031,2030,出处,found | YEARS_BACKWARDS | to",
                "barometer.csv | b,total,,gap,题,文,2025,2030,出处,found | BANDS_WANTED | form",
                "barometer.csv | b,别的,,gap,题,文,2025,2030,出处,found | NOT_ONE_OF | light",
                "barometer.csv | b,total,,ratio,题,文,2025,2030,出处,found | NOT_ONE_OF | form",
                "barometer-bands.csv | barometer-2021q1-total,20,,1, | BANDS_OUT_OF_ORDER | limit",
                "barometer-bands.csv | x,20,或许,1, | NOT_ONE_OF | included",
                "barometer-bands.csv | x,20,,4, | NOT_WHOLE | level",
                "deductions.csv | d,deduction-2022,energy.coal,,both,half,missing,,题,文,2021,2022,出处,found | NOT_ONE_OF | total",
                "deductions.csv | d,deduction-2019,energy.coal,,both,both,missing,,题,文,2021,2022,出处,found | NOT_ONE_OF | policy",
                "deductions.csv | d,deduction-2022,energy.cole,,both,both,missing,,题,文,2021,2022,出处,found | UNKNOWN_INDICATOR | element",
                "deductions.csv | d,deduction-2022,energy.coal,,both,both,none,-1,题,文,2021,2022,出处,found | NOT_A_NUMBER | cap",
                "price-bases.csv | p,2020,题,文,2021,2025,出处,found | DUPLICATE_ID | year",
                "authorities.csv | 0,energy.*,某局,出处,found | NOT_WHOLE | rank",
                "units.csv | 吨,质量,1, | NAME_TAKEN | unit",
                "units.csv | 斗,体积,-1, | NOT_A_NUMBER | factor",
            })
    void aBrokenRuleIsNamed(String file, String row, Fault fault, String column) throws IOException {
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
    void theRulesKnowWhereEachOfThemStands() {
        assertThat(House.RULES_FOLDER.elements())
                .startsWith("gdp.constant")
                .contains("energy.nonfossil", "energy.use.raw-coal")
                .hasSameSizeAs(Set.copyOf(House.RULES_FOLDER.elements()));
        Place place = House.RULES_FOLDER.places().get("intensity-change-gross");
        assertThat(place).isNotNull();
        assertThat(String.valueOf(place)).contains("editions.csv");
        assertThat(House.RULES.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aShortNameOfAnotherCitysZoneIsNotTakenForOnesOwn() {
        Register register = House.REGISTER;
        assertThat(register.region("经开区", "350100")).isInstanceOf(Register.Lookup.Ambiguous.class);
        assertThat(register.region("经开区", "410100")).isInstanceOf(Register.Lookup.Found.class);
        assertThat(register.region("内蒙古", "350100")).isInstanceOf(Register.Lookup.Found.class);
        assertThat(register.region("郑州经济技术开发区", "350100")).isInstanceOf(Register.Lookup.Found.class);
    }
}
