package org.luheng.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuhengHomeTests {

    @TempDir
    Path folder;

    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            try (var _ = LuhengHome.hold(Path.of(System.getProperty("luheng.home")))) {
                System.out.println("held");
                System.in.read();
            }
        }
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoHoldsTheFolder() throws Exception {
        try (var holder = ChildJvm.run(folder, Holder.class)) {
            holder.waitFor("held"::equals);
            assertThatExceptionOfType(DatabaseFault.class)
                    .isThrownBy(() -> LuhengHome.hold(folder))
                    .withMessageContaining("正由另一个绿衡进程使用（进程号 %d）", holder.pid());
        }
    }

    @Test
    void aKilledProcessHoldsNothing() throws Exception {
        try (var holder = ChildJvm.run(folder, Holder.class)) {
            holder.waitFor("held"::equals);
            holder.kill();
            LuhengHome.hold(folder).close();
        }
    }

    @Test
    void theSameProcessIsRefusedAsWellAndTheLockStays() {
        try (var _ = LuhengHome.hold(folder)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(DatabaseFault.class)
                        .isThrownBy(() -> LuhengHome.hold(folder))
                        .withMessageContaining("进程号 %d", ProcessHandle.current().pid());
            }
        }
        LuhengHome.hold(folder).close();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(DatabaseFault.class)
                .isThrownBy(() -> LuhengHome.hold(file))
                .withMessageContaining(file.toString());
    }

    @Test
    void theFolderIsMade() {
        try (var home = LuhengHome.hold(folder.resolve("数据 目录/a"))) {
            assertThat(home.path()).isDirectory();
        }
    }
}
