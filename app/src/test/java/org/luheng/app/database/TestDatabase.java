package org.luheng.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.luheng.app.database.embedded.EmbeddedPostgreSQL;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Databases for tests: one real PostgreSQL for the whole test JVM, and in it, for whoever asks, a migrated database of
 * its own, copied from a template in some 50 ms. Stopped and removed when the JVM ends.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "luheng_template";
    private static final AtomicInteger count = new AtomicInteger();

    private TestDatabase() {}

    /** A new database that nobody else works in, migrated, empty. */
    public static Database fresh() {
        var server = Server.ONE;
        var name = "test_" + count.incrementAndGet();
        asAdministrator(
                "create database %s owner %s template %s strategy file_copy".formatted(name, Database.OWNER, TEMPLATE));
        return server.postgreSQL.database(name);
    }

    /** For what no application may do: breaking the ground on purpose. */
    public static void asAdministrator(String sql) {
        try (var connection = Server.ONE.postgreSQL.asAdministrator("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sees everything as it is: the database's administrator, whom no policy concerns. */
    public static JdbcClient eye(Database database) {
        String url = database.url();
        return JdbcClient.create(Server.ONE.postgreSQL.asAdministrator(
                url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "")));
    }

    private record Server(LuhengHome home, EmbeddedPostgreSQL postgreSQL) {

        static final Server ONE = start();

        static Server start() {
            try {
                var parent = Files.createDirectories(Path.of("target", "test-databases"));
                var home = LuhengHome.hold(Files.createTempDirectory(parent, "jvm-"));
                var server = new Server(home, EmbeddedPostgreSQL.start(home));
                // After the last context has been closed, which still works in it.
                SpringApplication.getShutdownHandlers().add(server::remove);
                Foundation.laidIn(server.postgreSQL.database(TEMPLATE));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void remove() {
            postgreSQL.close();
            home.close();
            try {
                FileSystemUtils.deleteRecursively(home.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
