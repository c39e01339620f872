package org.luheng.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** How fast readings are found again: a month of one device, and the latest of many. */
final class MonitorQueries {
    private static final int RUNS = 15;

    private MonitorQueries() {}

    static void run(Connection connection) throws SQLException {
        month(connection);
        latest(connection);
    }

    private static void month(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set luheng.part = 'gateway'");
            statement.execute(
                    "select luheng.prepare_partitions('2051', date '2026-10-01', date '2026-10-31'), luheng.prepare_partitions('2061', date '2026-01-01', date '2026-12-31')");
            // In the order of time, as they come: the rows of one device lie far apart.
            statement.execute("""
                    insert into luheng.message (data_time, received, device, shape, cn, digest, content)
                    select t, t, d, 1, 2051, gen_random_uuid(), decode(repeat('a0b1c20d', 30), 'hex')
                    from generate_series(timestamptz '2026-10-01 00:00+08', '2026-10-31 23:59+08', interval '1 minute') t,
                         generate_series(1, 100) d""");
            statement.execute("""
                    insert into luheng.message (data_time, received, device, shape, cn, digest, content)
                    select t, t, d, 1, 2061, gen_random_uuid(), decode(repeat('a0b1c20d', 30), 'hex')
                    from generate_series(timestamptz '2026-01-01 00:00+08', '2026-12-31 23:00+08', interval '1 hour') t,
                         generate_series(1, 500) d""");
            statement.execute("vacuum analyze luheng.message");
        }
        time(
                connection,
                "one device's month of hours (744 messages)",
                "select data_time, shape, content from luheng.message where device = ? and cn = 2061"
                        + " and data_time >= '2026-10-01 00:00+08' and data_time < '2026-11-01 00:00+08' order by data_time",
                500);
        time(
                connection,
                "one device's month of minutes (44 640 messages)",
                "select data_time, shape, content from luheng.message where device = ? and cn = 2051"
                        + " and data_time >= '2026-10-01 00:00+08' and data_time < '2026-11-01 00:00+08' order by data_time",
                100);
    }

    private static void latest(Connection connection) throws SQLException {
        time(
                connection,
                "the latest message of every device, ten series each",
                "select d.id, m.data_time, m.shape, m.content from (select id from luheng.device order by id limit 2000 + 0 * ?) d"
                        + " left join lateral (select data_time, received, shape, content from luheng.message m where m.device = d.id"
                        + " and m.cn = 2011 and m.data_time > now() - interval '1 day' and m.data_time < now() + interval '1 day'"
                        + " order by data_time desc, received desc limit 1) m on true",
                1);
    }

    private static void time(Connection connection, String what, String sql, int devices) throws SQLException {
        double[] times = new double[RUNS];
        int rows = 0;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int run = 0; run < RUNS; run++) {
                query.setInt(1, 1 + run * 7 % devices);
                long began = System.nanoTime();
                rows = 0;
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        rows++;
                    }
                }
                times[run] = (System.nanoTime() - began) / 1e6;
            }
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf("%s: median %.1f ms, first %.1f ms (%d rows)%n", what, times[RUNS / 2], first, rows);
    }
}
