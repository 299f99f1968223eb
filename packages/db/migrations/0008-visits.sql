-- What a member had seen when last here, and a signal when there is something new.
--
-- "What changed since your last visit" compares two states of the figures, so a
-- visit is kept as two release numbers: what was seen at the end of this visit so
-- far, and at the end of the one before. A member sees and changes their own row only.

create table visit (
  tenant_id    uuid   not null references tenant on delete restrict,
  user_id      text   not null,
  seen_seq     bigint not null,
  previous_seq bigint,                       -- null: this is the first visit
  seen_at      timestamptz not null default now(),
  primary key (tenant_id, user_id)
);
alter table visit enable row level security;
alter table visit force row level security;
create policy own_visit on visit to app
  using (tenant_id = (select current_tenant()) and user_id = (select current_actor()))
  with check (tenant_id = (select current_tenant()) and user_id = (select current_actor()));
grant select, insert, update (seen_seq, previous_seq, seen_at) on visit to app;

-- Answers kept in memory are dropped on this signal. Postgres sends it when the
-- publishing transaction commits, so nobody forgets an answer too early. It says nothing but "now".
create function announce_edition() returns trigger language plpgsql as $$
begin
  perform pg_notify('published', '');
  return null;
end $$;
create trigger announce after insert on edition for each statement execute function announce_edition();
