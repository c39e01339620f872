package org.luheng.app.monitor.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.luheng.app.database.Actor;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages in partitions of PostgreSQL: copied in binary into a temporary table (COPY does not go past row security), from there into
 * {@code luheng.message}, and their frames as one block into {@code luheng.frame_block}, in one transaction.
 */
@Repository
public class PartitionedStore implements MessageStore {
    private static final Actor GATEWAY = Actor.program("gateway");
    private static final int LONGEST_SHAPE = 8_000;
    private static final int MOST_SHAPES = 50_000;
    private static final int KEY_BYTES = 16;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Partitions partitions;
    private final Clock clock;
    private final Map<String, Integer> shapes = new HashMap<>();
    private final CopyRows rows = new CopyRows();
    private long lastReceived = Long.MIN_VALUE;

    PartitionedStore(
            JdbcTemplate template,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Partitions partitions,
            Clock clock) {
        this.template = template;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.partitions = partitions;
        this.clock = clock;
    }

    /** One batch at a time. */
    @Override
    public synchronized void store(List<Received> batch) {
        if (batch.isEmpty()) {
            return;
        }
        long now = Math.max(Partitions.micros(clock.instant()), lastReceived() + 1);
        rows.begin();
        for (int i = 0; i < batch.size(); i++) {
            Received each = batch.get(i);
            partitions.prepare(each.cn(), each.dataTime());
            row(each, now + i);
        }
        rows.end();
        lastReceived = now + batch.size();
        GATEWAY.run(() -> transactions.executeWithoutResult(
                status -> template.execute((ConnectionCallback<Integer>) connection -> write(connection, batch, now))));
    }

    private void row(Received each, long received) {
        int shape = each.names().isEmpty() ? 0 : shape(each.names());
        byte[] content = shape > 0 || each.names().isEmpty() ? each.content() : named(each);
        rows.row(7);
        rows.time(each.dataTime());
        rows.time(received);
        rows.int4(each.device());
        rows.int4(shape);
        rows.int2(each.cn());
        rows.bytes(each.digest(), KEY_BYTES);
        rows.bytes(content, content.length);
    }

    /** A message whose names are too many to be a shape brings them along. */
    private static byte[] named(Received each) {
        byte[] names = each.names().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return java.nio.ByteBuffer.allocate(4 + names.length + each.content().length)
                .putInt(names.length)
                .put(names)
                .put(each.content())
                .array();
    }

    private int write(Connection connection, List<Received> batch, long first) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists incoming_message (data_time timestamptz, received timestamptz,"
                            + " device integer, shape integer, cn smallint, digest uuid, content bytea) on commit delete rows");
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy incoming_message from stdin with (format binary)");
            try {
                copy.writeToCopy(rows.array(), 0, rows.length());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            int stored = statement.executeUpdate(
                    "insert into luheng.message (data_time, received, device, shape, cn, digest, content)"
                            + " select * from incoming_message on conflict do nothing");
            Set<Long> known = stored == batch.size() ? Set.of() : known(statement);
            if (stored > 0) {
                block(connection, batch, first, known);
            }
            return stored;
        }
    }

    /** Those of the batch that are not what the table has: they came before, or twice in this batch. */
    private static Set<Long> known(Statement statement) throws SQLException {
        Set<Long> known = new HashSet<>();
        try (ResultSet found = statement.executeQuery(
                "select (extract(epoch from i.received) * 1000000)::bigint from incoming_message i"
                        + " join luheng.message m using (device, cn, data_time, digest) where m.received <> i.received")) {
            while (found.next()) {
                known.add(found.getLong(1));
            }
        }
        return known;
    }

    private static void block(Connection connection, List<Received> batch, long first, Set<Long> known)
            throws SQLException {
        List<FrameBlock.Kept> kept = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            if (!known.contains(first + i)) {
                kept.add(new FrameBlock.Kept(first + i, batch.get(i).frame()));
            }
        }
        byte[] content = FrameBlock.write(kept);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into luheng.frame_block (first_received, last_received, frames, sha256, content)"
                        + " values (timestamptz 'epoch' + ? * interval '1 microsecond',"
                        + " timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?, ?)")) {
            insert.setLong(1, kept.getFirst().received());
            insert.setLong(2, kept.getLast().received());
            insert.setInt(3, kept.size());
            insert.setBytes(4, sha256(content));
            insert.setBytes(5, content);
            insert.executeUpdate();
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @return 0: without one */
    private int shape(String names) {
        Integer known = shapes.get(names);
        if (known != null) {
            return known;
        }
        if (names.length() > LONGEST_SHAPE || shapes.size() >= MOST_SHAPES) {
            return 0;
        }
        // In a transaction of its own: what is remembered here is there, whatever becomes of the batch.
        int made = GATEWAY.call(
                () -> Objects.requireNonNull(transactions.execute(status -> jdbc.sql("select luheng.shape_of(:names)")
                        .param("names", names)
                        .query(Integer.class)
                        .single())));
        shapes.put(names, made);
        return made;
    }

    /** Goes on behind what is there, even if the clock went back meanwhile. */
    private long lastReceived() {
        if (lastReceived == Long.MIN_VALUE) {
            lastReceived = GATEWAY.call(() -> Objects.requireNonNull(transactions.execute(
                    status -> jdbc.sql("select coalesce((extract(epoch from max(last_received)) * 1000000)::bigint, 0)"
                                    + " from luheng.frame_block")
                            .query(Long.class)
                            .single())));
        }
        return lastReceived;
    }
}
