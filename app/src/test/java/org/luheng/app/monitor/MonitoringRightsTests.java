package org.luheng.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.monitor.store.MessageStore;
import org.luheng.app.monitor.store.Received;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose readings somebody sees; decided by the tables themselves, with the dates of the links. */
@SpringBootTest
@FreshDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringRightsTests {
    private static final String OTHER = "91410103MA00000Y2L";
    private static final String FAR = "91350100M000100Y43";
    private static final Instant OLD = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-08-10T00:00:00Z");

    @Autowired
    private MessageStore store;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Database database;

    private People people() {
        return new People(jdbc, transactions);
    }

    /** One device for each of two enterprises of two districts, one that moved from the first to the second in June, one elsewhere. */
    @BeforeAll
    void plants() {
        Plant plant = new Plant(jdbc, transactions);
        enterprise(Plant.MILL, "410102");
        enterprise(OTHER, "410103");
        enterprise(FAR, "350102");
        for (String code : List.of(Plant.MILL, OTHER, FAR)) {
            plant.outlet(code, "DA001");
        }
        plant.device("MILL", Plant.MILL + "-DA001");
        plant.device("OTHER", OTHER + "-DA001");
        plant.device("FAR", FAR + "-DA001");
        plant.device("MOVED", Plant.MILL + "-DA001");
        int moved = id("MOVED");
        Actor.program("samples")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("select luheng.move_device(:device, :to, :since)")
                                .param("device", moved)
                                .param("to", OTHER + "-DA001")
                                .param("since", LocalDate.of(2026, 6, 1))
                                .query((row, number) -> "")
                                .single()));
        List<Received> batch = new ArrayList<>();
        for (String mn : List.of("MILL", "OTHER", "FAR", "MOVED")) {
            for (Instant at : List.of(OLD, NEW)) {
                byte[] frame = (mn + at).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                byte[] digest = new byte[32];
                System.arraycopy(frame, 0, digest, 0, 12);
                batch.add(new Received(id(mn), 2011, at.getEpochSecond() * 1_000_000, "", new byte[0], frame, digest));
            }
        }
        store.store(batch);
    }

    private void enterprise(String code, String place) {
        TestDatabase.eye(database).sql("""
                        do $$ begin
                          perform set_config('luheng.actor', 'test', true);
                          insert into luheng.body (code, kind, name) values ('%1$s', '企业', '%1$s');
                          insert into luheng.enterprise (code) values ('%1$s');
                          insert into luheng.body_membership (body, within) values ('%1$s', '%2$s');
                        end $$""".formatted(code, place)).update();
    }

    private int id(String mn) {
        return TestDatabase.eye(database)
                .sql("select id from luheng.device where mn = ?")
                .param(mn)
                .query(Integer.class)
                .single();
    }

    private String seen(Actor actor) {
        return actor.call(() -> Objects.requireNonNull(transactions.execute(status -> jdbc.sql(
                        "select coalesce(string_agg(d.mn || extract(month from m.data_time), ' ' order by d.mn, m.data_time), '')"
                                + " from luheng.message m join luheng.device d on d.id = m.device")
                .query(String.class)
                .single())));
    }

    private String seenBy(Role role, @Nullable String body) {
        SignedIn person = people().with(role, body);
        return seen(People.actor(person));
    }

    @Test
    void eachSeesWhatWasMeasuredForHimWhileItWas() {
        assertThat(seenBy(Role.OFFICE, "410100")).isEqualTo("MILL1 MILL8 MOVED1 MOVED8 OTHER1 OTHER8");
        assertThat(seenBy(Role.AUDITOR, "410100")).isEqualTo("MILL1 MILL8 MOVED1 MOVED8 OTHER1 OTHER8");
        assertThat(seenBy(Role.DISTRICT, "410102")).isEqualTo("MILL1 MILL8 MOVED1");
        assertThat(seenBy(Role.ENTERPRISE, Plant.MILL)).isEqualTo("MILL1 MILL8 MOVED1");
        assertThat(seenBy(Role.ENTERPRISE, OTHER)).isEqualTo("MOVED8 OTHER1 OTHER8");
        assertThat(seenBy(Role.OFFICE, "350100")).isEqualTo("FAR1 FAR8");
        assertThat(seenBy(Role.DISTRICT, "410105")).isEmpty();
        assertThat(seenBy(Role.ADMINISTRATOR, null)).isEmpty();
        assertThat(seen(new Actor("nobody"))).isEmpty();
    }

    @Test
    void aDepartmentSeesThemWhereItAnswersForPollutants() {
        assertThat(seenBy(Role.AGENCY, "410100-slj")).isEmpty();
        TestDatabase.eye(database).sql("""
                        do $$ begin
                          perform set_config('luheng.actor', 'test', true);
                          insert into luheng.duty (agency, element, plan, part)
                            values ('410100-cgj', 'pollutant.reduction.nox', 'test', '牵头');
                        end $$""").update();
        assertThat(seenBy(Role.AGENCY, "410100-cgj"))
                .contains("MILL1")
                .contains("OTHER8")
                .doesNotContain("FAR");
    }

    @Test
    void secretsAndFramesAreTheGatewaysAlone() {
        Actor office = People.actor(people().with(Role.OFFICE, "410100"));
        for (String table : List.of("device_secret", "frame_block")) {
            assertThat(count(office, table)).isZero();
            assertThat(count(Actor.program("gateway"), table)).isPositive();
        }
        assertThat(TestDatabase.eye(database)
                        .sql(
                                "select count(*) from luheng.audit_entry where (before || after) like '%' || :password || '%'")
                        .param("password", Station.PASSWORD)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long count(Actor actor, String table) {
        return actor.call(() ->
                Objects.requireNonNull(transactions.execute(status -> jdbc.sql("select count(*) from luheng." + table)
                        .query(Long.class)
                        .single())));
    }

    @Test
    void noPartitionIsReachedPastItsTableAndNobodyElseWrites() {
        Actor office = People.actor(people().with(Role.OFFICE, "410100"));
        assertThatThrownBy(() -> count(office, "message_2011_astray")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> count(Actor.program("gateway"), "message_2011_" + "20260810"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> office.run(() -> transactions.executeWithoutResult(status -> jdbc.sql(
                                "insert into luheng.message (data_time, received, device, shape, cn, digest, content)"
                                        + " values (now(), now(), 1, 0, 2011, gen_random_uuid(), '')")
                        .update())))
                .hasStackTraceContaining("row-level security");
        Actor neighbour = People.actor(people().with(Role.OFFICE, "350100"));
        assertThatThrownBy(() -> neighbour.run(() -> transactions.executeWithoutResult(status -> jdbc.sql(
                                "select luheng.adopt_device('X', 'X', 2017, '宽容', '123456', null, :outlet, null, false)")
                        .param("outlet", Plant.MILL + "-DA001")
                        .query(Integer.class)
                        .single())))
                .hasMessageContaining("不在本办公室的辖区内");
    }

    @Test
    void aDeviceHasOneOutletAtATime() {
        assertThatThrownBy(() ->
                        TestDatabase.eye(database).sql("""
                                do $$ begin
                                  perform set_config('luheng.actor', 'test', true);
                                  insert into luheng.device_link (device, outlet, valid_from)
                                    select id, '%s-DA001', '2026-03-01' from luheng.device where mn = 'MILL';
                                end $$""".formatted(OTHER)).update())
                .hasMessageContaining("同一时间只能有一个");
    }

    @Test
    void theFramesOfADayLeaveTheirDigestAndChangedOnesAreFound() {
        TestDatabase.eye(database).sql("""
                        do $$ begin
                          perform set_config('luheng.actor', 'test', true);
                          insert into luheng.frame_block (first_received, last_received, frames, sha256, content)
                            values (now() - interval '3 days', now() - interval '3 days', 1, sha256('a'), 'a');
                        end $$""").update();
        LocalDate day = LocalDate.now(Station.CHINA).minusDays(3);
        assertThat(recorded(day)).isTrue();
        assertThat(recorded(day)).as("once").isFalse();
        assertThat(changedDays()).isZero();
        change("content = 'b' where content = 'a'");
        assertThat(changedDays()).as("a frame").isOne();
        change("content = 'a' where content = 'b'");
        assertThat(changedDays()).isZero();
        change("sha256 = sha256('b'), content = 'b' where content = 'a'");
        assertThat(changedDays()).as("a frame and its hash").isOne();
        change("first_received = first_received - interval '400 days' where content = 'b'");
        assertThat(changedDays()).as("gone").isOne();
        assertThatThrownBy(() -> recorded(LocalDate.now(Station.CHINA))).hasMessageContaining("还不能记");
    }

    private void change(String what) {
        TestDatabase.eye(database).sql("""
                        do $$ begin
                          perform set_config('luheng.actor', 'test', true);
                          update luheng.frame_block set %s;
                        end $$""".formatted(what)).update();
    }

    private boolean recorded(LocalDate day) {
        return Actor.program("gateway")
                .call(() ->
                        Boolean.TRUE.equals(transactions.execute(status -> jdbc.sql("select luheng.record_frames(?)")
                                .param(day)
                                .query(Boolean.class)
                                .single())));
    }

    private long changedDays() {
        return Actor.program("audit")
                .call(() -> Objects.requireNonNull(
                        transactions.execute(status -> jdbc.sql("select count(*) from luheng.changed_frame_days()")
                                .query(Long.class)
                                .single())));
    }
}
