package org.luheng.app.monitor;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.app.database.Actor;
import org.luheng.app.monitor.store.DeviceTables;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The devices that may report, in memory. Read anew when one was changed here, and when an unknown one calls. */
@Service
public class Devices {
    private static final Actor GATEWAY = Actor.program("gateway");
    private static final long AT_MOST_EVERY = 1_000_000_000L;

    private final DeviceTables tables;
    private final TransactionTemplate transactions;
    private long read;
    private volatile Map<String, Device> byMn = Map.of();

    Devices(DeviceTables tables, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.transactions = new TransactionTemplate(transactions);
        this.read = System.nanoTime() - AT_MOST_EVERY;
    }

    /** Null: unknown, as far as the database can be asked; it is asked at most once a second. */
    public @Nullable Device find(String mn) {
        Device known = byMn.get(mn);
        return known == null ? looked(mn) : known;
    }

    /** Others who ask meanwhile wait for the same answer. */
    private synchronized @Nullable Device looked(String mn) {
        Device known = byMn.get(mn);
        long now = System.nanoTime();
        if (known != null || now - read < AT_MOST_EVERY) {
            return known;
        }
        try {
            refresh();
        } catch (DataAccessException | TransactionException down) {
            // Nothing is acknowledged meanwhile; it asks again.
            read = now;
        }
        return byMn.get(mn);
    }

    /** Takes up what the database has now. */
    public synchronized void refresh() {
        Map<String, Device> fresh = new HashMap<>();
        GATEWAY.call(() -> Objects.requireNonNull(transactions.execute(status -> tables.all())))
                .forEach(device -> fresh.put(device.mn(), device));
        byMn = fresh;
        read = System.nanoTime();
    }
}
