package org.luheng.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gateway under load: {@code luheng hj212 simulate} on the same machine against {@code luheng demo}, from the socket to 9014 after
 * the commit. The reference is COPY of the same rows by the database's administrator into tables of the same layout and keys, without
 * row security, in the same run.
 */
final class Monitor {
    static final int FACTORS = 10;
    static final int STATIONS = 1_000;

    private Monitor() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void run(int seconds, int rate) throws Exception {
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "monitor-");
        int port = freePort();
        try (Demo demo = Demo.start(
                folder.resolve("data"), Map.of("LUHENG_HJ212_PORT", Integer.toString(port), "LUHENG_AOT", "off"))) {
            demo.untilAnswered("/api/health");
            try (Connection connection = demo.administrator("luheng_demo")) {
                devices(connection, STATIONS);
                System.out.println("warming up");
                simulate(port, rate / 2, 8, 0);
                long before = readings(connection);
                System.out.printf("full load: %d frames/s offered, %d readings each%n", rate, FACTORS);
                double took = simulate(port, rate, seconds, 0);
                long stored = readings(connection) - before;
                System.out.printf("  stored %d readings: %.0f readings/s durable%n", stored, stored / took);
                System.out.println("half load, from the first second on:");
                simulate(port, rate / 2, seconds, 0);
                System.out.println(
                        "half load, once all stations are connected and the simulator is warm (after 10 s):");
                simulate(port, rate / 2, seconds + 10, 10);
                reference(connection, folder, stored / took);
                sizes(connection);
                MonitorQueries.run(connection);
            }
        } finally {
            Demo.delete(folder);
        }
    }

    /** Devices as the simulator names them, all on one outlet. */
    static void devices(Connection connection, int stations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set luheng.actor = 'luheng:bench'; set luheng.part = 'samples'");
            statement.execute("""
                    do $$
                    declare outlet text;
                    begin
                      outlet := luheng.add_outlet((select min(code) from luheng.enterprise), 'DA999', '压测排放口', '', null);
                      for i in 0..%d loop
                        perform luheng.adopt_device('010000A8900016F0' || upper(lpad(to_hex(i), 8, '0')), '压测 ' || i, 2017, '宽容',
                                                    '123456', null, outlet, null, true);
                      end loop;
                    end $$""".formatted(stations - 1));
        }
    }

    private static final Pattern ACKNOWLEDGED = Pattern.compile("确认 (\\d+) 帧，未确认 (\\d+) 帧");
    private static final Pattern TOOK = Pattern.compile("历时 ([0-9.]+) 秒");

    /** @return seconds from the first frame to the last acknowledgement */
    private static double simulate(int port, int rate, int seconds, int settle)
            throws IOException, InterruptedException {
        List<String> command = simulation(port, rate, seconds, STATIONS);
        command.addAll(List.of("--settle", Integer.toString(settle)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher acknowledged = ACKNOWLEDGED.matcher(said);
        Matcher took = TOOK.matcher(said);
        if (!acknowledged.find() || !took.find()) {
            throw new IOException(said);
        }
        said.lines()
                .filter(line -> line.startsWith("确认") || line.startsWith("从发出") || line.startsWith("生成"))
                .forEach(line -> System.out.println("  " + line));
        return Double.parseDouble(took.group(1));
    }

    static List<String> simulation(int port, int rate, int seconds, int stations) {
        return new ArrayList<>(Arrays.asList(
                Demo.ROOT.resolve("luheng").toString(),
                "hj212",
                "simulate",
                "--port",
                Integer.toString(port),
                "--stations",
                Integer.toString(stations),
                "--factors",
                Integer.toString(FACTORS),
                "--rate",
                Integer.toString(rate),
                "--seconds",
                Integer.toString(seconds),
                "--wait",
                "60"));
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long readings(Connection connection) throws SQLException {
        return number(connection, "select count(*) from luheng.message where cn = 2011") * FACTORS;
    }

    private static void reference(Connection connection, Path folder, double reached) throws SQLException, IOException {
        Path messages = folder.resolve("messages");
        Path frames = folder.resolve("frames");
        // Written by the server, which is of another user where we are root.
        folder.toFile().setWritable(true, false);
        folder.toFile().setExecutable(true, false);
        long copied = readings(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from luheng.message) to '" + messages + "' (format binary)");
            statement.execute("copy (select * from luheng.frame_block) to '" + frames + "' (format binary)");
            double best = 0;
            for (int run = 0; run < 3; run++) {
                statement.execute("drop table if exists public.bare, public.bare_frames");
                statement.execute("create table public.bare (like luheng.message including all);"
                        + "create table public.bare_frames (like luheng.frame_block including all)");
                long began = System.nanoTime();
                statement.execute("copy public.bare from '" + messages + "' (format binary)");
                statement.execute("copy public.bare_frames from '" + frames + "' (format binary)");
                best = Math.max(best, copied / ((System.nanoTime() - began) / 1e9));
            }
            statement.execute("drop table public.bare, public.bare_frames");
            System.out.printf(
                    "bare COPY of the same rows and frames: %.0f readings/s (best of 3); the gateway reaches %.0f %% of it%n",
                    best, reached / best * 100);
        }
    }

    private static void sizes(Connection connection) throws SQLException {
        double count = readings(connection);
        long message = number(
                connection,
                "select sum(pg_total_relation_size(relid)) from pg_partition_tree('luheng.message') where isleaf");
        long frames = number(
                connection,
                "select sum(pg_total_relation_size(relid)) from pg_partition_tree('luheng.frame_block') where isleaf");
        System.out.printf(
                "disk: %.1f bytes a reading with its index; frames kept for evidence %.1f more%n",
                message / count, frames / count);
    }
}
