package org.luheng.app.fact.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.accounting.Stage;

/** Rows of the fact table as facts. Words that come again and again are kept once. */
final class FactRows {
    /** Columns that {@link #fact} reads, of a table called {@code f}. */
    static final String COLUMNS =
            "f.id, f.body, f.period, f.element, f.value, f.unit, f.given, f.stage, f.authority, f.channel, f.source,"
                    + " f.published, f.sample";

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();

    Fact fact(ResultSet row) throws SQLException {
        return fact(row, 1);
    }

    /** @param at position of the id among the columns */
    Fact fact(ResultSet row, int at) throws SQLException {
        long id = row.getLong(at);
        String period = word(row.getString(at + 2));
        return new Fact(
                id,
                word(row.getString(at + 1)),
                periods.computeIfAbsent(period, FactRows::period),
                word(row.getString(at + 3)),
                row.getBigDecimal(at + 4),
                word(row.getString(at + 5)),
                row.getString(at + 6),
                stage(row.getString(at + 7)),
                word(row.getString(at + 8)),
                word(row.getString(at + 9)),
                word(row.getString(at + 10)),
                day(row.getString(at + 11)),
                row.getBoolean(at + 12),
                "数据#" + id);
    }

    private String word(String word) {
        return words.computeIfAbsent(word, same -> same);
    }

    private LocalDate day(String day) {
        return days.computeIfAbsent(day, LocalDate::parse);
    }

    private static Period period(String text) {
        @Nullable Period period = Period.parse(text);
        return Objects.requireNonNull(period, () -> "no period: " + text);
    }

    private static Stage stage(String word) {
        @Nullable Stage stage = Stage.of(word);
        return Objects.requireNonNull(stage, () -> "no stage: " + word);
    }
}
