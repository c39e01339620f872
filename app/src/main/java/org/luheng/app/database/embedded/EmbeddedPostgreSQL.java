package org.luheng.app.database.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.luheng.app.database.Database;
import org.luheng.app.database.DatabaseFault;
import org.luheng.app.database.LuhengHome;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the folder {@code postgresql} of {@link LuhengHome}, on a free port of 127.0.0.1, for
 * passwords only.
 *
 * <p>It is started in a session of its own, so that a Ctrl-C at the terminal reaches us alone and we stop it when the last
 * connection has been given back. One left behind by a killed process is stopped in order before ours starts; one that
 * dies under us is started again at the same port. There is no limit of time on recovery: as long as PostgreSQL works on
 * it, we wait and say so.
 */
public final class EmbeddedPostgreSQL implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgreSQL.class);

    private static final String ADMINISTRATOR = "postgres";

    /** Given on the command line, where they outrank every file: whatever is edited, durability is not. */
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "max_connections=100",
            "shared_buffers=128MB",
            "jit=off",
            "timezone=Asia/Shanghai",
            "log_timezone=Asia/Shanghai",
            "logging_collector=off",
            "log_destination=stderr",
            "log_line_prefix=%m\\ [%p]\\ ");

    private static final Duration WATCH_EVERY = Duration.ofMillis(200);
    private static final int REVIVALS_AT_MOST = 5;
    private static final Duration REVIVALS_WITHIN = Duration.ofMinutes(1);
    private static final long LOG_AT_MOST = 20_000_000;

    private final Path folder;
    private final Path data;
    private final Path logFile;
    private final Binaries binaries;
    private final Account account;
    private final Passwords passwords;
    private final Duration progressEvery;

    private volatile boolean closing;
    private volatile int port;

    private EmbeddedPostgreSQL(Path folder, Duration progressEvery) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.data = folder.resolve("data");
        this.logFile = folder.resolve("postgresql.log");
        this.progressEvery = progressEvery;
        this.binaries = Binaries.unpackedInto(folder);
        this.account = Account.choose(folder);
        this.passwords = passwordsFor();
        if (!Files.exists(data)) {
            initialise();
        }
    }

    public static EmbeddedPostgreSQL start(LuhengHome home) {
        return start(home, Duration.ofSeconds(5));
    }

    /** @param progressEvery how often to say that PostgreSQL is still starting */
    static EmbeddedPostgreSQL start(LuhengHome home, Duration progressEvery) {
        try {
            var postgreSQL = new EmbeddedPostgreSQL(home.path().resolve("postgresql"), progressEvery);
            postgreSQL.begin();
            return postgreSQL;
        } catch (IOException e) {
            throw new DatabaseFault(
                    "内置 PostgreSQL 无法启动：%s".formatted(e), "请检查磁盘空间和目录 %s 的权限。".formatted(home.path()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFault("内置 PostgreSQL 的启动被中断。", "请重新启动。", e);
        }
    }

    private Passwords passwordsFor() throws IOException {
        var file = folder.resolve("passwords");
        var kept = Passwords.read(file);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (Files.exists(data)) {
            throw new DatabaseFault("找到数据库 %s，但缺少口令文件 %s。".formatted(data, file), "请从备份恢复该口令文件；没有它无法打开数据库。");
        }
        return Passwords.createIn(file);
    }

    /** Under another name first: a folder called data is a whole one. */
    private void initialise() throws IOException, InterruptedException {
        log.info("Creating the database in {}", data);
        var unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        var password = folder.resolve("password.initdb");
        Files.deleteIfExists(password);
        Passwords.secret(password, passwords.administrator());
        try {
            own(password);
            run(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + ADMINISTRATOR,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // The same order of text on every machine; Chinese lists ask for their collation by name.
                    "--no-locale",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--set=scram_iterations=" + Passwords.ITERATIONS,
                    "--data-checksums");
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void own(Path path) throws IOException {
        if (account.uid() >= 0) {
            Folders.giveTo(account.uid(), path);
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var from = logSize();
        var process = program(program, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw failed(program, from);
        }
    }

    private ProcessBuilder program(String program, String... arguments) {
        var command = new ArrayList<>(List.of(binaries.program(program).toString()));
        command.addAll(List.of(arguments));
        return account.process(command).directory(folder.toFile());
    }

    /** Up, or nothing left running: a stop that comes meanwhile (SIGTERM, Ctrl-C) ends the wait. */
    private synchronized void begin() throws IOException, InterruptedException {
        var onExit = new Thread(this::close, "postgresql-start-given-up");
        registerForExit(onExit);
        try {
            endOrphan();
            for (int attempt = 1; ; attempt++) {
                port = freePort();
                try {
                    launch();
                    break;
                } catch (PortTaken e) {
                    if (attempt == 3) {
                        throw e;
                    }
                }
            }
            unregisterFromExit(onExit);
        } catch (IOException | InterruptedException | RuntimeException e) {
            closing = true;
            stop();
            throw e;
        }
        Thread.ofPlatform().daemon().name("postgresql-watch").start(this::watch);
    }

    private void registerForExit(Thread onExit) {
        try {
            Runtime.getRuntime().addShutdownHook(onExit);
        } catch (IllegalStateException exitUnderWay) {
            closing = true;
        }
    }

    private void unregisterFromExit(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException exitUnderWay) {
            throw givenUp();
        }
    }

    private static DatabaseFault givenUp() {
        return new DatabaseFault("启动过程中收到停止信号，内置 PostgreSQL 已停止。", "需要时请重新启动。");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** A PostgreSQL that outlived its application still holds the folder, and may be in the midst of work. */
    private void endOrphan() throws IOException {
        var left = Postmaster.of(data);
        if (left.isEmpty()) {
            return;
        }
        if (left.get().alive()) {
            log.warn(
                    "Stopping the PostgreSQL (pid {}) that an earlier run left behind",
                    left.get().pid());
            stop();
        } else if (ProcessHandle.of(left.get().pid()).isPresent()) {
            // PostgreSQL would take the stranger that now has this number for itself, and refuse.
            log.warn(
                    "Process {} is not our PostgreSQL: removing the stale postmaster.pid",
                    left.get().pid());
            Files.delete(Postmaster.file(data));
        }
    }

    private void launch() throws IOException, InterruptedException {
        rotateLog();
        var before = Postmaster.of(data);
        var from = logSize();
        var started = System.nanoTime();
        var options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        var starter = program(
                        "pg_ctl",
                        "start",
                        "--silent",
                        "--pgdata=" + data,
                        "--log=" + logFile,
                        "--wait",
                        "--timeout=" + Duration.ofDays(365).toSeconds(),
                        "--options=" + options)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        var nextWord = started + progressEvery.toNanos();
        while (!readySince(before)) {
            if (closing) {
                starter.destroy();
                throw givenUp();
            }
            if (starter.waitFor(10, TimeUnit.MILLISECONDS) && !readySince(before)) {
                throw failed("pg_ctl start", from);
            }
            if (System.nanoTime() - nextWord >= 0) {
                nextWord += progressEvery.toNanos();
                log.info(
                        "PostgreSQL is still starting after {} s, please wait: {}",
                        Duration.ofNanos(System.nanoTime() - started).toSeconds(),
                        lastOf(logSince(from)));
            }
        }
        log.info(
                "PostgreSQL is up on port {} after {} ms",
                port,
                Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    private boolean readySince(Optional<Postmaster> before) {
        return Postmaster.of(data)
                .filter(Postmaster::ready)
                .filter(now -> before.isEmpty() || !now.sameRunAs(before.get()))
                .isPresent();
    }

    /** Who kills PostgreSQL under us (the kernel for want of memory, say) finds it back a moment later. */
    private void watch() {
        var revivals = new ArrayList<Long>();
        while (!closing) {
            try {
                Thread.sleep(WATCH_EVERY);
                if (!revivedWhereNeeded(revivals)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.error("PostgreSQL could not be started again; trying once more", e);
            }
        }
    }

    private synchronized boolean revivedWhereNeeded(List<Long> revivals) throws IOException, InterruptedException {
        if (closing || Postmaster.of(data).filter(Postmaster::alive).isPresent()) {
            return true;
        }
        var now = System.nanoTime();
        revivals.removeIf(at -> now - at > REVIVALS_WITHIN.toNanos());
        if (revivals.size() == REVIVALS_AT_MOST) {
            log.error(
                    "PostgreSQL died {} times within {}: giving up, see {}",
                    REVIVALS_AT_MOST,
                    REVIVALS_WITHIN,
                    logFile);
            return false;
        }
        revivals.add(now);
        log.error("PostgreSQL is gone; starting it again on port {}", port);
        endOrphan();
        launch();
        return true;
    }

    /** Nothing happens where it is stopped already. */
    private void stop() {
        try {
            if (Postmaster.of(data).filter(Postmaster::alive).isEmpty()) {
                return;
            }
            try {
                run("pg_ctl", "stop", "--silent", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=120");
            } catch (IOException tooSlow) {
                log.warn("PostgreSQL did not stop within 120 s; it will recover at its next start", tooSlow);
                run("pg_ctl", "stop", "--silent", "--pgdata=" + data, "--mode=immediate", "--wait", "--timeout=60");
            }
        } catch (IOException e) {
            log.error("PostgreSQL could not be stopped; the next start will see to it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            stop();
        }
    }

    /** The database of that name, with the two roles; made where it is not there yet. */
    public Database database(String name) {
        var database = Database.of(url(name), passwords.owner(), passwords.app());
        try (var connection = asAdministrator(ADMINISTRATOR).getConnection()) {
            if (!exists(connection, name)) {
                prepareRoles(connection, database);
                execute(
                        connection,
                        "create database %s owner %s encoding UTF8 template template0".formatted(name, Database.OWNER));
            }
        } catch (SQLException | IOException e) {
            throw new DatabaseFault(
                    "内置 PostgreSQL 中的数据库 %s 无法准备：%s".formatted(name, e.getMessage()),
                    "请查看日志 %s。".formatted(logFile),
                    e);
        }
        return database;
    }

    private static final List<String> NAMES = List.of("luheng", "luheng_demo");

    /** The databases of the application that are there already, for who only looks at them. */
    public List<Database> existing() throws SQLException {
        try (var connection = asAdministrator(ADMINISTRATOR).getConnection()) {
            return existing(connection, port, passwords);
        }
    }

    private static List<Database> existing(Connection connection, int port, Passwords passwords) throws SQLException {
        List<Database> found = new ArrayList<>();
        for (var name : NAMES) {
            if (exists(connection, name)) {
                found.add(Database.of(url(port, name), passwords.owner(), passwords.app()));
            }
        }
        return found;
    }

    /** The same of a server that another process holds; empty where none runs in that folder. */
    public static List<Database> running(Path home) throws IOException, SQLException {
        var folder = home.resolve("postgresql");
        var postmaster = Postmaster.of(folder.resolve("data"));
        var passwords = Passwords.read(folder.resolve("passwords"));
        if (postmaster.isEmpty() || passwords.isEmpty() || !postmaster.get().alive()) {
            return List.of();
        }
        var port = Integer.parseInt(Files.readAllLines(Postmaster.file(folder.resolve("data")))
                .get(3)
                .strip());
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(port, ADMINISTRATOR));
        dataSource.setUser(ADMINISTRATOR);
        dataSource.setPassword(passwords.get().administrator());
        try (var connection = dataSource.getConnection()) {
            return existing(connection, port, passwords.get());
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static void prepareRoles(Connection connection, Database database) throws SQLException, IOException {
        try (var roles = Database.class.getResourceAsStream("roles.sql")) {
            if (roles == null) {
                throw new IOException("roles.sql is missing");
            }
            execute(connection, new String(roles.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (var login : List.of(database.owner(), database.app())) {
            execute(
                    connection,
                    "alter role %s password '%s'".formatted(login.user(), Passwords.verifierOf(login.password())));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For preparing databases alone; no room is ever given this. */
    public DataSource asAdministrator(String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database));
        dataSource.setUser(ADMINISTRATOR);
        dataSource.setPassword(passwords.administrator());
        return dataSource;
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The number of the leading process, for those who watch over us. */
    public long pid() {
        return Postmaster.of(data).orElseThrow().pid();
    }

    private void rotateLog() throws IOException {
        if (logSize() > LOG_AT_MOST) {
            Files.move(logFile, folder.resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private long logSize() throws IOException {
        return Files.exists(logFile) ? Files.size(logFile) : 0;
    }

    private String logSince(long offset) throws IOException {
        try (var file = new RandomAccessFile(logFile.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(Math.max(file.length() - offset, 0), 100_000)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    private static String lastOf(String lines) {
        return lines.lines().reduce("", (earlier, later) -> later);
    }

    private IOException failed(String program, long from) throws IOException {
        var said = logSince(from);
        var tail = said.lines().skip(Math.max(0, said.lines().count() - 8)).toList();
        var message = "%s failed; %s says: %s".formatted(program, logFile, String.join(" | ", tail));
        return said.contains("could not bind IPv4 address") || said.contains("could not create any TCP/IP sockets")
                ? new PortTaken(message)
                : new IOException(message);
    }

    private static final class PortTaken extends IOException {
        PortTaken(String message) {
            super(message);
        }
    }
}
