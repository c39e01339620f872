package org.luheng.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.audit.store.AuditStore;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.files.AuditEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class AuditTrailTests {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JdbcClient eye;
    private final People people;
    private final Database database;

    AuditTrailTests(JdbcClient jdbc, TransactionTemplate transactions, Database database) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.database = database;
        this.eye = TestDatabase.eye(database);
        this.people = new People(jdbc, transactions);
    }

    private void act(Actor actor, String sql, Object... values) {
        actor.run(() -> transactions.executeWithoutResult(
                status -> jdbc.sql(sql).params(values).update()));
    }

    private List<AuditEntry> trail() {
        return eye.sql(AuditStore.ENTRY + " order by day, seq")
                .query((row, number) -> AuditStore.entry(row))
                .list();
    }

    private long account() {
        Actor access = new Actor("管理员甲", null, null, "access", "192.0.2.7", "POST /accounts");
        String login = "person-" + COUNT.incrementAndGet();
        act(access, "insert into luheng.account (login, name, state) values (?, '张三', '受邀')", login);
        return eye.sql("select id from luheng.account where login = ?")
                .param(login)
                .query(Long.class)
                .single();
    }

    @Test
    void aChangeLeavesWhoWhenWhenceAndWhatItWas() {
        long account = account();
        act(Actor.program("access"), "update luheng.account set state = '可用' where id = ?", account);
        List<AuditEntry> of = trail().stream()
                .filter(entry -> entry.subject().equals("account:" + account))
                .toList();
        assertThat(of).hasSize(2);
        AuditEntry made = of.getFirst();
        assertThat(made.act()).isEqualTo("新增");
        assertThat(made.actor()).isEqualTo("管理员甲");
        assertThat(made.address()).isEqualTo("192.0.2.7");
        assertThat(made.request()).isEqualTo("POST /accounts");
        assertThat(made.before()).isEmpty();
        assertThat(made.after()).contains("\"name\": \"张三\"", "受邀");
        AuditEntry changed = of.getLast();
        assertThat(changed.act()).isEqualTo("修改");
        assertThat(changed.before()).isEqualTo("{\"state\": \"受邀\"}");
        assertThat(changed.after()).isEqualTo("{\"state\": \"可用\"}");
        assertThat(changed.actor()).isEqualTo("luheng:access");
    }

    @Test
    void theStandingActedUnderIsOnRecord() {
        Actor.program("register")
                .run(() -> transactions.executeWithoutResult(status -> jdbc.sql(
                                "insert into luheng.body (code, kind, name) values ('audit-place', '地区', '某区') on conflict do nothing")
                        .update()));
        SignedIn office = people.with(Role.OFFICE, "audit-place");
        People.actor(office)
                .run(() -> transactions.executeWithoutResult(status -> jdbc.sql("select luheng.record('查阅', '/facts')")
                        .query((row, number) -> "")
                        .list()));
        AuditEntry last = trail().getLast();
        assertThat(last.standing()).isEqualTo("office");
        assertThat(last.scope()).isEqualTo("audit-place");
        assertThat(last.account()).isEqualTo(Long.toString(office.account()));
    }

    @Test
    void noSecretEverStandsInTheTrail() {
        long account = account();
        Actor access = Actor.program("access");
        act(
                access,
                "insert into luheng.credential (account, password, totp) values (?, 'geheim-1', 'geheim-2')",
                account);
        act(access, "update luheng.credential set password = 'geheim-3', totp_step = 77 where account = ?", account);
        act(access, "insert into luheng.recovery_code (account, code) values (?, 'geheim-4')", account);
        act(
                access,
                "insert into luheng.invitation (token, account, purpose, expires) values (?, ?, '邀请', now())",
                "5".repeat(64),
                account);
        act(
                access,
                "insert into luheng.access_token (token, account, standing, name, expires)"
                        + " select ?, ?, id, '程序', now() from luheng.standing limit 1",
                "6".repeat(64),
                account);
        List<AuditEntry> trail = trail();
        assertThat(trail.toString()).doesNotContain("geheim", "5".repeat(64), "6".repeat(64));
        assertThat(trail).anySatisfy(entry -> {
            assertThat(entry.subject()).isEqualTo("credential:" + account);
            assertThat(entry.after()).contains("\"password\": \"•（已更换）\"");
        });
    }

    @Test
    void aChangeAndItsEntryAreThereTogetherOrNotAtAll() {
        int before = trail().size();
        Actor.program("access")
                .run(() -> transactions.executeWithoutResult(status -> {
                    jdbc.sql("insert into luheng.account (login, name) values ('rolled-back', 'x')")
                            .update();
                    status.setRollbackOnly();
                }));
        assertThat(trail()).hasSize(before);
        assertThat(eye.sql("select count(*) from luheng.account where login = 'rolled-back'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void manyAtOnceMakeOneChainWithoutGap() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                writers.add(pool.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        account();
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(verify(null)).contains("共 1 处不符", "LH-1948").doesNotContain("LH-1940", "LH-1941", "LH-1943");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into luheng.audit_entry select * from luheng.audit_entry",
                "update luheng.audit_entry set actor = 'x'",
                "delete from luheng.audit_entry",
                "truncate luheng.audit_entry",
                "select luheng.audit_change()",
                "select luheng.enter('x', 'y', '', '')",
                "select luheng.facts_digest(1)"
            })
    void theApplicationCannotTouchIt(String sql) {
        account();
        for (Actor actor : List.of(Actor.program("audit"), Actor.program("access"), new Actor("路人"))) {
            assertThatThrownBy(() -> act(actor, sql)).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whatTheDatabaseRecordsTheApplicationCannotForge() {
        for (String act : List.of("新增", "修改", "删除", "导入")) {
            assertThatThrownBy(() -> Actor.program("access")
                            .run(() -> transactions.executeWithoutResult(
                                    status -> jdbc.sql("select luheng.record(?, 'fact_import:1')")
                                            .param(act)
                                            .query((row, number) -> "")
                                            .list())))
                    .hasStackTraceContaining("只由数据库自己记");
        }
    }

    @Test
    void theOwnerIsRefusedToo() {
        account();
        JdbcClient owner = JdbcClient.create(database.asOwner());
        for (String sql : List.of("update luheng.audit_entry set actor = 'x'", "delete from luheng.audit_entry")) {
            assertThatThrownBy(
                            () -> owner.sql("do $$ begin perform set_config('luheng.actor', 'luheng:migration', true); "
                                            + sql + "; end $$")
                                    .update())
                    .hasMessageContaining("append-only");
        }
    }

    // ---- What a superuser does is found
    // ---------------------------------------------------------------------------------

    private static final String TRIGGERS_OFF = "set session_replication_role = replica; ";

    private String verify(@Nullable Path heads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of(
                "LUHENG_DB_URL", database.url(),
                "LUHENG_DB_APP_PASSWORD", database.app().password(),
                "LUHENG_HOME", heads == null ? "target/no-heads" : heads.toString());
        int status = Verification.run(
                List.of(),
                environment,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }

    /** A trail of twenty more entries, its head written down elsewhere. */
    private Path headsOfATrail(Path folder) throws Exception {
        for (int i = 0; i < 20; i++) {
            account();
        }
        AuditEntry head = trail().getLast();
        Path file = Files.createDirectories(folder.resolve("audit")).resolve("heads.csv");
        Files.writeString(file, "2026-11-21T00:00:00Z," + head.day() + "," + head.seq() + "," + head.hash() + "\n");
        return folder;
    }

    /** Does it to a copy: the other tests go on with the trail as it was. */
    private String tampered(@Nullable Path heads, String sql) {
        eye.sql("drop table if exists luheng.audit_kept; create table luheng.audit_kept as table luheng.audit_entry")
                .update();
        try {
            eye.sql(TRIGGERS_OFF + sql).update();
            return verify(heads);
        } finally {
            eye.sql(TRIGGERS_OFF
                            + "delete from luheng.audit_entry; insert into luheng.audit_entry table luheng.audit_kept;"
                            + " drop table luheng.audit_kept")
                    .update();
        }
    }

    @Test
    void anUntouchedTrailIsIntact(@TempDir Path folder) throws Exception {
        Path heads = headsOfATrail(folder);
        assertThat(verify(heads)).startsWith("0 ").contains("链完整", "比对过");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update luheng.audit_entry set after = replace(after, '张三', '李四') where seq = %d",
                "update luheng.audit_entry set actor = 'somebody else' where seq = %d",
                "update luheng.audit_entry set at = at + interval '1 microsecond' where seq = %d",
                "update luheng.audit_entry set hash = repeat('a', 64) where seq = %d"
            })
    void aFlippedEntryIsFound(String sql, @TempDir Path folder) throws Exception {
        Path heads = headsOfATrail(folder);
        long seq = trail().getLast().seq() - 5;
        assertThat(tampered(heads, sql.formatted(seq))).startsWith("1 ").contains("第 " + seq + " 条", "LH-1940");
    }

    @Test
    void aRemovedEntryIsFound(@TempDir Path folder) throws Exception {
        Path heads = headsOfATrail(folder);
        long seq = trail().getLast().seq() - 5;
        assertThat(tampered(heads, "delete from luheng.audit_entry where seq = " + seq))
                .startsWith("1 ")
                .contains("第 " + seq + " 条", "LH-1941");
        // Also where those that follow are numbered anew.
        assertThat(
                        tampered(
                                heads,
                                "alter table luheng.audit_entry drop constraint audit_entry_seq_check;"
                                        + " delete from luheng.audit_entry where seq = " + seq
                                        + "; update luheng.audit_entry set seq = -seq where seq > " + seq
                                        + "; update luheng.audit_entry set seq = -seq - 1 where seq < 0;"
                                        + " alter table luheng.audit_entry add constraint audit_entry_seq_check check (seq > 0)"))
                .startsWith("1 ")
                .contains("LH-194");
    }

    @Test
    void entriesInAnotherOrderAreFound(@TempDir Path folder) throws Exception {
        Path heads = headsOfATrail(folder);
        long seq = trail().getLast().seq() - 5;
        assertThat(
                        tampered(
                                heads,
                                "alter table luheng.audit_entry drop constraint audit_entry_seq_check;"
                                        + " update luheng.audit_entry set seq = -1 where seq = " + seq
                                        + "; update luheng.audit_entry set seq = " + seq + " where seq = " + (seq + 1)
                                        + "; update luheng.audit_entry set seq = " + (seq + 1) + " where seq = -1;"
                                        + " alter table luheng.audit_entry add constraint audit_entry_seq_check check (seq > 0)"))
                .startsWith("1 ")
                .contains("第 " + seq + " 条", "第 " + (seq + 1) + " 条");
    }

    @Test
    void aTrailCutOffIsFoundByTheExportedHead(@TempDir Path folder) throws Exception {
        Path heads = headsOfATrail(folder);
        long last = trail().getLast().seq();
        String cut = "delete from luheng.audit_entry where seq > " + (last - 3);
        assertThat(tampered(heads, cut)).startsWith("1 ").contains("第 " + last + " 条", "LH-1944");
        assertThat(tampered(heads, "delete from luheng.audit_entry"))
                .startsWith("1 ")
                .contains("LH-1944");
        assertThat(tampered(null, cut))
                .as("without a head that is what is wrong")
                .startsWith("1 ")
                .contains("LH-1948");
    }

    @Test
    void aTrailWrittenAnewAsAWholeIsFoundByTheExportedHead(@TempDir Path folder) throws Exception {
        Path heads = headsOfATrail(folder);
        long seq = trail().getLast().seq() - 5;
        assertThat(tampered(heads, """
                        do $$
                        declare
                          one luheng.audit_entry;
                          before text := null;
                        begin
                          update luheng.audit_entry set actor = 'somebody else' where seq = %d;
                          for one in select * from luheng.audit_entry order by day, seq loop
                            one.previous := coalesce(before, one.previous);
                            one.hash := encode(sha256(convert_to(luheng.audit_content(one), 'UTF8')), 'hex');
                            update luheng.audit_entry set previous = one.previous, hash = one.hash
                              where day = one.day and seq = one.seq;
                            before := one.hash;
                          end loop;
                        end $$""".formatted(seq)))
                .startsWith("1 ")
                .contains("LH-1945")
                .doesNotContain("LH-1940");
    }

    // ---- Who reads it
    // ---------------------------------------------------------------------------------------------------

    @Test
    void theAuditorReadsAllAndEverybodyElseHisOwn() {
        Actor.program("register")
                .run(() -> transactions.executeWithoutResult(status -> jdbc.sql(
                                "insert into luheng.body (code, kind, name) values ('000000', '地区', '全国'), ('audit-other', '地区', '别处')"
                                        + " on conflict do nothing")
                        .update()));
        account();
        SignedIn office = people.with(Role.OFFICE, "audit-other");
        People.actor(office)
                .run(() -> transactions.executeWithoutResult(status -> jdbc.sql("select luheng.record('查阅', '/mine')")
                        .query((row, number) -> "")
                        .list()));
        assertThat(seen(People.actor(people.with(Role.AUDITOR, "000000")))).isGreaterThan(3);
        assertThat(seen(People.actor(people.with(Role.AUDITOR, "audit-other")))).isEqualTo(1);
        assertThat(seen(People.actor(office))).isEqualTo(1);
        assertThat(seen(People.actor(people.with(Role.ADMINISTRATOR, null)))).isZero();
        assertThat(seen(new Actor("路人"))).isZero();
    }

    private int seen(Actor actor) {
        Integer count =
                actor.call(() -> transactions.execute(status -> jdbc.sql("select count(*) from luheng.audit_entry")
                        .query(Integer.class)
                        .single()));
        return count == null ? -1 : count;
    }
}
