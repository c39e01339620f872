package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    private static final String FACTS = """
            region,period,element,value,unit,stage,source,published
            郑州,2021,energy.growth,2.0,%,最终,公报,2022-05-01
            郑州,2021,gdp.growth,4.7,%,最终,公报,2022-05-01
            登封,2021,pollutant.reduction.cod,120.5,吨,最终,核定,2022-06-01
            """;

    @TempDir
    Path temp = Path.of("");

    private final Terminal terminal = new Terminal();

    private int account(String... more) {
        String[] args = new String[5 + more.length];
        System.arraycopy(new String[] {"account", "--plan", "zhengzhou-14fyp", "--facts", "-"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return terminal.run(args);
    }

    private static Map<?, ?> first(Object list, String key, String value) {
        for (Object each : (List<?>) list) {
            if (each instanceof Map<?, ?> map && value.equals(map.get(key))) {
                return map;
            }
        }
        throw new AssertionError("no " + key + " " + value + " in " + list);
    }

    private Object json(String key) {
        Object value = terminal.json().get(key);
        assertThat(value).isNotNull();
        return value == null ? List.of() : value;
    }

    @Test
    void jsonHasEveryKeyOfTheInterfaceAndDecimalsAsStrings() {
        terminal.given(FACTS);
        assertThat(account("--format", "json")).isZero();
        assertThat(terminal.err()).isEmpty();
        Map<?, ?> figure = first(json("figures"), "indicator", "energy.intensity.change");
        assertThat(figure.keySet().toString())
                .contains("region", "period", "indicator", "value", "unit", "edition", "missing", "trace");
        assertThat(figure.get("region")).as("as the file wrote it").isEqualTo("郑州");
        assertThat(figure.get("regionCode")).isEqualTo("410100");
        assertThat(figure.get("regionName")).isEqualTo("郑州市");
        assertThat(figure.get("value")).isEqualTo("-2.578797");
        assertThat(figure.get("missing")).isNull();
        assertThat(figure.get("trace")).isNull();
        Map<?, ?> light = first(json("lights"), "light", "intensity");
        assertThat(light.keySet().toString()).contains("region", "period", "light", "level", "reason", "state");
        assertThat(light.get("level")).isEqualTo(2);
        Map<?, ?> total = first(json("lights"), "light", "total");
        assertThat(total.get("level")).isNull();
        assertThat(total.get("state")).isEqualTo("无数据");
    }

    @Test
    void traceGoesDownToFactsRulesAndClauses() {
        terminal.given(FACTS);
        assertThat(account("--format", "json", "--trace")).isZero();
        Map<?, ?> figure = first(json("figures"), "indicator", "energy.intensity.change");
        Map<?, ?> trace = (Map<?, ?>) figure.get("trace");
        assertThat(trace).isNotNull();
        assertThat(String.valueOf(trace == null ? "" : trace.keySet()))
                .isEqualTo("[text, formula, value, unit, kind, ref, children]");
        assertThat(terminal.out())
                .contains("\"kind\":\"fact\"", "\"kind\":\"rule\"", "\"ref\":\"标准输入:2\"", "intensity-change-gross");
        Map<?, ?> reduction = first(json("figures"), "indicator", "pollutant.reduction.cod");
        assertThat(String.valueOf(reduction)).contains("kind=clause", "zhengzhou-14fyp#附件3#");
    }

    @Test
    void csvAndTableSayTheSame() {
        terminal.given(FACTS);
        assertThat(account("--format", "csv")).isZero();
        assertThat(terminal.csv()).anySatisfy(row -> {
            assertThat(row.getField("indicator")).isEqualTo("energy.intensity.change");
            assertThat(row.getField("region")).isEqualTo("郑州");
            assertThat(row.getField("value")).isEqualTo("-2.578797");
        });
        Terminal second = new Terminal().given(FACTS);
        assertThat(second.run("account", "--plan", "zhengzhou-14fyp", "--facts", "-", "--trace"))
                .isZero();
        assertThat(second.out()).contains("郑州市（410100）", "单位GDP能耗变化率", "-2.5788", "二级", "附件3");
        assertThat(second.out().lines()).allMatch(line -> Width.of(line) <= 100);
    }

    @Test
    void onlyWhatWasPublishedByThatDayCounts() {
        terminal.given(FACTS);
        assertThat(account("--format", "json", "--as-of", "2022-05-31")).isZero();
        assertThat(terminal.out()).contains("energy.intensity.change").doesNotContain("pollutant.reduction.cod");
    }

    @Test
    void withoutADayItIsTodayInShanghaiWhichMayBeTomorrowInLondon() {
        terminal.given(FACTS).at("2022-05-31T16:30:00Z");
        assertThat(account("--format", "json")).isZero();
        assertThat(terminal.json().get("asOf")).isEqualTo("2022-06-01");
        assertThat(terminal.out()).contains("pollutant.reduction.cod");
    }

    @Test
    void anUnknownElementIsNamedByLineWithStatus2AndNothingOnStandardOutput() {
        terminal.given(FACTS + "郑州,2021,energy.totel,1,万吨标准煤,最终,公报,\n");
        assertThat(account("--format", "json")).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("标准输入 第5行 element 列“energy.totel”", "是不是 energy.total？", "LH-1501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "某州,2021,gdp.constant,1,亿元,最终,公报,",
                "郑州,2021,gdp.constant,1,吨,最终,公报,",
                "郑州,2021年,gdp.constant,1,亿元,最终,公报,",
                "郑州,2021,gdp.constant,\"1,200\",亿元,最终,公报,",
                "郑州,2021,gdp.constant,１２,亿元,最终,公报,",
                "郑州,2021,gdp.constant,,亿元,最终,公报,",
                "郑州,2021,gdp.constant,1,亿元",
                "郑州,2021,gdp.constant,1,亿元,最终,\"公报,"
            })
    void everyBadRowIsRefusedWithItsLine(String row) {
        terminal.given(FACTS + row + "\n");
        assertThat(account()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("标准输入 第5行").doesNotContain("\tat ", "Exception");
    }

    @Test
    void aFileInGbkIsReadAndSaid() {
        terminal.given(FACTS.getBytes(Charset.forName("GBK")));
        assertThat(account("--format", "json")).isZero();
        assertThat(terminal.err()).contains("按 GBK 读取");
        assertThat(terminal.json()).isNotEmpty();
    }

    @Test
    void samplesAreMarkedInEveryOutput() {
        String samples = """
                region,period,element,value,unit,stage,source,sample
                郑州,2021,energy.growth,2.0,%,最终,样例,是
                郑州,2021,gdp.growth,4.7,%,最终,样例,是
                """;
        terminal.given(samples);
        assertThat(account("--format", "json")).isZero();
        assertThat(terminal.json().get("sample")).isEqualTo(true);
        assertThat(first(json("figures"), "indicator", "energy.intensity.change")
                        .get("sample"))
                .isEqualTo(true);
        Terminal csv = new Terminal().given(samples);
        csv.run("account", "--plan", "zhengzhou-14fyp", "--facts", "-", "--format", "csv");
        assertThat(csv.csv()).anyMatch(row -> row.getField("sample").equals("是"));
        Terminal table = new Terminal().given(samples);
        table.run("account", "--plan", "zhengzhou-14fyp", "--facts", "-");
        assertThat(table.out()).contains("※ 样例数据，不是任何地区的真实情况。").containsPattern("单位GDP能耗变化率.*※");
    }

    @Test
    void aPlanIsAFolderOrTheNameOfOne() throws IOException {
        terminal.given(FACTS);
        String folder = Terminal.ROOT.resolve("plans/zhengzhou-14fyp").toString();
        assertThat(terminal.runAt(null, "account", "--plan", folder, "--facts", "-", "--format", "json"))
                .as("rules and register are found above the plan")
                .isZero();
        Terminal unknown = new Terminal();
        assertThat(unknown.run("account", "--plan", "zhengzhou", "--facts", "-"))
                .isEqualTo(2);
        assertThat(unknown.err()).contains("没有这个方案目录", "erqi-2015", "zhengzhou-eco-14fyp");
        Terminal nowhere = new Terminal();
        assertThat(nowhere.runAt(temp, "account", "--plan", "zhengzhou-14fyp", "--facts", "-"))
                .isEqualTo(2);
        assertThat(nowhere.err()).contains("LH-1702");
    }

    @Test
    void aBrokenPlanIsNamedAndNothingIsComputed() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("fuzhou-14fyp"));
        for (String file : List.of("plan.yaml", "clauses.csv", "targets.csv", "tasks.csv")) {
            String text =
                    Files.readString(Terminal.ROOT.resolve("plans/fuzhou-14fyp").resolve(file));
            Files.writeString(folder.resolve(file), text.replace("累计量,=,16000,", "累计量,=,一万六,"));
        }
        terminal.given(FACTS);
        assertThat(terminal.run("account", "--plan", folder.toString(), "--facts", "-"))
                .isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("fuzhou-14fyp/targets.csv 第3行 value 列“一万六”：不是数值");
    }

    @Test
    void factsComeFromAFileToo() throws IOException {
        Path file = temp.resolve("数据.csv");
        Files.writeString(file, FACTS);
        assertThat(terminal.run(
                        "account",
                        "--plan",
                        "zhengzhou-14fyp",
                        "--facts",
                        file.toString(),
                        "--format",
                        "json",
                        "--trace"))
                .isZero();
        assertThat(terminal.out()).contains("数据.csv:2");
        Terminal missing = new Terminal();
        assertThat(missing.run("account", "--plan", "zhengzhou-14fyp", "--facts", "no.csv"))
                .isEqualTo(2);
        assertThat(missing.err()).contains("no.csv：读不了：没有这个文件");
        Terminal folder = new Terminal();
        assertThat(folder.run("account", "--plan", "zhengzhou-14fyp", "--facts", temp.toString()))
                .isEqualTo(2);
        assertThat(folder.out()).isEmpty();
    }

    @Test
    void yearsWithoutRulesServeAsBaseAndAreSaid() {
        terminal.given("""
                region,period,element,value,unit,stage,source
                郑州,2005,energy.total,100,万吨标准煤,最终,表
                郑州,2031,energy.total,100,万吨标准煤,最终,表
                """);
        assertThat(account("--format", "json")).isZero();
        assertThat(terminal.err()).contains("2005、2031", "LH-1703");
        assertThat((List<?>) json("figures")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-100", "-150", "0", "999999999999999999", "-99.999999"})
    void wildValuesGiveFiguresOrReasonsButNeverAFaultOfTheProgram(String wild) {
        terminal.given("""
                region,period,element,value,unit,stage,source
                郑州,2021,energy.growth,%1$s,%%,最终,表
                郑州,2021,gdp.growth,%1$s,%%,最终,表
                登封,2021,energy.growth,%1$s,%%,最终,表
                登封,2021,gdp.growth,5,%%,最终,表
                荥阳,2020,energy.total,%1$s,万吨标准煤,最终,表
                荥阳,2021,energy.total,%1$s,万吨标准煤,最终,表
                荥阳,2021,gdp.growth.planned,%1$s,%%,最终,表
                荥阳,2020,gdp.constant,%1$s,亿元,最终,表
                荥阳,2021,gdp.constant,%1$s,亿元,最终,表
                中牟,2021,energy.intensity.change.published,%1$s,%%,最终,表
                中牟,2022,energy.intensity.change.published,%1$s,%%,最终,表
                """.formatted(wild));
        assertThat(account("--format", "json", "--trace")).as(terminal.err()).isZero();
        assertThat((List<?>) json("figures")).isNotEmpty();
    }

    @Test
    void helpIsChineseWithAnExample() {
        assertThat(terminal.run("account", "--help")).isZero();
        assertThat(terminal.out()).contains("用法：", "--as-of", "例：", "luheng account --plan");
        Terminal top = new Terminal();
        assertThat(top.run()).isZero();
        assertThat(top.out()).contains("account");
    }

    @Test
    void wrongArgumentsAreSaidInChineseWithStatus2() {
        assertThat(terminal.run("account")).isEqualTo(2);
        assertThat(terminal.err()).contains("缺少 --plan 方案", "--facts 文件", "account --help");
        assertThat(terminal.out()).isEmpty();
        Terminal day = new Terminal();
        assertThat(day.run("account", "--plan", "x", "--facts", "-", "--as-of", "昨天"))
                .isEqualTo(2);
        assertThat(day.err()).contains("“昨天”不是日期");
        Terminal format = new Terminal();
        assertThat(format.run("account", "--plan", "x", "--facts", "-", "--format", "xml"))
                .isEqualTo(2);
        Terminal unknown = new Terminal();
        assertThat(unknown.run("accuont")).isEqualTo(2);
        assertThat(unknown.err()).contains("accuont");
    }
}
