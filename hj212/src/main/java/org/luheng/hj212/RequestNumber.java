package org.luheng.hj212;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** QN, the time of a request to the millisecond, which names it (6.3.2). */
public final class RequestNumber {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private RequestNumber() {}

    /** The number of a request made at this time, Beijing time. */
    public static String of(LocalDateTime time) {
        return SECONDS.format(time) + "%03d".formatted(time.getNano() / 1_000_000);
    }

    /** The time this number says; null where it says none. */
    public static @Nullable LocalDateTime time(@Nullable String number) {
        if (number == null || !number.matches("[0-9]{17}")) {
            return null;
        }
        try {
            return LocalDateTime.parse(number.substring(0, 14), SECONDS)
                    .plus(Long.parseLong(number.substring(14)), ChronoUnit.MILLIS);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** So many milliseconds later; a number that is no time stays as it is. */
    static @Nullable String later(@Nullable String number, int millis) {
        LocalDateTime time = time(number);
        return time == null ? number : of(time.plus(millis, ChronoUnit.MILLIS));
    }
}
