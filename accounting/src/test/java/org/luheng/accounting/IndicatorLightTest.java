package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The light of an indicator that started from 40 in 2020, on the straight way to its target in 2025, at the edges. */
class IndicatorLightTest {
    private static final String SHARE = "share.of.something";

    @ParameterizedTest
    @CsvSource({
        // Up to 60: 52 is wanted in 2023.
        "AT_LEAST, 60, 2023, 52, 3",
        "AT_LEAST, 60, 2023, 51.9, 2",
        "AT_LEAST, 60, 2023, 40, 2",
        "AT_LEAST, 60, 2023, 39.9, 1",
        "AT_LEAST, 60, 2021, 60, 3",
        // Down to 20: 28.
        "AT_MOST, 20, 2023, 28, 3",
        "AT_MOST, 20, 2023, 28.1, 2",
        "AT_MOST, 20, 2023, 40, 2",
        "AT_MOST, 20, 2023, 40.1, 1",
        "AT_MOST, 20, 2021, 20, 3",
        // More is allowed than there was, up to 50: 46. There is no wrong way, only too far.
        "AT_MOST, 50, 2023, 46, 3",
        "AT_MOST, 50, 2023, 47, 3",
        "AT_MOST, 50, 2023, 50.1, 2",
        "AT_MOST, 50, 2023, 39, 3",
        // Not less than 30, from 40.
        "AT_LEAST, 30, 2023, 34, 3",
        "AT_LEAST, 30, 2023, 31, 3",
        "AT_LEAST, 30, 2023, 29.9, 2",
        // To stay where it was: any step the wrong way is one.
        "AT_MOST, 40, 2023, 40, 3",
        "AT_MOST, 40, 2023, 40.1, 1",
        "AT_LEAST, 40, 2023, 39.9, 1",
        // At the end the target itself counts.
        "AT_LEAST, 60, 2025, 59.9, 2",
        "AT_LEAST, 60, 2025, 60, 3",
        "AT_MOST, 20, 2025, 20.1, 2",
        "AT_MOST, 20, 2025, 20, 3",
    })
    void onItsStraightWay(Relation relation, String goal, String year, String actual, int level) {
        Snapshot snapshot = new Example()
                .indicator(SHARE, Indicator.Accumulation.STOCK, "%")
                .target(CITY, SHARE, TargetKind.SHARE, relation, goal, "%", 2020, "40")
                .fact(CITY, year, SHARE, actual)
                .snapshot();

        Light light = snapshot.light(snapshot.plan().targets().getFirst(), Example.period(year));
        assertThat(light.level()).as(light.reason()).isEqualTo(level);
    }
}
