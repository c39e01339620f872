package org.luheng.app.monitor.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.DeviceEntry;
import org.luheng.app.monitor.Packed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages, frames and devices as they are read; each by the right of who reads. */
@Repository
public class MessageTables {
    private static final int FETCHED_AT_ONCE = 2_000;
    private static final int MOST_TROUBLES = 200;

    private static final String LAST = """
            (select m.cn, m.data_time, m.received, m.shape, m.content from luheng.message m
              where m.device = d.id and m.cn = %d and m.data_time > now() - interval '2 days' and m.data_time < now() + interval '1 day'
              order by m.data_time desc, m.received desc limit 1)""";

    private static final String DEVICES =
            """
            select d.id, d.mn, d.name, d.edition, d.strictness, d.active, d.sample, coalesce(l.outlet, '') as outlet,
                   coalesce(o.name, '') as outlet_name, coalesce(w.code, '') as owner, coalesce(w.name, '') as owner_name,
                   coalesce(p.permit, '') as permit, last.*
              from luheng.device d
              left join luheng.device_link l on l.device = d.id and daterange(l.valid_from, l.valid_to) @> current_date
              left join luheng.body o on o.code = l.outlet
              left join luheng.body_membership m on m.body = l.outlet and daterange(m.valid_from, m.valid_to) @> current_date
              left join luheng.body w on w.code = m.within
              left join luheng.outlet_permit p on p.outlet = l.outlet and daterange(p.valid_from, p.valid_to) @> current_date
              left join lateral (select * from (%s union all %s union all %s) as newest order by data_time desc, received desc limit 1)
                as last on true
              where (:mn::text is null or d.mn = :mn)
              order by w.name, l.outlet, d.mn""".formatted(LAST.formatted(2011), LAST.formatted(2051), LAST.formatted(2061));

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Map<Integer, List<String>> shapes = new ConcurrentHashMap<>();

    MessageTables(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** A message: what it is about, when it came, and its values. */
    public record Row(int cn, Instant dataTime, Instant received, List<Packed.Value> values) {
        /** When it came, as it stands in an address. */
        public String name() {
            return Long.toString(Partitions.micros(received));
        }
    }

    /** @param mn empty: none could be read */
    public record TroubleSeen(
            String mn, String kind, String address, long times, Instant first, Instant last, String excerpt) {}

    /** @param mn null: all */
    public List<DeviceEntry> devices(@Nullable String mn) {
        return read(() -> jdbc.sql(DEVICES)
                .param("mn", mn)
                .query((row, number) -> new DeviceEntry(
                        row.getInt("id"),
                        row.getString("mn"),
                        row.getString("name"),
                        row.getInt("edition"),
                        row.getString("strictness"),
                        row.getBoolean("active"),
                        row.getBoolean("sample"),
                        row.getString("outlet"),
                        row.getString("outlet_name"),
                        row.getString("owner"),
                        row.getString("owner_name"),
                        row.getString("permit"),
                        last(row)))
                .list());
    }

    private DeviceEntry.@Nullable Last last(ResultSet row) throws SQLException {
        if (row.getObject("data_time") == null) {
            return null;
        }
        Row last = row(row);
        return new DeviceEntry.Last(last.cn(), last.dataTime(), last.received(), last.values());
    }

    /** In the order of time, and of coming. */
    public void each(int device, int cn, Instant from, Instant to, Consumer<Row> taker) {
        // Only within a transaction does the driver fetch in portions.
        reading.executeWithoutResult(
                status -> jdbc.sql("select cn, data_time, received, shape, content from luheng.message"
                                + " where device = :device and cn = :cn and data_time >= :from and data_time < :to"
                                + " order by data_time, received")
                        .withFetchSize(FETCHED_AT_ONCE)
                        .param("device", device)
                        .param("cn", cn)
                        .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                        .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                        .query(row -> {
                            taker.accept(row(row));
                        }));
    }

    public List<Row> conversation(int device, int most) {
        return read(() -> jdbc.sql("select cn, data_time, received, shape, content from luheng.message"
                        + " where device = :device and data_time > now() - interval '3 days' and data_time < now() + interval '1 day'"
                        + " order by received desc limit :most")
                .param("device", device)
                .param("most", most)
                .query((row, number) -> row(row))
                .list());
    }

    public boolean sees(int device, Instant received) {
        return read(() -> jdbc.sql(
                        "select exists (select from luheng.message where device = :device and received = :received)")
                .param("device", device)
                .param("received", OffsetDateTime.ofInstant(received, ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
    }

    /** The blocks among whose frames one received then may be. */
    public List<byte[]> blocks(Instant received) {
        return read(() -> jdbc.sql("select content from luheng.frame_block"
                        + " where first_received <= :received and first_received > :received - interval '1 minute'"
                        + " and last_received >= :received")
                .param("received", OffsetDateTime.ofInstant(received, ZoneOffset.UTC))
                .query((row, number) -> row.getBytes(1))
                .list());
    }

    /** @param mn empty: of all */
    public List<TroubleSeen> troubles(String mn) {
        return read(() -> jdbc.sql("""
                        select mn, kind, string_agg(distinct address, '、') as address, sum(times) as times, min(first_at) as first_at,
                               max(last_at) as last_at, (array_agg(excerpt order by last_at desc))[1] as excerpt
                          from luheng.device_trouble
                          where day > current_date - 30 and (:mn = '' or mn = :mn)
                          group by mn, kind order by max(last_at) desc limit :most""")
                .param("mn", mn)
                .param("most", MOST_TROUBLES)
                .query((row, number) -> new TroubleSeen(
                        row.getString("mn"),
                        row.getString("kind"),
                        row.getString("address"),
                        row.getLong("times"),
                        instant(row, "first_at"),
                        instant(row, "last_at"),
                        row.getString("excerpt")))
                .list());
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("cn"),
                instant(row, "data_time"),
                instant(row, "received"),
                values(row.getInt("shape"), row.getBytes("content")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private List<Packed.Value> values(int shape, byte[] content) {
        if (shape > 0) {
            return Packed.read(shapes.computeIfAbsent(shape, this::names), content);
        }
        if (content.length == 0) {
            return List.of();
        }
        ByteBuffer named = ByteBuffer.wrap(content);
        byte[] names = new byte[named.getInt()];
        named.get(names);
        byte[] values = new byte[named.remaining()];
        named.get(values);
        return Packed.read(List.of(new String(names, StandardCharsets.UTF_8).split("\n", -1)), values);
    }

    private List<String> names(int shape) {
        return List.of(jdbc.sql("select names from luheng.message_shape where id = :id")
                .param("id", shape)
                .query(String.class)
                .single()
                .split("\n", -1));
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }
}
