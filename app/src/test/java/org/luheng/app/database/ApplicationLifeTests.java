package org.luheng.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.LuhengApplication;

/** The whole program as a process: how it starts, stops and refuses. */
class ApplicationLifeTests {

    @TempDir
    static Path home;

    private static final Path PID_FILE = Path.of("postgresql/data/postmaster.pid");

    private static ChildJvm application(int port) throws Exception {
        return ChildJvm.run(home, LuhengApplication.class, "--server.port=" + port);
    }

    private static void untilStarted(ChildJvm application) throws Exception {
        application.waitFor(line -> line.contains("绿衡已就绪"));
    }

    @Test
    void stopsInOrderAtSigterm() throws Exception {
        try (var application = application(0)) {
            untilStarted(application);
            assertThat(home.resolve(PID_FILE)).exists();
            // 128 + 15, as the shell has it.
            assertThat(application.terminate()).isEqualTo(143);
            assertThat(home.resolve(PID_FILE)).doesNotExist();
            assertThat(home.resolve("luheng.pid")).doesNotExist();
        }
    }

    @Test
    void aSecondOneIsRefusedInPlainWords() throws Exception {
        try (var first = application(0)) {
            untilStarted(first);
            try (var second = application(0)) {
                assertThat(second.rest())
                        .contains("正由另一个绿衡进程使用（进程号 %d）".formatted(first.pid()))
                        .doesNotContain("\tat ");
            }
            first.terminate();
        }
    }

    @Test
    void aStartThatFailsLaterLeavesNoPostgreSQL() throws Exception {
        try (var occupied = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var application = application(occupied.getLocalPort())) {
            assertThat(application.rest()).contains("PostgreSQL is up").contains("was already in use");
            assertThat(home.resolve(PID_FILE)).doesNotExist();
        }
    }

    @Test
    void aKilledOneComesUpAgainByItself() throws Exception {
        try (var killed = application(0)) {
            untilStarted(killed);
            killed.kill();
        }
        assertThat(Files.exists(home.resolve(PID_FILE))).isTrue();
        try (var again = application(0)) {
            untilStarted(again);
            again.terminate();
        }
        assertThat(home.resolve(PID_FILE)).doesNotExist();
    }
}
