package org.luheng.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the tables of every room, read from the catalogue. */
@FreshDatabase
class EveryTableTests {

    private final JdbcClient jdbc;

    EveryTableTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void refusesAChangeWithoutActor() {
        assertThat(jdbc.sql("""
                        select t.relname
                        from pg_class t
                        where t.relnamespace = 'luheng'::regnamespace
                          and t.relkind in ('r', 'p')
                          and not t.relispartition
                          and t.relname <> 'flyway_schema_history'
                          and 4 <> (
                            select coalesce(bit_count((bit_or(g.tgtype & (4 | 8 | 16 | 32)))::bit(8)), 0)
                            from pg_trigger g
                            where g.tgrelid = t.oid
                              and g.tgfoid = 'luheng.require_actor'::regproc
                              and g.tgenabled in ('O', 'A')
                              and g.tgtype & 3 = 2)
                        order by 1""").query(String.class).list())
                .as("tables without: create trigger actor before insert or update or delete or truncate on luheng.…"
                        + " for each statement execute function luheng.require_actor()")
                .isEmpty();
    }

    @Test
    void belongsToTheOwner() {
        assertThat(jdbc.sql("""
                        select relname from pg_class
                        where relnamespace = 'luheng'::regnamespace and pg_get_userbyid(relowner) <> 'luheng_owner'
                        order by 1""").query(String.class).list()).isEmpty();
    }
}
