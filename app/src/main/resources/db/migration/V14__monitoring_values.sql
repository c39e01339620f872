-- What hourly and daily values need beside readings: how an outlet is measured and judged, what its permit allows, and what the
-- enterprise says of times. All three are statements that are only added; the values themselves are computed, not stored.

-- Holds from a day on until the next statement of the same outlet; of two of one day the later one.
create table luheng.outlet_terms (
  id bigint generated always as identity primary key,
  outlet text not null references luheng.source,
  since date not null,
  medium text not null check (medium in ('废气', '废水')),
  limits text not null default '' check (length(limits) <= 100),       -- a standard of rules/emission-limits.csv
  oxygen numeric check (oxygen >= 0 and oxygen < 21),                   -- percent; null: as the standard says
  at_standard boolean not null default true,                            -- flow is reported at standard state and dry
  dry boolean not null default true,                                    -- concentrations are
  barometer numeric check (barometer between 50000 and 110000),         -- Pa
  flow_by_hour boolean not null default false,                          -- flow is reported in m³/h
  minutes smallint not null default 10 check (minutes in (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30)),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
create index on luheng.outlet_terms (outlet, since);
comment on table luheng.outlet_terms is '排放口监测口径';

-- A limit of the permit; goes before the standard. most null: none any more.
create table luheng.outlet_limit (
  id bigint generated always as identity primary key,
  outlet text not null references luheng.source,
  since date not null,
  factor text not null check (factor ~ '^[a-zA-Z][0-9a-zA-Z]{2,7}$'),
  span text not null check (span in ('小时', '日')),
  least numeric check (least >= 0),
  most numeric check (most >= 0),
  source text not null check (source <> '' and length(source) <= 200),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (least < most)
);
create index on luheng.outlet_limit (outlet, since);
comment on table luheng.outlet_limit is '许可排放限值';

-- A time that was marked (停运, 校准 …: rules/monitoring-marks.csv), or an earlier mark withdrawn.
create table luheng.outlet_mark (
  id bigint generated always as identity primary key,
  outlet text not null references luheng.source,
  factor text not null default '' check (factor ~ '^([a-zA-Z][0-9a-zA-Z]{2,7})?$'),     -- empty: the whole outlet
  mark text not null check (mark <> '' and length(mark) <= 20),
  from_time timestamptz not null,
  to_time timestamptz not null,
  reason text not null check (reason <> '' and length(reason) <= 300),
  withdraws bigint unique references luheng.outlet_mark,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (from_time < to_time and to_time <= from_time + interval '400 days')
);
create index on luheng.outlet_mark (outlet, from_time);
comment on table luheng.outlet_mark is '在线监测标记';

-- Outlets that belong, or belonged, to a body that the acting standing sees, and when; as luheng.device_spans() has it for devices.
create function luheng.outlet_spans() returns table (outlet text, since timestamptz, until timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select m.body, coalesce(m.valid_from::timestamp at time zone 'Asia/Shanghai', '-infinity'),
         coalesce(m.valid_to::timestamp at time zone 'Asia/Shanghai', 'infinity')
    from luheng.body_membership m
    join luheng.source s on s.code = m.body and s.source_kind = '排放口'
    where m.within in (select luheng.seen_bodies())
      and (luheng.sees_all_elements()
           or exists (select from luheng.seen_elements() as e (element) where e.element like 'pollutant.%'))
$$;

-- Whether somebody acts for whom the outlet belongs to in the whole of that time.
create function luheng.may_mark_outlet(marked text, from_time timestamptz, to_time timestamptz) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select coalesce(luheng.part() = 'samples'
                  or (luheng.acting_role() in ('enterprise', 'institution')
                      and exists (select from luheng.body_membership m
                                    where m.body = marked and m.within = luheng.acting_body()
                                      and (m.valid_from is null or m.valid_from::timestamp at time zone 'Asia/Shanghai' <= from_time)
                                      and (m.valid_to is null or m.valid_to::timestamp at time zone 'Asia/Shanghai' >= to_time))), false)
$$;

create function luheng.may_keep_outlet(kept text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select exists (select from luheng.body_membership m
                   where m.body = kept and luheng.may_keep_devices(m.within)
                     and (m.valid_to is null or m.valid_to > current_date))
$$;

-- What is withdrawn is a mark of the same outlet, and not a withdrawal itself.
create function luheng.mark_withdraws_a_mark() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if new.withdraws is not null
     and not exists (select from luheng.outlet_mark m
                       where m.id = new.withdraws and m.outlet = new.outlet and m.withdraws is null
                         and m.from_time = new.from_time and m.to_time = new.to_time) then
    raise exception using errcode = 'LH033', message = '没有可撤回的标记 (there is no such mark to withdraw)';
  end if;
  return new;
end
$$;
create trigger withdraws_a_mark before insert on luheng.outlet_mark
  for each row execute function luheng.mark_withdraws_a_mark();

do $$
declare
  guarded text;
begin
  foreach guarded in array array['outlet_terms', 'outlet_limit', 'outlet_mark'] loop
    call luheng.guard(format('luheng.%I', guarded)::regclass);
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', guarded);
    execute format('create trigger append_only before update or delete or truncate on luheng.%I
                      for each statement execute function luheng.refuse_change()', guarded);
    call luheng.audit(format('luheng.%I', guarded)::regclass, '');
  end loop;
  foreach guarded in array array['outlet_terms', 'outlet_limit'] loop
    execute format('create policy by_right on luheng.%I for select to luheng_app
                      using (outlet in (select s.outlet from luheng.outlet_spans() s) or (select luheng.part()) = ''samples'')', guarded);
    execute format('create policy kept_by_office on luheng.%I for insert to luheng_app
                      with check (luheng.may_keep_outlet(outlet))', guarded);
  end loop;
end
$$;
create policy by_right on luheng.outlet_mark for select to luheng_app
  using (exists (select from luheng.outlet_spans() s where s.outlet = outlet_mark.outlet and from_time < s.until and to_time > s.since)
         or (select luheng.part()) = 'samples');
create policy marked_by_owner on luheng.outlet_mark for insert to luheng_app
  with check (luheng.may_mark_outlet(outlet, from_time, to_time));
