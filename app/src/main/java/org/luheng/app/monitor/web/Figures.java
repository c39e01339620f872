package org.luheng.app.monitor.web;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Reading;

/** Computed values on the pages of monitoring. */
public final class Figures {
    private static final BigDecimal SMALL = BigDecimal.ONE;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private Figures() {}

    /** Two places; four where it is less than one. */
    public static String number(@Nullable BigDecimal value) {
        return value != null && value.abs().compareTo(SMALL) < 0
                ? Reading.exact(value.setScale(4, java.math.RoundingMode.HALF_EVEN))
                : Reading.number(value);
    }

    /** In brackets where it rests on a rule that is not settled. */
    public static String bracketed(@Nullable BigDecimal value, boolean doubtful) {
        return value != null && doubtful ? "〔" + number(value) + "〕" : number(value);
    }

    public static String percent(@Nullable BigDecimal value, boolean doubtful) {
        return value == null ? "—" : bracketed(value, doubtful) + "%";
    }

    public static String hour(LocalDateTime moment) {
        return HOUR.format(moment);
    }

    public static String minute(LocalDateTime moment) {
        return MINUTE.format(moment);
    }
}
