-- What guards a figure on its way from a submission to readers.
--
-- Four eyes: whoever writes a name on a submission writes their own, and values
-- stand still from the moment they are sent for approval. The service says the
-- same with better words; this holds when the service is wrong.

-- Publishers compare what they looked at with what is newest (api/submissions/service.ts).
grant select on sequence release_seq to app;

create function check_submission_author() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user <> 'app' then return new; end if;
  if tg_op = 'INSERT' and new.entered_by is distinct from current_actor() then
    raise exception 'a submission is entered in one''s own name' using errcode = 'check_violation';
  end if;
  if new.approved_by is not null and (tg_op = 'INSERT' or new.approved_by is distinct from old.approved_by)
     and new.approved_by is distinct from current_actor() then
    raise exception 'a submission is approved in one''s own name' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.state = 'published' then
    raise exception 'a published submission does not change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger author before insert or update on submission for each row execute function check_submission_author();

create function check_submission_open() returns trigger language plpgsql set search_path = public as $$
begin
  if exists (select from changed v join submission s on s.tenant_id = v.tenant_id and s.id = v.submission_id
             where s.state not in ('draft', 'returned')) then
    raise exception 'values change only while their submission is a draft' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger open_on_insert after insert on submission_value
  referencing new table as changed for each statement execute function check_submission_open();
create trigger open_on_update after update on submission_value
  referencing new table as changed for each statement execute function check_submission_open();
create trigger open_on_delete after delete on submission_value
  referencing old table as changed for each statement execute function check_submission_open();

-- A demonstration never reaches the public.
alter table published_series add constraint demonstration_not_public
  check (audience <> 'public' or indicator not like 'DEMO\_%');
