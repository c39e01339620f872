package org.luheng.app.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.database.ChildJvm;
import org.luheng.app.database.DatabaseFault;
import org.luheng.app.database.LuhengHome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One folder through its life: each test finds what the one before left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgreSQLTests {

    @TempDir
    static Path parent;

    /** Spaces and Chinese, as folders of offices have them. */
    static Path folder() {
        return parent.resolve("绿衡 数据");
    }

    static Path data() {
        return folder().resolve("postgresql/data");
    }

    /** Writes a row for each line it is given and stays until it is killed. */
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            var postgreSQL = EmbeddedPostgreSQL.start(LuhengHome.hold(Path.of(System.getProperty("luheng.home"))));
            var jdbc = JdbcClient.create(postgreSQL.asAdministrator("postgres"));
            jdbc.sql("create table if not exists kept (word text)").update();
            jdbc.sql("insert into kept values (?)").param(arguments[0]).update();
            System.out.println("committed " + postgreSQL.pid());
            System.in.read();
        }
    }

    private static List<String> kept(EmbeddedPostgreSQL postgreSQL) {
        return JdbcClient.create(postgreSQL.asAdministrator("postgres"))
                .sql("select word from kept order by word")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static long committedPid(ChildJvm writer) throws Exception {
        return Long.parseLong(
                writer.waitFor(line -> line.startsWith("committed ")).substring(10));
    }

    @Test
    @Order(1)
    void anOrphanOfAKilledProcessIsStoppedAndEverythingCommittedIsThere() throws Exception {
        try (var writer = ChildJvm.run(folder(), Writer.class, "甲")) {
            var orphan = committedPid(writer);
            writer.kill();
            assertThat(ProcessHandle.of(orphan)).isPresent();
            try (var home = LuhengHome.hold(folder());
                    var postgreSQL = EmbeddedPostgreSQL.start(home)) {
                assertThat(kept(postgreSQL)).containsExactly("甲");
                assertThat(postgreSQL.pid()).isNotEqualTo(orphan);
                assertThat(new Postmaster(data(), orphan, 0, "").alive()).isFalse();
            }
        }
        assertThat(Postmaster.file(data())).doesNotExist();
    }

    @Test
    @Order(2)
    void bothKilledAtOnceRecovers() throws Exception {
        try (var writer = ChildJvm.run(folder(), Writer.class, "乙")) {
            var orphan = committedPid(writer);
            writer.kill();
            ProcessHandle.of(orphan).orElseThrow().destroyForcibly();
            try (var home = LuhengHome.hold(folder());
                    var postgreSQL = EmbeddedPostgreSQL.start(home)) {
                assertThat(kept(postgreSQL)).containsExactly("乙", "甲");
            }
        }
    }

    @Test
    @Order(3)
    void aPostgreSQLThatDiesUnderUsIsRevivedAtTheSamePort() throws Exception {
        try (var home = LuhengHome.hold(folder());
                var postgreSQL = EmbeddedPostgreSQL.start(home)) {
            var first = postgreSQL.pid();
            var database = postgreSQL.asAdministrator("postgres");
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (Postmaster.of(data())
                    .filter(now -> now.ready() && now.pid() != first)
                    .isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            assertThat(JdbcClient.create(database)
                            .sql("select count(*) from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    @Order(4)
    void aStrangerWithTheOldProcessNumberIsLeftAloneAndInNobodysWay() throws Exception {
        var stranger = new ProcessBuilder("cat").start();
        try {
            Files.write(
                    Postmaster.file(data()),
                    List.of(
                            stranger.pid() + "",
                            data().toString(),
                            "1700000000",
                            "5432",
                            "",
                            "127.0.0.1",
                            "0 0",
                            "ready"));
            try (var home = LuhengHome.hold(folder());
                    var postgreSQL = EmbeddedPostgreSQL.start(home)) {
                assertThat(kept(postgreSQL)).hasSize(2);
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    @Order(5)
    void onlyPasswordsOpenItAndOnlyTheOwnerReadsThem() throws Exception {
        var passwords = folder().resolve("postgresql/passwords");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(data().resolve("pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
        var secret = Passwords.read(passwords).orElseThrow();
        assertThat(Files.readString(folder().resolve("postgresql/postgresql.log")))
                .doesNotContain(secret.administrator(), secret.owner(), secret.app());
    }

    @Test
    @Order(6)
    void durabilityOutranksAnEditedFile() throws Exception {
        Files.writeString(data().resolve("postgresql.auto.conf"), "fsync = off\nsynchronous_commit = off\n");
        try (var home = LuhengHome.hold(folder());
                var postgreSQL = EmbeddedPostgreSQL.start(home)) {
            var jdbc = JdbcClient.create(postgreSQL.asAdministrator("postgres"));
            for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                assertThat(jdbc.sql("show " + setting).query(String.class).single())
                        .isEqualTo("on");
            }
        } finally {
            Files.writeString(data().resolve("postgresql.auto.conf"), "");
        }
    }

    @Test
    @Order(7)
    void aFailedStartSaysWhyAndLeavesNothingRunning() throws Exception {
        Files.writeString(data().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");
        try (var home = LuhengHome.hold(folder())) {
            assertThatExceptionOfType(DatabaseFault.class)
                    .isThrownBy(() -> EmbeddedPostgreSQL.start(home))
                    .withMessageContaining("no_such_setting");
        } finally {
            Files.writeString(data().resolve("postgresql.auto.conf"), "");
        }
        assertThat(Postmaster.file(data())).doesNotExist();
    }

    @Test
    @Order(8)
    void aPasswordFileThatIsGoneIsNotReplacedByAnother() throws Exception {
        var passwords = folder().resolve("postgresql/passwords");
        var aside = Files.move(passwords, folder().resolve("aside"));
        try (var home = LuhengHome.hold(folder())) {
            assertThatExceptionOfType(DatabaseFault.class)
                    .isThrownBy(() -> EmbeddedPostgreSQL.start(home))
                    .withMessageContaining("缺少口令文件");
        } finally {
            Files.move(aside, passwords);
        }
    }

    /** Recovery that waits for us on a named pipe: longer than any limit, and stopped in the middle of it. */
    static final class Recovering {
        public static void main(String[] arguments) {
            var home = LuhengHome.hold(Path.of(System.getProperty("luheng.home")));
            EmbeddedPostgreSQL.start(home, Duration.ofMillis(100));
            System.out.println("up");
        }
    }

    @Test
    @Order(9)
    void aLongRecoveryIsWaitedForAloudAndCanBeBrokenOff() throws Exception {
        var pipe = parent.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.writeString(data().resolve("postgresql.auto.conf"), "restore_command = 'cat \"%s\"'\n".formatted(pipe));
        Files.createFile(data().resolve("recovery.signal"));
        try (var recovering = ChildJvm.run(folder(), Recovering.class)) {
            var words = new ArrayList<String>();
            while (words.size() < 5) {
                words.add(recovering.waitFor(line -> line.contains("still starting after")));
            }
            recovering.terminate();
        } finally {
            Files.deleteIfExists(data().resolve("recovery.signal"));
            Files.writeString(data().resolve("postgresql.auto.conf"), "");
        }
        assertThat(Postmaster.of(data()).filter(Postmaster::alive)).isEmpty();
        try (var home = LuhengHome.hold(folder());
                var postgreSQL = EmbeddedPostgreSQL.start(home)) {
            assertThat(kept(postgreSQL)).hasSize(2);
        }
    }
}
