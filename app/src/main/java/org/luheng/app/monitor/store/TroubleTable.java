package org.luheng.app.monitor.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was not taken, counted by day, device, kind and address. */
@Repository
public class TroubleTable {
    private final JdbcClient jdbc;

    TroubleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mn empty: none could be read */
    public record Count(
            String mn, String kind, String address, long times, Instant first, Instant last, String excerpt) {}

    public void add(Count count) {
        jdbc.sql("""
                        insert into luheng.device_trouble as t (day, mn, kind, address, times, first_at, last_at, excerpt)
                        values (:day, :mn, :kind, :address, :times, :first, :last, :excerpt)
                        on conflict (day, mn, kind, address) do update
                          set times = t.times + excluded.times, last_at = excluded.last_at, excerpt = excluded.excerpt""")
                .param("day", LocalDate.ofInstant(count.first(), Partitions.ZONE))
                .param("mn", count.mn())
                .param("kind", count.kind())
                .param("address", count.address())
                .param("times", count.times())
                .param("first", OffsetDateTime.ofInstant(count.first(), ZoneOffset.UTC))
                .param("last", OffsetDateTime.ofInstant(count.last(), ZoneOffset.UTC))
                .param("excerpt", count.excerpt())
                .update();
    }
}
