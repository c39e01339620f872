package org.luheng.app.fact.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.app.fact.Outcome;
import org.luheng.app.fact.Receipt;
import org.luheng.app.fact.ReceiptRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows into the database as a whole: they are copied into a temporary table, and under the lock that keeps facts in
 * order judged against what is known, stored, and answered for, all in one transaction.
 *
 * <p>The same statement (thing, publication day, source, value) is stored once. A row that does not state its publication
 * day is new only where no row has said the same before, and then counts as published on the day of import; so a file
 * without that column can be sent again on another day.
 */
@Repository
public class ImportStore {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String THING =
            "f.body = s.body and f.element = s.element and f.period = s.period and f.stage = s.stage"
                    + " and f.authority = s.authority and f.channel = s.channel";

    /** What the file was, as far as it is known before its rows. */
    public record Origin(String file, String sha256, long bytes, Instant started) {}

    /** What is known of the file once its rows have been read. */
    public record Remarks(String encoding, List<String> notices) {}

    /** Hands over the rows of a file one by one and says in the end what was remarkable. */
    @FunctionalInterface
    public interface Rows {
        Remarks each(Consumer<Incoming> row);
    }

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public ImportStore(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return id of the import */
    public long take(Origin origin, Rows rows) {
        Long id = transaction.execute(status -> {
            Remarks remarks = copy(rows);
            jdbc.sql("analyze incoming").update();
            jdbc.sql("select luheng.lock_facts()").query((row, number) -> "").single();
            judge();
            long written = write(origin, remarks);
            store(written);
            answer(written);
            // What was stored, in one hash, into the audit trail; last, for the trail is locked until the commit.
            jdbc.sql("select luheng.record_import(:import)")
                    .param("import", written)
                    .query((row, number) -> "")
                    .list();
            return written;
        });
        if (id == null) {
            throw new IllegalStateException("no import was written");
        }
        return id;
    }

    private Remarks copy(Rows rows) {
        jdbc.sql("""
                create temporary table incoming (
                  line integer, body text, element text, period text, period_from date, period_to date, value numeric,
                  unit text, given text, stage text, authority text, channel text, source text, published date,
                  sample boolean, fault text, field text, message text, refused text) on commit drop""").update();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy incoming from stdin with (format text)");
            try {
                CopyLine line = new CopyLine(copy);
                Remarks remarks = rows.each(row -> send(row, line));
                line.flush();
                copy.endCopy();
                return remarks;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("copy of an import", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void send(Incoming row, CopyLine line) {
        try {
            switch (row) {
                case Incoming.Said said -> {
                    Fact fact = said.fact();
                    line.field(said.line())
                            .field(fact.region())
                            .field(fact.element())
                            .field(fact.period())
                            .field(fact.period().from().atDay(1))
                            .field(fact.period().end())
                            .field(fact.value().toPlainString())
                            .field(fact.unit())
                            .field(fact.given())
                            .field(fact.stage().word())
                            .field(fact.authority())
                            .field(fact.channel())
                            .field(fact.source())
                            .field(fact.published())
                            .field(fact.sample());
                    for (int i = 0; i < 4; i++) {
                        line.field(null);
                    }
                }
                case Incoming.Refused refused -> {
                    line.field(refused.line());
                    for (int i = 0; i < 14; i++) {
                        line.field(null);
                    }
                    line.field(refused.fault())
                            .field(refused.field())
                            .field(refused.message())
                            .field(refused.given());
                }
            }
            line.end();
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("copy of an import", null, e);
        }
    }

    /**
     * {@code same}: the stored fact that says this already; {@code prior}: the latest stored one about the same thing;
     * {@code first_line}: the first line of this file that says it; {@code fresh}: to be stored.
     */
    private void judge() {
        jdbc.sql("""
                create temporary table judged on commit drop as
                with said as (
                  select i.*, coalesce(i.published, :today) as day from incoming i where fault is null
                ), looked as (
                  select s.*, same.id as same, prior.id as prior
                  from said s
                  left join lateral (
                    select f.id from luheng.fact f
                    where %1$s and (s.published is null or f.published = s.published)
                      and f.source = s.source and f.value = s.value and f.unit = s.unit
                    order by f.id limit 1) same on true
                  left join lateral (
                    select f.id from luheng.fact f
                    where %1$s and (s.published is null or f.published = s.published)
                    order by f.id desc limit 1) prior on same.id is null
                ), told as (
                  select l.*, first_value(line) over (
                    partition by same is null, body, element, period, stage, authority, channel, day, source, value, unit
                    order by line) as first_line
                  from looked l
                ), fresh as (
                  select t.*, same is null and line = first_line as fresh from told t
                )
                select t.*,
                  case when fresh then lag(line) over (
                    partition by fresh, body, element, period, stage, authority, channel, day order by line)
                  end as prior_line
                from fresh t""".formatted(THING))
                .param("today", LocalDate.now(clock.withZone(ZONE)))
                .update();
        jdbc.sql("analyze judged").update();
    }

    private long write(Origin origin, Remarks remarks) {
        Optional<Long> before = jdbc.sql(
                        "select id from luheng.fact_import where sha256 = :sha256 order by id desc limit 1")
                .param("sha256", origin.sha256())
                .query(Long.class)
                .optional();
        StringBuilder notice = new StringBuilder(String.join("\n", remarks.notices()));
        before.ifPresent(earlier -> notice.append(notice.isEmpty() ? "" : "\n")
                .append("与第 ")
                .append(earlier)
                .append(" 号导入是同一个文件"));
        return jdbc.sql("""
                insert into luheng.fact_import (file_name, sha256, bytes, encoding, notice, sample,
                  created, updated, unchanged, rejected, started, finished)
                select :file, :sha256, :bytes, :encoding, :notice, coalesce(bool_or(sample), false),
                  count(*) filter (where fresh and prior is null and prior_line is null),
                  count(*) filter (where fresh and (prior is not null or prior_line is not null)),
                  count(*) filter (where not fresh),
                  (select count(*) from incoming where fault is not null),
                  :started, clock_timestamp()
                from judged
                returning id""")
                .param("file", origin.file())
                .param("sha256", origin.sha256())
                .param("bytes", origin.bytes())
                .param("encoding", remarks.encoding())
                .param("notice", notice.toString())
                .param("started", origin.started().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private void store(long importId) {
        jdbc.sql("""
                insert into luheng.fact (body, element, period, period_from, period_to, value, unit, given, stage,
                  authority, channel, source, published, sample, import, line)
                select body, element, period, period_from, period_to, value, unit, given, stage,
                  authority, channel, source, day, sample, :import, line
                from judged where fresh order by line""").param("import", importId).update();
    }

    private void answer(long importId) {
        jdbc.sql("""
                insert into luheng.fact_import_row (import, line, outcome, fact, previous, fault, field, message, given)
                select :import, j.line,
                  case when not fresh then 'unchanged'
                       when prior is null and prior_line is null then 'created' else 'updated' end,
                  coalesce(j.same, f.id),
                  case when fresh then coalesce(p.id, j.prior) end,
                  null, null, null, null
                from judged j
                left join luheng.fact f on f.import = :import and f.line = j.first_line
                left join luheng.fact p on p.import = :import and p.line = j.prior_line
                union all
                select :import, line, 'rejected', null, null, fault, field, message, refused
                from incoming where fault is not null""").param("import", importId).update();
    }

    public Optional<Receipt> receipt(long id) {
        return read(() -> jdbc.sql("select " + RECEIPT + " from luheng.fact_import where id = :id")
                .param("id", id)
                .query((row, number) -> receipt(row))
                .optional());
    }

    private static final String RECEIPT = "id, file_name, sha256, bytes, encoding, notice, sample, actor, started,"
            + " finished, created, updated, unchanged, rejected";

    /** The latest first. */
    public List<Receipt> receipts(int limit, int offset) {
        return read(() -> jdbc.sql(
                        "select " + RECEIPT + " from luheng.fact_import order by id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> receipt(row))
                .list());
    }

    /** Only a transaction has a context, and without it nothing is seen. */
    private <T> T read(Supplier<T> query) {
        T answer = transaction.execute(status -> query.get());
        return Objects.requireNonNull(answer);
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        String notice = row.getString("notice");
        return new Receipt(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("encoding"),
                notice.isEmpty() ? List.of() : List.of(notice.split("\n")),
                row.getBoolean("sample"),
                row.getString("actor"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                row.getObject("finished", OffsetDateTime.class).toInstant(),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"));
    }

    /**
     * Rows of a receipt in the order of lines.
     *
     * @param outcome only those; null: all
     * @param afterLine only later lines
     */
    public void rows(long importId, @Nullable Outcome outcome, int afterLine, int limit, Consumer<ReceiptRow> each) {
        FactRows facts = new FactRows();
        transaction.executeWithoutResult(status -> jdbc.sql("select r.line, r.outcome, r.fault, r.field, r.message,"
                        + " r.given, " + FactRows.COLUMNS + ", " + FactRows.COLUMNS.replace("f.", "p.")
                        + """
                         from luheng.fact_import_row r
                          left join luheng.fact f on f.id = r.fact
                          left join luheng.fact p on p.id = r.previous
                        where r.import = :import and r.line > :after
                          and (:outcome::text is null or r.outcome = :outcome)
                        order by r.line limit :limit""")
                .withFetchSize(2_000)
                .param("import", importId)
                .param("after", afterLine)
                .param("outcome", outcome == null ? null : outcome.code())
                .param("limit", limit)
                .query(row -> {
                    each.accept(new ReceiptRow(
                            row.getInt(1),
                            Outcome.of(row.getString(2)),
                            row.getString(7) == null ? null : facts.fact(row, 7),
                            row.getString(20) == null ? null : facts.fact(row, 20),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }));
    }
}
