package org.luheng.app.monitor.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.Devices;
import org.luheng.app.monitor.Presence;
import org.luheng.app.monitor.Trouble;
import org.luheng.app.monitor.store.Received;
import org.luheng.hj212.Answers;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Message;
import org.luheng.hj212.Skipped;

/**
 * One connection: reads, judges, hands over to the commit, and writes the answers that come back. Reads on a thread of its own, and not
 * while the commit has no room. Answers are written by another, which lives only as long as there are some; a peer that takes none of
 * them is let go.
 */
final class Conversation implements Runnable, Peer {
    private static final int CHUNK = 4_096;
    /** How long a peer is silent before what it left unfinished is decided about. */
    private static final int QUIET_MILLIS = 15_000;

    private static final long STRANGER_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long SILENT_NANOS = TimeUnit.HOURS.toNanos(2);
    private static final int MOST_REFUSED = 50;
    private static final int MOST_UNREAD = 1 << 18;

    private final Socket socket;
    private final String address;
    private final GroupCommit commit;
    private final Troubles troubles;
    private final Presence presence;
    private final Clock clock;
    private final Judge judge;
    private final Intake intake;
    private final Framing framing = new Framing(Framing.LONGEST, this::skipped);
    private final Set<Integer> devices = new HashSet<>();

    private byte @Nullable [] answers;
    private int answersLength;
    private boolean writing;
    private int refused;
    private boolean interrupted;

    Conversation(Socket socket, Devices known, GroupCommit commit, Troubles troubles, Presence presence, Clock clock) {
        this.socket = socket;
        this.address = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        this.commit = commit;
        this.troubles = troubles;
        this.presence = presence;
        this.clock = clock;
        this.judge = new Judge(known);
        this.intake = new Intake(clock);
    }

    private String host() {
        return socket.getInetAddress().getHostAddress();
    }

    // ---- Reading ----

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(QUIET_MILLIS);
            listen(socket.getInputStream());
        } catch (IOException gone) {
            // A device that hangs up is not remarkable; it comes again.
            framing.settle(this::heard);
        } finally {
            devices.forEach(device -> presence.left(device, address));
        }
    }

    private void listen(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long heard = System.nanoTime();
        while (!interrupted && refused < MOST_REFUSED) {
            int count;
            try {
                count = in.read(chunk);
            } catch (SocketTimeoutException quiet) {
                framing.settle(this::heard);
                long patience = devices.isEmpty() ? STRANGER_NANOS : SILENT_NANOS;
                if (System.nanoTime() - heard > patience) {
                    return;
                }
                continue;
            } catch (InterruptedIOException stopped) {
                return;
            }
            if (count < 0) {
                framing.settle(this::heard);
                return;
            }
            heard = System.nanoTime();
            framing.read(chunk, 0, count, this::heard);
        }
    }

    private void skipped(byte[] bytes, int from, int to, Skipped reason) {
        Trouble kind = switch (reason) {
            case NOISE -> Trouble.NOISE;
            case BROKEN -> Trouble.BROKEN;
            case ENDLESS -> Trouble.ENDLESS;
        };
        String text = new String(bytes, from, Math.min(to - from, 200), StandardCharsets.ISO_8859_1);
        troubles.note(kind, "", host(), text.replaceAll("(PW|SK)=[^;,&]*", "$1=******"));
    }

    private void heard(Frame frame) {
        switch (judge.of(frame)) {
            case Judgement.Refused no -> {
                refused++;
                troubles.note(no.trouble(), no.mn(), host(), no.excerpt());
            }
            case Judgement.Accepted yes -> {
                refused = 0;
                int device = yes.device().id();
                devices.add(device);
                Received received = intake.take(device, frame, yes.plain());
                presence.spoke(device, address, clock.instant());
                try {
                    commit.bring(new GroupCommit.Taken(received, this, answer(yes.plain())));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    interrupted = true;
                }
            }
        }
    }

    /** 9013 for what only gives notice (1013, 9015), 9014 for data, where an answer is wanted; none for answers. */
    private static byte @Nullable [] answer(Frame frame) {
        if (!frame.wantsAnswer()) {
            return null;
        }
        Message message = Message.of(frame);
        boolean notice = frame.cn() == 9015 || frame.cn() == 1013;
        return (notice ? Answers.noticed(message) : Answers.received(message)).bytes();
    }

    // ---- Writing ----

    @Override
    public void answer(byte[] frame) {
        synchronized (this) {
            byte[] room = answers == null ? new byte[Math.max(512, frame.length)] : answers;
            if (answersLength + frame.length > MOST_UNREAD) {
                troubles.note(Trouble.DEAF, "", host(), "");
                close();
                return;
            }
            if (room.length < answersLength + frame.length) {
                room = Arrays.copyOf(room, Math.max(room.length * 2, answersLength + frame.length));
            }
            System.arraycopy(frame, 0, room, answersLength, frame.length);
            answersLength += frame.length;
            answers = room;
            if (writing) {
                return;
            }
            writing = true;
        }
        Thread.ofVirtual().start(this::write);
    }

    private void write() {
        try {
            while (true) {
                byte[] bytes;
                int length;
                synchronized (this) {
                    bytes = answers;
                    length = answersLength;
                    if (bytes == null || length == 0) {
                        writing = false;
                        return;
                    }
                    answers = null;
                    answersLength = 0;
                }
                socket.getOutputStream().write(bytes, 0, length);
            }
        } catch (IOException gone) {
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException already) {
            // It is gone, which was the aim.
        }
    }
}
