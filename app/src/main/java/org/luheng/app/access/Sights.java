package org.luheng.app.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.luheng.app.database.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the current {@link Actor} sees. Kept for a second, and forgotten at once when this process changes an account; the
 * tables themselves are guarded by the database, which asks anew in each transaction.
 */
@Service
public class Sights {
    /** Parts of the program that compute for everybody, and answer each by his own sight. */
    private static final Map<String, Sight> OF_THE_PROGRAM = Map.of(
            "accounting", Sight.EVERYTHING,
            "issue", Sight.EVERYTHING,
            "samples", Sight.EVERYTHING.reporting());

    private static final long KEPT = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    private record Key(long account, long standing) {}

    private record Kept(Sight sight, long at) {}

    Sights(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Nothing where nobody acts, or under no standing, or under one that does not hold any more. */
    public Sight current() {
        return Actor.current().map(this::of).orElse(Sight.NOTHING);
    }

    private Sight of(Actor actor) {
        Sight ofTheProgram = OF_THE_PROGRAM.get(actor.part());
        if (ofTheProgram != null) {
            return ofTheProgram;
        }
        Long account = actor.account();
        Long standing = actor.standing();
        if (account == null || standing == null) {
            return Sight.NOTHING;
        }
        Key key = new Key(account, standing);
        long now = System.nanoTime();
        Kept before = kept.get(key);
        if (before != null && now - before.at() < KEPT) {
            return before.sight();
        }
        Sight sight = actor.call(this::load);
        if (kept.size() > MOST) {
            kept.clear();
        }
        kept.put(key, new Kept(sight, now));
        return sight;
    }

    /** Rights have changed. */
    public void forget() {
        kept.clear();
    }

    private Sight load() {
        Sight sight = reading.execute(transaction -> jdbc.sql("select * from luheng.sight()")
                .query((row, number) -> sight(row))
                .optional()
                .orElse(Sight.NOTHING));
        return sight == null ? Sight.NOTHING : sight;
    }

    private static Sight sight(ResultSet row) throws SQLException {
        String role = row.getString("role");
        if (role == null) {
            return Sight.NOTHING;
        }
        return new Sight(
                Role.of(role),
                row.getString("body"),
                row.getString("region"),
                row.getBoolean("reports"),
                false,
                row.getBoolean("all_elements"),
                texts(row, "bodies"),
                texts(row, "elements"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.copyOf(List.of((String[]) array.getArray()));
    }
}
