package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.DISTRICT;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets as a reader would say them, and which of several a place is held to. */
class TargetTest {
    private static Target target(
            String region, String scope, String nature, TargetKind kind, Relation relation, @Nullable String value) {
        return new Target(
                region + scope + nature,
                "二",
                "指标",
                "green",
                kind,
                relation,
                value == null ? null : new BigDecimal(value),
                relation == Relation.RANGE ? new BigDecimal("30") : null,
                kind == TargetKind.CLASS ? "类" : "%",
                2020,
                null,
                Example.due("2025-06"),
                false,
                region,
                scope,
                nature,
                "",
                0,
                0,
                "");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "SHARE, AT_LEAST, 90, 不低于90%",
                "SHARE, AT_MOST, 90, 不高于90%",
                "SHARE, ABOUT, 90, 90%左右",
                "SHARE, RANGE, 20, 20—30%",
                "RELATIVE_CHANGE, FALL, 14, 下降14%",
                "CLASS, AT_LEAST, 3, 达到或优于Ⅲ类",
                "CLASS, EQUAL, 3, 达到Ⅲ类",
                "DEADLINE, DONE, 无, 2025年6月底前完成"
            },
            nullValues = "无")
    void inWords(TargetKind kind, Relation relation, @Nullable String value, String words) {
        assertThat(target(CITY, "", "", kind, relation, value).inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, Ⅰ", "3, Ⅲ", "5, Ⅴ", "6, 劣Ⅴ", "0, 0", "7, 7"})
    void classesOfWater(BigDecimal number, String name) {
        assertThat(Target.className(number)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"FALL, -14", "FALL_AT_LEAST, -14", "RISE, 14", "RISE_AT_LEAST, 14"})
    void aFallIsNegative(Relation relation, BigDecimal change) {
        assertThat(target(CITY, "", "", TargetKind.RELATIVE_CHANGE, relation, "14")
                        .change())
                .isEqualByComparingTo(change);
    }

    @Test
    void whatHasNoNumberHasNoChange() {
        Target deadline = target(CITY, "", "", TargetKind.DEADLINE, Relation.DONE, null);
        assertThatThrownBy(deadline::change)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(CITY);
    }

    private static Plan plan(List<String> divides, Target... targets) {
        return new Plan(
                "p",
                "例",
                "例",
                CITY,
                divides,
                2021,
                2025,
                2020,
                PathForm.GEOMETRIC,
                false,
                TotalExempt.NONE,
                "",
                List.of(targets),
                "hash");
    }

    private static Target share(String region, String scope, String nature) {
        return target(region, scope, nature, TargetKind.SHARE, Relation.AT_LEAST, "90");
    }

    @Test
    void thePlacesOwnTargetGoesBeforeThoseOfANarrowerScope() {
        Target narrow = share(CITY, "工业园区", "");
        Target whole = share(CITY, "", "");
        Target other = share(CITY, "", "约束性");
        Target incentive = share(CITY, "", "激励目标");
        Plan plan = plan(List.of(), narrow, incentive, whole, other);
        assertThat(plan.target(CITY, "green")).isSameAs(whole);
        assertThat(plan(List.of(), narrow, incentive).target(CITY, "green")).isSameAs(narrow);
        assertThat(plan(List.of(), incentive).target(CITY, "green")).isNull();
        assertThat(plan.incentive(CITY, "green")).isSameAs(incentive);
        assertThat(plan(List.of(), whole).incentive(CITY, "green")).isNull();
        assertThat(plan.targets(CITY)).containsExactly(narrow, incentive, whole, other);
        assertThat(plan.targets(DISTRICT)).isEmpty();
        assertThat(plan.targets(CITY, "grey")).isEmpty();
    }

    @ParameterizedTest(name = "四个地方中 {0} 个有自己的目标")
    @CsvSource({"1, false", "2, true", "4, true"})
    void anIndicatorIsDividedWhereHalfOfThePlacesHaveTheirOwn(int places, boolean divided) {
        List<String> below = List.of("410102", "410103", "410104", "410105");
        Target[] targets =
                below.stream().limit(places).map(each -> share(each, "", "")).toArray(Target[]::new);
        assertThat(plan(below, targets).dividedIndicators().contains("green")).isEqualTo(divided);
        assertThat(plan(below, targets).places()).hasSize(5).startsWith(CITY);
    }

    @Test
    void targetsOfTheCityItselfOrOfPartsDivideNothing() {
        assertThat(plan(List.of(DISTRICT), share(CITY, "", "")).dividedIndicators())
                .isEmpty();
        assertThat(plan(List.of(DISTRICT), share(DISTRICT, "工业园区", "")).dividedIndicators())
                .isEmpty();
    }
}
