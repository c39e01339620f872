-- Accounts, standings and rights. From here on no row is seen and none is written but by right: row-level security is
-- forced on every table, the application is neither owner nor exempt, and without a context nothing is seen.
--
-- The context of a transaction (set by org.luheng.app.database.ActingTransactions): luheng.actor, luheng.account,
-- luheng.standing, luheng.part, luheng.address, luheng.request. What it entitles to is decided here, from the tables, not
-- by whoever set it: a standing that ended, or of another account, entitles to nothing.

create function luheng.account() returns bigint
  language sql stable
as $$ select nullif(current_setting('luheng.account', true), '')::bigint $$;

create function luheng.standing() returns bigint
  language sql stable
as $$ select nullif(current_setting('luheng.standing', true), '')::bigint $$;

-- The capability of a part of the program: register, samples, accounting, access, audit, issue; empty for people.
create function luheng.part() returns text
  language sql stable
as $$ select coalesce(current_setting('luheng.part', true), '') $$;

create function luheng.address() returns text
  language sql stable
as $$ select coalesce(current_setting('luheng.address', true), '') $$;

create function luheng.request() returns text
  language sql stable
as $$ select coalesce(current_setting('luheng.request', true), '') $$;

-- The owner works within functions that others call, and in migrations; a hand on the owner's password alone sees nothing
-- (tables are forced).
create function luheng.owner_at_work() returns boolean
  language sql stable
as $$ select session_user <> 'luheng_owner' or luheng.actor() = 'luheng:migration' $$;

-- ---- Who there is ------------------------------------------------------------------------------------------------

create table luheng.account (
  id bigint generated always as identity primary key,
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
  name text not null check (name <> '' and length(name) <= 100),
  state text not null default '受邀' check (state in ('受邀', '可用', '停用')),
  sample boolean not null default false,                  -- made for the demonstration
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
comment on table luheng.account is '账户';

-- A role for a body, from a moment until it is ended; never changed otherwise.
create table luheng.standing (
  id bigint generated always as identity primary key,
  account bigint not null references luheng.account,
  role text not null check (role in ('office', 'district', 'agency', 'enterprise', 'institution', 'auditor',
                                     'administrator')),
  body text references luheng.body,
  statistics boolean not null default false,   -- 统计职责: may read statistical data of single enterprises
  given timestamptz not null default statement_timestamp(),
  ended timestamptz,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check ((role = 'administrator') = (body is null)),
  check (not statistics or role in ('office', 'district', 'agency')),
  check (given <= ended)
);
create index on luheng.standing (account);
create unique index standing_once on luheng.standing (account, role, coalesce(body, '')) where ended is null;
comment on table luheng.standing is '身份';

-- A role and its body must suit each other.
create function luheng.standing_suits() returns trigger
  language plpgsql
as $$
declare
  kind text;
begin
  select b.kind into kind from luheng.body b where b.code = new.body;
  if not (case new.role
      when 'office' then kind in ('地区', '部门')
      when 'district' then kind = '地区'
      when 'agency' then kind = '部门'
      when 'enterprise' then kind = '企业'
      when 'institution' then kind = '公共机构'
      when 'auditor' then kind = '地区'
      else kind is null
    end) then
    raise exception using
      errcode = 'LH006',
      message = format('身份 %s 不能属于 %s (role %s cannot be held for a body of kind %s)',
                       new.role, coalesce(kind, '—'), new.role, coalesce(kind, '—'));
  end if;
  return new;
end
$$;
create trigger suits before insert or update on luheng.standing
  for each row execute function luheng.standing_suits();

-- What an account proves itself with. Read by the sign-in alone (part access).
create table luheng.credential (
  account bigint primary key references luheng.account,
  password text,                               -- encoded with its algorithm in front
  password_set timestamptz,
  totp text,                                   -- encrypted; the key is not in the database
  totp_confirmed boolean not null default false,
  totp_step bigint not null default 0,         -- the last time step used: a code is good once
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);

create table luheng.recovery_code (
  account bigint not null references luheng.account,
  code text not null,                          -- hash
  used timestamptz,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  primary key (account, code)
);

-- A link that lets its bearer set a password, once.
create table luheng.invitation (
  token text primary key check (token ~ '^[0-9a-f]{64}$'),   -- sha256 of what the link holds
  account bigint not null references luheng.account,
  purpose text not null check (purpose in ('邀请', '找回')),
  expires timestamptz not null,
  used timestamptz,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
create index on luheng.invitation (account);

-- A browser that signed in before: failures elsewhere do not lock it out.
create table luheng.known_device (
  token text primary key check (token ~ '^[0-9a-f]{64}$'),
  account bigint not null references luheng.account,
  last_used timestamptz not null default statement_timestamp(),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
create index on luheng.known_device (account);

-- For programs: acts under one standing, until it expires or is ended.
create table luheng.access_token (
  token text primary key check (token ~ '^[0-9a-f]{64}$'),
  account bigint not null references luheng.account,
  standing bigint not null references luheng.standing,
  name text not null check (name <> '' and length(name) <= 100),
  expires timestamptz not null,
  ended timestamptz,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
create index on luheng.access_token (account);

-- Who somebody is in the city's directory (OpenID Connect).
create table luheng.directory_identity (
  issuer text not null,
  subject text not null,
  account bigint not null references luheng.account,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  primary key (issuer, subject)
);
create index on luheng.directory_identity (account);

-- What a department leads or supports, as the plans say: brought over from plans/ at every start.
create table luheng.duty (
  agency text not null references luheng.agency,
  element text not null,
  plan text not null,
  part text not null check (part in ('牵头', '配合')),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  primary key (agency, element, plan)
);

-- ---- What somebody sees ------------------------------------------------------------------------------------------

-- The standing acted under, if it holds: of the account that acts, not ended, the account not stopped.
create function luheng.acting(out role text, out body text, out region text, out statistics boolean)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select s.role, s.body, coalesce(a.jurisdiction, s.body), s.statistics
    from luheng.standing s
    join luheng.account who on who.id = s.account and who.state = '可用'
    left join luheng.agency a on a.code = s.body
    where s.id = luheng.standing() and s.account = luheng.account() and s.ended is null
$$;

create function luheng.acting_role() returns text
  language sql stable
as $$ select (luheng.acting()).role $$;

create function luheng.acting_body() returns text
  language sql stable
as $$ select (luheng.acting()).body $$;

create function luheng.for_statistics() returns boolean
  language sql stable
as $$ select coalesce((luheng.acting()).statistics, false) $$;

-- A body and everything that lies in it, at any depth. Where a membership has ended and no later one followed, the last counts.
create function luheng.below(top text) returns setof text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  with recursive inside (code) as (
    select top
    union
    select m.body
      from inside
      join luheng.body_membership m on m.within = inside.code
      where m.valid_to is null or m.valid_to > current_date
        or not exists (select from luheng.body_membership later
                         where later.body = m.body and (later.valid_to is null or later.valid_to > m.valid_to)
                           and (select kind from luheng.body where code = later.within)
                             = (select kind from luheng.body where code = m.within))
  )
  select code from inside
$$;

-- Bodies whose data the standing acted under entitles to see: of a place, it and all that lies in it; of a department,
-- those of its place (of which it sees only the elements it has a duty in); of an enterprise or institution, itself.
-- A district never sees its sibling, nor the city above it.
create function luheng.seen_bodies() returns setof text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select luheng.below(acting.region)
    from luheng.acting() as acting
    where acting.role in ('office', 'district', 'auditor', 'agency', 'enterprise', 'institution')
$$;

create function luheng.sees_all_elements() returns boolean
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select coalesce((luheng.acting()).role in ('office', 'district', 'auditor', 'enterprise', 'institution'), false)
$$;

-- Elements that a department sees because it leads or supports what they measure.
create function luheng.seen_elements() returns setof text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select d.element from luheng.acting() as acting join luheng.duty d on d.agency = acting.body
    where acting.role = 'agency'
$$;

-- Bodies whose doings (imports, proposals) the standing entitles to see: of a place, all in it, its departments among them;
-- for a department only its own.
create function luheng.overseen_bodies() returns setof text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select seen.code from luheng.acting() as acting, luheng.below(acting.region) as seen (code)
    where acting.role in ('office', 'district', 'auditor', 'enterprise', 'institution')
  union
  select acting.body from luheng.acting() as acting where acting.body is not null
$$;

-- Whether the standing may say anything at all; what about, the bodies and elements it sees decide.
create function luheng.may_report() returns boolean
  language sql stable
as $$
  select coalesce((luheng.acting()).role in ('office', 'district', 'agency', 'enterprise', 'institution'), false)
$$;

-- All of it at once, for the application's view of the same.
create function luheng.sight(out role text, out body text, out region text, out statistics boolean,
                             out all_elements boolean, out reports boolean, out bodies text[], out elements text[])
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select acting.role, acting.body, acting.region, acting.statistics, luheng.sees_all_elements(), luheng.may_report(),
         array(select luheng.seen_bodies()), array(select luheng.seen_elements())
    from luheng.acting() as acting
    where acting.role is not null
$$;

-- ---- Policies ----------------------------------------------------------------------------------------------------

-- The same four lines for each table: forced, and the owner only at work.
create procedure luheng.guard(guarded regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy owner on %s to luheng_owner
                    using (luheng.owner_at_work()) with check (luheng.owner_at_work())', guarded);
end
$$;
revoke execute on procedure luheng.guard(regclass) from public, luheng_app;

-- A fact is attributed to the body its sender acted for; his imports are seen by him, and by who oversees that body.
alter table luheng.fact_import add column scope text references luheng.body;
alter table luheng.fact_import
  alter column scope set default coalesce(luheng.acting_body(), case luheng.part() when 'samples' then '000000' end);
alter table luheng.plan_document add column region text references luheng.body;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['body', 'body_alias', 'region', 'agency', 'enterprise', 'institution', 'park', 'source',
                                 'body_membership', 'body_succession', 'duty', 'plan_document', 'fact', 'fact_import',
                                 'fact_import_row', 'account', 'standing', 'credential', 'recovery_code', 'invitation',
                                 'known_device', 'access_token', 'directory_identity'] loop
    call luheng.guard(format('luheng.%I', guarded)::regclass);
  end loop;
  -- Public: who and what there is (names and codes that official gazettes print), and which department answers for what.
  foreach guarded in array array['body', 'body_alias', 'region', 'agency', 'enterprise', 'institution', 'park', 'source',
                                 'body_membership', 'body_succession'] loop
    execute format('create policy public_register on luheng.%I for select to luheng_app using (true)', guarded);
    execute format('create policy kept_by_register on luheng.%I for insert to luheng_app
                      with check (luheng.part() = ''register'')', guarded);
    execute format('create policy brought_up_to_date on luheng.%I for update to luheng_app
                      using (luheng.part() = ''register'') with check (luheng.part() = ''register'')', guarded);
  end loop;
  foreach guarded in array array['account', 'standing', 'credential', 'recovery_code', 'invitation', 'known_device',
                                 'access_token', 'directory_identity'] loop
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', guarded);
    -- Signing in, and keeping accounts: org.luheng.app.access alone takes this part.
    execute format('create policy access_reads on luheng.%I for select to luheng_app
                      using (luheng.part() = ''access'')', guarded);
    execute format('create policy access_adds on luheng.%I for insert to luheng_app
                      with check (luheng.part() = ''access'')', guarded);
    execute format('create policy access_changes on luheng.%I for update to luheng_app
                      using (luheng.part() = ''access'') with check (luheng.part() = ''access'')', guarded);
  end loop;
end
$$;
create trigger actor before insert or update or delete or truncate on luheng.duty
  for each statement execute function luheng.require_actor();

grant update on luheng.account, luheng.standing, luheng.credential, luheng.recovery_code, luheng.invitation,
  luheng.known_device, luheng.access_token to luheng_app;
grant delete on luheng.duty, luheng.known_device to luheng_app;
create policy access_forgets on luheng.known_device for delete to luheng_app using (luheng.part() = 'access');

-- Duties stand in public documents.
create policy public_duty on luheng.duty for select to luheng_app using (true);
create policy kept_by_plans on luheng.duty for insert to luheng_app with check (luheng.part() = 'plans');
create policy dropped_by_plans on luheng.duty for delete to luheng_app using (luheng.part() = 'plans');

-- Official documents are public; the office of the place loads them.
create policy public_document on luheng.plan_document for select to luheng_app using (true);
create policy loaded_by_office on luheng.plan_document for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office' and region in (select luheng.seen_bodies()));

-- Each sees himself; who manages accounts or audits sees all of them, without their secrets (those lie elsewhere).
create policy oneself on luheng.account for select to luheng_app using (id = (select luheng.account()));
create policy managers on luheng.account for select to luheng_app
  using ((select luheng.acting_role()) in ('administrator', 'auditor'));
create policy oneself on luheng.standing for select to luheng_app using (account = (select luheng.account()));
create policy managers on luheng.standing for select to luheng_app
  using ((select luheng.acting_role()) in ('administrator', 'auditor'));

-- Statistical data of single enterprises and institutions serve statistics only (统计法 第二十五条): never the accounting, and
-- only readers charged with statistics.
create policy by_right on luheng.fact for select to luheng_app
  using (body in (select luheng.seen_bodies())
         and ((select luheng.sees_all_elements()) or element in (select luheng.seen_elements()))
         and (channel <> '统计' or (select luheng.for_statistics())
              or body = (select luheng.acting_body()) or body in (select code from luheng.region)));
create policy accounting on luheng.fact for select to luheng_app
  using ((select luheng.part()) in ('accounting', 'issue')
         and (channel <> '统计' or body in (select code from luheng.region)));
create policy reported on luheng.fact for insert to luheng_app
  with check ((select luheng.may_report()) and body in (select luheng.seen_bodies())
              and ((select luheng.sees_all_elements()) or element in (select luheng.seen_elements())));
create policy samples on luheng.fact to luheng_app
  using ((select luheng.part()) = 'samples') with check ((select luheng.part()) = 'samples');

create policy by_right on luheng.fact_import for select to luheng_app
  using (scope in (select luheng.overseen_bodies()));
create policy reported on luheng.fact_import for insert to luheng_app
  with check ((select luheng.may_report()) and scope = (select luheng.acting_body()));
create policy samples on luheng.fact_import to luheng_app
  using ((select luheng.part()) = 'samples') with check ((select luheng.part()) = 'samples');

create policy by_right on luheng.fact_import_row for select to luheng_app
  using (import in (select id from luheng.fact_import));
create policy reported on luheng.fact_import_row for insert to luheng_app
  with check (import in (select id from luheng.fact_import));
