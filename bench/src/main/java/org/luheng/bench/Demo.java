package org.luheng.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./luheng demo} as a process of ours, on a free port and a folder of its own. */
final class Demo implements AutoCloseable {

    static final Path ROOT = Path.of(System.getenv("LUHENG_ROOT"));

    private final Path home;
    final Process process;
    final int port;
    private final Path log;
    private final long started;

    private Demo(Path home, Process process, int port, Path log, long started) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.log = log;
        this.started = started;
    }

    static Demo start(Path home, Map<String, String> environment) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var log = home.resolveSibling("demo.log");
        var builder = new ProcessBuilder(ROOT.resolve("luheng").toString(), "demo")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().put("LUHENG_HOME", home.toString());
        builder.environment().put("LUHENG_PORT", Integer.toString(port));
        builder.environment().keySet().removeIf(name -> name.startsWith("LUHENG_DB_"));
        builder.environment().putAll(environment);
        var started = System.nanoTime();
        return new Demo(home, builder.start(), port, log, started);
    }

    /** Milliseconds from the start to the first answer 200. */
    long untilAnswered(String page) throws IOException, InterruptedException {
        while (status(page) != 200) {
            if (!process.isAlive()) {
                throw new IOException(
                        "The demo ended with status " + process.exitValue() + ":\n" + Files.readString(log));
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - started) / 1_000_000;
    }

    int status(String page) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
            connection.setInstanceFollowRedirects(true);
            try (var body =
                    connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                if (body != null) {
                    body.readAllBytes();
                }
            }
            return connection.getResponseCode();
        } catch (IOException notUp) {
            return -1;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Process id of its PostgreSQL. */
    long postmaster() throws IOException {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"));
    }

    /** Its PostgreSQL as the administrator, whom no policy concerns. */
    Connection administrator(String database) throws IOException, SQLException {
        var passwords = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("postgresql/passwords"))) {
            passwords.load(reader);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/%s".formatted(pidFile().get(3).strip(), database),
                "postgres",
                passwords.getProperty("administrator"));
    }

    /** An access token of a sample account, laid into the database: what a program of that person sends. */
    String authorization(String login) throws IOException, SQLException {
        var token = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextLong())
                .repeat(4);
        try (var connection = administrator("luheng_demo");
                var insert = connection.prepareStatement("""
                        insert into luheng.access_token (token, account, standing, name, expires)
                        select encode(sha256(convert_to(?, 'UTF8')), 'hex'), a.id, s.id, 'bench', now() + interval '1 day'
                        from luheng.account a join luheng.standing s on s.account = a.id
                        where a.login = ?""")) {
            try (var acting = connection.createStatement()) {
                acting.execute("set luheng.actor = 'luheng:bench'");
            }
            insert.setString(1, token);
            insert.setString(2, login);
            if (insert.executeUpdate() != 1) {
                throw new IllegalStateException("the demo has no account with one standing named " + login);
            }
        }
        return "Bearer " + token;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C and service managers stop it. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
