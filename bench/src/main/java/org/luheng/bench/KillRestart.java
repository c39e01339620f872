package org.luheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
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
                    try (var connection = connect(home)) {
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
                        acknowledged += writeUntilKilled(demo, home, 200 + random.nextInt(1500), !postgres.isEmpty());
                        System.out.println("kill -9" + postgres);
                    }
                }
            }
            System.out.println("nothing lost");
        } finally {
            Demo.delete(folder);
        }
    }

    private static int writeUntilKilled(Demo demo, Path home, int milliseconds, boolean postgresFirst)
            throws Exception {
        int written = 0;
        try (var connection = connect(home);
                var insert = connection.prepareStatement("insert into kept default values")) {
            long end = System.nanoTime() + milliseconds * 1_000_000L;
            while (System.nanoTime() < end) {
                insert.executeUpdate();
                written++;
            }
            if (postgresFirst) {
                ProcessHandle.of(Long.parseLong(pidFile(home).getFirst().strip()))
                        .orElseThrow()
                        .destroyForcibly();
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

    private static java.util.List<String> pidFile(Path home) throws IOException {
        return Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"));
    }

    private static Connection connect(Path home) throws IOException, SQLException {
        var passwords = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("postgresql/passwords"))) {
            passwords.load(reader);
        }
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/postgres"
                        .formatted(pidFile(home).get(3).strip()),
                "postgres",
                passwords.getProperty("administrator"));
        try (var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (number bigint generated always as identity)");
        }
        return connection;
    }

    private static int rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
