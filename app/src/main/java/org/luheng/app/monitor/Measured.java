package org.luheng.app.monitor;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A reading: what a device said of one factor, of one time, by one command.
 *
 * @param cn 2011 real time, 2051 minutes, 2061 hours, 2031 days
 * @param dataTime start of the period, or the instant of real-time data
 * @param values by field, {@code Rtd}, {@code Avg}, {@code Flag} …, as sent
 * @param received when the version that counts came
 * @param versions how many messages said something of this factor and time; the one received last counts
 */
public record Measured(
        String mn,
        int cn,
        Instant dataTime,
        String factor,
        Map<String, String> values,
        Instant received,
        int versions) {

    /** Empty: it was not sent. */
    public String value(String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }

    /** What is drawn: the measured value, or the mean of the period. */
    public String main() {
        return cn == 2011 ? value("Rtd") : value("Avg");
    }
}
