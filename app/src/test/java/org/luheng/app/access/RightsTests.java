package org.luheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who sees and writes which facts, asked of the database itself: a province with two cities, of which one has two districts,
 * a department and an enterprise; a fact of each element about each of them.
 */
@FreshDatabase
class RightsTests {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JdbcClient eye;
    private final People people;

    RightsTests(JdbcClient jdbc, TransactionTemplate transactions, Database database) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.eye = TestDatabase.eye(database);
        this.people = new People(jdbc, transactions);
    }

    @BeforeEach
    void aProvince() {
        if (eye.sql("select count(*) from luheng.body").query(Integer.class).single() > 0) {
            return;
        }
        eye.sql("set luheng.actor = 'test'; set luheng.part = 'register'").update();
        eye.sql("""
                do $$
                begin
                  perform set_config('luheng.actor', 'test', true), luheng.lock_facts();
                  insert into luheng.body (code, kind, name) values
                    ('000000', '地区', '全国'), ('p', '地区', '省'), ('c', '地区', '市'), ('d1', '地区', '甲区'), ('d2', '地区', '乙区'),
                    ('other', '地区', '别的市'), ('c-water', '部门', '市水利局'), ('d1-water', '部门', '甲区水利局'),
                    ('e1', '企业', '甲厂'), ('e2', '企业', '乙厂'), ('i1', '公共机构', '学校'), ('s1', '污染源', '排放口');
                  insert into luheng.region (code, code_kind, short, level)
                    select code, '本平台编码', name, '县级' from luheng.body where kind = '地区';
                  insert into luheng.agency (code, jurisdiction, agency_kind)
                    values ('c-water', 'c', '部门'), ('d1-water', 'd1', '部门');
                  insert into luheng.body_membership (body, within, valid_from, valid_to) values
                    ('p', '000000', null, null), ('c', 'p', null, null), ('other', 'p', null, null), ('d1', 'c', null, null),
                    ('d2', 'c', null, null), ('c-water', 'c', null, null), ('d1-water', 'd1', null, null),
                    ('e1', 'd2', null, '2020-01-01'), ('e1', 'd1', '2020-01-01', null),
                    ('e2', 'd2', null, '2024-01-01'), ('i1', 'd1', null, null), ('s1', 'e1', null, null);
                  insert into luheng.duty (agency, element, plan, part) values ('c-water', 'water', 'plan', '牵头');
                  insert into luheng.fact_import (file_name, sha256, bytes, encoding, sample, created, updated, unchanged, rejected,
                    started, finished, scope) values ('f', repeat('0', 64), 1, 'UTF-8', false, 0, 0, 0, 0, now(), now(), 'c');
                  insert into luheng.fact (body, element, period, period_from, period_to, value, unit, stage, authority, channel,
                    source, published, sample, import, line)
                  select b.code, e, '2021', '2021-01-01', '2021-12-31', 1, '%', '最终', '', k, 's', '2022-01-01', false, 1,
                    row_number() over ()
                  from luheng.body b, unnest(array['water', 'air']) as e, unnest(array['统计', '行政']) as k;
                end $$""").update();
    }

    private List<String> seen(Actor actor) {
        return actor.call(() -> transactions.execute(status -> jdbc.sql(
                        "select distinct body || ' ' || element || ' ' || channel from luheng.fact order by 1")
                .query(String.class)
                .list()));
    }

    private TreeSet<String> bodies(Actor actor) {
        TreeSet<String> bodies = new TreeSet<>();
        seen(actor).forEach(fact -> bodies.add(fact.substring(0, fact.indexOf(' '))));
        return bodies;
    }

    private Actor as(Role role, @Nullable String body) {
        return People.actor(people.with(role, body));
    }

    @Test
    void acitySeesItsDistrictsAndADistrictNeverItsSiblingNorTheCity() {
        assertThat(bodies(as(Role.OFFICE, "c")))
                .containsExactly("c", "c-water", "d1", "d1-water", "d2", "e1", "e2", "i1", "s1");
        assertThat(bodies(as(Role.OFFICE, "c-water"))).contains("c", "d1", "d2").doesNotContain("other", "p");
        assertThat(bodies(as(Role.DISTRICT, "d1"))).containsExactly("d1", "d1-water", "e1", "i1", "s1");
        // Its enterprise left the register in 2024 and went nowhere: its past stays where it was.
        assertThat(bodies(as(Role.DISTRICT, "d2"))).containsExactly("d2", "e2");
        assertThat(bodies(as(Role.AUDITOR, "000000"))).contains("000000", "p", "c", "other", "e1");
        assertThat(bodies(as(Role.AUDITOR, "c"))).doesNotContain("other", "p");
    }

    @Test
    void adepartmentSeesWhatItLeadsOrSupports() {
        assertThat(seen(as(Role.AGENCY, "c-water")))
                .isNotEmpty()
                .allMatch(fact -> fact.contains(" water "))
                .anyMatch(fact -> fact.startsWith("d2 "));
        assertThat(seen(as(Role.AGENCY, "d1-water"))).as("no plan names it").isEmpty();
    }

    @Test
    void anEnterpriseSeesItselfAndItsOutlets() {
        assertThat(bodies(as(Role.ENTERPRISE, "e1"))).containsExactly("e1", "s1");
        assertThat(bodies(as(Role.INSTITUTION, "i1"))).containsExactly("i1");
    }

    @Test
    void statisticsOfOneEnterpriseServeStatisticsOnly() {
        assertThat(seen(as(Role.OFFICE, "c")))
                .contains("e1 air 行政", "d1 air 统计")
                .doesNotContain("e1 air 统计", "i1 air 统计", "s1 air 统计");
        assertThat(seen(People.actor(people.with(Role.OFFICE, "c", true)))).contains("e1 air 统计");
        assertThat(seen(as(Role.ENTERPRISE, "e1"))).as("its own").contains("e1 air 统计");
        assertThat(seen(Actor.program("accounting"))).contains("d1 air 统计").doesNotContain("e1 air 统计");
    }

    @Test
    void whoHasNoContextSeesNothing() {
        SignedIn someone = people.with(Role.OFFICE, "c");
        SignedIn other = people.with(Role.OFFICE, "other");
        long standing = java.util.Objects.requireNonNull(someone.standing()).id();
        assertThat(seen(new Actor("路人"))).isEmpty();
        assertThat(seen(as(Role.ADMINISTRATOR, null))).isEmpty();
        assertThat(seen(new Actor(other.login(), other.account(), standing, "", "", "")))
                .as("under a standing of somebody else")
                .isEmpty();
        assertThat(seen(new Actor(someone.login(), someone.account(), null, "", "", "")))
                .isEmpty();
        assertThat(seen(new Actor("x", null, standing, "", "", ""))).isEmpty();
        assertThat(transactions.<Long>execute(status -> jdbc.sql("select count(*) from luheng.fact")
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(jdbc.sql("select count(*) from luheng.fact")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void arightTakenAwayIsGoneWithTheNextTransaction() {
        SignedIn someone = people.with(Role.DISTRICT, "d1");
        assertThat(seen(People.actor(someone))).isNotEmpty();
        Actor.program("access")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("update luheng.standing set ended = now() where account = ?")
                                .param(someone.account())
                                .update()));
        assertThat(seen(People.actor(someone))).isEmpty();
        SignedIn stopped = people.with(Role.DISTRICT, "d1");
        Actor.program("access")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("update luheng.account set state = '停用' where id = ?")
                                .param(stopped.account())
                                .update()));
        assertThat(seen(People.actor(stopped))).isEmpty();
    }

    private void report(Actor actor, String body, String element) {
        actor.run(() -> transactions.executeWithoutResult(status -> {
            jdbc.sql("select luheng.lock_facts()").query((row, number) -> "").single();
            Long file = jdbc.sql("""
                    insert into luheng.fact_import (file_name, sha256, bytes, encoding, sample, created, updated, unchanged,
                      rejected, started, finished)
                    values ('f', repeat('0', 64), 1, 'UTF-8', false, 0, 0, 0, 0, now(), now()) returning id""").query(Long.class).single();
            jdbc.sql("""
                    insert into luheng.fact (body, element, period, period_from, period_to, value, unit, stage, authority, channel,
                      source, published, sample, import, line)
                    values (?, ?, '2022', '2022-01-01', '2022-12-31', 1, '%', '最终', '', '行政', 's' || ?, '2023-01-01', false, ?, 1)""").param(body).param(element).param(file).param(file).update();
        }));
    }

    @Test
    void nobodyReportsWhatHeMayNotSee() {
        report(as(Role.DISTRICT, "d1"), "d1", "air");
        report(as(Role.OFFICE, "c"), "d1", "air");
        report(as(Role.AGENCY, "c-water"), "d2", "water");
        report(as(Role.ENTERPRISE, "e1"), "e1", "air");
        for (var attempt : Map.of(
                        as(Role.DISTRICT, "d1"),
                        "d2 air",
                        as(Role.DISTRICT, "d2"),
                        "c air",
                        as(Role.AGENCY, "c-water"),
                        "d2 air",
                        as(Role.ENTERPRISE, "e1"),
                        "e2 air",
                        as(Role.INSTITUTION, "i1"),
                        "d1 air",
                        as(Role.AUDITOR, "000000"),
                        "d1 air",
                        as(Role.ADMINISTRATOR, null),
                        "d1 air",
                        new Actor("路人"),
                        "d1 air",
                        Actor.program("accounting"),
                        "d1 air")
                .entrySet()) {
            String[] what = attempt.getValue().split(" ");
            assertThatThrownBy(() -> report(attempt.getKey(), what[0], what[1]))
                    .as("%s reports %s", attempt.getKey().name(), attempt.getValue())
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void importsAreSeenByTheirSenderAndByWhoOverseesHim() {
        Actor district = as(Role.DISTRICT, "d2");
        report(district, "d2", "air");
        String count = "select count(*) from luheng.fact_import where scope = 'd2'";
        java.util.function.Function<Actor, Integer> imports = actor -> actor.call(() -> transactions.execute(
                status -> jdbc.sql(count).query(Integer.class).single()));
        assertThat(imports.apply(as(Role.DISTRICT, "d2"))).isPositive();
        assertThat(imports.apply(as(Role.OFFICE, "c"))).isPositive();
        assertThat(imports.apply(as(Role.AUDITOR, "000000"))).isPositive();
        for (Actor other : List.of(
                as(Role.DISTRICT, "d1"),
                as(Role.AGENCY, "c-water"),
                as(Role.ENTERPRISE, "e2"),
                as(Role.OFFICE, "other"),
                as(Role.ADMINISTRATOR, null),
                new Actor("路人"))) {
            assertThat(imports.apply(other)).as(other.name()).isZero();
        }
    }

    @Test
    void aroleAndItsBodySuitEachOther() {
        for (var wrong : Map.of(Role.DISTRICT, "e1", Role.ENTERPRISE, "d1", Role.AGENCY, "c", Role.AUDITOR, "c-water")
                .entrySet()) {
            assertThatThrownBy(() -> people.with(wrong.getKey(), wrong.getValue()))
                    .hasStackTraceContaining("不能属于");
        }
        assertThatThrownBy(() -> people.with(Role.ADMINISTRATOR, "c")).hasStackTraceContaining("不能属于");
        assertThatThrownBy(() -> people.with(Role.OFFICE, null)).hasStackTraceContaining("standing_check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credential",
                "recovery_code",
                "invitation",
                "known_device",
                "access_token",
                "account",
                "standing"
            })
    void accountsAreKeptByOneHandAlone(String table) {
        SignedIn administrator = people.with(Role.ADMINISTRATOR, null);
        for (Actor actor : List.of(
                People.actor(administrator), as(Role.OFFICE, "c"), new Actor("路人"), Actor.program("accounting"))) {
            assertThatThrownBy(() -> actor.run(() -> transactions.executeWithoutResult(status -> jdbc.sql(
                                    switch (table) {
                                        case "credential" -> "insert into luheng.credential (account) values (1)";
                                        case "recovery_code" ->
                                            "insert into luheng.recovery_code (account, code) values (1, 'x')";
                                        case "invitation" ->
                                            "insert into luheng.invitation (token, account, purpose, expires) values (repeat('0', 64), 1, '邀请', now())";
                                        case "known_device" ->
                                            "insert into luheng.known_device (token, account) values (repeat('0', 64), 1)";
                                        case "access_token" ->
                                            "insert into luheng.access_token (token, account, standing, name, expires) values (repeat('0', 64), 1, 1, 'x', now())";
                                        case "account" ->
                                            "insert into luheng.account (login, name) values ('intruder', 'x')";
                                        default ->
                                            "insert into luheng.standing (account, role) values (1, 'administrator')";
                                    })
                            .update())))
                    .isInstanceOfSatisfying(
                            DataAccessException.class,
                            refused -> assertThat(String.valueOf(
                                            refused.getMostSpecificCause().getMessage()))
                                    .containsAnyOf("row-level security", "身份只由管理员授予"));
        }
    }

    @Test
    void theOwnersHandAloneSeesNothing(Database database) {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        assertThat(owner.sql("select count(*) from luheng.fact")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(owner.sql("select count(*) from luheng.account")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
