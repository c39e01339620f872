package org.luheng.app.monitor.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luheng.app.database.Actor;
import org.luheng.app.monitor.Trouble;
import org.luheng.app.monitor.store.TroubleTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what was not taken, and writes the counts down now and then: a thousand wrong passwords are one row. Bounded: beyond
 * {@value #MOST} different ones between two writings the rest is counted without name.
 */
@Component
class Troubles {
    static final int MOST = 2_000;
    private static final int LONGEST_MN = 40;
    private static final int LONGEST_EXCERPT = 400;
    private static final int LONGEST_ADDRESS = 60;
    private static final Actor GATEWAY = Actor.program("gateway");

    private final TroubleTable table;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private Map<Key, Counted> counted = new LinkedHashMap<>();

    private record Key(String mn, Trouble kind, String address) {}

    private static final class Counted {
        final Instant first;
        Instant last;
        long times;
        String excerpt;

        Counted(Instant at, String excerpt) {
            first = last = at;
            this.excerpt = excerpt;
        }
    }

    Troubles(TroubleTable table, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param excerpt of what came, or what was wrong with it; never a password */
    synchronized void note(Trouble kind, String mn, String address, String excerpt) {
        Instant now = clock.instant();
        Key key = new Key(printable(mn, LONGEST_MN), kind, printable(address, LONGEST_ADDRESS));
        if (counted.size() >= MOST && !counted.containsKey(key)) {
            key = new Key("", kind, "");
        }
        Counted count = counted.computeIfAbsent(key, fresh -> new Counted(now, ""));
        count.times++;
        count.last = now;
        count.excerpt = printable(excerpt, LONGEST_EXCERPT);
    }

    private static String printable(String text, int longest) {
        String shown = text.codePoints()
                .mapToObj(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                        ? "·"
                        : Character.toString(c))
                .collect(Collectors.joining());
        return shown.length() > longest ? shown.substring(0, longest - 1) + "…" : shown;
    }

    /** Writes down what was counted; keeps it where that does not work. */
    void write() {
        Map<Key, Counted> taken;
        synchronized (this) {
            if (counted.isEmpty()) {
                return;
            }
            taken = counted;
            counted = new LinkedHashMap<>();
        }
        List<TroubleTable.Count> rows = taken.entrySet().stream()
                .map(each -> new TroubleTable.Count(
                        each.getKey().mn(),
                        each.getKey().kind().word(),
                        each.getKey().address(),
                        each.getValue().times,
                        each.getValue().first,
                        each.getValue().last,
                        each.getValue().excerpt))
                .toList();
        boolean written = false;
        try {
            GATEWAY.run(() -> transactions.executeWithoutResult(status -> rows.forEach(table::add)));
            written = true;
        } finally {
            if (!written) {
                putBack(taken);
            }
        }
    }

    private synchronized void putBack(Map<Key, Counted> taken) {
        taken.forEach((key, before) -> {
            Counted now = counted.get(key);
            if (now == null && counted.size() < MOST) {
                counted.put(key, before);
            } else if (now != null) {
                now.times += before.times;
            }
        });
    }
}
