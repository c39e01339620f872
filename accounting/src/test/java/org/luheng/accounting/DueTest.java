package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a target is due, as plans print it. */
class DueTest {
    @ParameterizedTest
    @CsvSource({
        "2025, 2025-12-31, 2025年",
        "2021/2025, 2025-12-31, 2021—2025年",
        "2025/2025, 2025-12-31, 2025—2025年",
        "2023-10, 2023-10-31, 2023年10月底",
        "2024-02, 2024-02-29, 2024年2月底",
        "2015-09-01, 2015-09-01, 2015年9月1日"
    })
    void itEndsOnADay(String text, LocalDate end, String words) {
        Due due = Example.due(text);
        assertThat(due.end()).isEqualTo(end);
        assertThat(due.year()).isEqualTo(end.getYear());
        assertThat(due.inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "2025-13", "2025-02-30", "2025/2021", "2021/2025-06", "2025年", "2021/2025-06-30"})
    void anythingElseIsNoDay(String text) {
        assertThat(Due.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2025})
    void ofAYearIsItsLastDay(int year) {
        assertThat(Due.ofYear(year)).isEqualTo(Due.parse("" + year));
    }
}
