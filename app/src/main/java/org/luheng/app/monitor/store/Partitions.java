package org.luheng.app.monitor.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.luheng.app.database.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that the partitions messages and frames go into are there before they come: a week ahead, and back to the day a late
 * message is of. What lies outside, by a clock a year off, goes astray and is found there.
 */
@Component
public class Partitions {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Actor GATEWAY = Actor.program("gateway");
    private static final int AHEAD = 7;
    private static final int BACK = 400;
    private static final Set<Integer> OWN = Set.of(2011, 2051, 2061, 2031);
    private static final long DAY = 86_400_000_000L;
    private static final long OFFSET = 8 * 3_600_000_000L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Set<String> there = new HashSet<>();
    private LocalDate today = LocalDate.MIN;

    Partitions(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    static String what(int cn) {
        return OWN.contains(cn) ? Integer.toString(cn) : "else";
    }

    /** Before a message of this time is stored. Seconds where a day is new; nothing otherwise. */
    synchronized void prepare(int cn, long dataTime) {
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZONE);
        if (!now.equals(today)) {
            ahead(now);
            today = now;
        }
        long number = Math.floorDiv(dataTime + OFFSET, DAY);
        long distance = now.toEpochDay() - number;
        if (distance >= -AHEAD && distance <= BACK) {
            make(what(cn), LocalDate.ofEpochDay(number), LocalDate.ofEpochDay(number));
        }
    }

    private void ahead(LocalDate now) {
        for (String what : new String[] {"2011", "2051", "2061", "2031", "else", "frame"}) {
            make(what, now, now.plusDays(AHEAD));
        }
        GATEWAY.run(() -> transactions.execute(status -> jdbc.sql("select luheng.drop_old_partitions(:today)")
                .param("today", now)
                .query(Integer.class)
                .single()));
    }

    private void make(String what, LocalDate from, LocalDate to) {
        if (there.contains(what + from) && there.contains(what + to)) {
            return;
        }
        GATEWAY.run(() -> transactions.execute(status -> jdbc.sql("select luheng.prepare_partitions(:what, :from, :to)")
                .param("what", what)
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single()));
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            there.add(what + day);
        }
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
