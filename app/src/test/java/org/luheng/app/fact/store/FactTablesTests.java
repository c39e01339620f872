package org.luheng.app.fact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.accounting.Stage;
import org.luheng.app.database.ActingAs;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.fact.Outcome;
import org.luheng.app.fact.Receipt;
import org.luheng.app.fact.ReceiptRow;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
@ActingAs("samples")
class FactTablesTests {
    private static final Actor ACTOR = new Actor("王五").as("samples");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final JdbcClient eye;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private int file;

    FactTablesTests(JdbcClient jdbc, TransactionTemplate transaction, DataSource dataSource, Database database) {
        this.jdbc = jdbc;
        this.eye = TestDatabase.eye(database);
        this.transaction = transaction;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void aDistrict() {
        Actor.program("register")
                .run(() -> transaction.executeWithoutResult(
                        s -> jdbc.sql("insert into luheng.body (code, kind, name) values ('000000', '地区', '全国'),"
                                        + " ('410105', '地区', '金水区') on conflict do nothing")
                                .update()));
    }

    private ImportStore on(String day) {
        PlatformTransactionManager manager = transaction.getTransactionManager();
        assertThat(manager).isNotNull();
        return new ImportStore(
                JdbcClient.create(dataSource),
                dataSource,
                manager,
                Clock.fixed(LocalDate.parse(day).atStartOfDay(ZONE).toInstant(), ZONE));
    }

    private Receipt take(String day, Incoming... rows) {
        ImportStore store = on(day);
        var origin =
                new ImportStore.Origin("f.csv", "%064x".formatted(++file), 1, Instant.parse("2021-01-01T00:00:00Z"));
        long id = ACTOR.call(() -> store.take(origin, sink -> {
            List.of(rows).forEach(sink);
            return new ImportStore.Remarks("UTF-8", List.of());
        }));
        return store.receipt(id).orElseThrow();
    }

    private List<ReceiptRow> rows(Receipt receipt) {
        List<ReceiptRow> rows = new ArrayList<>();
        Consumer<ReceiptRow> each = rows::add;
        on("2021-01-01").rows(receipt.id(), null, 0, 1_000, each);
        return rows;
    }

    private static Incoming said(int line, String period, String value, @Nullable String published) {
        return said(line, period, value, published, "季报");
    }

    private static Incoming said(int line, String period, String value, @Nullable String published, String source) {
        Period parsed = Period.parse(period);
        assertThat(parsed).isNotNull();
        LocalDate day = published == null ? null : LocalDate.parse(published);
        return new Incoming.Said(
                line,
                new Fact(
                        line,
                        "410105",
                        parsed,
                        "gdp.constant",
                        new BigDecimal(value),
                        "亿元",
                        null,
                        Stage.PRELIMINARY,
                        "市统计局",
                        "统计",
                        source,
                        day,
                        false,
                        "f.csv:" + line));
    }

    @Test
    void aFactIsNewOnceAndUnchangedEverAfter() {
        Incoming row = said(2, "2031", "100.0", "2032-02-01");
        assertThat(take("2032-02-02", row).created()).isEqualTo(1);
        Receipt again = take("2032-03-01", said(2, "2031", "100.00", "2032-02-01"));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.changedNothing()).isTrue();
        assertThat(rows(again).getFirst().fact()).isNotNull();
    }

    @Test
    void withoutAPublicationDayTheSameValueIsUnchangedOnAnyDay() {
        assertThat(take("2032-02-02", said(2, "2032", "7", null)).created()).isEqualTo(1);
        assertThat(take("2032-02-09", said(2, "2032", "7", null)).unchanged()).isEqualTo(1);
        Receipt other = take("2032-02-10", said(2, "2032", "8", null));
        assertThat(other.updated()).isEqualTo(1);
        ReceiptRow row = rows(other).getFirst();
        assertThat(row.previous()).extracting(Fact::value).isEqualTo(new BigDecimal("7"));
        assertThat(row.fact()).extracting(Fact::published).isEqualTo(LocalDate.of(2032, 2, 10));
    }

    @Test
    void anotherValueForTheSameDayIsACorrectionAndBothStay() {
        take("2032-02-02", said(2, "2033", "100", "2032-02-01"));
        Receipt corrected = take("2032-02-03", said(2, "2033", "101", "2032-02-01"));
        ReceiptRow row = rows(corrected).getFirst();
        assertThat(row.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(row.previous()).extracting(Fact::value).isEqualTo(new BigDecimal("100"));
        assertThat(eye.sql("select count(*) from luheng.fact where period = '2033'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        // A late second delivery of the first file does not undo the correction …
        assertThat(take("2032-02-04", said(2, "2033", "100", "2032-02-01")).unchanged())
                .isEqualTo(1);
        // … saying it again on another authority's paper does.
        assertThat(take("2032-02-05", said(2, "2033", "100", "2032-02-01", "更正函"))
                        .updated())
                .isEqualTo(1);
    }

    @Test
    void rowsOfOneFileAreJudgedAgainstEachOther() {
        Receipt receipt = take(
                "2032-02-02",
                said(2, "2034", "1", null),
                said(3, "2034", "1", null),
                said(4, "2034", "2", null),
                new Incoming.Refused(5, "LH-1208", "value", "不是数值", "x"),
                said(6, "2034", "1", "2032-02-02"));
        assertThat(rows(receipt))
                .extracting(ReceiptRow::outcome)
                .containsExactly(
                        Outcome.CREATED, Outcome.UNCHANGED, Outcome.UPDATED, Outcome.REJECTED, Outcome.UNCHANGED);
        assertThat(rows(receipt).get(3)).extracting(ReceiptRow::fault).isEqualTo("LH-1208");
        assertThat(rows(receipt).get(2).previous())
                .isEqualTo(rows(receipt).get(0).fact());
        assertThat(receipt.rows()).isEqualTo(5);
    }

    @Test
    void aStatedDayAfterTheSameWithoutOneIsItsOwnStatement() {
        take("2032-02-02", said(2, "2035", "1", null));
        Receipt receipt = take("2032-02-03", said(2, "2035", "1", null), said(3, "2035", "1", "2032-02-03"));
        assertThat(rows(receipt)).extracting(ReceiptRow::outcome).containsExactly(Outcome.UNCHANGED, Outcome.CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update luheng.%s set actor = 'x'", "delete from luheng.%s", "truncate luheng.%s cascade"})
    void nothingIsChangedOrRemoved(String sql) {
        take("2032-02-02", said(2, "2036", "1", null));
        for (String table : List.of("fact", "fact_import")) {
            assertThatThrownBy(() -> ACTOR.run(() -> transaction.executeWithoutResult(
                            s -> jdbc.sql(sql.formatted(table)).update())))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update luheng.%s set line = 1", "delete from luheng.%s", "truncate luheng.%s cascade"})
    void notEvenTheOwnerChangesAFact(String sql, Database database) {
        take("2032-02-02", said(2, "2037", "1", null));
        JdbcClient owner = JdbcClient.create(database.asOwner());
        for (String table : List.of("fact", "fact_import_row")) {
            assertThatThrownBy(() -> owner.sql("do $$ begin perform set_config('luheng.actor', 'x', true); "
                                    + sql.formatted(table) + "; end $$")
                            .update())
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void nobodyStoresAFactOutOfOrderOrWithoutAName() {
        assertThatThrownBy(() -> new Actor("路人")
                        .run(() -> on("2032-01-01")
                                .take(new ImportStore.Origin("f", "%064x".formatted(1), 1, Instant.EPOCH), sink -> {
                                    sink.accept(said(2, "2038", "1", null));
                                    return new ImportStore.Remarks("UTF-8", List.of());
                                })))
                .hasStackTraceContaining("row-level security");
        take("2032-02-02", said(2, "2038", "1", null));
        assertThatThrownBy(() -> ACTOR.run(() ->
                        transaction.executeWithoutResult(s -> jdbc.sql("""
                        insert into luheng.fact (body, element, period, period_from, period_to, value, unit, stage,
                          authority, channel, source, published, sample, import, line)
                        select body, element, period, period_from, period_to, 5, unit, stage,
                          authority, channel, source, published, sample, import, 99
                        from luheng.fact where period = '2038'""").update())))
                .hasMessageContaining("顺序锁");
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        long before =
                eye.sql("select count(*) from luheng.fact").query(Long.class).single();
        assertThatThrownBy(() -> ACTOR.run(() -> on("2032-01-01")
                        .take(new ImportStore.Origin("f", "%064x".formatted(2), 1, Instant.EPOCH), sink -> {
                            for (int line = 2; line < 5_000; line++) {
                                sink.accept(said(line, "2039", Integer.toString(line), null));
                            }
                            throw new IllegalStateException("the line went dead");
                        })))
                .hasMessage("the line went dead");
        assertThat(eye.sql("select count(*) from luheng.fact").query(Long.class).single())
                .isEqualTo(before);
        assertThat(eye.sql("select count(*) from luheng.fact_import where file_name = 'f' and sha256 = :s")
                        .param("s", "%064x".formatted(2))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(take("2032-02-02", said(2, "2039", "1", null)).created()).isEqualTo(1);
    }

    @Test
    void textGoesThroughAsItIs() {
        String strange = "a\\b\tc\\N 表“, \"x\" =1+1";
        take("2032-02-02", said(2, "2040", "1", null, strange));
        assertThat(eye.sql("select source from luheng.fact where period = '2040'")
                        .query(String.class)
                        .single())
                .isEqualTo(strange);
    }
}
