package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target that names no base: whether it is met, at its very edge, before it is due and then. Less of it is better. */
class TargetMetTest {
    private static final String SHARE = "share.of.something";

    private static Light light(TargetKind kind, Relation relation, @Nullable String value, String year, String actual) {
        Snapshot snapshot = new Example()
                .indicator(SHARE, Indicator.Accumulation.STOCK, "%")
                .target(CITY, SHARE, kind, relation, value, kind == TargetKind.DEADLINE ? "" : "%", null, null)
                .fact(CITY, year, SHARE, actual)
                .snapshot();
        return snapshot.light(snapshot.plan().targets().getFirst(), Example.period(year));
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 2025, 29.9, OVERDUE",
        "AT_LEAST, 2024, 29.9, NOT_YET",
        "AT_LEAST, 2025, 30, MET",
        "AT_LEAST, 2024, 31, MET",
        "EQUAL, 2025, 29.99, MET",
        "EQUAL, 2025, 30.01, OVERDUE",
        "AT_MOST, 2025, 30.1, OVERDUE",
        "AT_MOST, 2024, 30.1, NOT_YET",
        "AT_MOST, 2025, 30, MET",
        "MORE, 2025, 30, OVERDUE",
        "MORE, 2025, 30.01, MET",
        "LESS, 2025, 30, OVERDUE",
        "LESS, 2025, 29.99, MET",
    })
    void byItsRelation(Relation relation, String year, String actual, State state) {
        Light light = light(TargetKind.SHARE, relation, "30", year, actual);

        assertThat(light.state()).isEqualTo(state);
        assertThat(light.level()).as("no base, no path, no level").isNull();
        assertThat(light.reason()).contains(state.word(), actual + "%");
    }

    @ParameterizedTest
    @CsvSource({"2025, 99.9, OVERDUE", "2024, 99.9, NOT_YET", "2025, 100, MET", "2024, 100, MET"})
    void aDeadlineIsMetByTheWhole(String year, String done, State state) {
        Light light = light(TargetKind.DEADLINE, Relation.DONE, null, year, done);

        assertThat(light.state()).isEqualTo(state);
        assertThat(light.reason()).doesNotContain("须核实");
    }

    private static Example range(@Nullable String upper) {
        Target printed = new Example()
                .target(CITY, SHARE, TargetKind.SHARE, Relation.RANGE, "20", "%", null, null)
                .snapshot()
                .plan()
                .targets()
                .getFirst();
        return new Example().indicator(SHARE, Indicator.Accumulation.STOCK, "%").target(upTo(printed, upper));
    }

    private static Target upTo(Target target, @Nullable String upper) {
        return new Target(
                target.id(),
                target.section(),
                target.title(),
                target.indicator(),
                target.kind(),
                target.relation(),
                target.value(),
                upper == null ? null : new BigDecimal(upper),
                target.unit(),
                target.baseYear(),
                target.baseValue(),
                target.due(),
                target.dueInherited(),
                target.region(),
                target.scope(),
                target.nature(),
                target.modality(),
                target.from(),
                target.to(),
                target.note());
    }

    @ParameterizedTest(name = "20—{0}：{1} → {2}")
    @CsvSource(
            value = {
                "30, 19.9, OVERDUE",
                "30, 20, MET",
                "30, 30, MET",
                "30, 30.1, OVERDUE",
                "无, 19.9, OVERDUE",
                "无, 20, MET",
                "无, 99, MET"
            },
            nullValues = "无")
    void aRangeHoldsBothItsEnds(@Nullable String upper, String actual, State state) {
        Light light = range(upper).fact(CITY, "2025", SHARE, actual).snapshot().light(CITY, SHARE, Period.year(2025));
        assertThat(light.state()).isEqualTo(state);
        assertThat(light.reason()).contains("目标20—" + (upper == null ? "" : upper) + "%");
    }

    /** Data that end after the day do not prove that it was done by the day. */
    @ParameterizedTest(name = "{0}，{1} 期限 2025-06")
    @CsvSource({
        "DEADLINE, 2025-01/2025-06, 100, 实际100%，目标2025年6月底前完成：已完成",
        "DEADLINE, 2025-01/2025-09, 100, 实际100%，目标2025年6月底前完成：已完成（数据截至期限之后，是否按期须核实）",
        "DEADLINE, 2025-01/2025-09, 99, 实际99%，目标2025年6月底前完成：逾期未完成",
        "DEADLINE, 2025-01/2025-05, 99, 实际99%，目标2025年6月底前完成：未到期",
        "SHARE, 2025-01/2025-09, 100, 实际100%，目标不低于30%：已完成"
    })
    void whatWasDoneAfterTheDayMayHaveBeenLate(TargetKind kind, String period, String done, String reason) {
        boolean byDay = kind == TargetKind.DEADLINE;
        Light light = new Example()
                .indicator(SHARE, Indicator.Accumulation.STOCK, "%")
                .by("2025-06")
                .target(
                        CITY,
                        SHARE,
                        kind,
                        byDay ? Relation.DONE : Relation.AT_LEAST,
                        byDay ? null : "30",
                        byDay ? "" : "%",
                        null,
                        null)
                .fact(CITY, period, SHARE, done)
                .snapshot()
                .light(CITY, SHARE, Example.period(period));
        assertThat(light.reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({"2, 实际Ⅱ类，目标达到或优于Ⅲ类：已完成", "6, 实际劣Ⅴ类，目标达到或优于Ⅲ类：逾期未完成"})
    void classesAreWrittenAsTheyAreCalled(String actual, String reason) {
        Light light = new Example()
                .indicator(SHARE, Indicator.Accumulation.STOCK, "类")
                .target(CITY, SHARE, TargetKind.CLASS, Relation.AT_LEAST, "3", "类", null, null)
                .factIn("类", CITY, "2025", SHARE, actual, false)
                .snapshot()
                .light(CITY, SHARE, Period.year(2025));
        assertThat(light.reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "上限 30，{0}：{1}")
    @CsvSource({
        "2025, 30, 实际30%，目标不高于30%：已完成",
        "2025, 31, 实际31%，目标不高于30%：已超过上限",
        "2025-01/2025-06, 29, 实际29%，目标不高于30%：未到期"
    })
    void aCapSaysThatItIsExceeded(String period, String actual, String reason) {
        Light light = new Example()
                .indicator(SHARE, Indicator.Accumulation.FLOW, "%")
                .target(CITY, SHARE, TargetKind.CAP, Relation.AT_MOST, "30", "%", null, null)
                .fact(CITY, period, SHARE, actual)
                .snapshot()
                .light(CITY, SHARE, Example.period(period));
        assertThat(light.reason()).isEqualTo(reason);
    }
}
