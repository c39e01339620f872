-- The register: every body that can owe something, be counted or be measured, under one code that facts refer to.
-- Nothing is ever deleted here: what ended has valid_to, what went over into something else stands in body_succession.

-- GB 32100-2015: 18 characters without I O S V Z; the last is 31 − Σ(value × 3^(position−1) mod 31) mod 31.
create function luheng.is_uscc(code text) returns boolean
  language sql immutable strict parallel safe
as $$
  select code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'
     and strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', right(code, 1)) - 1
       = (31 - (select sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, place, 1)) - 1)
                           * (array[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[place])
                  from generate_series(1, 17) as place) % 31) % 31
$$;

create table luheng.body (
  code text primary key check (code <> '' and length(code) <= 64 and code !~ '\s'),
  kind text not null check (kind in ('地区', '部门', '企业', '公共机构', '园区', '污染源')),
  name text not null check (name <> '' and length(name) <= 200),
  valid_from date,
  valid_to date,                       -- the first day on which it no longer exists
  note text not null default '',
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (valid_from < valid_to),
  unique (code, kind)
);
comment on table luheng.body is '主体：地区、部门、企业、公共机构、园区、污染源';

create table luheng.body_alias (
  body text not null references luheng.body,
  name text not null check (name <> '' and length(name) <= 200),
  valid_from date,
  valid_to date,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  primary key (body, name),
  check (valid_from < valid_to)
);
create index on luheng.body_alias (name);

create table luheng.region (
  code text primary key,
  kind text not null default '地区' check (kind = '地区'),
  code_kind text not null,             -- GB/T 2260, 统计用区划代码, 本平台编码
  short text not null,
  level text not null check (level in ('国家', '省级', '地级', '县级', '开发区', '乡级')),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  foreign key (code, kind) references luheng.body (code, kind)
);

create table luheng.agency (
  code text primary key,
  kind text not null default '部门' check (kind = '部门'),
  jurisdiction text not null references luheng.region,
  agency_kind text not null,
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  foreign key (code, kind) references luheng.body (code, kind)
);

create table luheng.enterprise (
  code text primary key,
  kind text not null default '企业' check (kind = '企业'),
  uscc text unique check (luheng.is_uscc(uscc)),      -- null: not yet known
  industry text check (industry ~ '^[A-T]([0-9]{2,4})?$' or industry ~ '^[0-9]{2,4}$'),   -- GB/T 4754
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  foreign key (code, kind) references luheng.body (code, kind)
);

create table luheng.institution (
  code text primary key,
  kind text not null default '公共机构' check (kind = '公共机构'),
  uscc text unique check (luheng.is_uscc(uscc)),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  foreign key (code, kind) references luheng.body (code, kind)
);

create table luheng.park (
  code text primary key,
  kind text not null default '园区' check (kind = '园区'),
  park_level text not null default '',                -- 国家级, 省级 …
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  foreign key (code, kind) references luheng.body (code, kind)
);

-- An outlet (排放口) or a device on it; the body it belongs to is its membership.
create table luheng.source (
  code text primary key,
  kind text not null default '污染源' check (kind = '污染源'),
  source_kind text not null check (source_kind in ('排放口', '设备')),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  foreign key (code, kind) references luheng.body (code, kind)
);

-- Who lay in what, and when: a district in its city, an enterprise in its district and in its park, an outlet at its
-- enterprise. Open ended where valid_to is null; always so where valid_from is null.
create table luheng.body_membership (
  id bigint generated always as identity primary key,
  body text not null references luheng.body,
  within text not null references luheng.body,
  valid_from date,
  valid_to date,
  source text not null default '',
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (body <> within),
  check (valid_from < valid_to)
);
create index on luheng.body_membership (body);
create index on luheng.body_membership (within);

-- One place, one park, one owner at a time: two memberships in bodies of the same kind never overlap.
create function luheng.membership_once_at_a_time() returns trigger
  language plpgsql
as $$
declare
  other record;
begin
  perform from luheng.body where code = new.body for update;
  select m.* into other
    from luheng.body_membership m
    join luheng.body there on there.code = m.within
    where m.body = new.body
      and m.id <> new.id
      and there.kind = (select kind from luheng.body where code = new.within)
      and daterange(m.valid_from, m.valid_to) && daterange(new.valid_from, new.valid_to)
    limit 1;
  if found then
    raise exception using
      errcode = 'LH003',
      message = format('%s 在同一时间已属 %s (%s already lies in %s at that time)',
                       new.body, other.within, new.body, other.within);
  end if;
  return null;
end
$$;
create trigger once_at_a_time after insert or update on luheng.body_membership
  for each row execute function luheng.membership_once_at_a_time();

-- What became of a body: merged into another, split, recoded or renamed. share is the part of the old one that went over.
create table luheng.body_succession (
  id bigint generated always as identity primary key,
  predecessor text not null references luheng.body,
  successor text not null references luheng.body,
  on_day date not null,
  kind text not null check (kind in ('合并', '分立', '更名', '改码', '划转')),
  share numeric not null default 1 check (share > 0 and share <= 1),
  source text not null default '',
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor(),
  check (predecessor <> successor),
  unique (predecessor, successor, on_day)
);
create index on luheng.body_succession (successor);

-- Changed in place by the synchronisation with register/*.csv and by later work; deleted by nobody.
grant update on luheng.body, luheng.body_alias, luheng.region, luheng.agency, luheng.enterprise, luheng.institution,
  luheng.park, luheng.source, luheng.body_membership to luheng_app;

do $$
declare
  register_table text;
begin
  foreach register_table in array array['body', 'body_alias', 'region', 'agency', 'enterprise', 'institution', 'park',
                                        'source', 'body_membership', 'body_succession'] loop
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', register_table);
  end loop;
end
$$;
