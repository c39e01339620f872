package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

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
}
