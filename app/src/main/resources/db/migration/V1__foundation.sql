-- The foundation: who may do what, and who did it. Runs as luheng_owner in the schema luheng.

-- What must hold of the roles, in one place: looked at here, and again by the application on every start.
create function luheng.check_roles() returns void
  language plpgsql stable
  set search_path = pg_catalog
as $$
declare
  faults text;
begin
  select string_agg(fault, '; ' order by fault) into faults
  from (
    select 'role ' || wanted || ' does not exist' as fault
      from unnest(array['luheng_owner', 'luheng_app']) as wanted
      where not exists (select from pg_roles where rolname = wanted)
    union all
    select 'role ' || rolname || ' must not have ' || power
      from pg_roles,
        lateral (values ('SUPERUSER', rolsuper), ('BYPASSRLS', rolbypassrls), ('CREATEROLE', rolcreaterole),
                        ('CREATEDB', rolcreatedb), ('REPLICATION', rolreplication)) as powers (power, has)
      where rolname in ('luheng_owner', 'luheng_app') and has
    union all
    select 'role luheng_app must not be a member of ' || other.rolname
      from pg_roles app, pg_roles other
      where app.rolname = 'luheng_app'
        and (other.rolname = 'luheng_owner' or other.rolsuper or other.rolbypassrls)
        and other.oid <> app.oid
        and pg_has_role(app.oid, other.oid, 'member')
    union all
    select 'schema luheng must belong to luheng_owner, not to ' || pg_get_userbyid(nspowner)
      from pg_namespace
      where nspname = 'luheng' and pg_get_userbyid(nspowner) <> 'luheng_owner'
    union all
    select 'table ' || relname || ' must belong to luheng_owner, not to ' || pg_get_userbyid(relowner)
      from pg_class
      where relnamespace = (select oid from pg_namespace where nspname = 'luheng')
        and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and pg_get_userbyid(relowner) <> 'luheng_owner'
  ) as found;
  if faults is not null then
    raise exception using
      errcode = 'LH001',
      message = '数据库角色不符合要求 (database roles are not as required): ' || faults,
      hint = '请由管理员执行 roles.sql (an administrator runs roles.sql)';
  end if;
end
$$;

do $$
begin
  if current_user <> 'luheng_owner' then
    raise exception using
      errcode = 'LH001',
      message = '数据库迁移须以 luheng_owner 执行，当前为 ' || current_user
             || ' (migrations must run as luheng_owner, not as ' || current_user || ')';
  end if;
  perform luheng.check_roles();
end
$$;

-- The application reads and adds by default; a table that may be changed or emptied says so in its own migration
-- (grant update, delete on … to luheng_app).
grant usage on schema luheng to luheng_app;
alter default privileges in schema luheng grant select, insert on tables to luheng_app;
alter default privileges in schema luheng grant usage on sequences to luheng_app;
alter default privileges revoke execute on functions from public;
alter default privileges in schema luheng grant execute on functions to luheng_app;
revoke all on function luheng.check_roles() from public;
grant execute on function luheng.check_roles() to luheng_app;

-- Who acts in this transaction; null where nobody said so.
create function luheng.actor() returns text
  language sql stable
as $$ select nullif(current_setting('luheng.actor', true), '') $$;

-- Refuses a change nobody answers for. Every table of the schema has it (a test over the catalogue sees to that):
--   create trigger actor before insert or update or delete or truncate on luheng.thing
--     for each statement execute function luheng.require_actor();
-- and keeps the name in a column: actor text not null default luheng.actor().
create function luheng.require_actor() returns trigger
  language plpgsql
as $$
begin
  if luheng.actor() is null then
    raise exception using
      errcode = 'LH002',
      message = format('改动 %I 须有责任人 (%s on %I without an actor)', tg_table_name, lower(tg_op), tg_table_name),
      hint = 'new Actor("…").run(() -> …), within a transaction';
  end if;
  -- Without meaning for a statement; for a row, null would drop it in silence.
  if tg_level = 'STATEMENT' then
    return null;
  elsif tg_op = 'DELETE' then
    return old;
  else
    return new;
  end if;
end
$$;
