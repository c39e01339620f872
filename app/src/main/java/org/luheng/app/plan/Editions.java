package org.luheng.app.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.files.FolderText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The editions of plans that came of reviews, and which of all editions two persons have accepted. */
@Component
class Editions {
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    Editions(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @param recorded when it was written */
    record Written(String plan, String sha256, FolderText text, Instant recorded) {}

    /** @param sha256 of the edition, of whatever origin */
    record Accepted(String plan, String sha256, Instant at) {}

    /** In the order of writing. */
    List<Written> written() {
        return Objects.requireNonNull(transactions.execute(status -> database.sql(
                        "select plan, sha256, content, recorded from luheng.plan_edition order by recorded, sha256")
                .query((row, number) -> new Written(
                        row.getString(1),
                        row.getString(2),
                        FolderText.of(row.getBytes(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list()));
    }

    List<Accepted> accepted() {
        return Objects.requireNonNull(transactions.execute(status -> database.sql(
                        "select plan, sha256, recorded from luheng.plan_acceptance order by recorded")
                .query((row, number) -> new Accepted(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list()));
    }

    /** @return whether it was not there yet */
    boolean add(String plan, FolderText text, String region, long review) {
        Integer added = transactions.execute(status -> database.sql(
                        "insert into luheng.plan_edition (plan, sha256, region, review, content) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                .param(plan)
                .param(text.sha256())
                .param(region)
                .param(review)
                .param(text.content())
                .update());
        return added != null && added > 0;
    }

    List<Long> reviews(String plan) {
        return Objects.requireNonNull(transactions.execute(
                status -> database.sql("select distinct review from luheng.plan_edition where plan = ?")
                        .param(plan)
                        .query((row, number) -> row.getLong(1))
                        .list()));
    }

    /** @param at when two persons accepted it, null: they have not */
    record OfReview(
            String plan,
            String sha256,
            Instant recorded,
            @Nullable Instant at) {}

    /** The latest first. */
    List<OfReview> of(long review) {
        return Objects.requireNonNull(transactions.execute(status -> database.sql("""
                        select e.plan, e.sha256, e.recorded, a.recorded
                          from luheng.plan_edition e
                          left join luheng.plan_acceptance a on a.plan = e.plan and a.sha256 = e.sha256
                          where e.review = ? order by e.recorded desc""")
                .param(review)
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
                    return new OfReview(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            at == null ? null : at.toInstant());
                })
                .list()));
    }
}
