-- The two roles of Luheng. An administrator runs this once on a system PostgreSQL (15 or later) as a superuser:
--
--     psql -f roles.sql
--     psql -c '\password luheng_owner'          -- becomes LUHENG_DB_OWNER_PASSWORD
--     psql -c '\password luheng_app'            -- becomes LUHENG_DB_APP_PASSWORD
--     createdb --owner=luheng_owner --encoding=UTF8 --template=template0 luheng
--
-- and gives the application LUHENG_DB_URL=jdbc:postgresql://host:5432/luheng. The embedded PostgreSQL runs this same
-- file at its first start. It may be run again without harm.

do $$
begin
  if not exists (select from pg_roles where rolname = 'luheng_owner') then
    create role luheng_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'luheng_app') then
    create role luheng_app;
  end if;
end
$$;

-- Owns the schema and migrates it.
alter role luheng_owner login nosuperuser nobypassrls nocreaterole nocreatedb noreplication;

-- Runs the application: owns nothing, and row security holds for it.
alter role luheng_app login nosuperuser nobypassrls nocreaterole nocreatedb noreplication;
