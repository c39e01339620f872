package org.luheng.bench;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;

/**
 * kill -9 of {@code ./luheng demo} in the midst of writing, again and again: it must come up by itself with every row that
 * was acknowledged.
 */
final class KillRestart {

    private KillRestart() {}

    static void run(int rounds) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        System.out.println("seed " + seed);
        var folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "kill-restart-");
        var home = folder.resolve("data");
        int acknowledged = 0;
        try {
            for (int round = 0; round <= rounds; round++) {
                try (var demo = Demo.start(home, Map.of("LUHENG_AOT", "off"))) {
                    long time = demo.untilAnswered("/api/health");
                    int found;
                    try (var connection = demo.administrator("postgres")) {
                        found = rows(connection);
                    }
                    // One more may be there: committed, and killed before the answer came.
                    if (found < acknowledged || found > acknowledged + 1) {
                        throw new AssertionError("acknowledged %d rows, found %d".formatted(acknowledged, found));
                    }
                    System.out.printf("up after %5d ms, %6d rows acknowledged, %6d found%n", time, acknowledged, found);
                    acknowledged = found;
                    if (round < rounds) {
                        var postgres = random.nextBoolean() ? "; PostgreSQL first" : "";
                        acknowledged += writeUntilKilled(demo, 200 + random.nextInt(1500), !postgres.isEmpty());
                        System.out.println("kill -9" + postgres);
                    }
                }
            }
            System.out.println("nothing lost");
        } finally {
            Demo.delete(folder);
        }
    }

    private static int writeUntilKilled(Demo demo, int milliseconds, boolean postgresFirst) throws Exception {
        int written = 0;
        try (var connection = demo.administrator("postgres");
                var insert = connection.prepareStatement("insert into kept default values")) {
            long end = System.nanoTime() + milliseconds * 1_000_000L;
            while (System.nanoTime() < end) {
                insert.executeUpdate();
                written++;
            }
            if (postgresFirst) {
                ProcessHandle.of(demo.postmaster()).orElseThrow().destroyForcibly();
            }
            demo.kill();
            // PostgreSQL outlives its application: what it still acknowledges counts as well.
            for (int more = 0; more < 100; more++) {
                insert.executeUpdate();
                written++;
            }
        } catch (SQLException gone) {
            if (!postgresFirst) {
                throw gone;
            }
        }
        return written;
    }

    private static int rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "create table if not exists kept (number bigint generated always as identity);"
                                + " select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
