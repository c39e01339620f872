-- Energy online monitoring: end devices of key energy users, what they sent in all its versions, and what was not taken.
-- Written by part 'metering' for the device that speaks; read by whoever has a right to the enterprise.

-- One end device for an enterprise. It may register while the window is open; from its first word under the new name the window is shut.
create table luheng.energy_device (
  id integer generated always as identity primary key,
  enterprise text not null unique references luheng.body,
  encrypted boolean not null default false,
  valid_word text not null default '1' check (valid_word ~ '^[\x21-\x7e]{1,10}$'),   -- beside true; provinces differ
  register_until timestamptz,
  registered timestamptz,
  sample boolean not null default false,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
comment on table luheng.energy_device is '能耗在线端设备';

-- The name it was given, by its sha256; and the key of its values, which has to be known in clear to read them.
create table luheng.energy_device_secret (
  device integer primary key references luheng.energy_device,
  name_digest bytea not null unique check (octet_length(name_digest) = 32),
  secret_key bytea check (octet_length(secret_key) = 16),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);

-- An upload as it came, once: the same bytes again are answered and not stored.
create table luheng.energy_upload (
  id bigint generated always as identity primary key,
  device integer not null references luheng.energy_device,
  enterprise text not null references luheng.body,
  digest bytea not null check (octet_length(digest) = 32),
  body bytea not null,
  items integer not null check (items > 0),
  created integer not null,              -- nobody had said anything of that period
  corrected integer not null,            -- another value had been said
  received timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  unique (device, digest)
);

-- A value is (enterprise, data code, statType, beginning of the period); of several the one sent last counts, and all are kept.
create table luheng.energy_value (
  id bigint generated always as identity primary key,
  upload bigint not null references luheng.energy_upload,
  enterprise text not null references luheng.body,
  data_code text not null check (data_code ~ '^[0-9]{16}$'),
  stat_type smallint not null check (stat_type between 0 and 3),
  period_from timestamp not null,        -- Beijing time, as sent
  value numeric not null check (value <> 'NaN' and abs(value) < 1e18),
  valid boolean not null,
  input_type smallint not null,
  scope smallint not null,
  uploaded timestamp not null,           -- when the device says it sent it
  actor text not null default luheng.actor(),
  unique (enterprise, data_code, stat_type, period_from, uploaded, id)
);
create index on luheng.energy_value (enterprise, stat_type, period_from);

-- What the device says of its plant, processes and points of measurement, in all its versions.
create table luheng.energy_configuration (
  id bigint generated always as identity primary key,
  device integer not null references luheng.energy_device,
  enterprise text not null references luheng.body,
  digest bytea not null check (octet_length(digest) = 32),
  body text not null check (length(body) <= 4000000),
  received timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  unique (device, digest)
);

-- A meter was changed or rolled over on a day: what it counted is reckoned from the readings of both.
create table luheng.energy_meter_change (
  id bigint generated always as identity primary key,
  enterprise text not null references luheng.body,
  data_code text not null check (data_code ~ '^[0-9]{16}$'),
  day date not null,
  kind text not null check (kind in ('换表', '翻转')),
  old_begin numeric not null,            -- old meter at the beginning of the day
  old_end numeric not null,              -- and when it was taken off, or its highest reading
  new_begin numeric not null,            -- new meter when it was put on, or 0
  new_end numeric not null,              -- and at the end of the day
  ratio numeric not null check (ratio > 0),
  note text not null default '' check (length(note) <= 300),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (old_end >= old_begin and new_end >= new_begin)
);
create index on luheng.energy_meter_change (enterprise, data_code, day);

-- What was not taken, counted by day: unknown enterprises, foreign names, broken bodies.
create table luheng.energy_refusal (
  day date not null,
  enterprise text not null check (enterprise ~ '^([0-9A-Z]{18})?$'),      -- as it called itself; empty: it said nothing usable
  message text not null check (length(message) <= 300),
  address text not null check (length(address) <= 60),
  times bigint not null check (times > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (day, enterprise, message, address)
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['energy_device', 'energy_device_secret', 'energy_upload', 'energy_value', 'energy_configuration',
                                 'energy_meter_change', 'energy_refusal'] loop
    call luheng.guard(format('luheng.%I', guarded)::regclass);
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', guarded);
    execute format('create policy metering_reads on luheng.%I for select to luheng_app
                      using ((select luheng.part()) = ''metering'')', guarded);
  end loop;
  -- Values follow from the uploads, whose sha256 is in the trail; refusals are our own counting.
  foreach guarded in array array['energy_device', 'energy_device_secret', 'energy_upload', 'energy_configuration', 'energy_meter_change'] loop
    call luheng.audit(format('luheng.%I', guarded)::regclass,
                      case guarded when 'energy_device_secret' then 'name_digest,secret_key'
                                   when 'energy_upload' then 'body' when 'energy_configuration' then 'body' else '' end);
  end loop;
  foreach guarded in array array['energy_upload', 'energy_value', 'energy_configuration', 'energy_meter_change'] loop
    execute format('create trigger append_only before update or delete or truncate on luheng.%I
                      for each statement execute function luheng.refuse_change()', guarded);
  end loop;
  revoke insert on luheng.energy_device, luheng.energy_device_secret, luheng.energy_refusal from luheng_app;
end
$$;

create policy metering_adds on luheng.energy_upload for insert to luheng_app with check ((select luheng.part()) = 'metering');
create policy metering_adds on luheng.energy_value for insert to luheng_app with check ((select luheng.part()) = 'metering');
create policy metering_adds on luheng.energy_configuration for insert to luheng_app with check ((select luheng.part()) = 'metering');

-- ---- Who sees what ------------------------------------------------------------------------------------------------

-- Enterprises whose energy the acting standing may see. A department sees them where it has a duty in energy.
create function luheng.metered_enterprises() returns setof text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select seen.code from luheng.seen_bodies() as seen (code)
    where luheng.sees_all_elements()
       or exists (select from luheng.seen_elements() as e (element) where e.element like 'energy.%')
$$;

create policy by_right on luheng.energy_device for select to luheng_app
  using (enterprise in (select luheng.metered_enterprises()));
create policy by_right on luheng.energy_upload for select to luheng_app
  using (enterprise in (select luheng.metered_enterprises()));
create policy by_right on luheng.energy_value for select to luheng_app
  using (enterprise in (select luheng.metered_enterprises()));
create policy by_right on luheng.energy_configuration for select to luheng_app
  using (enterprise in (select luheng.metered_enterprises()));
create policy by_right on luheng.energy_meter_change for select to luheng_app
  using (enterprise in (select luheng.metered_enterprises()));
create function luheng.has_energy_device(called text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
as $$ select exists (select from luheng.energy_device d where d.enterprise = called) $$;
create policy by_right on luheng.energy_refusal for select to luheng_app
  using (enterprise in (select luheng.metered_enterprises())
         or ((select luheng.acting_role()) = 'office' and not luheng.has_energy_device(enterprise)));

-- The enterprise itself and the office say that a meter was changed.
create policy of_the_own on luheng.energy_meter_change for insert to luheng_app
  with check ((select luheng.acting_role()) in ('office', 'enterprise', 'institution')
              and enterprise in (select luheng.metered_enterprises()));

-- ---- What offices and devices do ----------------------------------------------------------------------------------

-- An office lets the device of an enterprise register until then; a device that is there may register anew.
create function luheng.open_energy_device(enterprise text, encrypted boolean, valid_word text, until timestamptz, sample boolean)
  returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  opened integer;
begin
  if not luheng.may_keep_devices(enterprise)
     or not exists (select from luheng.body b where b.code = enterprise and b.kind in ('企业', '公共机构')) then
    raise exception using errcode = 'LH010',
      message = format('%s 不在本办公室的辖区内 (%s is not within the reach of this office)', enterprise, enterprise);
  end if;
  if until > statement_timestamp() + interval '31 days' then
    raise exception using errcode = 'LH033', message = '注册期至多三十天 (a window is open for 31 days at most)';
  end if;
  insert into luheng.energy_device as d (enterprise, encrypted, valid_word, register_until, sample)
    values (enterprise, encrypted, valid_word, until, sample)
    on conflict on constraint energy_device_enterprise_key do update
      set encrypted = excluded.encrypted, valid_word = excluded.valid_word, register_until = excluded.register_until
    returning id into opened;
  return opened;
end
$$;

-- The device got its name and key.
create function luheng.register_energy_device(which integer, name_digest bytea, secret_key bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  update luheng.energy_device set registered = clock_timestamp()
    where id = which and luheng.part() = 'metering' and register_until > clock_timestamp();
  if not found then
    return false;
  end if;
  insert into luheng.energy_device_secret as s (device, name_digest, secret_key) values (which, name_digest, secret_key)
    on conflict (device) do update set name_digest = excluded.name_digest, secret_key = excluded.secret_key,
                                       recorded = statement_timestamp(), actor = luheng.actor();
  return true;
end
$$;

-- It spoke under its name: from now on nobody else may register for it.
create function luheng.energy_device_spoke(which integer) returns void
  language sql volatile security definer
  set search_path = pg_catalog
as $$
  update luheng.energy_device set register_until = null where id = which and register_until is not null and luheng.part() = 'metering';
$$;

-- Counts what was not taken. A flood of names nobody knows ends in one row.
create function luheng.count_energy_refusal(called text, said text, from_address text) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  today constant date := (clock_timestamp() at time zone 'Asia/Shanghai')::date;
  name text := called;
begin
  if luheng.part() <> 'metering' then
    raise exception using errcode = 'LH032', message = '只由能耗在线接口记录 (counted by the interface only)';
  end if;
  if not luheng.has_energy_device(called)
     and (select count(*) from luheng.energy_refusal r where r.day = today) >= 500 then
    name := '';
  end if;
  insert into luheng.energy_refusal as r (day, enterprise, message, address, times, first_at, last_at)
    values (today, name, said, case when name = '' and called <> '' then '' else from_address end, 1, clock_timestamp(), clock_timestamp())
    on conflict (day, enterprise, message, address) do update
      set times = r.times + 1, last_at = excluded.last_at;
end
$$;
