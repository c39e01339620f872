package org.luheng.app.monitor;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luheng.hj212.Message;

/** A station that never stops: one frame for each second of its own calendar, sent again on a new connection until acknowledged. */
final class Sender {
    private static final int AT_ONCE = 10;

    private final int number;
    private final Thread thread;
    private final List<String> acknowledged = new ArrayList<>();
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();
    private LocalDateTime time;
    private int port = -1;
    private int wanted;

    Sender(int number) {
        this.number = number;
        this.time = LocalDateTime.now(Station.CHINA).minusHours(2).withNano(0);
        this.thread = Thread.ofVirtual().start(this::run);
    }

    static String mn(int number) {
        return "010000A8900016F0%08X".formatted(number);
    }

    /** From now on there. */
    synchronized void to(int newPort) {
        port = newPort;
        notifyAll();
    }

    /** Sends until so many more were acknowledged; waits for that. */
    synchronized void untilAcknowledged(int more) throws InterruptedException {
        int until = acknowledged.size() + more;
        wanted = Math.max(wanted, until + 50 * AT_ONCE);
        notifyAll();
        while (acknowledged.size() < until) {
            wait();
        }
    }

    synchronized List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    void join() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private synchronized int next() throws InterruptedException {
        while (port < 0 || acknowledged.size() >= wanted) {
            wait();
        }
        return port;
    }

    private synchronized void lost(int which) throws InterruptedException {
        // Whoever broke the connection starts another process, or the same one listens on.
        if (port == which) {
            wait(20);
        }
    }

    private void run() {
        try {
            while (true) {
                int current = next();
                try (Station station = new Station(current)) {
                    talk(station, current);
                } catch (IOException broken) {
                    lost(current);
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Station station, int current) throws IOException, InterruptedException {
        for (byte[] again : waiting.values()) {
            station.send(again);
        }
        while (next() == current) {
            while (waiting.size() < AT_ONCE) {
                time = time.plusSeconds(1);
                byte[] frame = Station.realTime(Station.address(mn(number)), time, number + ".5");
                waiting.put(Station.qn(frame), frame);
                station.send(frame);
            }
            Message answer = station.answer();
            if (answer == null) {
                throw new IOException("hung up");
            }
            String qn = String.valueOf(answer.qn());
            if (waiting.remove(qn) != null) {
                synchronized (this) {
                    acknowledged.add(mn(number) + " " + qn.substring(0, 14));
                    notifyAll();
                }
            }
        }
    }
}
