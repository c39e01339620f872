package org.luheng.accounting.emission;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Moments in explanations. */
final class Dates {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Dates() {}

    static String minute(LocalDateTime moment) {
        return MINUTE.format(moment);
    }
}
