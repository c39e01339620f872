package org.luheng.app.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
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

/** What accounts prove themselves with. Every method is a transaction of its own, or joins one that is under way. */
@Repository
public class Credentials {
    private static final int DEVICES_KEPT = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Credentials(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param password encoded; null: none was ever set
     * @param totp secret of the second factor, encrypted; null: none
     * @param totpStep the last time step used
     */
    public record Known(
            long account,
            String login,
            String name,
            String state,
            @Nullable String password,
            @Nullable String totp,
            boolean totpConfirmed,
            long totpStep) {
        public boolean isActive() {
            return state.equals("可用");
        }

        public boolean isInvited() {
            return state.equals("受邀");
        }
    }

    private <T extends @Nullable Object> T asAccess(Supplier<T> work) {
        return Actor.currentAs("access").call(() -> transactions.execute(status -> work.get()));
    }

    public Optional<Known> byLogin(String login) {
        return known("a.login = ?", login);
    }

    public Optional<Known> of(long account) {
        return known("a.id = ?", account);
    }

    private Optional<Known> known(String condition, Object value) {
        return asAccess(() -> jdbc.sql("""
                        select a.id, a.login, a.name, a.state, c.password, c.totp, coalesce(c.totp_confirmed, false) as confirmed,
                               coalesce(c.totp_step, 0) as step
                          from luheng.account a left join luheng.credential c on c.account = a.id
                          where\s""" + condition)
                .param(value)
                .query((row, number) -> new Known(
                        row.getLong("id"),
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("state"),
                        row.getString("password"),
                        row.getString("totp"),
                        row.getBoolean("confirmed"),
                        row.getLong("step")))
                .optional());
    }

    /**
     * The person as he is to act now; empty where the account is not active any more.
     *
     * @param standing to act under; null, or one he does not hold: his first
     */
    public Optional<SignedIn> person(long account, @Nullable Long standing) {
        return asAccess(() -> known("a.id = ?", account).filter(Known::isActive).map(known -> {
            List<Standing> standings = jdbc.sql("""
                            select s.id, s.role, s.body, coalesce(b.name, '') as name, s.statistics
                              from luheng.standing s left join luheng.body b on b.code = s.body
                              where s.account = ? and s.ended is null order by s.id""")
                    .param(account)
                    .query((row, number) -> standing(row))
                    .list();
            Standing chosen = standings.stream()
                    .filter(each -> standing != null && each.id() == standing)
                    .findFirst()
                    .orElse(standings.isEmpty() ? null : standings.getFirst());
            return new SignedIn(account, known.login(), known.name(), chosen, standings);
        }));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("id"),
                Role.of(row.getString("role")),
                row.getString("body"),
                row.getString("name"),
                row.getBoolean("statistics"));
    }

    /** Whoever was invited has come. */
    public void activate(long account) {
        asAccess(() -> jdbc.sql("update luheng.account set state = '可用' where id = ? and state = '受邀'")
                .param(account)
                .update());
    }

    /** Sets the password, encoded; whoever calls this ends the sessions that are not to go on. */
    public void password(long account, String encoded) {
        asAccess(() -> jdbc.sql("""
                        insert into luheng.credential (account, password, password_set) values (:account, :password, :now)
                        on conflict (account) do update set password = excluded.password, password_set = excluded.password_set""")
                .param("account", account)
                .param("password", encoded)
                .param("now", now())
                .update());
    }

    /** The second factor in force from now on, whose code of that time step has been seen. */
    public void secondFactor(long account, String secret, long step) {
        asAccess(() -> jdbc.sql("""
                        insert into luheng.credential (account, totp, totp_confirmed, totp_step)
                        values (:account, :totp, true, :step)
                        on conflict (account) do update set totp = excluded.totp, totp_confirmed = true,
                          totp_step = excluded.totp_step""")
                .param("account", account)
                .param("totp", secret)
                .param("step", step)
                .update());
    }

    /** Whether the code of this time step was not used before; now it is. */
    public boolean useStep(long account, long step) {
        return asAccess(() -> jdbc.sql(
                                "update luheng.credential set totp_step = :step where account = :account and totp_step < :step")
                        .param("account", account)
                        .param("step", step)
                        .update())
                == 1;
    }

    /** With it go the recovery codes. */
    public void removeSecondFactor(long account) {
        asAccess(() -> {
            jdbc.sql(
                            "update luheng.credential set totp = null, totp_confirmed = false, totp_step = 0 where account = ?")
                    .param(account)
                    .update();
            return dropRecoveryCodes(account);
        });
    }

    /** @param codes as they are kept; those of before are void */
    public void recoveryCodes(long account, List<String> codes) {
        asAccess(() -> {
            dropRecoveryCodes(account);
            for (String code : codes) {
                jdbc.sql("insert into luheng.recovery_code (account, code) values (?, ?)")
                        .param(account)
                        .param(code)
                        .update();
            }
            return codes.size();
        });
    }

    private int dropRecoveryCodes(long account) {
        return jdbc.sql("update luheng.recovery_code set used = ? where account = ? and used is null")
                .param(now())
                .param(account)
                .update();
    }

    /** Whether there was such a code, not used before; now it is. */
    public boolean useRecoveryCode(long account, String code) {
        return asAccess(() -> jdbc.sql(
                                "update luheng.recovery_code set used = ? where account = ? and code = ? and used is null")
                        .param(now())
                        .param(account)
                        .param(code)
                        .update())
                == 1;
    }

    public int recoveryCodesLeft(long account) {
        return asAccess(() -> jdbc.sql("select count(*) from luheng.recovery_code where account = ? and used is null")
                .param(account)
                .query(Integer.class)
                .single());
    }

    /** Which of the tokens is that of a browser that signed in to the account before. */
    public Optional<String> device(long account, List<String> tokens) {
        return tokens.isEmpty()
                ? Optional.empty()
                : asAccess(() -> jdbc.sql(
                                "select token from luheng.known_device where account = :account and token in (:tokens) limit 1")
                        .param("account", account)
                        .param("tokens", tokens)
                        .query(String.class)
                        .optional());
    }

    /** Keeps the browser among those that signed in before; the one not seen longest makes room. */
    public void rememberDevice(long account, String token) {
        asAccess(() -> {
            jdbc.sql("""
                    insert into luheng.known_device (token, account, last_used) values (:token, :account, :now)
                    on conflict (token) do update set last_used = excluded.last_used""")
                    .param("token", token)
                    .param("account", account)
                    .param("now", now())
                    .update();
            return jdbc.sql("""
                    delete from luheng.known_device where account = :account and token not in (
                      select token from luheng.known_device where account = :account order by last_used desc, token limit :kept)""")
                    .param("account", account)
                    .param("kept", DEVICES_KEPT)
                    .update();
        });
    }

    /** Nobody's browser is known to the account any more. */
    public void forgetDevices(long account) {
        asAccess(() -> jdbc.sql("delete from luheng.known_device where account = ?")
                .param(account)
                .update());
    }

    /** The account that a directory's identity belongs to. */
    public Optional<Long> linked(String issuer, String subject) {
        return asAccess(() -> jdbc.sql("select account from luheng.directory_identity where issuer = ? and subject = ?")
                .param(issuer)
                .param(subject)
                .query(Long.class)
                .optional());
    }

    public boolean isLinked(String issuer, long account) {
        return asAccess(
                () -> jdbc.sql("select exists (select from luheng.directory_identity where issuer = ? and account = ?)")
                        .param(issuer)
                        .param(account)
                        .query(Boolean.class)
                        .single());
    }

    public void link(String issuer, String subject, long account) {
        asAccess(() -> jdbc.sql("insert into luheng.directory_identity (issuer, subject, account) values (?, ?, ?)")
                .param(issuer)
                .param(subject)
                .param(account)
                .update());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
