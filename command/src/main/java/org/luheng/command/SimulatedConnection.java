package org.luheng.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.luheng.hj212.Answers;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Message;

/**
 * The connection of one station to the host: keeps what was not acknowledged, and sends it again after a break, as a device
 * does.
 */
final class SimulatedConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5000;
    private static final int PAUSE_MILLIS = 200;

    private record Waiting(byte[] bytes, long since) {}

    private final InetSocketAddress host;
    private final String mn;
    private final Tally tally;
    private final BiConsumer<String, String> acknowledged;
    private final LinkedHashMap<String, Waiting> waiting = new LinkedHashMap<>();
    private @Nullable Socket socket;
    private boolean closed;

    SimulatedConnection(InetSocketAddress host, String mn, Tally tally, BiConsumer<String, String> acknowledged) {
        this.host = host;
        this.mn = mn;
        this.tally = tally;
        this.acknowledged = acknowledged;
    }

    /** Writes; connects first where there is no connection. Where the host is not there, what was to be sent waits. */
    void send(SimulatedStation.Sending sending) throws InterruptedException {
        long now = System.nanoTime();
        try {
            Socket open = connected();
            owe(sending, now);
            synchronized (open) {
                for (int i = 0; i < sending.pieces().size(); i++) {
                    if (i > 0) {
                        Thread.sleep(Duration.ofMillis(1 + i * 3L));
                    }
                    write(open, sending.pieces().get(i));
                }
            }
        } catch (IOException gone) {
            owe(sending, now);
            lose();
        }
    }

    private void owe(SimulatedStation.Sending sending, long now) {
        synchronized (waiting) {
            for (SimulatedStation.Owed owed : sending.owed()) {
                if (waiting.putIfAbsent(owed.qn(), new Waiting(owed.frame(), now)) == null) {
                    tally.sent.increment();
                }
            }
        }
    }

    private void write(Socket open, byte[] bytes) throws IOException {
        synchronized (open) {
            open.getOutputStream().write(bytes);
        }
        tally.bytes.add(bytes.length);
    }

    /** The connection; a new one begins with what waits. */
    private synchronized Socket connected() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        Socket open = socket;
        if (open != null) {
            return open;
        }
        Socket fresh = new Socket();
        try {
            fresh.connect(host, CONNECT_MILLIS);
            fresh.setTcpNoDelay(true);
        } catch (IOException refused) {
            fresh.close();
            throw refused;
        }
        socket = fresh;
        Thread.ofVirtual().start(() -> listen(fresh));
        List<byte[]> again;
        synchronized (waiting) {
            again = waiting.values().stream().map(Waiting::bytes).toList();
        }
        for (byte[] frame : again) {
            write(fresh, frame);
            tally.repeated.increment();
        }
        return fresh;
    }

    private synchronized void lose() {
        Socket lost = socket;
        socket = null;
        if (!closed) {
            tally.broken.increment();
        }
        if (lost != null) {
            try {
                lost.close();
            } catch (IOException already) {
                // It is gone, which was the aim.
            }
        }
    }

    private void listen(Socket open) {
        Framing framing = new Framing();
        byte[] buffer = new byte[4096];
        try {
            InputStream in = open.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                framing.read(buffer, 0, count, frame -> heard(frame, open));
            }
            lose(open);
        } catch (IOException gone) {
            lose(open);
        }
    }

    private synchronized void lose(Socket which) {
        if (socket == which) {
            lose();
        }
    }

    private void heard(Frame frame, Socket open) {
        if (frame.cn() == 9014) {
            String qn = Message.of(frame).qn();
            Waiting known;
            synchronized (waiting) {
                known = qn == null ? null : waiting.remove(qn);
                waiting.notifyAll();
            }
            if (known != null) {
                tally.acknowledged.increment();
                tally.took(known.since, System.nanoTime());
                acknowledged.accept(mn, qn == null ? "" : qn);
            } else {
                tally.again.increment();
            }
        } else if (frame.cn() >= 1000 && frame.cn() < 9000 && frame.wantsAnswer()) {
            tally.requests.increment();
            Message request = Message.of(frame);
            try {
                if (frame.cn() == 2012 || frame.cn() == 2022) {
                    write(open, Answers.noticed(request).bytes());
                } else {
                    write(open, Answers.taken(request, Answers.READY).bytes());
                    write(open, Answers.executed(request, Answers.DONE).bytes());
                }
            } catch (IOException gone) {
                lose(open);
            }
        } else {
            tally.unknown.increment();
        }
    }

    /** Waits until everything was acknowledged, or the time is over; connects again where that is needed. */
    void finish(long untilNanos) throws InterruptedException {
        while (true) {
            synchronized (waiting) {
                long left = untilNanos - System.nanoTime();
                if (waiting.isEmpty() || left <= 0) {
                    return;
                }
                waiting.wait(Math.clamp(left / 1_000_000, 1, PAUSE_MILLIS));
            }
            boolean alone;
            synchronized (this) {
                alone = socket == null;
            }
            if (alone) {
                try {
                    connected();
                } catch (IOException refused) {
                    Thread.sleep(Duration.ofMillis(PAUSE_MILLIS));
                }
            }
        }
    }

    int unanswered() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        lose();
    }
}
