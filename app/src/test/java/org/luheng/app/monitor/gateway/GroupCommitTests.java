package org.luheng.app.monitor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.monitor.store.MessageStore;
import org.luheng.app.monitor.store.Received;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Acknowledged means stored, also where the store stumbles. */
class GroupCommitTests {
    private static final int POISON = -1;

    private final Deque<RuntimeException> stumbles = new ConcurrentLinkedDeque<>();
    private final List<Integer> stored = new ArrayList<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> given = new LinkedBlockingQueue<>();

    /** Stores all or nothing, as the database does; stumbles when it is told to, and always over poison. */
    private final MessageStore store = batch -> {
        RuntimeException stumble = stumbles.poll();
        if (stumble != null) {
            throw stumble;
        }
        if (batch.stream().anyMatch(each -> each.device() == POISON)) {
            throw new DataIntegrityViolationException("poison");
        }
        batch.forEach(each -> stored.add(each.device()));
    };

    private final GroupCommit commit =
            new GroupCommit(store, unstorable -> given.add(unstorable.received().device()));
    private final Thread thread = Thread.ofPlatform().unstarted(commit);

    @BeforeEach
    void start() {
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        commit.stop();
        thread.join();
    }

    private void bring(int device) throws InterruptedException {
        Received received = new Received(device, 2011, 0, "", new byte[0], new byte[0], new byte[32]);
        commit.bring(new GroupCommit.Taken(
                received, answer -> answers.add("answered " + answer[0]), new byte[] {(byte) device}));
    }

    private String answer() throws InterruptedException {
        return String.valueOf(answers.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void nothingIsAnsweredWhileTheDiskIsFullAndAllOfItAfterwards() throws Exception {
        stumbles.add(new DataAccessResourceFailureException("could not extend file: No space left on device"));
        stumbles.add(new CannotCreateTransactionException("connection refused"));
        stumbles.add(new DataAccessResourceFailureException("terminating connection"));
        for (int device = 1; device <= 5; device++) {
            bring(device);
        }
        for (int device = 1; device <= 5; device++) {
            assertThat(answer()).isEqualTo("answered " + device);
        }
        assertThat(stumbles).isEmpty();
        assertThat(stored).containsExactly(1, 2, 3, 4, 5);
        assertThat(commit.failing()).isFalse();
    }

    @Test
    void whatCannotBeStoredIsFoundAndLeftUnansweredAndItsNeighboursAreNot() throws Exception {
        stumbles.add(new IllegalStateException("unforeseen"));
        for (int device = 1; device <= 9; device++) {
            bring(device == 4 ? POISON : device);
        }
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            heard.add(answer());
        }
        assertThat(heard)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 9)
                        .filter(device -> device != 4)
                        .mapToObj(device -> "answered " + device)
                        .toList());
        assertThat(given.poll(30, TimeUnit.SECONDS)).isEqualTo(POISON);
        assertThat(answers).isEmpty();
    }
}
