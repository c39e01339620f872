-- Issues: snapshots that were sealed. What was sealed is never changed; what was published can be withdrawn, and that it was
-- published stays on record.

create table luheng.issue (
  id bigint generated always as identity primary key,
  plan text not null check (length(plan) between 1 and 100),
  number integer not null check (number > 0),                 -- 1, 2, … within the plan
  region text not null references luheng.body,                -- whose plan it is
  title text not null check (length(title) between 1 and 300),  -- of the plan, as it was
  period text not null,
  day date not null,                                          -- facts published until then
  last_fact bigint not null check (last_fact >= 0),           -- and recorded until this one
  plan_sha256 text not null check (plan_sha256 ~ '^[0-9a-f]{64}$'),
  rules_sha256 text not null check (rules_sha256 ~ '^[0-9a-f]{64}$'),
  facts_sha256 text not null check (facts_sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null check (length(content) <= 50000000),
  sha256 text not null,
  figures integer not null,
  lights integer not null,
  bracketed integer not null check (bracketed >= 0),          -- rest on a rule that is not settled
  sample boolean not null,
  proposal bigint not null unique references luheng.proposal,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  constraint content_as_named check (sha256 = encode(sha256(content), 'hex')),
  unique (plan, number),
  unique (plan, sha256)
);
comment on table luheng.issue is '期';

create table luheng.issue_publication (
  id bigint generated always as identity primary key,
  issue bigint not null references luheng.issue,
  act text not null check (act in ('公布', '撤下')),
  proposal bigint not null unique references luheng.proposal,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
create index on luheng.issue_publication (issue, id);
comment on table luheng.issue_publication is '期的公布与撤下';

-- When an issue was opened to everybody; null: it is not, or not any more.
create function luheng.published(wanted bigint) returns timestamptz
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select case act when '公布' then recorded end
    from luheng.issue_publication where issue = wanted order by id desc limit 1
$$;

-- Sealed is what another person confirmed, byte for byte, of an accepted edition of the plan; numbers have no gap.
create function luheng.issue_sealed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  agreed luheng.proposal := luheng.confirmed(new.proposal, 'seal', new.plan);
begin
  if agreed.payload ->> 'sha256' is distinct from new.sha256
      or agreed.payload ->> 'plan_sha256' is distinct from new.plan_sha256
      or agreed.payload ->> 'rules_sha256' is distinct from new.rules_sha256
      or agreed.payload ->> 'facts_sha256' is distinct from new.facts_sha256
      or agreed.payload ->> 'day' is distinct from new.day::text
      or agreed.payload ->> 'last_fact' is distinct from new.last_fact::text
      or agreed.payload ->> 'period' is distinct from new.period
      or agreed.scope <> new.region
      or agreed.caveats <> new.bracketed then
    raise exception using
      errcode = 'LH022', message = '确认封存的不是这一结果 (another result was confirmed)';
  end if;
  if not exists (select from luheng.plan_acceptance a where a.plan = new.plan and a.sha256 = new.plan_sha256) then
    raise exception using
      errcode = 'LH022', message = '方案的这一版没有确认 (this edition of the plan was not accepted)';
  end if;
  perform pg_advisory_xact_lock(20210002, hashtext(new.plan));
  new.number := (select coalesce(max(number), 0) + 1 from luheng.issue where plan = new.plan);
  return new;
end
$$;

create function luheng.issue_published() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  agreed luheng.proposal := luheng.confirmed(
    new.proposal, case new.act when '公布' then 'publish' else 'unpublish' end, new.issue::text);
begin
  perform pg_advisory_xact_lock(20210003, hashtext(new.issue::text));
  if agreed.scope <> (select region from luheng.issue where id = new.issue)
      or (luheng.published(new.issue) is not null) = (new.act = '公布') then
    raise exception using
      errcode = 'LH022', message = format('这一期不能再%s (issue %s: nothing to change)', new.act, new.issue);
  end if;
  return new;
end
$$;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['issue', 'issue_publication'] loop
    call luheng.guard(format('luheng.%I', guarded)::regclass);
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', guarded);
    execute format('create trigger append_only before update or delete or truncate on luheng.%I
                      for each statement execute function luheng.refuse_change()', guarded);
  end loop;
end
$$;
create trigger agreed before insert on luheng.issue for each row execute function luheng.issue_sealed();
create trigger agreed before insert on luheng.issue_publication for each row execute function luheng.issue_published();

-- An issue holds the figures of all districts of its place: before it is published only the office and the auditors who
-- oversee the whole place read it, never one district the others.
create policy published on luheng.issue for select to luheng_app using (luheng.published(id) is not null);
create policy overseen on luheng.issue for select to luheng_app
  using ((select luheng.acting_role()) in ('office', 'auditor') and region in (select luheng.seen_bodies()));
create policy recomputed on luheng.issue for select to luheng_app using ((select luheng.part()) = 'issue');
create policy sealed_by_office on luheng.issue for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office' and region = (select luheng.acting_region()));

create policy of_seen_issues on luheng.issue_publication for select to luheng_app
  using (issue in (select id from luheng.issue));
create policy decided_by_office on luheng.issue_publication for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office'
              and issue in (select id from luheng.issue where region = (select luheng.acting_region())));

-- The offices of a demonstration, for the demonstration alone: whoever asks learns of samples only.
create function luheng.sample_offices(of_region text) returns table (login text, account bigint, standing bigint)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select a.login, a.id, s.id
    from luheng.account a
    join luheng.standing s on s.account = a.id and s.role = 'office' and s.body = of_region and s.ended is null
    where a.sample and a.state = '可用'
    order by a.id
$$;
