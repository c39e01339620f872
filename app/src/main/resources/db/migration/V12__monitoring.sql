-- Automatic monitoring: devices and what they are linked to, the messages they sent, and the frames themselves for evidence.
-- Written by the gateway (part 'gateway'); read by whoever has a right to the enterprise the device measured at that time.

-- ---- Devices and their links --------------------------------------------------------------------------------------

create table luheng.device (
  id integer generated always as identity primary key,
  mn text not null unique check (mn ~ '^[\x21-\x7e]{1,40}$'),          -- HJ 212-2017 6.3.2: 24 of 0-9A-F; real ones differ
  name text not null check (name <> '' and length(name) <= 200),
  edition smallint not null default 2017 check (edition in (2005, 2017, 2025)),
  strictness text not null default '宽容' check (strictness in ('严格', '宽容', '不校验')),
  active boolean not null default true,
  sample boolean not null default false,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
comment on table luheng.device is '在线监测设备（数采仪）';

-- What a device proves itself with, and the key of its content (2025). The gateway has to know them in clear: it compares
-- them, and sends them back in its answers.
create table luheng.device_secret (
  device integer primary key references luheng.device,
  password text not null check (length(password) <= 40),
  sm4_key bytea check (octet_length(sm4_key) = 16),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);

-- Which outlet a device measures, and when: devices are moved.
create table luheng.device_link (
  id bigint generated always as identity primary key,
  device integer not null references luheng.device,
  outlet text not null references luheng.source,
  valid_from date,
  valid_to date,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (valid_from < valid_to)
);
create index on luheng.device_link (device);
create index on luheng.device_link (outlet);

-- Under which permit (排污许可证) an outlet discharges, and when. Whose outlet it is, its membership says.
create table luheng.outlet_permit (
  id bigint generated always as identity primary key,
  outlet text not null references luheng.source,
  permit text not null check (permit ~ '^[0-9A-Z]{18,23}$'),
  valid_from date,
  valid_to date,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (valid_from < valid_to)
);
create index on luheng.outlet_permit (outlet);

-- One outlet at a time for a device, one permit at a time for an outlet.
create function luheng.link_once_at_a_time() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  taken boolean;
begin
  if tg_table_name = 'device_link' then
    perform from luheng.device where id = new.device for update;
    select exists (select from luheng.device_link o where o.device = new.device and o.id <> new.id
                     and daterange(o.valid_from, o.valid_to) && daterange(new.valid_from, new.valid_to)) into taken;
  else
    perform from luheng.source where code = new.outlet for update;
    select exists (select from luheng.outlet_permit o where o.outlet = new.outlet and o.id <> new.id
                     and daterange(o.valid_from, o.valid_to) && daterange(new.valid_from, new.valid_to)) into taken;
  end if;
  if taken then
    raise exception using errcode = 'LH031',
      message = '同一时间只能有一个 (two links of one thing at the same time)';
  end if;
  return null;
end
$$;
create trigger once_at_a_time after insert or update on luheng.device_link
  for each row execute function luheng.link_once_at_a_time();
create trigger once_at_a_time after insert or update on luheng.outlet_permit
  for each row execute function luheng.link_once_at_a_time();

-- ---- Messages and frames ------------------------------------------------------------------------------------------

-- The names in the data of a message, in their order: written once, for a device sends the same ones for years. 0: the
-- message carries its names itself.
create table luheng.message_shape (
  id integer generated always as identity primary key,
  names text not null unique check (length(names) <= 8000),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);

-- One row for each frame of a known device, whatever its command; a packet of several is a row of its own, and those of one
-- message have DataTime in common. A reading is (device, factor, cn, data_time); of several that say it, the one received
-- last counts, and all are kept. The same bytes are stored once: the same bytes have the same DataTime, so the key of a
-- partition is the key of all.
create table luheng.message (
  data_time timestamptz not null,      -- DataTime; else the time in QN; else when it came
  received timestamptz not null,       -- no two alike: names the frame in its block, and orders versions
  device integer not null,
  shape integer not null,
  cn smallint not null,
  digest uuid not null,                -- first half of the sha256 of the frame
  content bytea not null,              -- values in the order of the shape (org.luheng.app.monitor.Packed)
  unique (device, cn, data_time, digest)
) partition by list (cn);
comment on table luheng.message is '在线监测报文';
create table luheng.message_2011 partition of luheng.message for values in (2011) partition by range (data_time);
create table luheng.message_2051 partition of luheng.message for values in (2051) partition by range (data_time);
create table luheng.message_2061 partition of luheng.message for values in (2061) partition by range (data_time);
create table luheng.message_2031 partition of luheng.message for values in (2031) partition by range (data_time);
create table luheng.message_else partition of luheng.message default partition by range (data_time);
-- What has a clock a year off goes here, and is found.
create table luheng.message_2011_astray partition of luheng.message_2011 default;
create table luheng.message_2051_astray partition of luheng.message_2051 default;
create table luheng.message_2061_astray partition of luheng.message_2061 default;
create table luheng.message_2031_astray partition of luheng.message_2031 default;
create table luheng.message_else_astray partition of luheng.message_else default;

-- The frames as they came, those of one commit together and deflated (org.luheng.app.monitor.store.FrameBlock).
create table luheng.frame_block (
  first_received timestamptz not null,
  last_received timestamptz not null,
  frames integer not null,
  sha256 bytea not null check (octet_length(sha256) = 32),     -- of the content
  content bytea not null,
  primary key (first_received)
) partition by range (first_received);
comment on table luheng.frame_block is '原始报文';
create table luheng.frame_block_astray partition of luheng.frame_block default;
alter table luheng.frame_block alter column content set storage external;

-- What came and was not taken, counted by day: unknown devices, wrong passwords, broken frames.
create table luheng.device_trouble (
  day date not null,
  mn text not null check (length(mn) <= 40),           -- empty: none could be read
  kind text not null check (length(kind) <= 40),
  address text not null check (length(address) <= 60),
  times bigint not null check (times > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  excerpt text not null check (length(excerpt) <= 400),
  primary key (day, mn, kind, address)
);
create index on luheng.device_trouble (mn);

-- How long what is kept, in days; what is not named here is kept for good.
create table luheng.message_retention (
  what text primary key check (what in ('2011', '2051', '2061', '2031', 'else', 'frame')),
  days integer not null check (days >= 30),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);
insert into luheng.message_retention (what, days) values ('2011', 400), ('2051', 1830), ('frame', 1830);

-- ---- Partitions ---------------------------------------------------------------------------------------------------

-- Nobody but the owner reaches a partition except through the table, whose policies decide.
create procedure luheng.close_partition(part regclass)
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  execute format('revoke all on %s from luheng_app', part);
  call luheng.guard(part);
  execute format('create policy through_the_table on %s to luheng_app using (false) with check (false)', part);
end
$$;
revoke execute on procedure luheng.close_partition(regclass) from public, luheng_app;

-- Day for real-time and minute values, month for hours, the rest and frames, year for days: makes what is missing between
-- two days, both included. What went astray and belongs there is moved in.
create function luheng.prepare_partitions(what text, first_day date, last_day date) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  parent constant text := case what when 'frame' then 'frame_block' else 'message_' || what end;
  key constant text := case what when 'frame' then 'first_received' else 'data_time' end;
  step constant text := case when what in ('2011', '2051') then 'day' when what = '2031' then 'year' else 'month' end;
  begins date := date_trunc(step, first_day)::date;
  ends date;
  name text;
  made integer := 0;
  low timestamptz;
  high timestamptz;
begin
  if luheng.part() <> 'gateway' or last_day > first_day + 1000 or what not in ('2011', '2051', '2061', '2031', 'else', 'frame') then
    raise exception using errcode = 'LH032', message = '只由网关建立分区 (partitions are made by the gateway)';
  end if;
  perform pg_advisory_xact_lock(20210012);
  while begins <= last_day loop
    ends := (begins + ('1 ' || step)::interval)::date;
    name := parent || '_' || to_char(begins, case step when 'day' then 'YYYYMMDD' when 'month' then 'YYYYMM' else 'YYYY' end);
    if to_regclass('luheng.' || name) is null then
      low := begins::timestamp at time zone 'Asia/Shanghai';
      high := ends::timestamp at time zone 'Asia/Shanghai';
      execute format('create table luheng.%I (like luheng.%I including all)', name, parent);
      execute format('with gone as (delete from luheng.%I where %I >= %L and %I < %L returning *) insert into luheng.%I select * from gone',
                     parent || '_astray', key, low, key, high, name);
      execute format('alter table luheng.%I attach partition luheng.%I for values from (%L) to (%L)', parent, name, low, high);
      call luheng.close_partition(format('luheng.%I', name)::regclass);
      made := made + 1;
    end if;
    begins := ends;
  end loop;
  return made;
end
$$;

-- Drops what is older than it has to be kept.
create function luheng.drop_old_partitions(today date) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  old record;
  dropped integer := 0;
begin
  if luheng.part() <> 'gateway' then
    raise exception using errcode = 'LH032', message = '只由网关清理分区 (partitions are dropped by the gateway)';
  end if;
  for old in
    select child.oid::regclass as part
      from luheng.message_retention r
      join pg_class parent on parent.oid = to_regclass('luheng.' || case r.what when 'frame' then 'frame_block' else 'message_' || r.what end)
      join pg_inherits i on i.inhparent = parent.oid
      join pg_class child on child.oid = i.inhrelid
      where child.relname !~ 'astray'
        and substring(pg_get_expr(child.relpartbound, child.oid) from 'TO \(''([^'']+)''')::timestamptz
            <= (today - r.days)::timestamp at time zone 'Asia/Shanghai'
  loop
    execute format('drop table %s', old.part);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;

-- The shape of these names; made where there is none.
create function luheng.shape_of(wanted text) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  found_id integer;
begin
  if luheng.part() <> 'gateway' then
    raise exception using errcode = 'LH032', message = '只由网关登记报文格式 (shapes are made by the gateway)';
  end if;
  select s.id into found_id from luheng.message_shape s where s.names = wanted;
  if found_id is null then
    insert into luheng.message_shape (names) values (wanted)
      on conflict (names) do update set names = excluded.names returning id into found_id;
  end if;
  return found_id;
end
$$;

-- ---- Who sees what ------------------------------------------------------------------------------------------------

-- Devices whose readings the acting standing may see, and from when to when: while the device measured an outlet, and the
-- outlet belonged to a body that is seen. A department sees them where it has a duty in pollutants.
create function luheng.device_spans() returns table (device integer, since timestamptz, until timestamptz, whole boolean)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  with spans as (
    select l.device, greatest(l.valid_from, m.valid_from) as first_day, least(l.valid_to, m.valid_to) as end_day
      from luheng.device_link l
      join luheng.body_membership m on m.body = l.outlet and daterange(m.valid_from, m.valid_to) && daterange(l.valid_from, l.valid_to)
      where m.within in (select luheng.seen_bodies())
        and (luheng.sees_all_elements()
             or exists (select from luheng.seen_elements() as e (element) where e.element like 'pollutant.%'))
  )
  select s.device, coalesce(s.first_day::timestamp at time zone 'Asia/Shanghai', '-infinity'),
         coalesce(s.end_day::timestamp at time zone 'Asia/Shanghai', 'infinity'), s.first_day is null and s.end_day is null
    from spans s
$$;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['device', 'device_secret', 'device_link', 'outlet_permit', 'message_shape', 'message', 'message_2011',
                                 'message_2051', 'message_2061', 'message_2031', 'message_else', 'frame_block', 'device_trouble',
                                 'message_retention'] loop
    if guarded like 'message\_%' and guarded not in ('message_shape', 'message_retention') then
      call luheng.close_partition(format('luheng.%I', guarded)::regclass);
      call luheng.close_partition(format('luheng.%I_astray', guarded)::regclass);
    else
      call luheng.guard(format('luheng.%I', guarded)::regclass);
      execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                        for each statement execute function luheng.require_actor()', guarded);
      execute format('create policy gateway_reads on luheng.%I for select to luheng_app
                        using ((select luheng.part()) = ''gateway'')', guarded);
    end if;
  end loop;
  call luheng.close_partition('luheng.frame_block_astray');
  -- Not audited row by row: the frames of a day are, by their digest (luheng.record_frames); messages follow from frames, and
  -- troubles are the gateway's own counting.
  foreach guarded in array array['device', 'device_secret', 'device_link', 'outlet_permit', 'message_shape', 'message_retention'] loop
    call luheng.audit(format('luheng.%I', guarded)::regclass,
                      case guarded when 'device_secret' then 'password,sm4_key' else '' end);
  end loop;
  revoke insert on luheng.device, luheng.device_secret, luheng.device_link, luheng.outlet_permit, luheng.message_shape,
    luheng.message_retention from luheng_app;
end
$$;
grant update on luheng.device_trouble to luheng_app;

create policy gateway_adds on luheng.message for insert to luheng_app with check ((select luheng.part()) = 'gateway');
create policy gateway_adds on luheng.frame_block for insert to luheng_app with check ((select luheng.part()) = 'gateway');
create policy gateway_adds on luheng.device_trouble for insert to luheng_app with check ((select luheng.part()) = 'gateway');
create policy gateway_counts on luheng.device_trouble for update to luheng_app
  using ((select luheng.part()) = 'gateway') with check ((select luheng.part()) = 'gateway');

create policy by_right on luheng.device for select to luheng_app using (id in (select s.device from luheng.device_spans() s));
create policy by_right on luheng.device_link for select to luheng_app using (device in (select s.device from luheng.device_spans() s));
create policy by_right on luheng.outlet_permit for select to luheng_app
  using (outlet in (select l.outlet from luheng.device_link l) or outlet in (select luheng.seen_bodies()));
create policy by_right on luheng.message for select to luheng_app
  using (device in (select s.device from luheng.device_spans() s where s.whole)
         or exists (select from luheng.device_spans() s
                      where s.device = message.device and not s.whole and data_time >= s.since and data_time < s.until));
create policy readers on luheng.message_shape for select to luheng_app using ((select luheng.acting_role()) is not null);
create policy readers on luheng.message_retention for select to luheng_app using ((select luheng.acting_role()) is not null);
-- An unknown device is nobody's yet: offices may adopt it. The trouble of a known one is seen by who sees the device.
create function luheng.is_nobodys_device(called text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
as $$ select not exists (select from luheng.device d where d.mn = called) $$;
create policy by_right on luheng.device_trouble for select to luheng_app
  using (mn in (select d.mn from luheng.device d)
         or ((select luheng.acting_role()) = 'office' and kind = '未登记' and luheng.is_nobodys_device(mn)));

-- ---- What offices do ----------------------------------------------------------------------------------------------

create function luheng.may_keep_devices(enterprise text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select coalesce(luheng.part() = 'samples'
                  or (luheng.acting_role() = 'office' and enterprise in (select luheng.seen_bodies())), false)
$$;
revoke execute on function luheng.may_keep_devices(text) from luheng_app;

-- An outlet of an enterprise, with its permit. The code is the enterprise's and the outlet's own: 9141…-DA001.
create function luheng.add_outlet(enterprise text, number text, name text, permit text, since date) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  code constant text := enterprise || '-' || number;
begin
  if not luheng.may_keep_devices(enterprise)
     or not exists (select from luheng.body b where b.code = enterprise and b.kind in ('企业', '公共机构')) then
    raise exception using errcode = 'LH010',
      message = format('%s 不在本办公室的辖区内 (%s is not within the reach of this office)', enterprise, enterprise);
  end if;
  insert into luheng.body (code, kind, name, valid_from) values (code, '污染源', name, since);
  insert into luheng.source (code, source_kind) values (code, '排放口');
  insert into luheng.body_membership (body, within, valid_from, source) values (code, enterprise, since, '办公室登记');
  if permit <> '' then
    insert into luheng.outlet_permit (outlet, permit, valid_from) values (code, permit, since);
  end if;
  return code;
end
$$;

-- A device, its password and its outlet at once, so that none is left that nobody sees.
create function luheng.adopt_device(mn text, name text, edition integer, strictness text, password text, sm4_key bytea,
                                    outlet text, since date, sample boolean) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  made integer;
begin
  if not exists (select from luheng.body_membership m where m.body = outlet and luheng.may_keep_devices(m.within)
                   and (m.valid_to is null or m.valid_to > current_date)) then
    raise exception using errcode = 'LH010',
      message = format('%s 不在本办公室的辖区内 (%s is not within the reach of this office)', outlet, outlet);
  end if;
  insert into luheng.device (mn, name, edition, strictness, sample) values (mn, name, edition, strictness, sample) returning id into made;
  insert into luheng.device_secret (device, password, sm4_key) values (made, password, sm4_key);
  insert into luheng.device_link (device, outlet, valid_from) values (made, outlet, since);
  return made;
end
$$;

-- From this day on the device measures another outlet.
create function luheng.move_device(moved integer, to_outlet text, since date) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not exists (select from luheng.body_membership m where m.body = to_outlet and luheng.may_keep_devices(m.within)
                   and (m.valid_to is null or m.valid_to > current_date))
     or not exists (select from luheng.device_link l join luheng.body_membership m on m.body = l.outlet
                      where l.device = moved and l.valid_to is null and luheng.may_keep_devices(m.within)) then
    raise exception using errcode = 'LH010',
      message = format('%s 不在本办公室的辖区内 (%s is not within the reach of this office)', to_outlet, to_outlet);
  end if;
  update luheng.device_link set valid_to = since where device = moved and valid_to is null;
  insert into luheng.device_link (device, outlet, valid_from) values (moved, to_outlet, since);
end
$$;

-- ---- The trail ----------------------------------------------------------------------------------------------------

-- All frames received on a day, in one hash.
create function luheng.frames_digest(wanted date) returns text
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select coalesce(sum(b.frames), 0) || ' ' || encode(sha256(coalesce(string_agg(b.sha256, '' order by b.first_received), '')), 'hex')
    from luheng.frame_block b
    where b.first_received >= wanted::timestamp at time zone 'Asia/Shanghai'
      and b.first_received < (wanted + 1)::timestamp at time zone 'Asia/Shanghai'
$$;
revoke execute on function luheng.frames_digest(date) from luheng_app;

-- When a day is over, its digest goes into the trail, once.
create function luheng.record_frames(wanted date) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if luheng.part() <> 'gateway' or wanted >= (clock_timestamp() at time zone 'Asia/Shanghai')::date then
    raise exception using errcode = 'LH023', message = format('%s 的原始报文还不能记 (frames of %s cannot be recorded)', wanted, wanted);
  end if;
  if exists (select from luheng.audit_entry where act = '报文摘要' and subject = 'frame_block:' || wanted)
     or not exists (select from luheng.frame_block b where b.first_received >= wanted::timestamp at time zone 'Asia/Shanghai'
                      and b.first_received < (wanted + 1)::timestamp at time zone 'Asia/Shanghai') then
    return false;
  end if;
  perform luheng.enter('报文摘要', 'frame_block:' || wanted, '', luheng.frames_digest(wanted));
  return true;
end
$$;

-- For the verifier: days whose frames are not those whose digest they left. Of what was dropped by age nothing is claimed.
create function luheng.changed_frame_days() returns table (day date, left_digest text, has_digest text)
  language sql stable security definer
  set search_path = pg_catalog
as $$
  select substring(e.subject from 13)::date, e.after, luheng.frames_digest(substring(e.subject from 13)::date)
    from luheng.audit_entry e
    where luheng.part() = 'audit' and e.act = '报文摘要' and e.subject like 'frame\_block:%'
      and substring(e.subject from 13)::date > current_date - (select days from luheng.message_retention where what = 'frame') + 40
      and (e.after <> luheng.frames_digest(substring(e.subject from 13)::date)
           or exists (select from luheng.frame_block b
                        where b.first_received >= substring(e.subject from 13)::date::timestamp at time zone 'Asia/Shanghai'
                          and b.first_received < (substring(e.subject from 13)::date + 1)::timestamp at time zone 'Asia/Shanghai'
                          and b.sha256 <> sha256(b.content)))
$$;
