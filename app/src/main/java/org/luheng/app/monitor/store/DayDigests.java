package org.luheng.app.monitor.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.luheng.app.database.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When a day is over, the digest of all frames received on it goes into the audit trail; also of days nobody was there. */
@Component
public class DayDigests {
    private static final Actor GATEWAY = Actor.program("gateway");
    private static final int BACK = 31;
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private LocalDate recorded = LocalDate.MIN;

    DayDigests(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** To be called often; does something once a day. */
    public synchronized void record() {
        // Not in the first minutes of a day: what was being committed at midnight is of the day before.
        LocalDate today = LocalDate.ofInstant(clock.instant().minus(SETTLED), Partitions.ZONE);
        if (today.equals(recorded)) {
            return;
        }
        for (LocalDate day = today.minusDays(BACK); day.isBefore(today); day = day.plusDays(1)) {
            LocalDate over = day;
            GATEWAY.run(() -> transactions.execute(status -> jdbc.sql("select luheng.record_frames(:day)")
                    .param("day", over)
                    .query(Boolean.class)
                    .single()));
        }
        recorded = today;
    }
}
