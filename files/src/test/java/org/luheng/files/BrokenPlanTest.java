package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Target;

/** One thing broken in a good plan: place and value are named, and nothing of the plan is loaded. */
class BrokenPlanTest {
    @TempDir
    Path temp = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void copyAGoodPlan() throws IOException {
        folder = Files.createDirectories(temp.resolve("plans/fuzhou-14fyp"));
        for (String file : List.of("plan.yaml", "clauses.csv", "targets.csv", "tasks.csv")) {
            Files.copy(House.ROOT.resolve("plans/fuzhou-14fyp").resolve(file), folder.resolve(file));
        }
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).as(file).contains(from);
        int at = text.indexOf(from);
        Files.writeString(folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private PlanFolder read() {
        return PlanFolder.read(folder, House.RULES, House.REGISTER);
    }

    private Findings refused() {
        Refused refused = catchThrowableOfType(Refused.class, this::read);
        assertThat(refused).as("the folder is refused").isNotNull();
        return refused.findings();
    }

    /** Changes the cell of a row, counted from the header as line 1. */
    private void cell(String file, int line, String column, String value) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        List<String> columns = List.of(lines.getFirst().split(","));
        String[] cells = lines.get(line - 1).split(",", -1);
        assertThat(cells).hasSameSizeAs(columns);
        cells[columns.indexOf(column)] = value;
        lines.set(line - 1, String.join(",", cells));
        Files.write(folder.resolve(file), lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets.csv | 2 | value | １４ | NUMBER_FULL_WIDTH | 14",
                "targets.csv | 3 | value | \"16,000\" | NUMBER_COMMA | 16000",
                "targets.csv | 3 | value | 16,000 | RAGGED_ROW | 21 格",
                "targets.csv | 2 | id | 目标1 | BAD_ID | T001",
                "targets.csv | 3 | id | T001 | DUPLICATE_ID | 第 2 行",
                "targets.csv | 2 | section | 二/（九） | UNKNOWN_SECTION | ''",
                "targets.csv | 2 | title | '' | BLANK | ''",
                "targets.csv | 2 | indicator | energy.intensit | UNKNOWN_INDICATOR | energy.intensity",
                "targets.csv | 2 | kind | 变化 | NOT_ONE_OF | 相对变化",
                "targets.csv | 2 | comparator | 降低 | NOT_ONE_OF | 下降",
                "targets.csv | 2 | comparator | done | KIND_AND_COMPARATOR | 相对变化",
                "targets.csv | 3 | comparator | 下降 | KIND_AND_COMPARATOR | 累计量",
                "targets.csv | 2 | value | -14 | FALL_SIGN | ''",
                "targets.csv | 2 | value | 100 | FALL_SIGN | ''",
                "targets.csv | 2 | value | '' | BLANK | ''",
                "targets.csv | 7 | value | 5 | NOT_WANTED | 期限",
                "targets.csv | 2 | unit | 吨 | WRONG_DIMENSION | %",
                "targets.csv | 3 | unit | 顿 | UNKNOWN_UNIT | 吨",
                "targets.csv | 2 | base_year | 2030 | BASE_AFTER_DUE | 2025",
                "targets.csv | 2 | due | 2025年 | NOT_A_DUE | ''",
                "targets.csv | 2 | due | 2019 | DUE_BEFORE_PLAN | 2021",
                "targets.csv | 2 | due_inherited | yes | NOT_ONE_OF | 是",
                "targets.csv | 2 | region | 410100 | OUTSIDE_PLAN | 郑州市",
                "targets.csv | 2 | region | 999999 | UNKNOWN_REGION | ''",
                "targets.csv | 2 | nature | 强制 | NOT_ONE_OF | 约束性",
                "targets.csv | 2 | modality | 争取 | NOT_ONE_OF | 力争",
                "targets.csv | 2 | from | 12000 | OUTSIDE_TEXT | ''",
                "targets.csv | 2 | to | 99999 | OUTSIDE_TEXT | 11530",
                "targets.csv | 2 | from | x | NOT_WHOLE | ''",
                "tasks.csv | 2 | id | 1 | BAD_ID | R01",
                "tasks.csv | 2 | section | 九 | UNKNOWN_SECTION | ''",
                "tasks.csv | 3 | section | 三/（一） | DUPLICATE_ID | 第 2 行",
                "tasks.csv | 8 | lead | 市商务厅 | UNKNOWN_AGENCY | 市商务局",
                "tasks.csv | 2 | joint | 对 | NOT_ONE_OF | 是",
                "tasks.csv | 2 | cooperating | 市商务局 | JOINT_WITH_COOPERATING | ''",
                "tasks.csv | 2 | targets | T006;T999 | UNKNOWN_TARGET | ''",
                "tasks.csv | 2 | place | 999999 | UNKNOWN_REGION | ''",
                "tasks.csv | 2 | due | 年底 | NOT_A_DUE | ''",
                "clauses.csv | 2 | heading | '' | BLANK | ''",
                "clauses.csv | 3 | section | 一 | DUPLICATE_ID | 第 2 行",
                "clauses.csv | 2 | to | 1 | OUTSIDE_TEXT | ''",
            })
    void aBrokenCellIsNamedWithItsLineAndColumn(
            String file, int line, String column, String value, Fault fault, String said) throws IOException {
        cell(file, line, column, value);
        assertThat(refused()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().file()).isEqualTo("plans/fuzhou-14fyp/" + file);
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.inWords()).contains(said);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1 | format: 2 | 1 | FORMAT_VERSION",
                "id: fuzhou-14fyp | id: fuzhou | 2 | ID_NOT_FOLDER",
                "short: | shorts: | 3 | UNKNOWN_KEY",
                "date: 2022-11-09 | date: 2022年11月 | 7 | NOT_A_DATE",
                "region: \"350100\" | region: \"350199\" | 8 | UNKNOWN_REGION",
                "from: 2021 | from: 二〇二一 | 9 | NOT_WHOLE",
                "base-year: 2020 | base-year: 2024 | 10 | BASE_AFTER_DUE",
                "市工信局, | 市工业局, | 11 | UNKNOWN_AGENCY",
                "\"350102\" | \"410102\" | 12 | OUTSIDE_PLAN",
                "\"350103\" | \"350102\" | 12 | DUPLICATE_ID",
                "sha256: 37 | sha256: ZZ | 15 | BAD_ID",
                "path: geometric | path: exponential | 18 | NOT_ONE_OF",
                "growth: true | growth: ja | 19 | NOT_ONE_OF",
                "section: 四/（一） | section: 四/（九） | 21 | UNKNOWN_SECTION",
                "office: [市工信局, 市生态环境局] | office: 市工信局 | 11 | YAML_SHAPE",
                "period: {from: 2021, to: 2025} | period: [2021, 2025] | 9 | YAML_SHAPE",
                "issuer: | id: | 6 | DUPLICATE_KEY",
                "title: 福州 | title: [福州 | 4 | YAML_SYNTAX",
            })
    void aBrokenLineOfTheYamlIsNamed(String from, String to, int line, Fault fault) throws IOException {
        change("plan.yaml", from, to);
        assertThat(refused()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.place().file()).isEqualTo("plans/fuzhou-14fyp/plan.yaml");
            assertThat(finding.place().line()).isBetween(line, fault == Fault.YAML_SYNTAX ? line + 2 : line);
            assertThat(finding.place().character()).isPositive();
        });
    }

    @Test
    void faultsOfAllFourFilesAreSaidAtOnce() throws IOException {
        change("plan.yaml", "base-year: 2020", "base-year: x");
        cell("clauses.csv", 2, "to", "x");
        cell("targets.csv", 2, "value", "x");
        cell("tasks.csv", 2, "joint", "x");
        assertThat(refused())
                .extracting(finding -> finding.place().file())
                .contains(
                        "plans/fuzhou-14fyp/plan.yaml",
                        "plans/fuzhou-14fyp/clauses.csv",
                        "plans/fuzhou-14fyp/targets.csv",
                        "plans/fuzhou-14fyp/tasks.csv");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("tasks.csv"));
        assertThat(refused().inWords()).containsExactly("plans/fuzhou-14fyp/tasks.csv：缺这个文件（LH-1002）");
    }

    @Test
    void aFolderThatIsNotThereMissesAllFour() throws IOException {
        Path nowhere = temp.resolve("plans/nowhere");
        Refused refused =
                catchThrowableOfType(Refused.class, () -> PlanFolder.read(nowhere, House.RULES, House.REGISTER));
        assertThat(refused.findings())
                .extracting(Finding::fault)
                .containsOnly(Fault.MISSING_FILE)
                .hasSize(4);
    }

    @Test
    void anUnbalancedQuoteIsNamedWhereItBegins() throws IOException {
        cell("targets.csv", 5, "note", "\"没有配对");
        assertThat(refused()).anySatisfy(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.BROKEN_QUOTES);
            assertThat(finding.place().line()).isEqualTo(5);
        });
    }

    @Test
    void aDeepYamlDoesNotBreakTheReader() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "a: " + "[".repeat(50_000));
        assertThat(refused()).isNotEmpty();
    }

    @Test
    void savedInGbkItIsReadAndSaid() throws IOException {
        String text = Files.readString(folder.resolve("tasks.csv"));
        Files.write(folder.resolve("tasks.csv"), text.getBytes(Charset.forName("GBK")));
        PlanFolder read = read();
        assertThat(read.notices()).extracting(Finding::fault).containsExactly(Fault.READ_AS_GBK);
        assertThat(read.plan().hash())
                .isEqualTo(House.plan("fuzhou-14fyp").plan().hash());
    }

    @Test
    void anyChangeOfContentIsAnotherEdition() throws IOException {
        cell("targets.csv", 2, "value", "14.5");
        assertThat(read().plan().hash())
                .isNotEqualTo(House.plan("fuzhou-14fyp").plan().hash());
    }

    @Test
    void aClassIsHeldAsItsNumberTheWorstBeingSix() throws IOException {
        Files.writeString(
                folder.resolve("targets.csv"),
                Files.readString(folder.resolve("targets.csv"))
                        + "T901,二,断面水质,water.surface.national-section,类别,>=,劣Ⅴ,,类,,,2025,,350100,,,,700,701,\n"
                        + "T902,二,漏损率区间,water.leakage,占比,range,8,9,%,,,2025,,350100,,,,700,701,\n");
        assertThat(read().target("T901")).extracting(Target::value).hasToString("6");
        assertThat(read().target("T902")).extracting(Target::valueTo).hasToString("9");
        cell("targets.csv", 46, "value", "Ⅵ");
        cell("targets.csv", 47, "value_to", "7");
        assertThat(refused()).extracting(Finding::fault).containsExactly(Fault.NOT_ONE_OF, Fault.RANGE_BACKWARDS);
    }
}
