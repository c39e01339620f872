package org.luheng.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.LuhengApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same migrations, the same program, on a PostgreSQL of the distribution, prepared as roles.sql tells. */
class SystemPostgreSQLTests {

    @TempDir
    Path folder;

    @Test
    void servesAsWellAsTheEmbeddedOne() throws Exception {
        var programs = installed();
        Assumptions.assumeTrue(programs.isPresent(), "no PostgreSQL 15 or later is installed here: skipped");
        try (var cluster = Cluster.start(programs.get(), folder)) {
            cluster.prepareAsAnAdministratorWould();
            try (var application = new SpringApplicationBuilder(LuhengApplication.class)
                    .run(
                            "--server.port=0",
                            "--luheng.home=" + folder.resolve("home"),
                            "--luheng.db.url=" + cluster.url(),
                            "--luheng.db.owner.password=owner's word",
                            "--luheng.db.app.password=app's word")) {
                var jdbc = application.getBean(JdbcClient.class);
                assertThat(jdbc.sql("select current_user").query(String.class).single())
                        .isEqualTo("luheng_app");
                assertThat(jdbc.sql("show server_version_num")
                                .query(Integer.class)
                                .single())
                        .isGreaterThanOrEqualTo(150000);
                assertThat(application.getBeansOfType(LuhengHome.class)).isEmpty();
            }
        }
    }

    private static Optional<Path> installed() throws IOException {
        var debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return Optional.empty();
        }
        try (var versions = Files.list(debian)) {
            return versions.filter(
                            version -> Integer.parseInt(version.getFileName().toString()) >= 15)
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("psql")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    private record Cluster(Path programs, Path folder, Path data, int port, List<String> unprivileged)
            implements AutoCloseable {

        static Cluster start(Path programs, Path folder) throws Exception {
            int port;
            try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                port = socket.getLocalPort();
            }
            var root = System.getProperty("user.name").equals("root");
            var cluster = new Cluster(
                    programs, folder, folder.resolve("data"), port, root ? List.of("unshare", "--user") : List.of());
            cluster.run(true, "initdb", "-D", cluster.data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
            cluster.run(
                    true,
                    "pg_ctl",
                    "start",
                    "--wait",
                    "-D",
                    cluster.data.toString(),
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(port));
            return cluster;
        }

        void prepareAsAnAdministratorWould() throws Exception {
            var roles = Path.of(Database.class.getResource("roles.sql").toURI());
            psql("-f", roles.toString());
            psql("-c", "alter role luheng_owner password 'owner''s word'");
            psql("-c", "alter role luheng_app password 'app''s word'");
            psql("-c", "create database luheng owner luheng_owner encoding utf8 template template0");
            Files.writeString(data.resolve("pg_hba.conf"), "host luheng all 127.0.0.1/32 scram-sha-256\n");
            run(true, "pg_ctl", "reload", "-D", data.toString());
        }

        private void psql(String... arguments) throws Exception {
            var command = new ArrayList<>(
                    List.of("-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", port + "", "-U", "postgres"));
            command.addAll(List.of(arguments));
            run(false, "psql", command.toArray(String[]::new));
        }

        private void run(boolean asServer, String program, String... arguments) throws Exception {
            var command = new ArrayList<String>(asServer ? unprivileged : List.of());
            command.add(programs.resolve(program).toString());
            command.addAll(List.of(arguments));
            var output = Files.createTempFile(folder, program, ".out");
            var status = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            assertThat(status).as("%s: %s", command, Files.readString(output)).isZero();
        }

        String url() {
            return "jdbc:postgresql://127.0.0.1:%d/luheng".formatted(port);
        }

        @Override
        public void close() throws Exception {
            run(true, "pg_ctl", "stop", "--wait", "-m", "fast", "-D", data.toString());
        }
    }
}
