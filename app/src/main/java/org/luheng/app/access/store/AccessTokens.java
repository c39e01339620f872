package org.luheng.app.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.Standing;
import org.luheng.app.database.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens by which programs act for an account, each under one of its standings. Every method is a transaction of its own. */
@Repository
public class AccessTokens {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Credentials credentials;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, PlatformTransactionManager transactions, Credentials credentials, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.credentials = credentials;
        this.clock = clock;
    }

    /** As its owner sees it. @param kept names it, and is not its secret */
    public record Seen(
            String kept,
            String name,
            String standing,
            Instant made,
            Instant expires,
            @Nullable Instant lastUsed) {}

    private <T> T asAccess(Supplier<T> work) {
        return Actor.currentAs("access").call(() -> transactions.execute(status -> work.get()));
    }

    /** @return false: the account holds no such standing */
    public boolean add(String kept, long account, long standing, String name, Duration good) {
        return asAccess(() -> jdbc.sql("""
                                insert into luheng.access_token (token, account, standing, name, expires)
                                select :token, s.account, s.id, :name, :expires from luheng.standing s
                                  where s.id = :standing and s.account = :account and s.ended is null""")
                        .param("token", kept)
                        .param("name", name)
                        .param("expires", now().plus(good))
                        .param("standing", standing)
                        .param("account", account)
                        .update()
                == 1);
    }

    /** Those that are good, newest first. */
    public List<Seen> of(long account) {
        return asAccess(() -> jdbc.sql("""
                        select t.token, t.name, t.recorded, t.expires, t.last_used, s.id, s.role, s.body, s.statistics,
                               coalesce(b.name, '') as body_name
                          from luheng.access_token t
                          join luheng.standing s on s.id = t.standing and s.ended is null
                          left join luheng.body b on b.code = s.body
                          where t.account = ? and t.ended is null and t.expires > ? order by t.recorded desc, t.token""")
                .param(account)
                .param(now())
                .query((row, number) -> seen(row))
                .list());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        Standing standing = new Standing(
                row.getLong("id"),
                Role.of(row.getString("role")),
                row.getString("body"),
                row.getString("body_name"),
                row.getBoolean("statistics"));
        OffsetDateTime used = row.getObject("last_used", OffsetDateTime.class);
        return new Seen(
                row.getString("token"),
                row.getString("name"),
                standing.inWords(),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    /** @return false: the account has no such token */
    public boolean end(long account, String kept) {
        return asAccess(() ->
                jdbc.sql("update luheng.access_token set ended = ? where account = ? and token = ? and ended is null")
                                .param(now())
                                .param(account)
                                .param(kept)
                                .update()
                        == 1);
    }

    /** As whom a program acts that shows a token; empty where that, its standing or its account does not hold any more. */
    public Optional<SignedIn> bearer(String kept) {
        return asAccess(() -> jdbc.sql("""
                        select account, standing from luheng.access_token
                          where token = ? and ended is null and expires > ?""")
                .param(kept)
                .param(now())
                .query((row, number) -> new long[] {row.getLong("account"), row.getLong("standing")})
                .optional()
                .flatMap(his -> credentials
                        .person(his[0], his[1])
                        .filter(person -> Objects.requireNonNullElse(person.standing(), NONE)
                                        .id()
                                == his[1]))
                .map(person -> {
                    used(kept);
                    return person;
                }));
    }

    private static final Standing NONE = new Standing(-1, Role.AUDITOR, null, "", false);

    /** Once a minute is enough to know whether somebody still needs it. */
    private void used(String kept) {
        jdbc.sql("""
                        update luheng.access_token set last_used = :now
                          where token = :token and (last_used is null or last_used < :minute)""")
                .param("now", now())
                .param("token", kept)
                .param("minute", now().minusMinutes(1))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
