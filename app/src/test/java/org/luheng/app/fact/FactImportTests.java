package org.luheng.app.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Fact;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Period;
import org.luheng.accounting.Rules;
import org.luheng.app.database.ActingAs;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.fact.store.FactStore;
import org.luheng.files.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@FreshDatabase
@ActingAs("samples")
class FactImportTests {
    private static final Actor ACTOR = new Actor("王五@127.0.0.1").as("samples");
    private static final String HEADER = "region,period,element,value,unit,stage,source,authority,channel,published\n";

    @Autowired
    private FactImport imports;

    @Autowired
    private FactBook book;

    @Autowired
    private FactStore store;

    @Autowired
    private Rules rules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Database database;

    private JdbcClient eye() {
        return TestDatabase.eye(database);
    }

    private Receipt take(byte[] file) {
        return ACTOR.call(() -> {
            try {
                return imports.take("数据.csv", new ByteArrayInputStream(file));
            } catch (IOException inMemory) {
                throw new IllegalStateException(inMemory);
            }
        });
    }

    private Receipt take(String text) {
        return take(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<ReceiptRow> rows(Receipt receipt) {
        List<ReceiptRow> rows = new ArrayList<>();
        imports.rows(receipt.id(), null, 0, 10_000, rows::add);
        return rows;
    }

    private long facts() {
        return eye().sql("select count(*) from luheng.fact").query(Long.class).single();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String file = HEADER + """
                金水区,2051,gdp.constant,100,亿元,初步,公报,郑州市统计局,统计,2052-02-01
                410105,2051,energy.total,12345.6,吨标煤,最终,公报,,,
                """;
        Receipt first = take(file);
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.actor()).isEqualTo(ACTOR.name());
        assertThat(first.sha256()).hasSize(64);
        long facts = facts();
        Receipt second = take(file);
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(second.changedNothing()).isTrue();
        assertThat(second.notices()).contains("与第 " + first.id() + " 号导入是同一个文件");
        assertThat(facts()).isEqualTo(facts);
        Fact energy = rows(first).getLast().fact();
        assertThat(energy).isNotNull();
        assertThat(energy.value()).isEqualByComparingTo("1.23456");
        assertThat(energy.unit()).isEqualTo("万吨标准煤");
        assertThat(energy.given()).isEqualTo("12345.6 吨标煤");
    }

    @Test
    void aCorrectionKeepsBothValuesAndSaysWhoEnteredWhich() {
        take(HEADER + "410105,2052,gdp.constant,100,亿元,初步,公报,郑州市统计局,统计,2053-02-01\n");
        Receipt corrected = take(HEADER + "410105,2052,gdp.constant,101,亿元,初步,公报,郑州市统计局,统计,2053-02-01\n");
        assertThat(corrected.updated()).isEqualTo(1);
        Facts known = book.knownOn(LocalDate.of(2053, 3, 1));
        Period year = Period.year(2052);
        Fact counts = known.find("410105", "gdp.constant", year);
        assertThat(counts).isNotNull();
        assertThat(counts.value()).isEqualByComparingTo("101");
        assertThat(book.knownOn(LocalDate.of(2053, 1, 31)).find("410105", "gdp.constant", year))
                .isNull();
        List<FactEntry> history = book.history("410105", "gdp.constant", "2052");
        assertThat(history).extracting(entry -> entry.fact().value().intValue()).containsExactly(101, 100);
        FactEntry entry = book.entry(counts.sequence()).orElseThrow();
        assertThat(entry.actor()).isEqualTo(ACTOR.name());
        assertThat(entry.importId()).isEqualTo(corrected.id());
        assertThat(entry.line()).isEqualTo(2);
        assertThat(entry.file()).isEqualTo("数据.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "火星区,2051,gdp.constant,100,亿元,初步,s,,,|LH-1401|region",
                "410105,2051,gdp.constnat,100,亿元,初步,s,,,|LH-1501|element",
                "410105,2051,gdp.constant,100,亿圆,初步,s,,,|LH-1310|unit",
                "410105,2051,gdp.constant,100,吨,初步,s,,,|LH-1311|unit",
                "410105,2051年,gdp.constant,100,亿元,初步,s,,,|LH-1212|period",
                "410105,2051-13,gdp.constant,100,亿元,初步,s,,,|LH-1212|period",
                "410105,2051,gdp.constant,\"1,200\",亿元,初步,s,,,|LH-1202|value",
                "410105,2051,gdp.constant,１２,亿元,初步,s,,,|LH-1203|value",
                "410105,2051,gdp.constant,,亿元,初步,s,,,|LH-1201|value",
                "410105,2051,gdp.constant,n/a,亿元,初步,s,,,|LH-1208|value",
                "410105,2051,gdp.constant,1,亿元,草稿,s,,,|LH-1213|stage",
                "410105,2051,gdp.constant,1,亿元,初步,s,,电话,|LH-1213|channel",
                "410105,2051,gdp.constant,1,亿元,初步,s,,,2051-2-30|LH-1211|published",
                "410105,2051,gdp.constant,1,亿元,初步|LH-1105|``"
            })
    void aBadRowIsRejectedAndTheOthersStay(String bad, String fault, String column) {
        Receipt receipt = take(HEADER + bad + "\n410105,2053,gdp.growth,5.1,%,初步," + fault + bad.hashCode() + ",,,\n");
        assertThat(receipt.rejected()).isEqualTo(1);
        assertThat(receipt.created() + receipt.updated()).isEqualTo(1);
        ReceiptRow row = rows(receipt).getFirst();
        assertThat(row.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.fault()).isEqualTo(fault);
        assertThat(row.field()).isEqualTo(column);
        assertThat(row.message()).isNotBlank();
    }

    @Test
    void aRowThatContradictsAnEarlierOneOfItsFileIsRejected() {
        Receipt receipt = take(HEADER + """
                410105,2054,gdp.growth,5.1,%,初步,s,,,
                410105,2054,gdp.growth,5.2,%,初步,s,,,
                410105,2054,gdp.growth,5.1,%,初步,s,,,
                """);
        assertThat(rows(receipt))
                .extracting(ReceiptRow::outcome)
                .containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.UNCHANGED);
        assertThat(rows(receipt).get(1).message()).contains("第 2 行", "5.1");
    }

    @Test
    void gbkIsReadAndSaidSo() {
        String text = HEADER + "金水区,2055,gdp.growth,5.1,%,初步,季报,郑州市统计局,统计,2056-02-01\n";
        Receipt receipt = take(text.getBytes(Charset.forName("GBK")));
        assertThat(receipt.created()).isEqualTo(1);
        assertThat(receipt.encoding()).isEqualTo("GBK");
        assertThat(receipt.notices()).anyMatch(notice -> notice.contains("GBK"));
        // The same said in UTF-8 is nothing new.
        assertThat(take(text).unchanged()).isEqualTo(1);
    }

    @Test
    void whatIsNoTableIsRefusedAndLeavesNothing() {
        long facts = facts();
        long receipts = eye().sql("select count(*) from luheng.fact_import")
                .query(Long.class)
                .single();
        for (String text : List.of(
                "", "region,period\n1,2\n", "PK\u0003\u0004", HEADER + "410105,2056,gdp.growth,5,%,初步,\"s,,,\n")) {
            assertThatThrownBy(() -> take(text)).as(text).isInstanceOf(Refused.class);
        }
        assertThat(facts()).isEqualTo(facts);
        assertThat(eye().sql("select count(*) from luheng.fact_import")
                        .query(Long.class)
                        .single())
                .isEqualTo(receipts);
    }

    @Test
    void aboveTheLimitOfRowsTheFileIsRefusedWithoutFillingMemory() {
        long facts = facts();
        byte[] row = "410105,2057,gdp.growth,5,%,初步,s,,,\n".getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private byte[] block = HEADER.getBytes(StandardCharsets.UTF_8);
            private int at;
            private long sent;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (at == block.length) {
                    block = row;
                    at = 0;
                    if (++sent > FactImport.MOST_ROWS + 1) {
                        return -1;
                    }
                }
                int count = Math.min(length, block.length - at);
                System.arraycopy(block, at, into, from, count);
                at += count;
                return count;
            }
        };
        assertThatThrownBy(() -> ACTOR.<Receipt, IOException>call(() -> imports.take("x.csv", endless)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1,000,000");
        assertThat(facts()).isEqualTo(facts);
    }

    @Test
    void aSenderThatBreaksOffLeavesNothing() {
        long facts = facts();
        InputStream broken = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (begun) {
                    throw new IOException("connection reset");
                }
                begun = true;
                byte[] head = (HEADER + "410105,2058,gdp.growth,5,%,初步,s,,,\n").getBytes(StandardCharsets.UTF_8);
                System.arraycopy(head, 0, into, from, head.length);
                return head.length;
            }
        };
        assertThatThrownBy(() -> ACTOR.<Receipt, IOException>call(() -> imports.take("x.csv", broken)))
                .hasMessage("connection reset");
        assertThat(facts()).isEqualTo(facts);
    }

    @Test
    void nobodyImportsWithoutAName() {
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            assertThatThrownBy(() -> elsewhere
                            .submit(() -> imports.take("x.csv", InputStream.nullInputStream()))
                            .get())
                    .hasStackTraceContaining("an import needs an actor");
        }
    }

    @Test
    void twoAtOnceLoseNothingAndDoubleNothing() throws Exception {
        int each = 3_000;
        int senders = 4;
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Receipt>> sent = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(senders)) {
            for (int sender = 0; sender < senders; sender++) {
                // Half of each sender's rows are the next one's as well.
                StringBuilder text = new StringBuilder(HEADER);
                for (int row = 0; row < each; row++) {
                    int number = sender * each / 2 + row;
                    text.append("410105,2061,gdp.growth,")
                            .append(number)
                            .append(",%,初步,s,局")
                            .append(number)
                            .append(",,\n");
                }
                byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
                sent.add(pool.submit(() -> {
                    together.await();
                    return take(file);
                }));
            }
            together.countDown();
            int created = 0;
            for (Future<Receipt> receipt : sent) {
                created += receipt.get().created();
                assertThat(receipt.get().rows()).isEqualTo(each);
                assertThat(receipt.get().rejected() + receipt.get().updated()).isZero();
            }
            int distinct = (senders + 1) * each / 2;
            assertThat(created).isEqualTo(distinct);
            assertThat(eye().sql("select count(*) from luheng.fact where period = '2061'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(distinct);
        }
        assertThat(eye().sql("select count(*) from (select recorded < lag(recorded) over (order by id) as back"
                                + " from luheng.fact) as each where back")
                        .query(Integer.class)
                        .single())
                .as("facts recorded before one with a lower id")
                .isZero();
        sameAsDatabase();
    }

    @Test
    void memoryIsWhatTheDatabaseHoldsWhateverCameIn() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] regions = {"410102", "410103", "350102", "140802"};
        String[] stages = {"初步", "最终", "普查修订"};
        String[] authorities = {"", "郑州市统计局", "河南省统计局", "国家统计局"};
        for (int file = 0; file < 8; file++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int row = 0; row < 300; row++) {
                text.append(regions[random.nextInt(regions.length)])
                        .append(",208")
                        .append(random.nextInt(3))
                        .append(",gdp.growth,")
                        .append(random.nextInt(4))
                        .append(",%,")
                        .append(stages[random.nextInt(stages.length)])
                        .append(",s")
                        .append(random.nextInt(2))
                        .append(',')
                        .append(authorities[random.nextInt(authorities.length)])
                        .append(",,")
                        .append(random.nextBoolean() ? "" : "2085-01-0" + (1 + random.nextInt(3)))
                        .append('\n');
            }
            long before = facts();
            Receipt receipt = take(text.toString());
            assertThat(facts() - before).as("seed %s", seed).isEqualTo(receipt.created() + receipt.updated());
            assertThat(take(text.toString()).changedNothing())
                    .as("seed %s", seed)
                    .isTrue();
        }
        sameAsDatabase();
    }

    private void sameAsDatabase() {
        FactBase fresh = new FactBase(rules.authorities());
        store.after(0, fresh::add);
        for (LocalDate day : List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2060, 1, 1), LocalDate.of(2099, 1, 1))) {
            Facts memory = book.knownOn(day);
            Facts stored = fresh.knownOn(day);
            assertThat(memory.regions()).isEqualTo(stored.regions());
            for (String region : stored.regions()) {
                assertThat(memory.elements(region)).isEqualTo(stored.elements(region));
                for (String element : stored.elements(region)) {
                    assertThat(memory.periods(region, element)).isEqualTo(stored.periods(region, element));
                    for (Period period : stored.periods(region, element)) {
                        assertThat(memory.all(region, element, period)).isEqualTo(stored.all(region, element, period));
                    }
                }
            }
        }
    }

    @Test
    void whatAnotherProcessCommitsIsSeenWithinASecond() throws Exception {
        take(HEADER + "410105,2062,gdp.growth,1,%,初步,s,,,\n");
        long before = book.lastId();
        // As another process would: past this one's import, by the database alone.
        long committed = ACTOR.call(() -> storeElsewhere());
        long deadline = System.nanoTime() + 1_000_000_000L;
        while (book.lastId() < committed && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(book.lastId()).isGreaterThan(before).isEqualTo(committed);
        Fact seen = book.knownOn(LocalDate.of(2099, 1, 1)).find("410105", "gdp.growth", Period.year(2063));
        assertThat(seen).isNotNull();
        assertThat(seen.value()).isEqualByComparingTo(BigDecimal.TWO);
    }

    @Autowired
    private org.springframework.transaction.PlatformTransactionManager transactions;

    private long storeElsewhere() {
        Long id = new org.springframework.transaction.support.TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select luheng.lock_facts()").query((row, number) -> "").single();
            return jdbc.sql("""
                    insert into luheng.fact (body, element, period, period_from, period_to, value, unit, stage,
                      authority, channel, source, published, sample, import, line)
                    select body, element, '2063', date '2063-01-01', date '2063-12-31', 2, unit, stage,
                      authority, channel, source, published, sample, import, 77
                    from luheng.fact where period = '2062' returning id""").query(Long.class).single();
        });
        return id == null ? 0 : id;
    }
}
