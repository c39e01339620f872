package org.luheng.app.monitor.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.luheng.app.page.Address;

/** Moments in addresses and on pages, in China's time. */
final class Moments {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZONE);
    private static final DateTimeFormatter PRECISE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZONE);

    private Moments() {}

    static String second(Instant moment) {
        return SECOND.format(moment);
    }

    static String precise(Instant moment) {
        return PRECISE.format(moment);
    }

    static String iso(Instant moment) {
        return ISO.format(moment);
    }

    /** A day, a day with a time, or that with an offset. */
    static Instant of(String parameter, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
            }
            boolean offset = text.length() > 19 || text.endsWith("Z");
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZONE).toInstant();
        } catch (DateTimeException noMoment) {
            throw Address.badDate(parameter, text);
        }
    }
}
