-- Two pairs of eyes: what cannot be taken back is proposed by one person and confirmed by another, with a reason; both stay
-- on record. That they are two is decided here, by account, whatever standings they act under.

-- The place whose office somebody acts for.
create function luheng.acting_region() returns text
  language sql stable
as $$ select (luheng.acting()).region $$;

create table luheng.proposal (
  id bigint generated always as identity primary key,
  kind text not null check (length(kind) between 1 and 50),         -- a Matter of the application: plan, seal, publish …
  subject text not null check (length(subject) between 1 and 200),  -- what it is about: id of the plan, of the issue …
  scope text not null references luheng.body,                       -- the place whose office decides
  title text not null check (title <> '' and length(title) <= 300),
  payload jsonb not null check (jsonb_typeof(payload) = 'object' and length(payload::text) <= 20000),
  reason text not null check (btrim(reason) <> '' and length(reason) <= 2000),
  caveats integer not null default 0 check (caveats >= 0),          -- what has to be approved by name on top
  proposer bigint not null references luheng.account,
  proposer_name text not null,
  decision text check (decision in ('确认', '退回', '撤回')),
  decision_reason text check (length(decision_reason) <= 2000),
  caveats_approved integer,
  decider bigint references luheng.account,
  decider_name text,
  decided timestamptz,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  constraint decided_whole check ((decision is null) = (decider is null) and (decision is null) = (decided is null)
                                  and (decision is null) = (decider_name is null)),
  constraint two_persons check (decision = '撤回' or decider <> proposer),
  constraint withdrawn_by_proposer check (decision <> '撤回' or decider = proposer),
  constraint rejected_with_reason check (decision <> '退回' or btrim(coalesce(decision_reason, '')) <> ''),
  constraint caveats_approved_by_name check (decision is distinct from '确认' or caveats_approved is not distinct from caveats)
);
comment on table luheng.proposal is '提请';
-- One open proposal of a kind about one thing.
create unique index proposal_open on luheng.proposal (kind, subject) where decision is null;
create index on luheng.proposal (scope, recorded);

-- Who proposes is who is signed in, not who the row says.
create function luheng.proposed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if luheng.account() is null then
    raise exception using
      errcode = 'LH020', message = '提请须有账户 (a proposal needs an account)';
  end if;
  if new.decision is not null then
    raise exception using
      errcode = 'LH020', message = '提请时不能已有决定 (a proposal cannot be born decided)';
  end if;
  new.proposer := luheng.account();
  new.proposer_name := (select name from luheng.account where id = luheng.account());
  new.recorded := statement_timestamp();
  new.actor := luheng.actor();
  return new;
end
$$;

-- Decided once, by somebody with an account, and nothing of the proposal itself is changed by it.
create function luheng.decided() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  of_decision constant text[] := array['decision', 'decision_reason', 'caveats_approved', 'decider', 'decider_name', 'decided'];
begin
  if old.decision is not null then
    raise exception using
      errcode = 'LH021', message = format('第 %s 号提请已有决定，不再改动 (proposal %s is decided)', old.id, old.id);
  end if;
  if (to_jsonb(new) - of_decision) <> (to_jsonb(old) - of_decision) then
    raise exception using
      errcode = 'LH021', message = format('第 %s 号提请的内容不能改动 (proposal %s cannot be changed)', old.id, old.id);
  end if;
  if luheng.account() is null or new.decision is null then
    raise exception using
      errcode = 'LH020', message = '决定须有账户 (a decision needs an account)';
  end if;
  if (new.decision = '撤回') <> (luheng.account() = old.proposer) then
    raise exception using
      errcode = 'LH020',
      message = '确认、退回须由提请人以外的人作出，撤回须由提请人本人作出 (confirmed or rejected by another, withdrawn by oneself)';
  end if;
  new.decider := luheng.account();
  new.decider_name := (select name from luheng.account where id = luheng.account());
  new.decided := statement_timestamp();
  return new;
end
$$;

call luheng.guard('luheng.proposal');
create trigger actor before insert or update or delete or truncate on luheng.proposal
  for each statement execute function luheng.require_actor();
create trigger proposed before insert on luheng.proposal for each row execute function luheng.proposed();
create trigger decided before update on luheng.proposal for each row execute function luheng.decided();
create trigger kept before delete or truncate on luheng.proposal
  for each statement execute function luheng.refuse_change();
grant update (decision, decision_reason, caveats_approved) on luheng.proposal to luheng_app;

-- Read by the offices and auditors who oversee the place; proposed and decided by its own office alone.
create policy overseen on luheng.proposal for select to luheng_app
  using ((select luheng.acting_role()) in ('office', 'auditor') and scope in (select luheng.seen_bodies()));
create policy proposed_by_office on luheng.proposal for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office' and scope = (select luheng.acting_region()));
create policy decided_by_office on luheng.proposal for update to luheng_app
  using ((select luheng.acting_role()) = 'office' and scope = (select luheng.acting_region()))
  with check ((select luheng.acting_role()) = 'office' and scope = (select luheng.acting_region()));

-- What a confirmed proposal was about; refused where there is none. Tables that hold what was decided ask here, so that no
-- row gets into them by one hand.
create function luheng.confirmed(wanted bigint, wanted_kind text, wanted_subject text) returns luheng.proposal
  language plpgsql stable security definer
  set search_path = pg_catalog
as $$
declare
  agreed luheng.proposal;
begin
  select p.* into agreed from luheng.proposal p
    where p.id = wanted and p.kind = wanted_kind and p.subject = wanted_subject and p.decision = '确认';
  if agreed.id is null then
    raise exception using
      errcode = 'LH022',
      message = format('没有经第二人确认的提请 (no confirmed proposal %s of kind %s about %s)', wanted, wanted_kind, wanted_subject);
  end if;
  return agreed;
end
$$;
revoke execute on function luheng.confirmed(bigint, text, text) from luheng_app;

-- Editions of plans that the office has accepted. Without it a plan is shown, and nothing of it can be sealed.
create table luheng.plan_acceptance (
  plan text not null check (length(plan) between 1 and 100),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),     -- the edition: of its folder
  region text not null references luheng.body,
  proposal bigint not null unique references luheng.proposal,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  primary key (plan, sha256)
);
comment on table luheng.plan_acceptance is '方案确认';

create function luheng.plan_accepted() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  agreed luheng.proposal := luheng.confirmed(new.proposal, 'plan', new.plan);
begin
  if agreed.payload ->> 'plan_sha256' is distinct from new.sha256 or agreed.scope <> new.region then
    raise exception using
      errcode = 'LH022', message = '确认的不是这一版方案 (another edition was confirmed)';
  end if;
  return new;
end
$$;

call luheng.guard('luheng.plan_acceptance');
create trigger actor before insert or update or delete or truncate on luheng.plan_acceptance
  for each statement execute function luheng.require_actor();
create trigger append_only before update or delete or truncate on luheng.plan_acceptance
  for each statement execute function luheng.refuse_change();
create trigger agreed before insert on luheng.plan_acceptance for each row execute function luheng.plan_accepted();

-- Which edition is in force is public, as the plan is; who proposed and confirmed it stands in the proposal.
create policy public_acceptance on luheng.plan_acceptance for select to luheng_app using (true);
create policy accepted_by_office on luheng.plan_acceptance for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office' and region = (select luheng.acting_region()));
