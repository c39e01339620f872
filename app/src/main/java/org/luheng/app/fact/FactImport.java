package org.luheng.app.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Rules;
import org.luheng.app.access.Sight;
import org.luheng.app.access.Sights;
import org.luheng.app.database.Actor;
import org.luheng.app.fact.store.ImportStore;
import org.luheng.app.fact.store.Incoming;
import org.luheng.app.register.Registration;
import org.luheng.files.FactsFile;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.springframework.stereotype.Service;

/**
 * Takes files of facts in. Good rows are stored and bad ones answered for, all in one transaction; what cannot be read as a
 * table at all, or is larger than the limits, is refused as a whole and leaves nothing.
 *
 * <p>The file is put aside first, so that a slow sender holds no connection of the database.
 */
@Service
public class FactImport {
    public static final long MOST_BYTES = 256L << 20;
    public static final int MOST_ROWS = FactsFile.MOST_ROWS;

    /** Imports that work in the database at one time; its pool has 16 connections. */
    static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_AUTHORITY = 100;
    private static final int LONGEST_NAME = 200;
    private static final String COUNTRY = "000000";

    /** Fair: who came first is next. */
    final Semaphore turns = new Semaphore(AT_ONCE, true);

    private final ImportStore store;
    private final FactBook book;
    private final Rules rules;
    private final Register register;
    private final Sights sights;
    private final Clock clock;

    /** @param registration has brought the places into the database, which facts refer to */
    FactImport(
            ImportStore store,
            FactBook book,
            Rules rules,
            Register register,
            Registration registration,
            Sights sights,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.rules = rules;
        this.register = register;
        this.sights = sights;
        this.clock = clock;
    }

    /**
     * In the name of the current {@link Actor}. When it returns, everything is committed and in the {@link FactBook}.
     *
     * @param name of the file, as the sender calls it
     * @throws Refused where the file as a whole cannot be taken
     */
    public Receipt take(String name, InputStream content) throws IOException {
        if (Actor.current().isEmpty()) {
            throw new IllegalStateException("an import needs an actor");
        }
        Instant started = clock.instant();
        // Before the connection is busy with the rows: the right to report is looked up once for the file.
        Sight sight = sights.current();
        String file = printable(name);
        Path aside = Files.createTempFile("luheng-facts-", ".csv");
        try {
            MessageDigest digest = sha256();
            long bytes = putAside(content, aside, digest, file);
            ImportStore.Origin origin =
                    new ImportStore.Origin(file, HexFormat.of().formatHex(digest.digest()), bytes, started);
            long id = inTurn(file, () -> store.take(origin, rows -> read(aside, file, sight, rows)));
            book.follow();
            return store.receipt(id).orElseThrow();
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /**
     * Facts that the house itself computed, in the name of the current {@link Actor} and by his rights; answered like the rows of a
     * file, and like those the same twice changes nothing.
     *
     * @param name what they are, as it stands in the receipt
     */
    public Receipt state(String name, List<Fact> facts) {
        if (Actor.current().isEmpty()) {
            throw new IllegalStateException("facts need an actor");
        }
        Instant started = clock.instant();
        Sight sight = sights.current();
        byte[] said =
                String.join("\n", facts.stream().map(Fact::toString).toList()).getBytes(StandardCharsets.UTF_8);
        String title = printable(name);
        ImportStore.Origin origin =
                new ImportStore.Origin(title, HexFormat.of().formatHex(sha256().digest(said)), said.length, started);
        long id = inTurn(
                title,
                () -> store.take(origin, rows -> {
                    Taker taker = new Taker(title, sight, rows);
                    int line = 0;
                    for (Fact fact : facts) {
                        taker.fact(++line, fact);
                    }
                    return new ImportStore.Remarks("UTF-8", List.of());
                }));
        book.follow();
        return store.receipt(id).orElseThrow();
    }

    /** So many at a time as leave connections of the database to the pages; the others wait a little, without one. */
    private long inTurn(String file, LongSupplier taking) {
        boolean turn;
        try {
            turn = turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            turn = false;
        }
        if (!turn) {
            throw Refused.of(Finding.of(Fault.BUSY, Place.file(file), "", "limit", Integer.toString(AT_ONCE)));
        }
        try {
            return taking.getAsLong();
        } finally {
            turns.release();
        }
    }

    private static long putAside(InputStream content, Path aside, MessageDigest digest, String file)
            throws IOException {
        long bytes = 0;
        byte[] block = new byte[1 << 16];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(aside), digest)) {
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                bytes += count;
                if (bytes > MOST_BYTES) {
                    throw Refused.of(Finding.of(
                            Fault.FILE_TOO_LARGE, Place.file(file), "", "limit", (MOST_BYTES >> 20) + " MB"));
                }
                out.write(block, 0, count);
            }
        }
        return bytes;
    }

    private ImportStore.Remarks read(Path aside, String file, Sight sight, Consumer<Incoming> rows) {
        try (InputStream in = Files.newInputStream(aside)) {
            FactsFile.Receipt receipt =
                    FactsFile.read(in, file, rules, register, COUNTRY, new Taker(file, sight, rows));
            List<Finding> notices = receipt.notices();
            boolean gbk = notices.stream().anyMatch(notice -> notice.fault() == Fault.READ_AS_GBK);
            return new ImportStore.Remarks(
                    gbk ? "GBK" : "UTF-8",
                    notices.stream().map(Finding::message).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Hands rows on to the database. */
    private record Taker(String file, Sight sight, Consumer<Incoming> rows) implements FactsFile.Taker {
        @Override
        public void fact(int line, Fact fact) {
            Place place = Place.line(file, line);
            if (fact.source().length() > LONGEST_SOURCE) {
                tooLong(place.column("source"), fact.source(), LONGEST_SOURCE);
            } else if (fact.authority().length() > LONGEST_AUTHORITY) {
                tooLong(place.column("authority"), fact.authority(), LONGEST_AUTHORITY);
            } else if (!sight.mayReport(fact.region(), fact.element())) {
                boolean placeSeen = sight.sees(fact.region());
                refused(
                        line,
                        List.of(Finding.of(
                                Fault.NOT_YOUR_FACT,
                                place.column(placeSeen ? "element" : "region"),
                                placeSeen ? fact.element() : fact.region())));
            } else {
                rows.accept(new Incoming.Said(line, fact));
            }
        }

        /** To the database it is one more row that says the same. */
        @Override
        public void repeated(int line, int firstLine, Fact fact) {
            fact(line, fact);
        }

        private void tooLong(Place place, String text, int limit) {
            refused(
                    place.line(),
                    List.of(Finding.of(Fault.FIELD_TOO_LONG, place, text, "limit", Integer.toString(limit))));
        }

        @Override
        public void refused(int line, List<Finding> why) {
            Finding first = why.getFirst();
            String messages = String.join(
                    "；", why.stream().map(Taker::withColumn).distinct().toList());
            rows.accept(new Incoming.Refused(
                    line,
                    first.fault().code(),
                    column(first),
                    why.size() == 1 ? first.message() : messages,
                    shortened(first.value(), 120)));
        }

        private static String withColumn(Finding finding) {
            return column(finding) + " " + finding.message();
        }

        private static String column(Finding finding) {
            @Nullable String column = finding.place().column();
            return column == null ? "" : column;
        }
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** The last part of a path, without what cannot be printed. */
    private static String printable(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{C}", "").strip();
        return plain.isEmpty() ? "未命名.csv" : shortened(plain, LONGEST_NAME);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    public Optional<Receipt> receipt(long id) {
        return store.receipt(id);
    }

    /** The latest first. */
    public List<Receipt> receipts(int limit, int offset) {
        return store.receipts(limit, offset);
    }

    /**
     * Rows of a receipt, in the order of their lines.
     *
     * @param outcome only those; null: all
     * @param afterLine only later lines
     */
    public void rows(long importId, @Nullable Outcome outcome, int afterLine, int limit, Consumer<ReceiptRow> each) {
        store.rows(importId, outcome, afterLine, limit, each);
    }
}
