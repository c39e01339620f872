-- The official documents that plans were read from, loaded by the office; the folders keep only their sha256 and positions.
create table luheng.plan_document (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null check (length(file_name) <= 300),
  content bytea not null check (length(content) <= 4000000),
  recorded timestamptz not null default statement_timestamp(),
  actor text not null default luheng.actor()
);

create trigger actor before insert or update or delete or truncate on luheng.plan_document
  for each statement execute function luheng.require_actor();
