package org.luheng.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * kill -9 of the gateway's process and of PostgreSQL at random moments, so many times each, while a farm of stations sends: every frame
 * that was acknowledged must be there exactly once.
 */
final class Hj212Kill {
    private static final int STATIONS = 200;

    private Hj212Kill() {}

    static void run(int rounds) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "hj212-kill-");
        Path home = folder.resolve("data");
        Path ledger = folder.resolve("acknowledged.csv");
        int port = Monitor.freePort();
        Map<String, String> environment = Map.of("LUHENG_HJ212_PORT", Integer.toString(port), "LUHENG_AOT", "off");
        Demo demo = Demo.start(home, environment);
        Process farm = null;
        try {
            demo.untilAnswered("/api/health");
            try (Connection connection = demo.administrator("luheng_demo")) {
                Monitor.devices(connection, STATIONS);
            }
            // One frame a second from each station, so that DataTime tells them apart.
            List<String> command = Monitor.simulation(port, STATIONS, 36_000, STATIONS);
            command.addAll(List.of("--acknowledged", ledger.toString()));
            farm = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("farm.log").toFile())
                    .start();
            for (int round = 1; round <= rounds; round++) {
                untilMore(ledger);
                Thread.sleep(random.nextInt(2_000));
                ProcessHandle.of(demo.postmaster()).orElseThrow().destroyForcibly();
                untilMore(ledger);
                Thread.sleep(random.nextInt(2_000));
                demo.kill();
                demo = Demo.start(home, environment);
                long up = demo.untilAnswered("/api/health");
                System.out.printf("round %2d: PostgreSQL and the process killed; up after %d ms%n", round, up);
            }
            untilMore(ledger);
            farm.destroy();
            farm.waitFor();
            check(demo, ledger);
        } finally {
            if (farm != null) {
                farm.destroy();
            }
            demo.close();
            Demo.delete(folder);
        }
    }

    /** Until what was acknowledged grows by more than waited to be written. */
    private static void untilMore(Path ledger) throws IOException, InterruptedException {
        long before = size(ledger);
        while (size(ledger) <= before + STATIONS * 40L) {
            Thread.sleep(20);
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static void check(Demo demo, Path ledger) throws IOException, SQLException {
        Set<String> acknowledged = new HashSet<>();
        String text = Files.readString(ledger, StandardCharsets.UTF_8);
        // The last line may be cut off: the farm was stopped while it wrote.
        for (String line : text.substring(0, text.lastIndexOf('\n')).split("\n")) {
            int comma = line.indexOf(',');
            acknowledged.add(line.substring(0, comma) + line.substring(comma + 1, comma + 15));
        }
        Map<String, Integer> kept = new HashMap<>();
        long frames;
        try (Connection connection = demo.administrator("luheng_demo");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select d.mn || to_char(m.data_time at time zone 'Asia/Shanghai', 'YYYYMMDDHH24MISS'), count(*)"
                                + " from luheng.message m join luheng.device d on d.id = m.device where d.name like '压测%' group by 1")) {
            while (rows.next()) {
                kept.put(rows.getString(1), rows.getInt(2));
            }
            frames = Monitor.number(connection, "select sum(frames) from luheng.frame_block")
                    - Monitor.number(
                            connection,
                            "select count(*) from luheng.message m join luheng.device d on d.id = m.device where d.name not like '压测%'");
        }
        long lost =
                acknowledged.stream().filter(each -> !kept.containsKey(each)).count();
        long doubled = kept.values().stream().filter(times -> times > 1).count();
        System.out.printf(
                "acknowledged %d frames; lost %d, doubled %d; stored %d, frames kept for evidence %d%n",
                acknowledged.size(), lost, doubled, kept.size(), frames);
        if (lost > 0 || doubled > 0 || frames != kept.size()) {
            throw new AssertionError("the gateway did not keep its word");
        }
    }
}
