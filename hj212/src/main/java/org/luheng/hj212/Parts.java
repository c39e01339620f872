package org.luheng.hj212;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what came in several packets (6.3.2, C.49, C.50). Packets belong together by MN, CN, DataTime and PNUM: their QN
 * differ, and each is answered for itself. Any order will do, and repetition.
 *
 * <p>Bounded in sets, bytes and time; the caller says what time it is. For one thread.
 */
public final class Parts {
    private record Key(String mn, int cn, String dataTime, int pnum) {}

    private static final class Waiting {
        final long since;
        final TreeMap<Integer, byte[]> packets = new TreeMap<>();
        int bytes;

        Waiting(long since) {
            this.since = since;
        }
    }

    /** A set that was complete; its packets may come again, because an answer was lost. */
    private record Done(long since, Map<Integer, Integer> contents) {}

    /** What became of a packet. */
    public sealed interface Outcome {}

    /**
     * The last packet that was missing.
     *
     * @param message all data in the order of PNO, as if it had come in one
     * @param frames the packets as they came
     */
    public record Whole(Message message, List<byte[]> frames) implements Outcome {}

    /** @param missing how many packets are still to come */
    public record Incomplete(int missing) implements Outcome {}

    /** The same packet as one that waits, or as one of a set completed lately. */
    public record Repeated() implements Outcome {}

    /**
     * A set that was given up: too old, too many, or another packet came under the number of one that waited.
     *
     * @param frames the packets that had come
     */
    public record Lost(String mn, int cn, String dataTime, int pnum, List<byte[]> frames) {}

    private final int sets;
    private final int room;
    private final long patience;
    private final Consumer<Lost> lost;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final Map<Key, Done> done = new LinkedHashMap<>();
    private int held;

    /**
     * @param sets how many sets may wait at once
     * @param room how many bytes they may hold together
     * @param patience for how long, in the unit of the caller's time
     * @param lost is told of what is given up
     */
    public Parts(int sets, int room, long patience, Consumer<Lost> lost) {
        if (sets < 1 || room < 1 || patience < 0) {
            throw new IllegalArgumentException("sets, room and patience must be positive");
        }
        this.sets = sets;
        this.room = room;
        this.patience = patience;
        this.lost = lost;
    }

    /** @param part a frame with {@link Frame#isPart()} */
    public Outcome take(Frame part, long now) {
        if (!part.isPart()) {
            throw new IllegalArgumentException("not one of several packets: " + part);
        }
        expire(now);
        Key key = new Key(Objects.requireNonNullElse(part.mn(), ""), part.cn(), dataTime(part), part.pnum());
        Done complete = done.get(key);
        if (complete != null && Objects.equals(complete.contents.get(part.pno()), content(part))) {
            return new Repeated();
        }
        byte[] packet = part.copy();
        Waiting set = waiting.get(key);
        byte[] before = set == null ? null : set.packets.get(part.pno());
        if (set != null && before != null) {
            if (sameContent(before, part)) {
                return new Repeated();
            }
            giveUp(key);
            set = null;
        }
        if (set == null) {
            set = new Waiting(now);
            waiting.put(key, set);
        }
        set.packets.put(part.pno(), packet);
        set.bytes += packet.length;
        held += packet.length;
        if (set.packets.size() == part.pnum()) {
            waiting.remove(key);
            held -= set.bytes;
            remember(key, set, now);
            return new Whole(whole(set.packets), List.copyOf(set.packets.values()));
        }
        while (waiting.size() > sets || held > room && !waiting.isEmpty()) {
            giveUp(waiting.keySet().iterator().next());
        }
        return new Incomplete(part.pnum() - set.packets.size());
    }

    /** Gives up what has waited too long. */
    public void expire(long now) {
        List<Key> old = new ArrayList<>();
        for (Map.Entry<Key, Waiting> each : waiting.entrySet()) {
            if (now - each.getValue().since > patience) {
                old.add(each.getKey());
            }
        }
        old.forEach(this::giveUp);
        done.values().removeIf(each -> now - each.since > patience);
    }

    private void remember(Key key, Waiting set, long now) {
        Map<Integer, Integer> contents = new TreeMap<>();
        set.packets.forEach(
                (number, packet) -> contents.put(number, content(Objects.requireNonNull(Framing.only(packet)))));
        done.remove(key);
        done.put(key, new Done(now, contents));
        if (done.size() > sets) {
            done.remove(done.keySet().iterator().next());
        }
    }

    private static int content(Frame packet) {
        int hash = 0;
        for (int at = packet.contentFrom(); at < packet.contentTo(); at++) {
            hash = 31 * hash + packet.bytes()[at];
        }
        return hash;
    }

    /** How many sets wait. */
    public int waiting() {
        return waiting.size();
    }

    private void giveUp(Key key) {
        Waiting set = waiting.remove(key);
        if (set != null) {
            held -= set.bytes;
            lost.accept(new Lost(key.mn, key.cn, key.dataTime, key.pnum, List.copyOf(set.packets.values())));
        }
    }

    private static String dataTime(Frame part) {
        Items items = part.items();
        while (items.next()) {
            if (items.isDataTime()) {
                return items.text();
            }
        }
        return "";
    }

    /** A repetition may have another QN. */
    private static boolean sameContent(byte[] before, Frame part) {
        Frame frame = Framing.only(before);
        return frame != null
                && Arrays.equals(
                        frame.bytes(),
                        frame.contentFrom(),
                        frame.contentTo(),
                        part.bytes(),
                        part.contentFrom(),
                        part.contentTo());
    }

    private static Message whole(TreeMap<Integer, byte[]> packets) {
        List<Message.Header> header = new ArrayList<>();
        List<Message.Item> data = new ArrayList<>();
        Message first = message(packets.firstEntry().getValue());
        for (Message.Header field : first.header()) {
            switch (field.name().strip()) {
                case "PNUM", "PNO" -> {}
                case "Flag" -> header.add(new Message.Header("Flag", String.valueOf(Math.max(first.flag(), 0) & ~2)));
                default -> header.add(field);
            }
        }
        @Nullable String time = first.value("DataTime");
        for (byte[] packet : packets.values()) {
            for (Message.Item item : message(packet).data()) {
                boolean again =
                        !data.isEmpty() && item.name().strip().equals("DataTime") && Objects.equals(time, item.value());
                if (!again) {
                    char before = data.isEmpty() ? 0 : item.before() == 0 ? ';' : item.before();
                    data.add(new Message.Item(before, item.name(), item.value()));
                }
            }
        }
        return new Message(header, data, first.charset(), false);
    }

    private static Message message(byte[] packet) {
        return Message.of(Objects.requireNonNull(Framing.only(packet)));
    }
}
