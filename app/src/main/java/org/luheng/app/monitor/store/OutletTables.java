package org.luheng.app.monitor.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.emission.Medium;
import org.luheng.app.monitor.Outlet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outlets, what measures them, and what was said of them; each by the right of who reads. */
@Repository
public class OutletTables {
    private static final int MOST = 5_000;

    private static final String OUTLETS = """
            select o.code, o.name, w.code as owner, w.name as owner_name, coalesce(p.permit, '') as permit,
                   (select t.medium from luheng.outlet_terms t where t.outlet = o.code and t.since <= current_date
                      order by t.since desc, t.id desc limit 1) as medium,
                   exists (select from luheng.device_link l join luheng.device d on d.id = l.device
                             where l.outlet = o.code and d.sample) as sample
              from luheng.body o
              join luheng.source s on s.code = o.code and s.source_kind = '排放口'
              join luheng.body_membership m on m.body = o.code and daterange(m.valid_from, m.valid_to) @> current_date
              join luheng.body w on w.code = m.within
              left join luheng.outlet_permit p on p.outlet = o.code and daterange(p.valid_from, p.valid_to) @> current_date
              where o.code in (select v.outlet from luheng.outlet_spans() v) and (:code::text is null or o.code = :code)
              order by w.name, o.code limit :most""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OutletTables(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Which device measured an outlet, from the first day to before the last; null: ever since, until further notice. */
    public record Link(
            int device,
            String mn,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A statement on how an outlet is measured; holds until the next one. */
    public record Stated(
            LocalDate since,
            Medium medium,
            String limits,
            @Nullable BigDecimal oxygen,
            boolean atStandard,
            boolean dry,
            @Nullable BigDecimal barometer,
            boolean flowByHour,
            int minutes) {}

    /** @param most null: from then on the permit sets none */
    public record Permitted(
            LocalDate since,
            String factor,
            String span,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            String source) {}

    public record MarkRow(
            long id,
            String factor,
            String mark,
            LocalDateTime from,
            LocalDateTime to,
            String reason,
            Instant recorded,
            String actor) {}

    public List<Outlet> outlets() {
        return outlets(null);
    }

    public Optional<Outlet> outlet(String code) {
        return outlets(code).stream().findFirst();
    }

    private List<Outlet> outlets(@Nullable String code) {
        return read(() -> jdbc.sql(OUTLETS)
                .param("code", code)
                .param("most", MOST)
                .query((row, number) -> Outlet.of(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("owner"),
                        row.getString("owner_name"),
                        row.getString("permit"),
                        row.getString("medium"),
                        row.getBoolean("sample")))
                .list());
    }

    public List<Link> links(String outlet) {
        return read(() -> jdbc.sql("select d.id, d.mn, l.valid_from, l.valid_to from luheng.device_link l"
                        + " join luheng.device d on d.id = l.device where l.outlet = :outlet order by l.id")
                .param("outlet", outlet)
                .query((row, number) -> new Link(row.getInt(1), row.getString(2), date(row, 3), date(row, 4)))
                .list());
    }

    /** The earliest first; of one day the later one alone. */
    public List<Stated> terms(String outlet) {
        return read(() -> jdbc.sql("select distinct on (since) * from luheng.outlet_terms where outlet = :outlet"
                        + " order by since, id desc")
                .param("outlet", outlet)
                .query((row, number) -> new Stated(
                        row.getObject("since", LocalDate.class),
                        Objects.requireNonNull(Medium.of(row.getString("medium"))),
                        row.getString("limits"),
                        row.getBigDecimal("oxygen"),
                        row.getBoolean("at_standard"),
                        row.getBoolean("dry"),
                        row.getBigDecimal("barometer"),
                        row.getBoolean("flow_by_hour"),
                        row.getInt("minutes")))
                .list());
    }

    /** The earliest first; of one day, factor and span the later one alone. */
    public List<Permitted> limits(String outlet) {
        return read(() -> jdbc.sql("select distinct on (since, factor, span) * from luheng.outlet_limit"
                        + " where outlet = :outlet order by since, factor, span, id desc")
                .param("outlet", outlet)
                .query((row, number) -> new Permitted(
                        row.getObject("since", LocalDate.class),
                        row.getString("factor"),
                        row.getString("span"),
                        row.getBigDecimal("least"),
                        row.getBigDecimal("most"),
                        row.getString("source")))
                .list());
    }

    /** Those that touch the span and were not withdrawn, in the order they were entered. */
    public List<MarkRow> marks(String outlet, LocalDateTime from, LocalDateTime to) {
        return read(() -> jdbc.sql("select * from luheng.outlet_mark m where outlet = :outlet and withdraws is null"
                        + " and from_time < :to and to_time > :from"
                        + " and not exists (select from luheng.outlet_mark w where w.withdraws = m.id) order by id")
                .param("outlet", outlet)
                .param("from", moment(from))
                .param("to", moment(to))
                .query((row, number) -> new MarkRow(
                        row.getLong("id"),
                        row.getString("factor"),
                        row.getString("mark"),
                        local(row, "from_time"),
                        local(row, "to_time"),
                        row.getString("reason"),
                        row.getObject("recorded", OffsetDateTime.class).toInstant(),
                        row.getString("actor")))
                .list());
    }

    public void state(String outlet, Stated stated) {
        change(() -> jdbc.sql(
                        "insert into luheng.outlet_terms (outlet, since, medium, limits, oxygen, at_standard, dry,"
                                + " barometer, flow_by_hour, minutes) values (:outlet, :since, :medium, :limits, :oxygen, :standard,"
                                + " :dry, :barometer, :byHour, :minutes)")
                .param("outlet", outlet)
                .param("since", stated.since())
                .param("medium", stated.medium().word())
                .param("limits", stated.limits())
                .param("oxygen", stated.oxygen())
                .param("standard", stated.atStandard())
                .param("dry", stated.dry())
                .param("barometer", stated.barometer())
                .param("byHour", stated.flowByHour())
                .param("minutes", stated.minutes())
                .update());
    }

    public void permit(String outlet, Permitted limit) {
        change(() -> jdbc.sql("insert into luheng.outlet_limit (outlet, since, factor, span, least, most, source)"
                        + " values (:outlet, :since, :factor, :span, :least, :most, :source)")
                .param("outlet", outlet)
                .param("since", limit.since())
                .param("factor", limit.factor())
                .param("span", limit.span())
                .param("least", limit.least())
                .param("most", limit.most())
                .param("source", limit.source())
                .update());
    }

    /** @param factor empty: the whole outlet */
    public void mark(String outlet, String factor, String mark, LocalDateTime from, LocalDateTime to, String reason) {
        change(() -> jdbc.sql("insert into luheng.outlet_mark (outlet, factor, mark, from_time, to_time, reason)"
                        + " values (:outlet, :factor, :mark, :from, :to, :reason)")
                .param("outlet", outlet)
                .param("factor", factor)
                .param("mark", mark)
                .param("from", moment(from))
                .param("to", moment(to))
                .param("reason", reason)
                .update());
    }

    /** @return how many: none where there is no such mark, or it was withdrawn before */
    public int withdraw(String outlet, long id, String reason) {
        return change(() -> jdbc.sql(
                        "insert into luheng.outlet_mark (outlet, factor, mark, from_time, to_time, reason, withdraws)"
                                + " select outlet, factor, mark, from_time, to_time, :reason, id from luheng.outlet_mark m"
                                + " where id = :id and outlet = :outlet and withdraws is null"
                                + " and not exists (select from luheng.outlet_mark w where w.withdraws = m.id)")
                .param("outlet", outlet)
                .param("id", id)
                .param("reason", reason)
                .update());
    }

    private static OffsetDateTime moment(LocalDateTime local) {
        return local.atZone(Partitions.ZONE).toOffsetDateTime();
    }

    private static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(Partitions.ZONE)
                .toLocalDateTime();
    }

    private static @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(transactions.execute(status -> query.get()));
    }

    private int change(Supplier<Integer> change) {
        return read(change);
    }
}
