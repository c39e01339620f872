package org.luheng.app.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.files.AuditEntry;
import org.luheng.files.AuditHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the trail, as far as the current actor sees it. */
@Repository
public class AuditStore {
    private static final int FETCHED_AT_ONCE = 5_000;

    /** As the hash is taken of it. */
    public static final String ENTRY = """
            select day::text, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor,
              coalesce(account::text, '') as account, standing, coalesce(scope, '') as scope, address, request, act, subject,
              before, after, previous, hash
            from luheng.audit_entry e\s""";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    public AuditStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * What is looked for; null: anything.
     *
     * @param text in subject, before or after
     * @param beforeDay with {@code beforeSeq}: only entries earlier than that one
     */
    public record Query(
            @Nullable String actor,
            @Nullable String scope,
            @Nullable String act,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text,
            @Nullable LocalDate beforeDay,
            long beforeSeq) {}

    private static final String CONDITIONS = """
            where (:actor::text is null or e.actor = :actor)
              and (:scope::text is null or e.scope = :scope)
              and (:act::text is null or e.act = :act)
              and (:from::date is null or e.day >= :from)
              and (:to::date is null or e.day <= :to)
              and (:text::text is null or strpos(e.subject || ' ' || e.before || ' ' || e.after, :text) > 0)
              and (:beforeDay::date is null or (e.day, e.seq) < (:beforeDay, :beforeSeq))
            """;

    /** The latest first. */
    public List<AuditEntry> find(Query query, int limit) {
        return read(
                () -> conditions(jdbc.sql(ENTRY + CONDITIONS + " order by e.day desc, e.seq desc limit :limit"), query)
                        .param("limit", limit)
                        .query((row, number) -> entry(row))
                        .list());
    }

    /** In the order of the trail. */
    public void each(Consumer<AuditEntry> taker) {
        reading.executeWithoutResult(status -> jdbc.sql(ENTRY + " order by e.day, e.seq")
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    taker.accept(entry(row));
                }));
    }

    private static JdbcClient.StatementSpec conditions(JdbcClient.StatementSpec statement, Query query) {
        return statement
                .param("actor", query.actor())
                .param("scope", query.scope())
                .param("act", query.act())
                .param("from", query.from())
                .param("to", query.to())
                .param("text", query.text())
                .param("beforeDay", query.beforeDay())
                .param("beforeSeq", query.beforeSeq());
    }

    /** The kinds of acts there are. */
    public List<String> acts() {
        return read(() -> jdbc.sql("select distinct act from luheng.audit_entry order by 1")
                .query(String.class)
                .list());
    }

    public Optional<AuditHead> head() {
        return read(() -> jdbc.sql(
                        "select day::text, seq, hash from luheng.audit_entry order by day desc, seq desc limit 1")
                .query((row, number) -> new AuditHead(row.getString(1), row.getLong(2), row.getString(3)))
                .optional());
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }

    /** A row of {@link #ENTRY}. */
    public static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15));
    }
}
