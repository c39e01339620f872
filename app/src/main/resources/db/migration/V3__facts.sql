-- Facts: what somebody said about one element of one body in one period. Only ever added.

create function luheng.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception using
    errcode = 'LH004',
    message = format('%I 只增不改 (%I is append-only: %s refused)', tg_table_name, tg_table_name, lower(tg_op)),
    hint = '更正请再录入一条新的数据 (a correction is a new fact)';
end
$$;

-- One file as it was read; written in the transaction of its facts, so that a half-read file leaves nothing.
create table luheng.fact_import (
  id bigint generated always as identity primary key,
  file_name text not null check (length(file_name) <= 300),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  encoding text not null,
  notice text not null default '',     -- what the reader should know: read as GBK, same file as import 12 …
  sample boolean not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  rejected integer not null,
  started timestamptz not null,
  finished timestamptz not null,
  actor text not null default luheng.actor()
);

create table luheng.fact (
  id bigint generated always as identity primary key,   -- in the order of commits: see luheng.lock_facts()
  body text not null references luheng.body,
  element text not null check (length(element) between 1 and 100),
  period text not null,                -- 2021, 2021-Q2, 2021-06, 2021-01/2021-06
  period_from date not null,
  period_to date not null,
  value numeric not null check (value <> 'NaN' and abs(value) < 1e24 and scale(value) <= 30),
  unit text not null check (length(unit) <= 50),         -- the element's own
  given text check (length(given) <= 120),               -- value and unit as entered, where they differ
  stage text not null check (stage in ('初步', '最终', '普查修订')),
  authority text not null check (length(authority) <= 100),
  channel text not null check (channel in ('', '统计', '行政', '在线')),
  source text not null check (length(source) <= 300),
  published date not null,             -- when the world knew it
  sample boolean not null,
  import bigint not null references luheng.fact_import,
  line integer not null,
  recorded timestamptz not null default statement_timestamp(),   -- when it came to us
  actor text not null default luheng.actor(),
  check (period_from <= period_to),
  unique (import, line)
);

-- The same statement is stored once. Its first seven columns say what it is about; another value or source under them is
-- a correction, and the one with the highest id counts.
create unique index fact_once on luheng.fact
  (body, element, period, stage, authority, channel, published, source, value, unit);
create index fact_of_element on luheng.fact (element, period_to);

create table luheng.fact_import_row (
  import bigint not null references luheng.fact_import,
  line integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  fact bigint references luheng.fact,         -- stored by this row, or standing where it is unchanged
  previous bigint references luheng.fact,     -- what it corrects
  fault text,                                 -- code of docs/errors.md
  field text,
  message text,
  given text,                                 -- the refused value
  primary key (import, line),
  check ((outcome = 'rejected') = (fault is not null)),
  check ((outcome = 'rejected') = (fact is null)),
  check ((outcome = 'updated') = (previous is not null))
);

-- Ids are handed out and committed by one transaction at a time, so that whoever follows by id > last misses nothing.
create function luheng.lock_facts() returns void
  language sql volatile
as $$ select pg_advisory_xact_lock(20210001) $$;

-- The lock is not left to good will: an insertion without it is refused.
create function luheng.require_fact_lock() returns trigger
  language plpgsql
as $$
begin
  if not exists (select from pg_locks
                   where locktype = 'advisory' and pid = pg_backend_pid() and granted
                     and classid = 0 and objid = 20210001 and objsubid = 1) then
    raise exception using
      errcode = 'LH005',
      message = '录入数据须先取得顺序锁 (facts are inserted under luheng.lock_facts())';
  end if;
  return null;
end
$$;
create trigger in_order before insert on luheng.fact
  for each statement execute function luheng.require_fact_lock();

do $$
declare
  fact_table text;
begin
  foreach fact_table in array array['fact', 'fact_import', 'fact_import_row'] loop
    execute format('create trigger actor before insert or update or delete or truncate on luheng.%I
                      for each statement execute function luheng.require_actor()', fact_table);
    execute format('create trigger append_only before update or delete or truncate on luheng.%I
                      for each statement execute function luheng.refuse_change()', fact_table);
    execute format('revoke update, delete, truncate on luheng.%I from luheng_app', fact_table);
  end loop;
end
$$;
