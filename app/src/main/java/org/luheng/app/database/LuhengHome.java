package org.luheng.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code LUHENG_HOME} in which everything lies that outlives the process, held by one process at a time.
 *
 * <p>The lock belongs to the process: the kernel drops it however the process ends, so nothing stale can stand in the
 * way. The pid lies in a file of its own, because on POSIX reading the locked file and closing it would drop the lock.
 */
public final class LuhengHome implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private LuhengHome(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes hold of the folder, made if it is not there yet. */
    public static LuhengHome hold(Path folder) {
        try {
            var path = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
            var channel =
                    FileChannel.open(path.resolve("luheng.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw heldByAnother(path);
            }
            Files.writeString(
                    path.resolve("luheng.pid"), ProcessHandle.current().pid() + "\n");
            return new LuhengHome(path, channel);
        } catch (IOException e) {
            throw new DatabaseFault(
                    "数据目录 %s 无法使用：%s".formatted(folder.toAbsolutePath(), e),
                    "请检查该目录的权限和磁盘，或用环境变量 LUHENG_HOME 指定另一个目录。",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static DatabaseFault heldByAnother(Path path) {
        return new DatabaseFault(
                "数据目录 %s 正由另一个绿衡进程使用（进程号 %s）。".formatted(path, pidOfHolder(path)),
                "请先停止那个进程，或用环境变量 LUHENG_HOME 指定另一个目录。同一目录同时只能由一个进程使用。");
    }

    private static String pidOfHolder(Path path) {
        try {
            return Files.readString(path.resolve("luheng.pid")).strip();
        } catch (IOException unreadable) {
            return "不明";
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve("luheng.pid"));
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
