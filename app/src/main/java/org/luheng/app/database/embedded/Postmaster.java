package org.luheng.app.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The leading process of a PostgreSQL as {@code postmaster.pid} tells of it.
 *
 * @param started seconds since 1970, as PostgreSQL wrote them
 * @param status {@code starting}, {@code ready}, {@code standby}, {@code stopping}, or empty before the first word
 */
record Postmaster(Path data, long pid, long started, String status) {

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty where there is no such file, or where it is just being written. */
    static Optional<Postmaster> of(Path data) {
        try {
            var lines = Files.readAllLines(file(data));
            if (lines.size() < 3) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(
                    data,
                    Long.parseLong(lines.get(0).strip()),
                    Long.parseLong(lines.get(2).strip()),
                    lines.size() < 8 ? "" : lines.get(7).strip()));
        } catch (IOException | NumberFormatException notYetOrNoMore) {
            return Optional.empty();
        }
    }

    boolean ready() {
        return status.equals("ready");
    }

    boolean sameRunAs(Postmaster other) {
        return pid == other.pid && started == other.started;
    }

    /**
     * Whether the process of that number is alive and is the PostgreSQL of this folder, and not one that got the number
     * after it. PostgreSQL works in its data folder, and was started with its name.
     */
    boolean alive() {
        var process = Path.of("/proc", Long.toString(pid));
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return worksInData(process) || startedForData(process);
        }
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(ProcessHandle.Info::command)
                .map(Path::of)
                .map(Path::getFileName)
                .filter(name -> name.toString().startsWith("postgres"))
                .isPresent();
    }

    private boolean worksInData(Path process) {
        try {
            return Files.isSameFile(process.resolve("cwd"), data);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private boolean startedForData(Path process) {
        try {
            var arguments = List.of(Files.readString(process.resolve("cmdline")).split("\0"));
            return arguments.getFirst().endsWith("postgres") && arguments.contains(data.toString());
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
