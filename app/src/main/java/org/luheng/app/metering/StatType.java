package org.luheng.app.metering;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Over how long a value is counted ({@code statType}). Its time is the beginning of the period. */
public enum StatType {
    REAL_TIME("实时"),
    DAY("日"),
    MONTH("月"),
    YEAR("年");

    private final String word;

    StatType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The number in the protocol: 0 to 3. */
    public short number() {
        return (short) ordinal();
    }

    public static @Nullable StatType of(String number) {
        return switch (number) {
            case "0" -> REAL_TIME;
            case "1" -> DAY;
            case "2" -> MONTH;
            case "3" -> YEAR;
            default -> null;
        };
    }

    /** The first moment of the period that a time lies in. */
    public LocalDateTime beginning(LocalDateTime time) {
        return switch (this) {
            case REAL_TIME -> time.truncatedTo(ChronoUnit.MINUTES);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case YEAR -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        };
    }
}
