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

    @Test
    void isGuardedByForcedRowSecurity() {
        assertThat(jdbc.sql("""
                        select t.relname from pg_class t
                        where t.relnamespace = 'luheng'::regnamespace and t.relkind in ('r', 'p')
                          and t.relname <> 'flyway_schema_history'
                          and not (t.relrowsecurity and t.relforcerowsecurity
                                   and exists (select from pg_policy p where p.polrelid = t.oid
                                                 and p.polroles = array['luheng_app'::regrole::oid]))
                        order by 1""").query(String.class).list())
                .as("tables without: call luheng.guard('luheng.…') and policies to luheng_app")
                .isEmpty();
    }

    /** Every change leaves an entry; of these tables, what stands for them does (V10__audit.sql, V12__monitoring.sql). */
    @Test
    void isAudited() {
        assertThat(jdbc.sql("""
                        select t.relname from pg_class t
                        where t.relnamespace = 'luheng'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
                          and not exists (select from pg_trigger g
                                          where g.tgrelid = t.oid and g.tgfoid = 'luheng.audit_change'::regproc
                                            and g.tgdeferrable and g.tginitdeferred and g.tgenabled in ('O', 'A')
                                            and g.tgtype & (4 | 8 | 16) = 4 | 8 | 16)
                        order by 1""").query(String.class).list())
                .as("tables without: call luheng.audit('luheng.…', '<columns nobody may read>')")
                .containsExactly(
                        "audit_entry",
                        "device_trouble",
                        "energy_refusal",
                        "energy_value",
                        "fact",
                        "fact_import_row",
                        "flyway_schema_history",
                        "frame_block",
                        "known_device",
                        "message");
    }

    /** A policy that asks nothing opens a table to the public; each of these says so in its migration. */
    @Test
    void isPublicOnlyWhereThatIsMeant() {
        assertThat(jdbc.sql("""
                        select distinct polrelid::regclass::text from pg_policy
                        where polrelid in (select oid from pg_class where relnamespace = 'luheng'::regnamespace)
                          and (pg_get_expr(polqual, polrelid) = 'true' or pg_get_expr(polwithcheck, polrelid) = 'true'
                               or 0 = any (polroles))
                        order by 1""").query(String.class).list())
                .containsExactly(
                        "agency",
                        "body",
                        "body_alias",
                        "body_membership",
                        "body_succession",
                        "duty",
                        "enterprise",
                        "institution",
                        "park",
                        "plan_acceptance",
                        "plan_document",
                        "plan_edition",
                        "region",
                        "rules_acceptance",
                        "rules_edition",
                        "source");
    }

    /** Each policy asks for somebody's right or for a part of the program; the application never passes as the owner. */
    @Test
    void opensToNobodyByAPolicyOfTheOwner() {
        assertThat(jdbc.sql("""
                        select polrelid::regclass::text from pg_policy
                        where polroles = array['luheng_owner'::regrole::oid]
                          and (pg_get_expr(polqual, polrelid) <> 'luheng.owner_at_work()'
                               and pg_get_expr(polqual, polrelid) <> 'owner_at_work()')""").query(String.class).list()).isEmpty();
    }
}
