package org.luheng.app.monitor.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.store.MessageStore;
import org.luheng.app.monitor.store.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Commits what all connections bring in groups, and answers each frame only then (design, decision 7). One thread.
 *
 * <p>Its queue is bounded: who brings more waits, and does not read on meanwhile. Where the database is down or its disk full, the group
 * is tried again until it is stored; nothing is acknowledged until then, and nothing is lost, for storing again changes nothing. A
 * frame that cannot be stored whatever happens is found by halving, counted, and left unanswered.
 */
final class GroupCommit implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int ROOM = 8_192;
    private static final int MOST = 4_096;
    /** Enough to be worth a commit at once. */
    private static final int MANY = 1_024;

    private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

    /** @param answer null: none is wanted */
    record Taken(Received received, Peer from, byte @Nullable [] answer) {}

    private final MessageStore store;
    private final Consumer<Taken> unstorable;
    private final BlockingQueue<Taken> queue = new ArrayBlockingQueue<>(ROOM);
    private volatile boolean stopping;
    private volatile boolean failing;

    /** @param unstorable is told of a frame that cannot be stored whatever happens */
    GroupCommit(MessageStore store, Consumer<Taken> unstorable) {
        this.store = store;
        this.unstorable = unstorable;
    }

    /** Waits where there is no room. */
    void bring(Taken taken) throws InterruptedException {
        queue.put(taken);
    }

    /** What waits is still committed and answered, if the database is there; then {@link #run} ends. */
    void stop() {
        stopping = true;
    }

    /** Whether the last attempt to store failed. */
    boolean failing() {
        return failing;
    }

    @Override
    public void run() {
        List<Taken> batch = new ArrayList<>(MOST);
        try {
            while (true) {
                Taken first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (stopping) {
                        return;
                    }
                    continue;
                }
                if (queue.size() < MANY && !stopping) {
                    // Others join: one flush of the disk serves all of them.
                    LockSupport.parkNanos(LINGER);
                }
                batch.add(first);
                queue.drainTo(batch, MOST - 1);
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Taken> batch) throws InterruptedException {
        long pause = FIRST_PAUSE;
        while (true) {
            try {
                store.store(batch.stream().map(Taken::received).toList());
                if (failing) {
                    failing = false;
                    LOG.info("数据库已恢复，在线监测数据继续入库并应答");
                }
                break;
            } catch (DataIntegrityViolationException refused) {
                halve(batch, refused);
                return;
            } catch (DataAccessException | TransactionException down) {
                if (!failing) {
                    failing = true;
                    LOG.error("在线监测数据没有存成，不应答，稍后重试：{}", down.toString());
                }
                if (stopping) {
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE);
            } catch (RuntimeException unforeseen) {
                halve(batch, unforeseen);
                return;
            }
        }
        for (Taken each : batch) {
            byte[] answer = each.answer();
            if (answer != null) {
                each.from().answer(answer);
            }
        }
    }

    private void halve(List<Taken> batch, RuntimeException why) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.warn("一个报文无法存储，不应答", why);
            unstorable.accept(batch.getFirst());
            return;
        }
        int half = batch.size() / 2;
        commit(List.copyOf(batch.subList(0, half)));
        commit(List.copyOf(batch.subList(half, batch.size())));
    }
}
