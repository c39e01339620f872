-- Editions of the rules, word for word, and which of them two persons of an office have accepted. Rules come as files; reading
-- them is no acceptance: nothing that was computed by an edition nobody accepted can be sealed.

create table luheng.rules_edition (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null check (length(content) <= 50000000),   -- as org.luheng.files.RulesEdition writes it
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  constraint content_as_named check (sha256 = encode(sha256(content), 'hex'))
);
comment on table luheng.rules_edition is '规则版本';

create table luheng.rules_acceptance (
  region text not null references luheng.body,
  sha256 text not null references luheng.rules_edition,
  proposal bigint not null unique references luheng.proposal,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  primary key (region, sha256)
);
comment on table luheng.rules_acceptance is '规则确认';

create function luheng.rules_accepted() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  agreed luheng.proposal := luheng.confirmed(new.proposal, 'rules', new.region);
begin
  if agreed.payload ->> 'rules_sha256' is distinct from new.sha256 or agreed.scope <> new.region then
    raise exception using
      errcode = 'LH022', message = '确认的不是这一版规则 (another edition was confirmed)';
  end if;
  return new;
end
$$;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['rules_edition', 'rules_acceptance'] loop
    call luheng.guard(format('luheng.%I', guarded)::regclass);
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', guarded);
    execute format('create trigger append_only before update or delete or truncate on luheng.%I
                      for each statement execute function luheng.refuse_change()', guarded);
    call luheng.audit(format('luheng.%I', guarded)::regclass, case guarded when 'rules_edition' then 'content' else '' end);
  end loop;
end
$$;
create trigger agreed before insert on luheng.rules_acceptance for each row execute function luheng.rules_accepted();

-- Rules are public, and so is which edition is in force where.
create policy public_edition on luheng.rules_edition for select to luheng_app using (true);
create policy proposed_by_office on luheng.rules_edition for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office');
create policy public_acceptance on luheng.rules_acceptance for select to luheng_app using (true);
create policy accepted_by_office on luheng.rules_acceptance for insert to luheng_app
  with check ((select luheng.acting_role()) = 'office' and region = (select luheng.acting_region()));

-- Whether the office of a place, or of one it lies in, has accepted an edition.
create function luheng.rules_hold(wanted text, place text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select exists (
    select from luheng.rules_acceptance a where a.sha256 = wanted and place in (select luheng.below(a.region)))
$$;

-- An issue needs both editions accepted: of its plan, and of the rules.
create function luheng.issue_by_accepted_rules() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not luheng.rules_hold(new.rules_sha256, new.region) then
    raise exception using
      errcode = 'LH022', message = '规则的这一版没有确认 (this edition of the rules was not accepted)';
  end if;
  return new;
end
$$;
create trigger by_accepted_rules before insert on luheng.issue
  for each row execute function luheng.issue_by_accepted_rules();
