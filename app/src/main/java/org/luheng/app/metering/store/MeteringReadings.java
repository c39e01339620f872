package org.luheng.app.metering.store;

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
import org.luheng.app.metering.Counted;
import org.luheng.app.metering.DataCode;
import org.luheng.app.metering.MeterChange;
import org.luheng.app.metering.StatType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What devices sent, as people read it; each by the right of who reads. */
@Repository
public class MeteringReadings {
    private static final int MOST_UPLOADS = 30;
    private static final int MOST_REFUSALS = 200;

    private static final String ENTERPRISES = """
            select d.enterprise, b.name, d.encrypted, d.valid_word, d.register_until, d.registered, d.sample, last.received,
                   first.day as since
              from luheng.energy_device d
              join luheng.body b on b.code = d.enterprise
              left join lateral (select max(u.received) as received from luheng.energy_upload u where u.enterprise = d.enterprise) last on true
              left join lateral (select min(v.period_from)::date as day from luheng.energy_value v
                                   where v.enterprise = d.enterprise and v.stat_type = 1) first on true
              where (:enterprise::text is null or d.enterprise = :enterprise)
              order by b.name, d.enterprise""";

    private static final String COUNTED = """
            select distinct on (v.data_code, v.stat_type, v.period_from)
                   v.data_code, v.stat_type, v.period_from, v.value, v.valid, v.input_type, v.uploaded,
                   count(*) over (partition by v.data_code, v.stat_type, v.period_from) as versions
              from luheng.energy_value v
              where v.enterprise = :enterprise and v.stat_type in (%s)
                and v.period_from >= :from and v.period_from < :to
              order by v.data_code, v.stat_type, v.period_from, v.uploaded desc, v.id desc""";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    MeteringReadings(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * An enterprise with an end device.
     *
     * @param open until when its device may register; null: it may not
     * @param registered null: never
     * @param lastUpload null: none
     * @param since first day it sent a value of; null: none
     */
    public record Metered(
            String enterprise,
            String name,
            boolean encrypted,
            String validWord,
            @Nullable Instant open,
            @Nullable Instant registered,
            @Nullable Instant lastUpload,
            @Nullable LocalDate since,
            boolean sample) {}

    /** An upload that was taken. */
    public record Upload(long id, Instant received, int items, int created, int corrected) {}

    /** Something that was not taken, counted by day. */
    public record Refusal(LocalDate day, String enterprise, String message, String address, long times, Instant last) {}

    public List<Metered> enterprises() {
        return read(() -> enterprises(null));
    }

    public Optional<Metered> enterprise(String code) {
        return read(() -> enterprises(code)).stream().findFirst();
    }

    private List<Metered> enterprises(@Nullable String code) {
        return jdbc.sql(ENTERPRISES)
                .param("enterprise", code)
                .query((row, number) -> new Metered(
                        row.getString("enterprise"),
                        row.getString("name"),
                        row.getBoolean("encrypted"),
                        row.getString("valid_word"),
                        moment(row, "register_until"),
                        moment(row, "registered"),
                        moment(row, "received"),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("sample")))
                .list();
    }

    /** Days, months and the year of all data codes: the values that count, by code, kind and time. */
    public List<Counted> year(String enterprise, int year) {
        return counted(
                enterprise,
                "1, 2, 3",
                LocalDate.of(year, 1, 1).atStartOfDay(),
                LocalDate.of(year + 1, 1, 1).atStartOfDay());
    }

    /** Values of one kind from one moment to before another. */
    public List<Counted> values(String enterprise, StatType type, LocalDateTime from, LocalDateTime to) {
        return counted(enterprise, Short.toString(type.number()), from, to);
    }

    private List<Counted> counted(String enterprise, String types, LocalDateTime from, LocalDateTime to) {
        return read(() -> jdbc.sql(COUNTED.formatted(types))
                .param("enterprise", enterprise)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new Counted(
                        new DataCode(row.getString("data_code")),
                        StatType.values()[row.getShort("stat_type")],
                        row.getObject("period_from", LocalDateTime.class),
                        row.getBigDecimal("value"),
                        row.getBoolean("valid"),
                        row.getInt("input_type"),
                        row.getObject("uploaded", LocalDateTime.class),
                        row.getInt("versions")))
                .list());
    }

    /** In which years there is anything, the latest first. */
    public List<Integer> years(String enterprise) {
        return read(() -> jdbc.sql(
                        "select distinct extract(year from period_from)::integer as year from luheng.energy_value"
                                + " where enterprise = ? and stat_type in (1, 2, 3) order by 1 desc")
                .param(enterprise)
                .query(Integer.class)
                .list());
    }

    public List<MeterChange> meterChanges(String enterprise) {
        return read(() -> jdbc.sql("select * from luheng.energy_meter_change where enterprise = ? order by day, id")
                .param(enterprise)
                .query((row, number) -> new MeterChange(
                        new DataCode(row.getString("data_code")),
                        row.getObject("day", LocalDate.class),
                        row.getString("kind"),
                        row.getBigDecimal("old_begin"),
                        row.getBigDecimal("old_end"),
                        row.getBigDecimal("new_begin"),
                        row.getBigDecimal("new_end"),
                        row.getBigDecimal("ratio"),
                        row.getString("note")))
                .list());
    }

    /** The latest first. */
    public List<Upload> uploads(String enterprise) {
        return read(() -> jdbc.sql(
                        "select id, received, items, created, corrected from luheng.energy_upload where enterprise = ?"
                                + " order by id desc limit " + MOST_UPLOADS)
                .param(enterprise)
                .query((row, number) -> new Upload(
                        row.getLong("id"),
                        Objects.requireNonNull(moment(row, "received")),
                        row.getInt("items"),
                        row.getInt("created"),
                        row.getInt("corrected")))
                .list());
    }

    /** Of the last thirty days, the latest first. */
    public List<Refusal> refusals(@Nullable String enterprise) {
        return read(() -> jdbc.sql("select * from luheng.energy_refusal where day > current_date - 30"
                        + " and (:enterprise::text is null or enterprise = :enterprise) order by last_at desc limit "
                        + MOST_REFUSALS)
                .param("enterprise", enterprise)
                .query((row, number) -> new Refusal(
                        row.getObject("day", LocalDate.class),
                        row.getString("enterprise"),
                        row.getString("message"),
                        row.getString("address"),
                        row.getLong("times"),
                        Objects.requireNonNull(moment(row, "last_at"))))
                .list());
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
