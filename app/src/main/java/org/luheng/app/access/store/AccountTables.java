package org.luheng.app.access.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Account;
import org.luheng.app.access.Role;
import org.luheng.app.access.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, standings and links as they lie in the database. Within a transaction of the part {@code access}. */
@Repository
public class AccountTables {
    private static final String ACCOUNT = """
            select a.id, a.login, a.name, a.state, a.sample, a.recorded,
                   (select max(d.last_used) from luheng.known_device d where d.account = a.id) as signed_in,
                   array_remove(array_agg(s.id order by s.id), null) as ids, array_agg(s.role order by s.id) as roles,
                   array_agg(s.body order by s.id) as bodies, array_agg(coalesce(b.name, '') order by s.id) as names,
                   array_agg(s.statistics order by s.id) as statistics
              from luheng.account a
              left join luheng.standing s on s.account = a.id and s.ended is null
              left join luheng.body b on b.code = s.body
            """;
    /** Text is looked for in login, name, and the body's code and name. */
    private static final String ASKED = """
              where (:text = '' or strpos(lower(a.login), :text) > 0 or strpos(lower(a.name), :text) > 0
                     or exists (select from luheng.standing h join luheng.body of on of.code = h.body
                                  where h.account = a.id and h.ended is null
                                    and (strpos(lower(of.name), :text) > 0 or strpos(lower(of.code), :text) > 0)))
                and (:state = '' or a.state = :state)
                and (:role = '' or exists (select from luheng.standing h
                                             where h.account = a.id and h.ended is null and h.role = :role))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(long id) {
        return jdbc.sql(ACCOUNT + "where a.id = ? group by a.id")
                .param(id)
                .query((row, number) -> account(row))
                .optional();
    }

    public Optional<Long> idOf(String login) {
        return jdbc.sql("select id from luheng.account where login = ?")
                .param(login)
                .query(Long.class)
                .optional();
    }

    public List<Account> search(String text, String state, String role, int limit, long offset) {
        return jdbc.sql(ACCOUNT + ASKED + "group by a.id order by a.login limit :limit offset :offset")
                .param("text", text)
                .param("state", state)
                .param("role", role)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> account(row))
                .list();
    }

    public int count(String text, String state, String role) {
        return jdbc.sql("select count(*) from luheng.account a " + ASKED)
                .param("text", text)
                .param("state", state)
                .param("role", role)
                .query(Integer.class)
                .single();
    }

    private static Account account(ResultSet row) throws SQLException {
        Long[] ids = array(row, "ids", new Long[0]);
        String[] roles = array(row, "roles", new String[0]);
        @Nullable String[] bodies = array(row, "bodies", new String[0]);
        String[] names = array(row, "names", new String[0]);
        Boolean[] statistics = array(row, "statistics", new Boolean[0]);
        List<Standing> standings = new ArrayList<>();
        for (int at = 0; at < ids.length; at++) {
            standings.add(new Standing(ids[at], Role.of(roles[at]), bodies[at], names[at], statistics[at]));
        }
        OffsetDateTime signedIn = row.getObject("signed_in", OffsetDateTime.class);
        return new Account(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                Account.State.of(row.getString("state")),
                row.getBoolean("sample"),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                signedIn == null ? null : signedIn.toInstant(),
                standings);
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] array(ResultSet row, String column, T[] like) throws SQLException {
        Array array = row.getArray(column);
        Object values = array.getArray();
        return like.getClass().isInstance(values) ? (T[]) values : like;
    }

    /** @return its id; empty: the login is taken */
    public Optional<Long> add(String login, String name, Account.State state, boolean sample) {
        return jdbc.sql("""
                        insert into luheng.account (login, name, state, sample) values (?, ?, ?, ?)
                        on conflict (login) do nothing returning id""")
                .param(login)
                .param(name)
                .param(state.word())
                .param(sample)
                .query(Long.class)
                .optional();
    }

    public void rename(long account, String name) {
        jdbc.sql("update luheng.account set name = ? where id = ?")
                .param(name)
                .param(account)
                .update();
    }

    public void state(long account, Account.State state) {
        jdbc.sql("update luheng.account set state = ? where id = ?")
                .param(state.word())
                .param(account)
                .update();
    }

    public boolean hasPassword(long account) {
        return jdbc.sql("""
                        select exists (select from luheng.credential where account = :account and password is not null)
                            or exists (select from luheng.directory_identity where account = :account)""").param("account", account).query(Boolean.class).single();
    }

    /** @return its id; empty: held already */
    public Optional<Long> give(long account, Role role, @Nullable String body, boolean statistics) {
        return jdbc.sql("""
                        insert into luheng.standing (account, role, body, statistics) values (?, ?, ?, ?)
                        on conflict (account, role, coalesce(body, '')) where ended is null do nothing returning id""")
                .param(account)
                .param(role.code())
                .param(body)
                .param(statistics)
                .query(Long.class)
                .optional();
    }

    /** @return false: the account holds no such standing */
    public boolean end(long account, long standing) {
        return jdbc.sql("""
                        update luheng.standing set ended = greatest(given, :now)
                          where id = :standing and account = :account and ended is null""")
                        .param("now", now())
                        .param("standing", standing)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Standings that ended, with the moment; newest first. */
    public List<Ended> ended(long account) {
        return jdbc.sql("""
                        select s.id, s.role, s.body, coalesce(b.name, '') as name, s.statistics, s.given, s.ended
                          from luheng.standing s left join luheng.body b on b.code = s.body
                          where s.account = ? and s.ended is not null order by s.ended desc, s.id desc""")
                .param(account)
                .query((row, number) -> new Ended(
                        new Standing(
                                row.getLong("id"),
                                Role.of(row.getString("role")),
                                row.getString("body"),
                                row.getString("name"),
                                row.getBoolean("statistics")),
                        row.getObject("given", OffsetDateTime.class).toInstant(),
                        row.getObject("ended", OffsetDateTime.class).toInstant()))
                .list();
    }

    public record Ended(Standing standing, Instant given, Instant ended) {}

    /** Serialises the first start: of two that come at once, one finds the other's administrator. */
    public boolean hasAdministrator() {
        jdbc.sql("select pg_advisory_xact_lock(20210009)")
                .query((row, number) -> "")
                .single();
        return jdbc.sql("""
                        select exists (select from luheng.standing s join luheng.account a on a.id = s.account
                                         where s.role = 'administrator' and s.ended is null and a.state = '可用')""").query(Boolean.class).single();
    }

    /** Keeps a link; those of before are void. */
    public void link(String token, long account, boolean recovery, boolean dropsSecondFactor, Instant expires) {
        voidLinks(account);
        jdbc.sql("""
                        insert into luheng.invitation (token, account, purpose, drops_second_factor, expires)
                        values (?, ?, ?, ?, ?)""")
                .param(token)
                .param(account)
                .param(recovery ? "找回" : "邀请")
                .param(dropsSecondFactor)
                .param(expires.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    public void voidLinks(long account) {
        jdbc.sql("update luheng.invitation set used = ? where account = ? and used is null")
                .param(now())
                .param(account)
                .update();
    }

    /** A link that may still be used. @param recovery false: an invitation */
    public record Link(long account, boolean recovery, boolean dropsSecondFactor, Instant expires) {}

    /** An invitation is void, too, once the invited has come in by the city's directory. */
    public Optional<Link> link(String token) {
        return jdbc.sql("""
                        select i.account, i.purpose, i.drops_second_factor, i.expires from luheng.invitation i
                          join luheng.account a on a.id = i.account
                            and a.state = case i.purpose when '邀请' then '受邀' else '可用' end
                          where i.token = ? and i.used is null and i.expires > ?""")
                .param(token)
                .param(now())
                .query((row, number) -> link(row))
                .optional();
    }

    /** Whether it could be used; now it is. Of two who use it at once, one gets true. */
    public boolean useLink(String token) {
        return jdbc.sql(
                                "update luheng.invitation set used = :now where token = :token and used is null and expires > :now")
                        .param("now", now())
                        .param("token", token)
                        .update()
                == 1;
    }

    /** The link of the account that may still be used. */
    public Optional<Link> openLink(long account) {
        return jdbc.sql("""
                        select i.account, i.purpose, i.drops_second_factor, i.expires from luheng.invitation i
                          join luheng.account a on a.id = i.account
                            and a.state = case i.purpose when '邀请' then '受邀' else '可用' end
                          where i.account = ? and i.used is null and i.expires > ? order by i.expires desc limit 1""")
                .param(account)
                .param(now())
                .query((row, number) -> link(row))
                .optional();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("account"),
                row.getString("purpose").equals("找回"),
                row.getBoolean("drops_second_factor"),
                Objects.requireNonNull(row.getObject("expires", OffsetDateTime.class))
                        .toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
