-- The audit trail: who did what, for whom, when, from where, what it was before and after. Each entry holds the hash of the one
-- before it, so that whoever changes, takes out, reorders or cuts off entries breaks the chain; the chain's head is exported.
-- Nobody inserts here but luheng.enter(), which computes the hash itself.

create table luheng.audit_entry (
  day date not null,                       -- in Asia/Shanghai; never before that of an earlier entry
  seq bigint not null check (seq > 0),     -- 1, 2, … within the day, without gap
  at timestamptz not null,
  actor text not null,
  account bigint,
  standing text not null,                  -- role acted under, empty: none
  scope text,                              -- body acted for
  address text not null,
  request text not null,
  act text not null check (act <> ''),
  subject text not null,                   -- table:key, or an address
  before text not null,                    -- JSON, empty where there was nothing
  after text not null,
  previous text not null check (previous ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (day, seq)
);
comment on table luheng.audit_entry is '审计记录';
create index on luheng.audit_entry (account, day);
create index on luheng.audit_entry (subject);

-- What the hash is taken of: every field with its length in bytes before it, so that no two entries give the same text. The
-- verifier computes the same (org.luheng.files.AuditEntry).
create function luheng.audit_content(entry luheng.audit_entry) returns text
  language sql immutable
  set search_path = pg_catalog
as $$
  select string_agg(octet_length(field) || ':' || field, ',' order by place)
    from unnest(array[to_char(entry.day, 'YYYY-MM-DD'), entry.seq::text,
                      to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                      entry.actor, coalesce(entry.account::text, ''), entry.standing, coalesce(entry.scope, ''),
                      entry.address, entry.request, entry.act, entry.subject, entry.before, entry.after, entry.previous])
      with ordinality as fields (field, place)
$$;

-- Writes one entry, for the functions below. Serialised until the end of the transaction, so it comes last in it: changes of rows are recorded by
-- deferred triggers, when all other locks are held.
create function luheng.enter(act text, subject text, before text, after text) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  entry luheng.audit_entry;
  last luheng.audit_entry;
  acting record;
begin
  if luheng.actor() is null then
    raise exception using errcode = 'LH002', message = '审计记录须有责任人 (an audit entry needs an actor)';
  end if;
  perform pg_advisory_xact_lock(20210006);
  select e.* into last from luheng.audit_entry e order by e.day desc, e.seq desc limit 1;
  select * into acting from luheng.acting();
  entry.at := clock_timestamp();
  entry.day := greatest((entry.at at time zone 'Asia/Shanghai')::date, last.day);
  entry.seq := case when entry.day = last.day then last.seq + 1 else 1 end;
  entry.actor := luheng.actor();
  entry.account := luheng.account();
  entry.standing := coalesce(acting.role, '');
  entry.scope := acting.body;
  entry.address := luheng.address();
  entry.request := luheng.request();
  entry.act := act;
  entry.subject := left(subject, 1000);
  entry.before := before;
  entry.after := after;
  entry.previous := coalesce(last.hash, repeat('0', 64));
  entry.hash := encode(sha256(convert_to(luheng.audit_content(entry), 'UTF8')), 'hex');
  insert into luheng.audit_entry select entry.*;
end
$$;
revoke execute on function luheng.enter(text, text, text, text) from luheng_app;

-- What the application itself has to say; the acts of triggers and imports are theirs alone.
create function luheng.record(act text, subject text, before text default '', after text default '') returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if act in ('新增', '修改', '删除', '导入') then
    raise exception using
      errcode = 'LH023', message = format('“%s”只由数据库自己记 (act %s is recorded by the database alone)', act, act);
  end if;
  perform luheng.enter(act, subject, before, after);
end
$$;

-- A change of a row. Arguments: the columns of its key, and those whose content nobody may read here.
create function luheng.audit_change() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  keys constant text[] := string_to_array(tg_argv[0], ',');
  secrets constant text[] := string_to_array(tg_argv[1], ',');
  was jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  is_now jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  key text;
begin
  select string_agg(case when name = any (secrets) then '•' else coalesce(is_now ->> name, was ->> name) end, ',')
    into key from unnest(keys) as name;
  -- Of an update what differs; of a secret only that it is there, and that it is another.
  select coalesce(jsonb_object_agg(name, case when name = any (secrets) then '"•"' else was -> name end)
                    filter (where was ? name and was -> name <> 'null'), '{}'),
         coalesce(jsonb_object_agg(name, case when name = any (secrets) then to_jsonb(case when was ? name and was -> name <> 'null'
                                                                                     then '•（已更换）' else '•' end)
                                              else is_now -> name end)
                    filter (where is_now ? name and is_now -> name <> 'null'), '{}')
    into was, is_now
    from (select distinct name from (select jsonb_object_keys(was) union select jsonb_object_keys(is_now)) as names (name)) as n
    where was -> name is distinct from is_now -> name;
  if tg_op = 'UPDATE' and was = '{}' and is_now = '{}' then
    return null;
  end if;
  perform luheng.enter(
    case tg_op when 'INSERT' then '新增' when 'UPDATE' then '修改' else '删除' end,
    tg_table_name || ':' || coalesce(key, ''),
    case tg_op when 'INSERT' then '' else was::text end,
    case tg_op when 'DELETE' then '' else is_now::text end);
  return null;
end
$$;
revoke execute on function luheng.audit_change() from luheng_app;

-- Puts a table under audit; every table is, but those that say why not (EveryTableTests).
create procedure luheng.audit(audited regclass, secrets text default '')
  language plpgsql
as $$
declare
  keys text;
begin
  select string_agg(a.attname, ',' order by k.place) into keys
    from pg_index i, unnest(i.indkey) with ordinality as k (number, place), pg_attribute a
    where i.indrelid = audited and i.indisprimary and a.attrelid = audited and a.attnum = k.number;
  execute format('create constraint trigger audit after insert or update or delete on %s
                    deferrable initially deferred for each row execute function luheng.audit_change(%L, %L)',
                 audited, keys, secrets);
end
$$;
revoke execute on procedure luheng.audit(regclass, text) from public, luheng_app;

do $$
declare
  audited text;
begin
  for audited in
    select relname from pg_class
      where relnamespace = 'luheng'::regnamespace and relkind in ('r', 'p')
        -- The facts of an import are in its entry, by their digest; the answers to its rows follow from them. Of a browser that
        -- signed in before, only that it signed in is worth an entry.
        and relname not in ('audit_entry', 'fact', 'fact_import_row', 'known_device', 'flyway_schema_history')
  loop
    call luheng.audit(format('luheng.%I', audited)::regclass,
      case audited
        when 'credential' then 'password,totp,totp_step'
        when 'recovery_code' then 'code'
        when 'invitation' then 'token'
        when 'access_token' then 'token'
        when 'plan_document' then 'content'
        when 'issue' then 'content'
        else ''
      end);
  end loop;
end
$$;

-- What an import stored, in one hash: in its entry, and computed anew by the verifier.
create function luheng.facts_digest(wanted bigint) returns text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select count(*) || ' ' || encode(sha256(convert_to(coalesce(string_agg(
           json_build_array(f.id, f.body, f.element, f.period, f.period_from, f.period_to, f.value::text, f.unit, f.given, f.stage,
                            f.authority, f.channel, f.source, f.published, f.sample, f.line, f.actor,
                            extract(epoch from f.recorded)::text)::text,
           E'\n' order by f.id), ''), 'UTF8')), 'hex')
    from luheng.fact f where f.import = wanted
$$;
revoke execute on function luheng.facts_digest(bigint) from luheng_app;

-- The last thing of an import, by who makes it: what it stored, in one hash, into the trail.
create function luheng.record_import(wanted bigint) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if (select i.actor from luheng.fact_import i where i.id = wanted) is distinct from luheng.actor()
      or exists (select from luheng.audit_entry where act = '导入' and subject = 'fact_import:' || wanted) then
    raise exception using
      errcode = 'LH023', message = format('第 %s 号导入不能再记一次 (import %s cannot be recorded)', wanted, wanted);
  end if;
  perform luheng.enter('导入', 'fact_import:' || wanted, '', luheng.facts_digest(wanted));
end
$$;

-- For the verifier: imports whose facts are not those whose digest they left, or that left none though the trail had begun.
create function luheng.changed_imports() returns table (import bigint, left_digest text, has_digest text)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select i.id, e.after, luheng.facts_digest(i.id)
    from luheng.fact_import i
    left join luheng.audit_entry e on e.act = '导入' and e.subject = 'fact_import:' || i.id
    where luheng.part() = 'audit'
      and (case when e.after is null then i.finished > (select min(at) from luheng.audit_entry)
                else e.after <> luheng.facts_digest(i.id) end)
  union all
  select null, e.subject, null
    from luheng.audit_entry e
    where luheng.part() = 'audit' and e.act = '导入'
      and not exists (select from luheng.fact_import i where e.subject = 'fact_import:' || i.id)
$$;

call luheng.guard('luheng.audit_entry');
create trigger actor before insert or update or delete or truncate on luheng.audit_entry
  for each statement execute function luheng.require_actor();
create trigger append_only before update or delete or truncate on luheng.audit_entry
  for each statement execute function luheng.refuse_change();
revoke insert, update, delete, truncate on luheng.audit_entry from luheng_app;

-- Auditors read what was done for the bodies they oversee; of the whole country, everything. Everybody reads his own.
create policy overseen on luheng.audit_entry for select to luheng_app
  using ((select luheng.acting_role()) = 'auditor'
         and ((select luheng.acting_body()) = '000000' or scope in (select luheng.overseen_bodies())));
create policy own on luheng.audit_entry for select to luheng_app using (account = (select luheng.account()));
create policy verified on luheng.audit_entry for select to luheng_app using ((select luheng.part()) = 'audit');
