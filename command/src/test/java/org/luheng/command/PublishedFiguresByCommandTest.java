package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Path;
import org.luheng.accounting.PathForm;

/** Figures that others published come out of {@code luheng account}. */
class PublishedFiguresByCommandTest {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal HALF_OF_A_TENTH = new BigDecimal("0.05");

    private static String figure(Terminal terminal, String region, String period, String indicator) {
        return terminal.csv().stream()
                .filter(row -> row.getField("kind").equals("figure"))
                .filter(row -> row.getField("region").equals(region)
                        && row.getField("period").equals(period)
                        && row.getField("indicator").equals(indicator))
                .map(row -> row.getField("value"))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal rate(BigDecimal energy, BigDecimal product) {
        MathContext digits = MathContext.DECIMAL128;
        return HUNDRED.add(energy)
                .divide(HUNDRED.add(product), digits)
                .subtract(BigDecimal.ONE)
                .multiply(HUNDRED);
    }

    /**
     * 2020年分省（区、市）万元地区生产总值能耗降低率公报 against the two growth rates, which are published to 0.1: whatever the
     * true inputs were, ours may differ from the published figure by what ±0.05 on both of them and the rounding of the
     * published figure itself allow, some 0.105 points.
     */
    @ParameterizedTest(name = "{0} 2020: 能耗 {1}%, GDP {2}% → {3}%, 公布 {4}%")
    @CsvSource({
        "内蒙古, 7.1, 0.2, 6.89, 6.89, 0.005",
        "湖北, -6.1, -5.0, -1.16, -1.17, 0.005",
        "福建, 1.4, 3.3, -1.84, -1.83, 0.005",
        "全国, 2.2, 2.3, -0.10, -0.1, 0.05"
    })
    void changesOf2020AreThePublishedOnesWithinTheRoundingOfTheirInputs(
            String region,
            BigDecimal energy,
            BigDecimal product,
            BigDecimal computed,
            BigDecimal published,
            BigDecimal outputRounding) {
        Terminal terminal = new Terminal()
                .given("region,period,element,value,unit,stage,source\n"
                        + region + ",2020,energy.growth," + energy + ",%,最终,2020年统计公报\n"
                        + region + ",2020,gdp.growth," + product + ",%,最终,2020年统计公报\n");
        assertThat(terminal.run("account", "--plan", "zhengzhou-14fyp", "--facts", "-", "--format", "csv"))
                .isZero();
        BigDecimal ours = new BigDecimal(figure(terminal, region, "2020", "energy.intensity.change"));
        assertThat(ours.setScale(2, RoundingMode.HALF_EVEN)).isEqualByComparingTo(computed);
        BigDecimal lowest = rate(energy.subtract(HALF_OF_A_TENTH), product.add(HALF_OF_A_TENTH))
                .subtract(outputRounding);
        BigDecimal highest = rate(energy.add(HALF_OF_A_TENTH), product.subtract(HALF_OF_A_TENTH))
                .add(outputRounding);
        assertThat(published).isBetween(lowest, highest);
    }

    /** Domain rules §1: R = 14, done 2.5, 3.0 and 1.0 → cumulative 6.371 %, 4.161 % a year for the two years left. */
    @Test
    void threeYearsOf2_5And3_0And1_0Make6_371AndLeave4_161AYear() {
        Terminal terminal = new Terminal().given("""
                region,period,element,value,unit,stage,source
                福州市,2021,energy.intensity.change.published,-2.5,%,最终,反馈数
                福州市,2022,energy.intensity.change.published,-3.0,%,最终,反馈数
                福州市,2023,energy.intensity.change.published,-1.0,%,最终,反馈数
                """);
        assertThat(terminal.run("account", "--plan", "fuzhou-14fyp", "--facts", "-", "--format", "csv"))
                .isZero();
        assertThat(rounded(figure(terminal, "福州市", "2023", "energy.intensity.cumulative"), 3))
                .isEqualTo("-6.371");
        assertThat(rounded(figure(terminal, "福州市", "2023", "energy.intensity.required"), 3))
                .isEqualTo("-4.161");
    }

    private static String rounded(String value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** 重庆市: “14%（即逐年下降2.97%）”; the others computed by the same rule. */
    @ParameterizedTest(name = "五年下降 {0}% 为每年 {1}%")
    @CsvSource({"14, 2.9714", "13.5, 2.859", "15.5, 3.312", "20, 4.365", "6, 1.230"})
    void fiveYearTargetsDivideGeometrically(BigDecimal target, BigDecimal yearly) {
        Path path = new Path(target.movePointLeft(2).negate(), 2020, 2025, PathForm.GEOMETRIC);
        assertThat(path.yearly().negate().movePointRight(2).setScale(yearly.scale(), RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(yearly);
    }

    @ParameterizedTest(name = "{0}: 同比 {2}% 对年度进度 {3}% 为 {4} 级")
    @CsvSource({
        "登封市, zhengzhou-14fyp, -4.4, -4.36, 3",
        "登封市, zhengzhou-14fyp, -4.3, -4.36, 2",
        "登封市, zhengzhou-14fyp, 0.1, -4.36, 1",
        "荥阳市, zhengzhou-14fyp, -1.24, -1.23, 3",
        "运城市, yuncheng-14fyp, -3.30, -3.31, 2",
        "福州市, fuzhou-14fyp, -2.98, -2.97, 3",
        "二七区, erqi-2015, -2.0, -2, 3"
    })
    void theLightHoldsTheChangeAgainstTheYearsShare(
            String region, String plan, String change, String share, String level) {
        String year = plan.equals("erqi-2015") ? "2015" : "2022";
        Terminal terminal = new Terminal()
                .given("region,period,element,value,unit,stage,source\n" + region + "," + year
                        + ",energy.intensity.change.published," + change + ",%,最终,反馈数\n");
        assertThat(terminal.run("account", "--plan", plan, "--facts", "-", "--format", "csv"))
                .isZero();
        NamedCsvRecord light = terminal.csv().stream()
                .filter(row -> row.getField("kind").equals("light")
                        && row.getField("indicator").equals("intensity"))
                .findFirst()
                .orElseThrow();
        assertThat(light.getField("level")).isEqualTo(level);
        assertThat(light.getField("reason")).contains("年度进度要求" + share + "%");
    }
}
