package org.luheng.app.register.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Agency;
import org.luheng.files.Region;
import org.luheng.files.Register;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Places and agencies of the files, brought into the tables. What is new is added, what differs is changed, what vanished
 * from the files ends on the day it was missed, what came back goes on; nothing is deleted.
 */
@Repository
public class RegisterTables {
    private final JdbcClient jdbc;

    public RegisterTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within a transaction of an actor.
     *
     * @return rows added or changed
     */
    public int synchronise(Register register, LocalDate today) {
        jdbc.sql("select pg_advisory_xact_lock(20210002)")
                .query((row, number) -> "")
                .single();
        stage(register);
        int changed = 0;
        for (String step : STEPS) {
            changed += jdbc.sql(step).param("today", today).update();
        }
        return changed;
    }

    /** One row for each body; of the columns a kind does not have, null. */
    private void stage(Register register) {
        jdbc.sql("""
                create temporary table wanted (code text, kind text, name text, valid_from date, valid_to date, note text,
                  within text, code_kind text, short text, level text, agency_kind text) on commit drop""").update();
        jdbc.sql("create temporary table wanted_alias (body text, name text) on commit drop")
                .update();
        insertRegions(register.regions());
        insertAgencies(register.agencies());
        List<Map.Entry<String, String>> aliases = new ArrayList<>();
        register.regions()
                .forEach(region -> region.aliases().forEach(alias -> aliases.add(Map.entry(region.code(), alias))));
        register.agencies()
                .forEach(agency -> agency.aliases().forEach(alias -> aliases.add(Map.entry(agency.id(), alias))));
        jdbc.sql("insert into wanted_alias select distinct * from unnest(?::text[], ?::text[])")
                .param(texts(aliases, Map.Entry::getKey))
                .param(texts(aliases, Map.Entry::getValue))
                .update();
    }

    private void insertRegions(Collection<Region> regions) {
        jdbc.sql("""
                insert into wanted
                select code, '地区', name, valid_from, valid_to, note, nullif(within, ''), code_kind, short, level, null
                from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                  as r (code, name, valid_from, valid_to, note, within, code_kind, short, level)""")
                .param(texts(regions, Region::code))
                .param(texts(regions, Region::name))
                .param(texts(regions, region -> day(region.validFrom())))
                .param(texts(regions, region -> day(region.validTo())))
                .param(texts(regions, Region::note))
                .param(texts(regions, Region::parent))
                .param(texts(regions, Region::codeKind))
                .param(texts(regions, Region::shortName))
                .param(texts(regions, Region::level))
                .update();
    }

    private void insertAgencies(Collection<Agency> agencies) {
        jdbc.sql("""
                insert into wanted
                select code, '部门', name, valid_from, valid_to, note, within, null, null, null, agency_kind
                from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::text[])
                  as a (code, name, valid_from, valid_to, note, within, agency_kind)""")
                .param(texts(agencies, Agency::id))
                .param(texts(agencies, Agency::name))
                .param(texts(agencies, agency -> day(agency.validFrom())))
                .param(texts(agencies, agency -> day(agency.validTo())))
                .param(texts(agencies, Agency::note))
                .param(texts(agencies, Agency::jurisdiction))
                .param(texts(agencies, Agency::kind))
                .update();
    }

    private static <T> Object texts(Collection<T> bodies, Function<T, @Nullable String> text) {
        return bodies.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static final List<String> STEPS = List.of(
            """
            insert into luheng.body as b (code, kind, name, valid_from, valid_to, note)
            select code, kind, name, valid_from, valid_to, note from wanted
            on conflict (code) do update
              set name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                  note = excluded.note, recorded = statement_timestamp(), actor = luheng.actor()
              where (b.name, b.valid_from, b.valid_to, b.note)
                is distinct from (excluded.name, excluded.valid_from, excluded.valid_to, excluded.note)""",
            """
            update luheng.body b
            set valid_to = greatest(:today::date, b.valid_from + 1), recorded = statement_timestamp(), actor = luheng.actor()
            where b.kind in ('地区', '部门') and (b.valid_to is null or b.valid_to > :today::date)
              and not exists (select from wanted w where w.code = b.code)""",
            """
            insert into luheng.region as r (code, code_kind, short, level)
            select code, code_kind, short, level from wanted where kind = '地区'
            on conflict (code) do update
              set code_kind = excluded.code_kind, short = excluded.short, level = excluded.level,
                  recorded = statement_timestamp(), actor = luheng.actor()
              where (r.code_kind, r.short, r.level) is distinct from (excluded.code_kind, excluded.short, excluded.level)""",
            """
            insert into luheng.agency as a (code, jurisdiction, agency_kind)
            select code, within, agency_kind from wanted where kind = '部门'
            on conflict (code) do update
              set jurisdiction = excluded.jurisdiction, agency_kind = excluded.agency_kind,
                  recorded = statement_timestamp(), actor = luheng.actor()
              where (a.jurisdiction, a.agency_kind) is distinct from (excluded.jurisdiction, excluded.agency_kind)""",
            """
            insert into luheng.body_alias as a (body, name)
            select body, name from wanted_alias
            on conflict (body, name) do update
              set valid_to = null, recorded = statement_timestamp(), actor = luheng.actor()
              where a.valid_to is not null""",
            """
            update luheng.body_alias a
            set valid_to = greatest(:today::date, a.valid_from + 1), recorded = statement_timestamp(), actor = luheng.actor()
            where a.valid_to is null
              and a.body in (select code from luheng.body where kind in ('地区', '部门'))
              and not exists (select from wanted_alias w where w.body = a.body and w.name = a.name)""",
            // What lies elsewhere now, or nowhere, lay there until today.
            """
            update luheng.body_membership m
            set valid_to = greatest(:today::date, m.valid_from + 1), recorded = statement_timestamp(), actor = luheng.actor()
            where m.valid_to is null and m.source = 'register'
              and not exists (select from wanted w where w.code = m.body and w.within = m.within)""",
            """
            insert into luheng.body_membership (body, within, valid_from, valid_to, source)
            select w.code, w.within,
              case when exists (select from luheng.body_membership m where m.body = w.code and m.source = 'register')
                   then :today::date else w.valid_from end,
              w.valid_to, 'register'
            from wanted w
            where w.within is not null
              and not exists (select from luheng.body_membership m
                              where m.body = w.code and m.within = w.within and m.source = 'register'
                                and m.valid_to is not distinct from w.valid_to)""");
}
