package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words in which plans, rules and facts are written mean one thing each. */
class VocabularyTest {
    private static <T> void eachIsFoundByItsWord(
            List<T> all, Function<T, String> word, Function<String, @Nullable T> of) {
        assertThat(all).extracting(word).doesNotContain("").doesNotHaveDuplicates();
        assertThat(all).allSatisfy(one -> assertThat(of.apply(word.apply(one))).isEqualTo(one));
    }

    @Test
    void everyWordLeadsBackToWhatItIsOf() {
        eachIsFoundByItsWord(Arrays.asList(Certainty.values()), Certainty::code, Certainty::of);
        eachIsFoundByItsWord(Arrays.asList(Relation.values()), Relation::code, Relation::of);
        eachIsFoundByItsWord(Arrays.asList(Stage.values()), Stage::word, Stage::of);
        eachIsFoundByItsWord(Arrays.asList(State.values()), State::word, State::of);
        eachIsFoundByItsWord(Arrays.asList(TargetKind.values()), TargetKind::word, TargetKind::of);
    }

    @Test
    void anUnknownWordIsNothing() {
        assertThat(Certainty.of("sure")).isNull();
        assertThat(Relation.of("≥")).isNull();
        assertThat(Stage.of("快报")).isNull();
        assertThat(TargetKind.of("")).isNull();
        assertThatThrownBy(() -> State.of("绿")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"WRONG_WAY, 1", "FAR, 1", "SHORT, 2", "OVER, 2", "ON_PATH, 3", "MET, 0", "EXEMPT, 0", "NO_DATA, 0"})
    void onlyALightHasALevel(State state, int level) {
        assertThat(state.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"GEOMETRIC, 几何", "LINEAR, 线性"})
    void formsOfAPath(PathForm form, String word) {
        assertThat(form.word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"INCENTIVE, incentive, 达到激励目标", "INTENSITY, intensity, 完成强度目标", "NONE, none, 不免"})
    void whatFreesFromTheTotal(TotalExempt rule, String code, String word) {
        assertThat(rule.code()).isEqualTo(code);
        assertThat(rule.word()).startsWith(word);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "energy.intensity.change, intensity",
                "energy.intensity.cumulative, progress",
                "energy.total.assessed, total",
                "energy.total.target, 无",
                "energy.intensity.share, 无",
                "green, green"
            },
            nullValues = "无")
    void theLightThatJudgesAFigure(String figure, @Nullable String light) {
        assertThat(Element.lightOf(figure)).isEqualTo(light);
        if (light != null) {
            assertThat(Element.judgedBy(light)).isEqualTo(figure);
        }
    }
}
