-- The files of the register bring places and departments. Enterprises and institutions are added by the office of their
-- place, and by the samples; in one stroke, so that none is left that lies nowhere.
create function luheng.add_body(code text, body_kind text, name text, industry text, place text) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not coalesce(luheng.part() = 'register'
                  or (luheng.acting_role() = 'office' and place in (select luheng.seen_bodies())), false) then
    raise exception using errcode = 'LH010',
      message = format('%s 不在本办公室的辖区内 (%s is not within the reach of this office)', place, place);
  end if;
  if body_kind not in ('企业', '公共机构') or not luheng.is_uscc(code)
     or not exists (select from luheng.body there where there.code = place and there.kind = '地区'
                      and (there.valid_to is null or there.valid_to > current_date)) then
    raise exception using errcode = 'LH011',
      message = '只能登记现有地区内有统一社会信用代码的企业和公共机构'
                ' (only enterprises and institutions with a unified social credit code, within a place that exists)';
  end if;
  insert into luheng.body (code, kind, name) values (code, body_kind, name);
  if body_kind = '企业' then
    insert into luheng.enterprise (code, uscc, industry) values (code, code, nullif(industry, ''));
  else
    insert into luheng.institution (code, uscc) values (code, code);
  end if;
  insert into luheng.body_membership (body, within, source) values (code, place, '办公室登记');
end
$$;
