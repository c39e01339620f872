package org.luheng.app.monitor;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Which devices are connected right now, and since when they last spoke; of this process, forgotten with it. */
@Component
public class Presence {
    private final Map<Integer, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * @param connected whether the connection it last came by is still open
     * @param frames taken since the gateway started
     */
    public record Seen(String address, boolean connected, Instant since, Instant last, long frames) {}

    public void spoke(int device, String address, Instant at) {
        seen.merge(
                device,
                new Seen(address, true, at, at, 1),
                (before, now) -> new Seen(
                        address,
                        true,
                        before.connected() && before.address().equals(address) ? before.since() : at,
                        at,
                        before.frames() + 1));
    }

    /** The connection by which it came is closed. */
    public void left(int device, String address) {
        seen.computeIfPresent(
                device,
                (id, before) -> before.address().equals(address)
                        ? new Seen(address, false, before.since(), before.last(), before.frames())
                        : before);
    }

    public Optional<Seen> of(int device) {
        return Optional.ofNullable(seen.get(device));
    }

    public void opened() {
        connections.incrementAndGet();
    }

    public void closed() {
        connections.decrementAndGet();
    }

    public int connections() {
        return connections.get();
    }
}
