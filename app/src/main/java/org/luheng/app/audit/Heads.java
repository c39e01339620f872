package org.luheng.app.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luheng.app.audit.store.AuditStore;
import org.luheng.app.database.Actor;
import org.luheng.files.AuditHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes the head of the chain where the database cannot reach: a line in {@code LUHENG_HOME/audit/heads.csv}, on disk within a
 * second after it changed. What is cut off the trail afterwards is missed there. Whoever keeps the server copies the file to
 * another machine; the audit page shows the head, to be printed.
 */
@Component
public class Heads implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
    private static final Actor ACTOR = Actor.program("audit");

    private final AuditStore store;
    private final Clock clock;
    private final Path file;
    private @Nullable AuditHead written;
    private @Nullable ScheduledExecutorService writer;
    private boolean failing;

    Heads(AuditStore store, Clock clock, Environment environment) {
        this.store = store;
        this.clock = clock;
        Path home = Path.of(environment.getProperty("luheng.home", "data"));
        this.file = file(home, environment.acceptsProfiles(Profiles.of("demo")));
    }

    /** Where the heads of an installation are. */
    static Path file(Path home, boolean demo) {
        return home.resolve("audit").resolve(demo ? "demo-heads.csv" : "heads.csv");
    }

    public Path file() {
        return file;
    }

    /** Writes the head down, if it is another than the last one written. */
    public synchronized void export() throws IOException {
        Optional<AuditHead> head = ACTOR.call(store::head);
        if (head.isEmpty() || head.get().equals(written)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            out.write(ByteBuffer.wrap(
                    (clock.instant() + "," + head.get().line() + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        written = head.get();
    }

    private void keepExporting() {
        try {
            export();
            failing = false;
        } catch (IOException | DataAccessException | TransactionException unwritten) {
            if (!failing) {
                failing = true;
                LOG.error("审计链的链头没有写进 {}：{}", file, unwritten.toString());
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("audit-heads").factory());
        started.scheduleWithFixedDelay(this::keepExporting, 0, 900, TimeUnit.MILLISECONDS);
        writer = started;
    }

    @Override
    public void stop() {
        if (writer != null) {
            // Once more, but nobody waits long for a database that is gone already.
            writer.submit(this::keepExporting);
            writer.shutdown();
            try {
                if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                    writer.shutdownNow();
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            writer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }
}
