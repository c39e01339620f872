package org.luheng.app.monitor.gateway;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.luheng.app.monitor.Packed;
import org.luheng.app.monitor.store.Received;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Items;

/**
 * Makes of an accepted frame what is stored: names, packed values, and the time it is about. For one connection.
 *
 * <p>Times have no zone in HJ 212 and are taken for China's, +08:00. A message without a DataTime that can be read has the time of its
 * QN; a later packet of several has that of the packet before it; the rest the time it came.
 */
public final class Intake {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int REMEMBERED = 32;

    private final Clock clock;
    private final MessageDigest sha256;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream(256);
    private final StringBuilder names = new StringBuilder(512);
    private final Map<String, Long> times = new LinkedHashMap<>();

    public Intake(Clock clock) {
        this.clock = clock;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @param plain what the frame says; the frame itself unless its content was encrypted */
    public Received take(int device, Frame frame, Frame plain) {
        values.reset();
        names.setLength(0);
        long time = Long.MIN_VALUE;
        Items items = plain.items();
        while (items.next()) {
            if (items.isDataTime() && time == Long.MIN_VALUE) {
                time = dataTime(items);
                continue;
            }
            if (!names.isEmpty()) {
                names.append('\n');
            }
            append(items.name());
            Packed.write(items, values);
        }
        byte[] copy = frame.copy();
        int cn = plain.cn() > 9_999 ? 0 : Math.max(plain.cn(), 0);
        return new Received(
                device, cn, time(plain, time), names.toString(), values.toByteArray(), copy, sha256.digest(copy));
    }

    private void append(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            names.append(c < ' ' ? '·' : c);
        }
    }

    private long time(Frame frame, long dataTime) {
        String set = frame.isPart() ? frame.mn() + ' ' + frame.cn() + ' ' + frame.pnum() : "";
        if (dataTime != Long.MIN_VALUE) {
            if (!set.isEmpty()) {
                times.put(set, dataTime);
                if (times.size() > REMEMBERED) {
                    times.remove(times.keySet().iterator().next());
                }
            }
            return dataTime;
        }
        Long before = set.isEmpty() ? null : times.get(set);
        if (before != null) {
            return before;
        }
        long qn = frame.qnNumber();
        long fromQn = qn < 0 ? Long.MIN_VALUE : micros(qn / 1000, (int) (qn % 1000));
        if (fromQn != Long.MIN_VALUE) {
            return fromQn;
        }
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    private static long dataTime(Items items) {
        int digits = items.valueTo() - items.valueFrom();
        if (!items.isNumber() || items.scale() != 0) {
            return Long.MIN_VALUE;
        }
        return switch (digits) {
            case 14 -> micros(items.unscaled(), 0);
            // Some devices add milliseconds.
            case 17 -> micros(items.unscaled() / 1000, (int) (items.unscaled() % 1000));
            default -> Long.MIN_VALUE;
        };
    }

    /** @param seconds as {@code yyyyMMddHHmmss}; what is no time, or out of the calendar of a database, is none */
    private static long micros(long seconds, int millis) {
        int year = (int) (seconds / 10_000_000_000L);
        if (year < 1970 || year > 9999) {
            return Long.MIN_VALUE;
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    year,
                    (int) (seconds / 100_000_000 % 100),
                    (int) (seconds / 1_000_000 % 100),
                    (int) (seconds / 10_000 % 100),
                    (int) (seconds / 100 % 100),
                    (int) (seconds % 100));
            return time.toEpochSecond(CHINA) * 1_000_000 + millis * 1_000L;
        } catch (DateTimeException noTime) {
            return Long.MIN_VALUE;
        }
    }
}
