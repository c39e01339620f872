package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is computed by a formula, as the user of the command sees it. */
class FormulasByCommandTest {
    private static final String FACTS = """
            region,period,element,value,unit,stage,source
            郑州,2021,straw.used,94,万吨,最终,台账
            郑州,2021,straw.collectable,1000000,吨,最终,台账
            郑州,2021,institution.energy,17950,吨标准煤,最终,统计
            郑州,2021,institution.area,100,万平方米,最终,统计
            郑州,2021,institution.energy-per-area,18,千克标准煤/平方米,最终,统计
            郑州,2021,water.use,20,亿立方米,最终,公报
            郑州,2021,gdp.constant,12500,亿元,最终,年鉴
            郑州,2021,institution.people,0,人,最终,统计
            """;

    private final Terminal terminal = new Terminal().given(FACTS);

    private int account(String... more) {
        String[] args = new String[5 + more.length];
        System.arraycopy(new String[] {"account", "--plan", "zhengzhou-14fyp", "--facts", "-"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return terminal.run(args);
    }

    @Test
    void theTableHasFormulaReasonDifferenceAndBrackets() {
        assertThat(account("--trace")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .contains(
                        "秸秆综合利用量 94万吨 ÷ 秸秆可收集量 100万吨 = 94%",
                        "公式：秸秆综合利用率（已见公开文本）〔formula-agriculture-straw-use〕",
                        "秸秆综合利用量 ÷ 秸秆可收集量。可收集量为零的不算",
                        "按公式另算（未采用），报数多 0.05千克标准煤/平方米",
                        "公共机构综合能耗 17950吨标准煤 ÷ 公共机构建筑面积 1000000平方米 = 17.95千克标准煤/平方米",
                        "按公式算，除数不是正数：公共机构用能人数 0人（2021）",
                        "万元地区生产总值用水量",
                        "（16） 立方米/万元");
        assertThat(terminal.out().lines()).allMatch(line -> Width.of(line) <= 100);
    }

    @Test
    void jsonAndCsvSayTheSame() {
        assertThat(account("--format", "json", "--trace")).isZero();
        List<?> figures = (List<?>) terminal.json().get("figures");
        assertThat(figures).isNotNull();
        Map<?, ?> straw = figure(figures, "agriculture.straw-use");
        assertThat(straw.get("value")).isEqualTo("94");
        assertThat(straw.get("unit")).isEqualTo("%");
        assertThat(String.valueOf(straw.get("trace")))
                .contains("kind=fact", "ref=标准输入:2", "ref=标准输入:3", "ref=formula-agriculture-straw-use");
        assertThat(figure(figures, "water.intensity.gdp").get("value")).isEqualTo("16");
        Terminal csv = new Terminal().given(FACTS);
        assertThat(csv.run("account", "--plan", "zhengzhou-14fyp", "--facts", "-", "--format", "csv"))
                .isZero();
        assertThat(csv.csv()).anySatisfy(row -> {
            assertThat(row.getField("indicator")).isEqualTo("agriculture.straw-use");
            assertThat(row.getField("value")).isEqualTo("94");
        });
    }

    private static Map<?, ?> figure(List<?> figures, String indicator) {
        for (Object each : figures) {
            if (each instanceof Map<?, ?> figure && indicator.equals(figure.get("indicator"))) {
                return figure;
            }
        }
        throw new AssertionError("no figure of " + indicator);
    }
}
