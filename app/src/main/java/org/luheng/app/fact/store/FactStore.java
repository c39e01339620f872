package org.luheng.app.fact.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.luheng.accounting.Fact;
import org.luheng.app.fact.FactEntry;
import org.luheng.app.fact.FactQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads facts; large answers stream. */
@Repository
public class FactStore {
    private static final int FETCHED_AT_ONCE = 5_000;
    private static final String ENTRY = "select " + FactRows.COLUMNS
            + ", f.recorded, f.actor, f.import, i.file_name, f.line"
            + " from luheng.fact f left join luheng.fact_import i on i.id = f.import ";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate following;

    public FactStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        // Never within somebody's transaction, whose sight it would have: what he does not see would be passed over for
        // good.
        this.following = new TransactionTemplate(transactions);
        this.following.setReadOnly(true);
        this.following.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** All facts with a higher id, in the order of ids. */
    public void after(long id, Consumer<Fact> each) {
        FactRows rows = new FactRows();
        // Only within a transaction does the driver fetch in portions.
        following.executeWithoutResult(transaction -> jdbc.sql(
                        "select " + FactRows.COLUMNS + " from luheng.fact f where f.id > :id order by f.id")
                .withFetchSize(FETCHED_AT_ONCE)
                .param("id", id)
                .query(row -> {
                    each.accept(rows.fact(row));
                }));
    }

    public void find(FactQuery query, Consumer<FactEntry> each) {
        FactRows rows = new FactRows();
        reading.executeWithoutResult(transaction -> jdbc.sql(ENTRY + """
                        where f.id > :after
                          and (:region::text is null or f.body = :region)
                          and (:element::text is null or f.element = :element)
                          and (:from::date is null or f.period_to >= :from)
                          and (:to::date is null or f.period_from <= :to)
                        order by f.id limit :limit""")
                .withFetchSize(FETCHED_AT_ONCE)
                .param("after", query.after())
                .param("region", query.region())
                .param("element", query.element())
                .param("from", query.from())
                .param("to", query.to())
                .param("limit", query.limit())
                .query(row -> {
                    each.accept(entry(rows, row));
                }));
    }

    public Optional<FactEntry> entry(long id) {
        FactRows rows = new FactRows();
        return read(() -> jdbc.sql(ENTRY + "where f.id = :id")
                .param("id", id)
                .query((row, number) -> entry(rows, row))
                .optional());
    }

    public List<FactEntry> history(String region, String element, String period) {
        FactRows rows = new FactRows();
        return read(() -> jdbc.sql(ENTRY
                        + "where f.body = :region and f.element = :element and f.period = :period order by f.id desc")
                .param("region", region)
                .param("element", element)
                .param("period", period)
                .query((row, number) -> entry(rows, row))
                .list());
    }

    /** Only a transaction has a context, and without it nothing is seen. */
    private <T> T read(Supplier<T> query) {
        T answer = reading.execute(transaction -> query.get());
        return Objects.requireNonNull(answer);
    }

    private static FactEntry entry(FactRows rows, ResultSet row) throws SQLException {
        return new FactEntry(
                rows.fact(row),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                row.getString(15),
                row.getLong(16),
                Objects.requireNonNullElse(row.getString(17), ""),
                row.getInt(18));
    }
}
