package org.luheng.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundationTests {

    private final Database database;
    private final JdbcClient app;
    private final JdbcClient owner;
    private final TransactionTemplate transactions;

    FoundationTests(Database database, JdbcClient app, TransactionTemplate transactions) {
        this.database = database;
        this.app = app;
        this.owner = JdbcClient.create(database.asOwner());
        this.transactions = transactions;
    }

    @BeforeAll
    void aTableAsRoomsMakeThem() {
        owner.sql("create table luheng.thing (name text not null, actor text not null default luheng.actor())")
                .update();
        owner.sql("create trigger actor before insert or update or delete or truncate on luheng.thing"
                        + " for each statement execute function luheng.require_actor()")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void acknowledgedMeansOnDisk(String setting) {
        assertThat(app.sql("show " + setting).query(String.class).single()).isEqualTo("on");
    }

    @Test
    void aServerThatDoesNotKeepItsWordIsRefused() {
        var careless = TestDatabase.fresh();
        var name = careless.url().substring(careless.url().lastIndexOf('/') + 1);
        TestDatabase.asAdministrator("alter database %s set synchronous_commit = off".formatted(name));
        assertThatExceptionOfType(DatabaseFault.class)
                .isThrownBy(() -> Foundation.laidIn(careless))
                .withMessageContaining("synchronous_commit")
                .withMessageContaining("拒绝启动");
    }

    @Test
    void theApplicationHasNoPower() {
        assertThat(app.sql("""
                        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                        from pg_roles where rolname = current_user and rolname = 'luheng_app'""").query(Boolean.class).single()).isFalse();
        assertThatThrownBy(() -> app.sql("create table luheng.mine (a int)").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> app.sql("alter table luheng.thing disable trigger actor")
                        .update())
                .hasStackTraceContaining("must be owner");
        assertThatThrownBy(() -> app.sql("select * from luheng.flyway_schema_history")
                        .query()
                        .listOfRows())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void changingAndDeletingIsGrantedByTableAndNotByDefault() {
        for (var change : List.of("update luheng.thing set name = 'x'", "delete from luheng.thing")) {
            assertThatThrownBy(() -> new Actor("张三")
                            .run(() -> transactions.executeWithoutResult(
                                    _ -> app.sql(change).update())))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser", "bypassrls", "createrole"})
    void aRoleWithTooMuchPowerIsRefused(String power) {
        TestDatabase.asAdministrator("alter role luheng_app " + power);
        try {
            assertThatExceptionOfType(DatabaseFault.class)
                    .isThrownBy(() -> Foundation.laidIn(database))
                    .withMessageContaining("luheng_app must not have " + power.toUpperCase());
        } finally {
            TestDatabase.asAdministrator("alter role luheng_app no" + power);
        }
    }

    @Test
    void whoOwnsMayNotBeWhoRuns() {
        TestDatabase.asAdministrator("grant luheng_owner to luheng_app");
        try {
            assertThatExceptionOfType(DatabaseFault.class)
                    .isThrownBy(() -> Foundation.laidIn(database))
                    .withMessageContaining("luheng_app must not be a member of luheng_owner");
        } finally {
            TestDatabase.asAdministrator("revoke luheng_owner from luheng_app");
        }
    }

    @Test
    void aChangeWithoutActorIsRefused() {
        assertThatThrownBy(() ->
                        app.sql("insert into luheng.thing (name) values ('a')").update())
                .hasStackTraceContaining("改动 thing 须有责任人");
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ ->
                        app.sql("insert into luheng.thing (name) values ('a')").update()))
                .hasStackTraceContaining("insert on thing without an actor");
        assertThatThrownBy(() -> owner.sql("truncate luheng.thing").update())
                .hasStackTraceContaining("truncate on thing");
    }

    @Test
    void aChangeCarriesItsActorAndTheConnectionForgetsIt() {
        new Actor("李四")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    app.sql("insert into luheng.thing (name) values ('b')").update();
                    assertThat(app.sql("select actor from luheng.thing where name = 'b'")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("李四");
                }));
        transactions.executeWithoutResult(_ -> assertThat(
                        app.sql("select luheng.actor()").query(String.class).optional())
                .isEmpty());
    }

    @Test
    void aDatabaseOfALaterEditionIsRefused() {
        var later = TestDatabase.fresh();
        JdbcClient.create(later.asOwner()).sql("""
                        insert into luheng.flyway_schema_history
                          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                        values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'luheng_owner', 1, true)""").update();
        assertThatExceptionOfType(DatabaseFault.class)
                .isThrownBy(() -> Foundation.laidIn(later))
                .withMessageContaining("9999");
    }

    @Test
    void migratingTwiceChangesNothing() {
        Foundation.laidIn(database);
        Foundation.laidIn(database);
    }
}
