package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luheng.files.Calculation;
import org.luheng.files.Calculations;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;

class CalculateTest {
    private static final String HEADER = "id,name,region,source,measure,pollutant,year,base_emission,in_base\n";

    private final Terminal terminal = new Terminal();

    static Stream<Calculation> kinds() {
        RulesFolder rules = RulesFolder.read(Terminal.ROOT.resolve("rules"));
        Register register = Register.read(Terminal.ROOT.resolve("register"));
        return Calculations.of(rules, register, List.of()).kinds().stream();
    }

    @Test
    void withoutAKindThereIsAListOfThem() {
        assertThat(terminal.run("calculate")).isZero();
        kinds().forEach(kind -> assertThat(terminal.out()).contains(kind.code()).contains(kind.title()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theExampleOfEachKindComputesWithoutAnError(Calculation kind) {
        assertThat(terminal.run("calculate", kind.code(), "--example")).isZero();
        String example = terminal.out();
        Terminal next = new Terminal().given(example);
        assertThat(next.run("calculate", kind.code(), "-", "--format", "json"))
                .as(next.err())
                .isZero();
        List<?> figures = (List<?>) next.json().get("figures");
        assertThat(figures).isNotEmpty();
        for (Object figure : figures == null ? List.of() : figures) {
            Map<?, ?> map = (Map<?, ?>) figure;
            assertThat(map.get("name"))
                    .as("%s has a name", map.get("indicator"))
                    .isNotEqualTo(map.get("indicator"));
            assertThat(map.get("value") == null).isNotEqualTo(map.get("missing") == null);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyColumnIsExplainedAndTheExampleUsesNoOther(Calculation kind) {
        assertThat(terminal.run("calculate", kind.code(), "--columns")).isZero();
        List<String> names =
                kind.columns().stream().map(Calculation.Column::name).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(terminal.out()).contains(name));
        String[] header = kind.example().lines().findFirst().orElseThrow().split(",", -1);
        assertThat(names).contains(header);
        assertThat(kind.columns())
                .allSatisfy(column -> assertThat(column.meaning()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEmptyTableAndNoTableAreRefused(Calculation kind) {
        assertThat(terminal.run("calculate", kind.code(), "-")).isEqualTo(Luheng.REFUSED);
        assertThat(terminal.err()).contains("LH-");
        assertThat(new Terminal().run("calculate", kind.code())).isEqualTo(Luheng.REFUSED);
        Terminal gone = new Terminal();
        assertThat(gone.run("calculate", kind.code(), "没有.csv")).isEqualTo(Luheng.REFUSED);
        assertThat(gone.err()).contains("没有.csv").contains("没有这个文件");
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnown() {
        assertThat(terminal.run("calculate", "weather", "-")).isEqualTo(Luheng.REFUSED);
        assertThat(terminal.err()).contains("weather").contains("reductions");
    }

    @Test
    void closureCountsItsBaseEmissionAndStandsAgainstThePlansOfItsPlace() {
        terminal.given(HEADER + "P1,某砖厂关停,登封市,窑,closure,NOx,2022,36.5,是\n");
        assertThat(terminal.run("calculate", "reductions", "-", "--trace")).isZero();
        assertThat(terminal.out())
                .contains("某砖厂关停")
                .contains("36.5")
                .contains("（36.5）")
                .contains("氮氧化物减排量完成规划目标的比例");
    }

    @Test
    void aRowAtFaultIsLeftOutAndFoundAndTheOthersCount() {
        terminal.given(HEADER + "P1,甲,登封市,窑,closure,NOx,2022,36.5,是\nP2,乙,登封市,窑,closure,NOx,二〇二二,1,是\n");
        assertThat(terminal.run("calculate", "reductions", "-", "--format", "csv"))
                .isEqualTo(Luheng.REFUSED);
        assertThat(terminal.err()).contains("第3行").contains("共 1 处错误");
        assertThat(terminal.csv())
                .anySatisfy(row -> assertThat(row.getField("value")).isEqualTo("36.5"));
        assertThat(terminal.out()).doesNotContain("乙");
    }

    @Test
    void cellsPastedFromASpreadsheetAreReadByTheirTabs() {
        terminal.given((HEADER + "P1,某砖厂关停、一二号窑,登封市,窑,closure,NOx,2022,36.5,是\n")
                .replace(',', '\t')
                .replace('、', ','));
        assertThat(terminal.run("calculate", "reductions", "-"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("某砖厂关停,一二号窑").contains("（36.5）");
    }

    @Test
    void gbkIsReadWithANotice() {
        byte[] table = (HEADER + "P1,某砖厂关停,登封市,窑,closure,NOx,2022,36.5,是\n").getBytes(Charset.forName("GBK"));
        assertThat(terminal.given(table).run("calculate", "reductions", "-")).isZero();
        assertThat(terminal.out()).contains("某砖厂关停");
        assertThat(terminal.err()).contains("GBK");
    }
}
