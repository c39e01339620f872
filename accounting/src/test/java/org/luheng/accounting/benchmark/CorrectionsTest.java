package org.luheng.accounting.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;

class CorrectionsTest {
    private static @Nullable BigDecimal grade(Plant plant, String consumption) {
        return plant.compared(consumption).grade().value();
    }

    private static String refusal(Plant plant, String consumption) {
        Figure grade = plant.compared(consumption).grade();
        assertThat(grade.value()).isNull();
        return Objects.requireNonNull(grade.missing());
    }

    @Test
    void altitudeLoosensTheThirdGradeAloneAndNotTheValue_GB16780_2021() {
        // 117 × 1.02 = 119.34
        assertThat(grade(new Plant().claims("海拔", "2000", "1.02"), "119.34")).isEqualByComparingTo("3");
        assertThat(grade(new Plant().claims("海拔", "2000", "1.02"), "119.35")).isEqualByComparingTo("4");
        assertThat(grade(new Plant().claims("海拔", "2000", "1.02"), "107.01")).isEqualByComparingTo("3");
        Comparison compared = new Plant().claims("海拔", "2000", "1.02").compared("118");
        assertThat(compared.position().value()).isEqualByComparingTo("3");
        Trace trace = compared.grade().trace();
        assertThat(trace.formula()).isEqualTo("118 > 1级 100；118 > 2级 107；118 ≤ 3级 119.34");
        Trace step = trace.children().get(1);
        assertThat(step.text()).isEqualTo("3级限额按“海拔 2000 m”修正");
        assertThat(step.formula()).isEqualTo("117 × 1.02 = 119.34");
        assertThat(step.value()).isEqualByComparingTo("119.34");
        assertThat(step.unit()).isEqualTo("kgce/t");
        assertThat(step.children()).extracting(Trace::ref).containsExactly("c-海拔");
        assertThat(compared.grade().bracketed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1500, 1.02, 修正“海拔”须高于 1500 m，现为 1500",
        "800, 1.02, 修正“海拔”须高于 1500 m，现为 800",
        ", 1.02, 修正“海拔”缺条件的数值（m）",
        "2000, , 修正“海拔”缺系数",
        "2000, 1.2, 修正“海拔”的系数 1.2 超出标准公式可得的范围",
        "2000, 0.9, 修正“海拔”的系数 0.9 超出标准公式可得的范围",
    })
    void aCorrectionThatDoesNotFitIsRefusedAndThePolicyStillCompared(String altitude, String factor, String why) {
        Plant plant = new Plant().claims("海拔", altitude, factor);
        assertThat(refusal(plant, "118")).isEqualTo(why);
        assertThat(plant.compared("118").position().value()).isEqualByComparingTo("3");
    }

    @Test
    void theBoundsOfAFactorAreWithin() {
        assertThat(grade(new Plant().claims("海拔", "1501", "0.968"), "118")).isEqualByComparingTo("4");
        assertThat(grade(new Plant().claims("海拔", "1501", "1.179"), "137.943")).isEqualByComparingTo("3");
    }

    @Test
    void additionsToNegativeLimits_GB21256_2025() {
        // −12 + 0.23 × 10 + 1.2 = −8.5
        Plant plant =
                new Plant().of("转炉工序", "kgce/t").claims("钢种 轴承", null, null).claims("废钢比", "10", null);
        assertThat(grade(plant, "-8.5")).isEqualByComparingTo("3");
        assertThat(grade(plant, "-8.4")).isEqualByComparingTo("4");
        assertThat(plant.compared("-8.5").grade().trace().children())
                .extracting(Trace::formula)
                .contains("-30 + 2.3 = -27.7", "-12 + 2.3 = -9.7", "-9.7 + 1.2 = -8.5");
        assertThat(plant.compared("-8.5").grade().trace().children())
                .extracting(Trace::text)
                .contains("1级限额按“废钢比 10 %”修正", "1级限额按“钢种 轴承”修正");
    }

    @Test
    void aStandardMultipliesAndAddsInItsOwnOrder_GB21256_2025_eaf() {
        // 86 × 1.10 − 0.8 × 20 = 78.6, not (86 − 16) × 1.10 = 77
        Plant plant = new Plant()
                .of("电弧炉工序 <50 t", "kgce/t")
                .claims("铁水比", "20", null)
                .claims("全不锈钢", null, null);
        assertThat(plant.compared("79").grade().value()).isEqualByComparingTo("4");
        assertThat(plant.compared("79").grade().trace().formula()).isEqualTo("79 > 1级 51.1；2级 空缺；79 > 3级 78.6");
    }

    @ParameterizedTest
    @CsvSource({"62, 117", "65, 117", "61, 120.61", "57, 135.05", "50, 135.05"})
    void anAdditionStaysWithinItsBounds(String grade, String limit) {
        Plant plant = new Plant().claims("品位", grade, null);
        assertThat(grade(plant, limit)).isEqualByComparingTo("3");
        assertThat(grade(
                        plant, new BigDecimal(limit).add(new BigDecimal("0.01")).toPlainString()))
                .isEqualByComparingTo("4");
    }

    @Test
    void whatAStandardLaysDownCannotBeStatedOtherwise() {
        assertThat(refusal(new Plant().claims("品位", "57", "1.5"), "118")).isEqualTo("修正“品位”由标准规定，不能另定系数");
        assertThat(refusal(new Plant().of("转炉工序", "kgce/t").claims("钢种 轴承", "3", null), "-8"))
                .isEqualTo("修正“钢种 轴承”不需要条件的数值");
        assertThat(refusal(new Plant().states("品位", null, "50", "矿石差", "3级"), "118"))
                .isEqualTo("修正“品位”由标准规定，不能另定增减量或适用的限额");
        assertThat(refusal(new Plant().states("品位", null, "50", "矿石差"), "118")).isEqualTo("修正“品位”由标准规定，不能另定增减量或适用的限额");
        assertThat(refusal(new Plant().claims("品位", "57", null).claims("品位", "57", null), "118"))
                .isEqualTo("修正“品位”写了两次");
    }

    @Test
    void aStatedCorrectionIsBracketedAndGivesItsReason() {
        Plant plant = new Plant().states("协同处置", null, "4", "处置生活垃圾，省工信厅核定", "基准");
        Comparison compared = plant.compared("121");
        assertThat(compared.position().value()).isEqualByComparingTo("2");
        assertThat(compared.position().bracketed()).isTrue();
        assertThat(compared.position().edition().certainty()).isEqualTo(Certainty.UNSURE);
        assertThat(compared.position().trace().children().get(1).text()).isEqualTo("基准限额按填报的“协同处置”修正，理由：处置生活垃圾，省工信厅核定");
        assertThat(compared.position().trace().children().get(1).formula()).isEqualTo("117 + 4 = 121");
        assertThat(compared.grade().value()).isEqualByComparingTo("4");
        assertThat(compared.grade().bracketed()).isFalse();
        assertThat(Objects.requireNonNull(compared.scale()).level("基准").limit()).isEqualByComparingTo("121");
    }

    @Test
    void aStatedCorrectionNeedsLevelsReasonAndOneOfFactorAndAddition() {
        String why = "修正“协同处置”不在规则之内，须写明适用的限额、理由，以及系数或增减量之一";
        for (Plant plant : List.of(
                new Plant().states("协同处置", null, "4", "理由"),
                new Plant().states("协同处置", null, "4", " ", "3级"),
                new Plant().states("协同处置", "1.1", "4", "理由", "3级"),
                new Plant().states("协同处置", null, null, "理由", "3级"))) {
            assertThat(refusal(plant, "118")).isEqualTo(why);
        }
        assertThat(refusal(new Plant().states("协同处置", "0", null, "理由", "3级"), "118"))
                .isEqualTo("修正“协同处置”的系数须大于零");
        assertThat(refusal(new Plant().states("协同处置", "-1", null, "理由", "3级"), "118"))
                .isEqualTo("修正“协同处置”的系数须大于零");
        assertThat(grade(new Plant().states("协同处置", "1.1", null, "理由", "3级"), "128.7"))
                .isEqualByComparingTo("3");
    }

    @Test
    void aFactorOnANegativeLimitWouldTightenItAndIsRefused() {
        assertThat(refusal(new Plant().of("转炉工序", "kgce/t").states("高原", "1.1", null, "理由", "3级"), "-12"))
                .isEqualTo("3级限额 -12 为负，不能乘系数，只能写增减量");
    }

    @Test
    void aCorrectionMayNotTurnTheOrderOfLimits() {
        assertThat(refusal(new Plant().states("从严", null, "-20", "理由", "3级"), "90"))
                .isEqualTo("修正后3级限额反而比更严的一级还低");
        assertThat(grade(new Plant().states("从严", null, "-10", "理由", "3级"), "107"))
                .isEqualByComparingTo("2");
    }

    @Test
    void theFirstReasonOfSeveralIsGiven() {
        assertThat(refusal(new Plant().claims("海拔", "800", "1.02").states("从严", null, "-20", "理由", "3级"), "90"))
                .isEqualTo("修正“海拔”须高于 1500 m，现为 800");
    }

    @Test
    void aCorrectionThatIsHalfWrittenIsNone() {
        assertThatThrownBy(() -> Plant.correction("p", "n", Correction.Form.PER_UNIT, null, "1", null, null, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Plant.correction("p", "n", Correction.Form.FACTOR, null, null, null, null, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Plant.correction("p", "n", Correction.Form.STATED_FACTOR, null, "1", null, null, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Plant.correction("p", "n", Correction.Form.ADDITION, "1", "1", null, null, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
