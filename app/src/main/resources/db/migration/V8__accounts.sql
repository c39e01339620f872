-- The keeping of accounts: what the pages of the administrator may change, and what not even he may.

-- Whoever holds the part access changes these columns and no others; logins, roles and bodies stay what they were.
revoke update on luheng.account, luheng.standing, luheng.invitation from luheng_app;
grant update (name, state) on luheng.account to luheng_app;
grant update (ended) on luheng.standing to luheng_app;
grant update (used) on luheng.invitation to luheng_app;

-- A recovery link may also drop the second factor, where the telephone is gone too.
alter table luheng.invitation add column drops_second_factor boolean not null default false
  check (not drops_second_factor or purpose = '找回');

-- Tokens of programs: when last used, for their owner; at most once a minute.
alter table luheng.access_token add column last_used timestamptz;
revoke update on luheng.access_token from luheng_app;
grant update (ended, last_used) on luheng.access_token to luheng_app;

-- Standings are given and ended by administrators, or by a part of the program that acts for nobody: the first start and the
-- samples. None gives himself one that sees data, for an administrator sees none by that right; another has to. A standing
-- that ended stays ended.
create function luheng.standing_is_given() returns trigger
  language plpgsql
as $$
begin
  if luheng.account() is not null and luheng.acting_role() is distinct from 'administrator' then
    raise exception using errcode = 'LH007',
      message = '身份只由管理员授予和结束 (standings are given and ended by administrators)';
  end if;
  if tg_op = 'INSERT' and new.account = luheng.account() and new.role <> 'administrator' then
    raise exception using errcode = 'LH008',
      message = '管理员不能给自己授予这种身份 (an administrator cannot give himself this standing)';
  end if;
  if tg_op = 'UPDATE' and old.ended is not null then
    raise exception using errcode = 'LH007',
      message = '身份已经结束 (the standing has ended)';
  end if;
  return new;
end
$$;
create trigger given before insert or update on luheng.standing
  for each row execute function luheng.standing_is_given();

-- Somebody must be left who can manage accounts. The lock makes two who take each other's right away take turns.
create function luheng.administrator_is_left() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform pg_advisory_xact_lock(20210009);
  if tg_table_name = 'account'
     and not exists (select from luheng.standing s
                       where s.account = new.id and s.role = 'administrator' and s.ended is null) then
    return null;
  end if;
  if not exists (select from luheng.standing s
                   join luheng.account a on a.id = s.account and a.state = '可用'
                   where s.role = 'administrator' and s.ended is null) then
    raise exception using errcode = 'LH009',
      message = '最后一位管理员不能停用，也不能结束其身份 (the last administrator stays)';
  end if;
  return null;
end
$$;
create trigger administrator_is_left after update on luheng.standing
  for each row when (old.role = 'administrator' and old.ended is null and new.ended is not null)
  execute function luheng.administrator_is_left();
create trigger administrator_is_left after update on luheng.account
  for each row when (old.state = '可用' and new.state <> '可用')
  execute function luheng.administrator_is_left();
