package org.luheng.app.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luheng.app.database.Actor;
import org.luheng.app.monitor.store.FrameBlock;
import org.luheng.app.monitor.store.MessageTables;
import org.luheng.app.monitor.store.MessageTables.Row;
import org.springframework.stereotype.Service;

/** Measurements and frames for whoever may see them; the tables decide who that is. */
@Service
public class Measurements {
    /** Commands whose data are readings. */
    public static final List<Integer> COMMANDS = List.of(2011, 2051, 2061, 2031);

    private final MessageTables tables;

    Measurements(MessageTables tables) {
        this.tables = tables;
    }

    /** Those the reader may see, with the latest of each, by enterprise and outlet. */
    public List<DeviceEntry> devices() {
        return tables.devices(null);
    }

    public Optional<DeviceEntry> device(String mn) {
        return tables.devices(mn).stream().findFirst();
    }

    /** Hands over the readings of a device in the order of time, from the first moment to before the last. */
    public void each(DeviceEntry device, int cn, Instant from, Instant to, Consumer<Measured> taker) {
        each(device.id(), device.mn(), cn, from, to, taker);
    }

    void each(int device, String mn, int cn, Instant from, Instant to, Consumer<Measured> taker) {
        List<Row> together = new ArrayList<>();
        tables.each(device, cn, from, to, row -> {
            if (!together.isEmpty() && !together.getFirst().dataTime().equals(row.dataTime())) {
                join(mn, together, taker);
                together.clear();
            }
            together.add(row);
        });
        join(mn, together, taker);
    }

    private record Factor(Map<String, String> values, Instant received, int versions) {}

    /** Messages of one time: packets of one, or versions. Of each factor the message received last counts. */
    private static void join(String mn, List<Row> rows, Consumer<Measured> taker) {
        Map<String, Factor> factors = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<String, Map<String, String>> said = new LinkedHashMap<>();
            for (Packed.Value value : row.values()) {
                int dash = value.name().indexOf('-');
                if (dash > 0) {
                    said.computeIfAbsent(value.name().substring(0, dash).strip(), fresh -> new LinkedHashMap<>())
                            .putIfAbsent(value.name().substring(dash + 1).strip(), value.text());
                }
            }
            said.forEach((code, values) -> {
                Factor before = factors.get(code);
                factors.put(code, new Factor(values, row.received(), before == null ? 1 : before.versions() + 1));
            });
        }
        factors.forEach((code, factor) -> taker.accept(new Measured(
                mn,
                rows.getFirst().cn(),
                rows.getFirst().dataTime(),
                code,
                factor.values(),
                factor.received(),
                factor.versions())));
    }

    /** What the device sent last, whatever it was, the newest first. */
    public List<Row> conversation(DeviceEntry device, int most) {
        return tables.conversation(device.id(), most);
    }

    /** The bytes of a message that the reader may see; null: there is no such message for him, or its frame is not kept any more. */
    public byte @Nullable [] frame(DeviceEntry device, Instant received) {
        if (!tables.sees(device.id(), received)) {
            return null;
        }
        long micros = received.getEpochSecond() * 1_000_000 + received.getNano() / 1_000;
        // Blocks hold the frames of many devices; only the gateway reads them, here for somebody who sees this one.
        for (byte[] block : Actor.currentAs("gateway").call(() -> tables.blocks(received))) {
            for (FrameBlock.Kept kept : FrameBlock.read(block)) {
                if (kept.received() == micros) {
                    return kept.frame();
                }
            }
        }
        return null;
    }

    /** What was not taken lately and the reader may know of. */
    public List<MessageTables.TroubleSeen> troubles(String mn) {
        return tables.troubles(mn);
    }
}
