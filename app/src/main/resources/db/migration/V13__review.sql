-- Reviewing plan documents: the document with what was read from it, who decided what about each item, and the editions of plans
-- that came of it. Everything is kept: a decision that is taken back stays, with who took it back.

-- A document under review, and its reading as it was when it came: a later reader does not move what somebody is reviewing.
create table luheng.plan_review (
  id bigint generated always as identity primary key,
  region text not null references luheng.body,                 -- whose office reviews it
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null check (length(file_name) between 1 and 300),
  content bytea not null check (length(content) <= 33554432),
  reading bytea not null check (length(reading) <= 33554432),   -- as org.luheng.app.review.KeptReading writes it
  follows text not null default '' check (length(follows) <= 100),  -- id of the plan it is a new version of, empty: of none
  account bigint not null references luheng.account,
  person text not null,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  constraint content_as_named check (sha256 = encode(sha256(content), 'hex')),
  unique (region, sha256)
);
comment on table luheng.plan_review is '方案审读';

create table luheng.plan_review_decision (
  id bigint generated always as identity primary key,
  review bigint not null references luheng.plan_review,
  item text not null check (item ~ '^([TRD][0-9]{1,5}|\*|head)$'),   -- *: several, which the content names
  act text not null check (act in ('采纳', '更正', '不采纳', '增补', '对应', '沿用', '表头', '撤回')),
  content jsonb not null default '{}' check (jsonb_typeof(content) = 'object' and length(content::text) <= 20000000),
  reason text not null default '' check (length(reason) <= 2000),
  undoes bigint references luheng.plan_review_decision,
  account bigint not null references luheng.account,
  person text not null,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  constraint undoes_something check ((act = '撤回') = (undoes is not null)),
  constraint rejected_with_reason check (act <> '不采纳' or btrim(reason) <> '')
);
create index on luheng.plan_review_decision (review, id);
comment on table luheng.plan_review_decision is '审读决定';

-- Editions of plans that came of a review, beside those in plans/.
create table luheng.plan_edition (
  plan text not null check (plan ~ '^[a-z0-9][a-z0-9-]*$' and length(plan) <= 100),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  region text not null references luheng.body,
  review bigint not null references luheng.plan_review,
  content bytea not null check (length(content) <= 33554432),   -- as org.luheng.files.FolderText writes it
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  constraint content_as_named check (sha256 = encode(sha256(content), 'hex')),
  primary key (plan, sha256)
);
comment on table luheng.plan_edition is '方案版本';

-- Who did it is who is signed in, not who the row says.
create function luheng.signed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  new.account := luheng.account();
  new.person := (select name from luheng.account where id = luheng.account());
  if new.person is null then
    raise exception using
      errcode = 'LH020', message = '审读须有账户 (a review needs an account)';
  end if;
  new.recorded := statement_timestamp();
  new.actor := luheng.actor();
  return new;
end
$$;

-- An edition is of its review's place, and a plan stays with the place that it began with.
create function luheng.edition_of_its_place() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if new.region is distinct from (select r.region from luheng.plan_review r where r.id = new.review)
      or exists (select from luheng.plan_edition e where e.plan = new.plan and e.region <> new.region) then
    raise exception using
      errcode = 'LH022', message = format('方案 %s 属于别的地区 (plan %s is of another place)', new.plan, new.plan);
  end if;
  return new;
end
$$;

-- What is taken back is a decision of the same review, and no taking back.
create function luheng.undone_within_review() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if new.undoes is not null and not exists (
      select from luheng.plan_review_decision d where d.id = new.undoes and d.review = new.review and d.act <> '撤回') then
    raise exception using
      errcode = 'LH022', message = format('没有可以撤回的决定 %s (no decision %s to take back)', new.undoes, new.undoes);
  end if;
  return new;
end
$$;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['plan_review', 'plan_review_decision', 'plan_edition'] loop
    call luheng.guard(format('luheng.%I', guarded)::regclass);
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', guarded);
    execute format('create trigger append_only before update or delete or truncate on luheng.%I
                      for each statement execute function luheng.refuse_change()', guarded);
    call luheng.audit(format('luheng.%I', guarded)::regclass,
      case guarded when 'plan_review' then 'content,reading' when 'plan_edition' then 'content' else '' end);
  end loop;
end
$$;
create trigger signed before insert on luheng.plan_review for each row execute function luheng.signed();
create trigger signed before insert on luheng.plan_review_decision for each row execute function luheng.signed();
create trigger of_its_place before insert on luheng.plan_edition
  for each row execute function luheng.edition_of_its_place();
create trigger within_review before insert on luheng.plan_review_decision
  for each row execute function luheng.undone_within_review();

-- A review is a matter of the office of its place alone.
create policy by_its_office on luheng.plan_review for select to luheng_app
  using ((select luheng.acting_role()) = 'office' and region = (select luheng.acting_region()));
create policy begun_by_its_office on luheng.plan_review for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office' and region = (select luheng.acting_region()));
create policy of_seen_reviews on luheng.plan_review_decision for select to luheng_app
  using (review in (select id from luheng.plan_review));
create policy decided_by_office on luheng.plan_review_decision for insert to luheng_app
  with check (review in (select id from luheng.plan_review));

-- Plans are public, as those in plans/ are; only the office of the place brings them.
create policy public_edition on luheng.plan_edition for select to luheng_app using (true);
create policy written_by_office on luheng.plan_edition for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office' and region = (select luheng.acting_region())
              and review in (select id from luheng.plan_review));

-- A reviewed document may be as large as a review takes it.
alter table luheng.plan_document drop constraint plan_document_content_check;
alter table luheng.plan_document add constraint plan_document_content_check check (length(content) <= 33554432);
