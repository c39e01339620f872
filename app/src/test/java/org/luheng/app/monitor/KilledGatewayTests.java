package org.luheng.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.LuhengApplication;
import org.luheng.app.database.ChildJvm;
import org.luheng.app.database.Database;
import org.luheng.app.database.InstalledDatabases;

/**
 * kill -9 of the process, of a backend of PostgreSQL, and of PostgreSQL itself, under load: whatever was acknowledged is there, exactly
 * once. {@code ./luheng bench hj212-kill} does the same many times.
 */
class KilledGatewayTests {
    private static final int STATIONS = 8;
    private static final String READY = "在线监测网关（HJ 212）已就绪：127.0.0.1:";

    @TempDir
    static Path home;

    private final Random random = new Random(20261121);

    /** Started, and where its gateway listens. */
    private record Running(ChildJvm process, int port) {}

    private static Running start() throws Exception {
        ChildJvm process = ChildJvm.run(home, LuhengApplication.class, "--server.port=0", "--luheng.hj212.port=0");
        String line = process.waitFor(said -> said.contains(READY));
        process.waitFor(said -> said.contains("绿衡已就绪"));
        return new Running(
                process,
                Integer.parseInt(
                        line.substring(line.indexOf(READY) + READY.length()).strip()));
    }

    private static Connection connect(String part) throws Exception {
        try (InstalledDatabases installed = InstalledDatabases.in(home)) {
            Database database = installed.all().getFirst();
            Connection connection = database.asApp().getConnection();
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "select set_config('luheng.actor', 'test', false), set_config('luheng.part', '" + part
                            + "', false)");
            return connection;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void devices() throws Exception {
        try (Connection connection = connect("register")) {
            execute(connection, "select luheng.add_body('" + Plant.MILL + "', '企业', '厂', '', '410102')");
            execute(connection, "select set_config('luheng.part', 'samples', false)");
            execute(connection, "select luheng.add_outlet('" + Plant.MILL + "', 'DA001', '排放口', '', null)");
            for (int i = 0; i < STATIONS; i++) {
                execute(
                        connection,
                        "select luheng.adopt_device('%s', '设备', 2017, '宽容', '%s', null, '%s-DA001', null, true)"
                                .formatted(Sender.mn(i), Station.PASSWORD, Plant.MILL));
            }
            connection.commit();
        }
    }

    @Test
    void whatWasAcknowledgedIsThereExactlyOnce() throws Exception {
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            senders.add(new Sender(i));
        }
        Running running = start();
        try {
            devices();
            send(senders, running, 400);
            running = killedProcess(senders, running);
            running = killedBackend(senders, running);
            running = killedPostgreSQL(senders, running);
            running = killedProcess(senders, running);
            send(senders, running, 400);
            assertThat(running.process().terminate()).isEqualTo(143);
        } finally {
            running.process().kill();
        }
        Map<String, Integer> acknowledged = new HashMap<>();
        for (Sender sender : senders) {
            sender.join();
            sender.acknowledged().forEach(frame -> acknowledged.put(frame, 1));
        }
        assertThat(acknowledged.size()).isGreaterThan(STATIONS * 100);
        Map<String, Integer> kept = kept();
        assertThat(kept).containsAllEntriesOf(acknowledged);
        assertThat(kept.values())
                .as("each once, also what was not acknowledged any more")
                .containsOnly(1);
    }

    /** Goes on until so many more were acknowledged. */
    private static void send(List<Sender> senders, Running running, int more) throws Exception {
        senders.forEach(sender -> sender.to(running.port()));
        for (Sender sender : senders) {
            sender.untilAcknowledged(more / STATIONS);
        }
    }

    private Running killedProcess(List<Sender> senders, Running running) throws Exception {
        send(senders, running, 100 + random.nextInt(300));
        running.process().kill();
        return start();
    }

    /** PostgreSQL throws everybody out and recovers by itself; the process lives on, and acknowledges again. */
    private Running killedBackend(List<Sender> senders, Running running) throws Exception {
        send(senders, running, 100 + random.nextInt(300));
        ProcessHandle backend = postgreSQL()
                .children()
                .filter(child -> commandLine(child).contains("luheng_app"))
                .findAny()
                .orElseThrow();
        assertThat(backend.destroyForcibly()).isTrue();
        send(senders, running, 200);
        return running;
    }

    /** The process starts it again, and acknowledges again. */
    private Running killedPostgreSQL(List<Sender> senders, Running running) throws Exception {
        send(senders, running, 100 + random.nextInt(300));
        assertThat(postgreSQL().destroyForcibly()).isTrue();
        send(senders, running, 200);
        return running;
    }

    private static ProcessHandle postgreSQL() throws Exception {
        String pid = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (java.io.IOException gone) {
            return "";
        }
    }

    /** How often each frame is there: as a message, and among the frames kept for evidence. */
    private static Map<String, Integer> kept() throws Exception {
        try (InstalledDatabases installed = InstalledDatabases.in(home);
                Connection connection = installed.all().getFirst().asApp().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select set_config('luheng.part', 'gateway', false)");
            Map<String, Integer> kept = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select d.mn || to_char(m.data_time at time zone 'Asia/Shanghai', ' YYYYMMDDHH24MISS'), count(*)"
                                    + " from luheng.message m join luheng.device d on d.id = m.device group by 1")) {
                while (rows.next()) {
                    kept.put(rows.getString(1), rows.getInt(2));
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select sum(frames) from luheng.frame_block")) {
                rows.next();
                assertThat(rows.getInt(1))
                        .isEqualTo(kept.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
            }
            return kept;
        }
    }
}
