package org.luheng.app.metering.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.metering.EnergyValue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables that devices write; under the part {@code metering}, which sees them all. */
@Repository
public class MeteringTables {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MeteringTables(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A device as the protocol needs it.
     *
     * @param secretKey null: its values are plain
     * @param open until when it may register; null: it may not
     */
    public record Known(
            int id,
            String enterprise,
            boolean encrypted,
            String validWord,
            byte @Nullable [] secretKey,
            @Nullable Instant open) {
        @Override
        public String toString() {
            return enterprise;
        }
    }

    private static final String KNOWN =
            "select d.id, d.enterprise, d.encrypted, d.valid_word, d.register_until, s.secret_key from luheng.energy_device d"
                    + " left join luheng.energy_device_secret s on s.device = d.id ";

    private static Known known(ResultSet row, int number) throws SQLException {
        OffsetDateTime open = row.getObject("register_until", OffsetDateTime.class);
        return new Known(
                row.getInt("id"),
                row.getString("enterprise"),
                row.getBoolean("encrypted"),
                row.getString("valid_word"),
                row.getBytes("secret_key"),
                open == null ? null : open.toInstant());
    }

    public Optional<Known> ofEnterprise(String enterprise) {
        return jdbc.sql(KNOWN + "where d.enterprise = ?")
                .param(enterprise)
                .query(MeteringTables::known)
                .optional();
    }

    /** @param digest sha256 of the name it was given */
    public Optional<Known> named(byte[] digest) {
        return jdbc.sql(KNOWN + "where s.name_digest = ?")
                .param(digest)
                .query(MeteringTables::known)
                .optional();
    }

    /** False where its window is shut. */
    public boolean register(int device, byte[] digest, byte @Nullable [] key) {
        return Objects.requireNonNull(
                jdbc.sql("select luheng.register_energy_device(:device, :digest, cast(:key as bytea))")
                        .param("device", device)
                        .param("digest", digest)
                        .param("key", key)
                        .query(Boolean.class)
                        .single());
    }

    public void spoke(int device) {
        jdbc.sql("select luheng.energy_device_spoke(?)")
                .param(device)
                .query((row, number) -> "")
                .single();
    }

    public void refused(String enterprise, String message, String address) {
        jdbc.sql("select luheng.count_energy_refusal(:enterprise, :message, :address)")
                .param("enterprise", enterprise)
                .param("message", message)
                .param("address", address)
                .query((row, number) -> "")
                .single();
    }

    /** What an upload did. */
    public record Stored(int created, int corrected, boolean again) {}

    /**
     * Keeps an upload and of its values those that say something new, all or nothing.
     *
     * @return {@code again} where the same bytes were there already, and nothing was stored
     */
    public Stored store(Known device, byte[] digest, byte[] body, List<EnergyValue> values) {
        // One upload of a device at a time: what is new is judged against what is there.
        jdbc.sql("select pg_advisory_xact_lock(20210015, ?)")
                .param(device.id())
                .query((row, number) -> "")
                .single();
        boolean again = Boolean.TRUE.equals(
                jdbc.sql("select exists (select from luheng.energy_upload where device = ? and digest = ?)")
                        .params(device.id(), digest)
                        .query(Boolean.class)
                        .single());
        if (again) {
            return new Stored(0, 0, true);
        }
        jdbc.sql(
                        "create temporary table energy_incoming (data_code text, stat_type smallint, period_from timestamp, value numeric,"
                                + " valid boolean, input_type smallint, scope smallint, uploaded timestamp) on commit drop")
                .update();
        batches.batchUpdate(
                "insert into energy_incoming values (?, ?, ?, ?, ?, ?, ?, ?)", values, BATCH, (row, value) -> {
                    row.setString(1, value.code().digits());
                    row.setShort(2, value.statType().number());
                    row.setObject(3, value.from());
                    row.setBigDecimal(4, value.value());
                    row.setBoolean(5, value.valid());
                    row.setShort(6, (short) value.inputType());
                    row.setShort(7, (short) value.scope());
                    row.setObject(8, value.uploaded());
                });
        jdbc.sql("""
                        create temporary table energy_fresh on commit drop as
                          select i.*, b.value is not null as known
                            from energy_incoming i
                            left join lateral (
                              select v.value, v.valid, v.uploaded from luheng.energy_value v
                                where v.enterprise = :enterprise and v.data_code = i.data_code and v.stat_type = i.stat_type
                                  and v.period_from = i.period_from
                                order by v.uploaded desc, v.id desc limit 1) b on true
                            where b.value is null or b.value <> i.value or b.valid <> i.valid""").param("enterprise", device.enterprise()).update();
        int created = count("select count(*) from energy_fresh where not known");
        int corrected = count("select count(*) from energy_fresh where known");
        long upload = Objects.requireNonNull(jdbc.sql(
                        "insert into luheng.energy_upload (device, enterprise, digest, body, items, created, corrected)"
                                + " values (:device, :enterprise, :digest, :body, :items, :created, :corrected) returning id")
                .param("device", device.id())
                .param("enterprise", device.enterprise())
                .param("digest", digest)
                .param("body", body)
                .param("items", values.size())
                .param("created", created)
                .param("corrected", corrected)
                .query(Long.class)
                .single());
        jdbc.sql(
                        "insert into luheng.energy_value (upload, enterprise, data_code, stat_type, period_from, value, valid, input_type,"
                                + " scope, uploaded) select :upload, :enterprise, data_code, stat_type, period_from, value, valid,"
                                + " input_type, scope, uploaded from energy_fresh")
                .param("upload", upload)
                .param("enterprise", device.enterprise())
                .update();
        return new Stored(created, corrected, false);
    }

    private int count(String query) {
        return Objects.requireNonNull(jdbc.sql(query).query(Integer.class).single());
    }

    /** Keeps what a device says of its plant, where that is another than before. */
    public void configure(Known device, byte[] digest, String body) {
        jdbc.sql("insert into luheng.energy_configuration (device, enterprise, digest, body)"
                        + " values (:device, :enterprise, :digest, :body) on conflict (device, digest) do nothing")
                .param("device", device.id())
                .param("enterprise", device.enterprise())
                .param("digest", digest)
                .param("body", body)
                .update();
    }

    /** What it said last; empty where it never did. */
    public Optional<String> configuration(int device) {
        return jdbc.sql("select body from luheng.energy_configuration where device = ? order by id desc limit 1")
                .param(device)
                .query(String.class)
                .optional();
    }
}
