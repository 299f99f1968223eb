-- Roles, and the two settings on which every policy rests.
--
-- The roles belong to the cluster and are made here without passwords; infra sets
-- those. `app` is what the server logs in as: it owns nothing and cannot bypass row
-- security. `public_reader` may only select published, public rows. `benchmark`
-- cannot log in and owns the few functions that read across organisations.

do $$
declare
  name text;
begin
  foreach name in array array['app', 'public_reader', 'auth', 'jobs', 'benchmark'] loop
    begin
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I %s', name, case name when 'benchmark' then 'nologin' else 'login' end);
      end if;
    exception when duplicate_object or unique_violation then null; -- another database of this cluster is being set up
    end;
  end loop;
  -- An owner who is no superuser must be a member of the roles to which schemas and functions are given.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant benchmark, auth, jobs to %I', current_user);
  end if;
end $$;

revoke create on schema public from public;
grant usage on schema public to app, public_reader, auth, jobs, benchmark;

-- Null when unset, so that a session that became no one sees no rows.
create function current_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;

create function current_actor() returns text language sql stable parallel safe
  return nullif(current_setting('app.user', true), '');

create table economy (
  code     text primary key check (code ~ '^[A-Z]{3}$'),
  position integer not null unique
);
grant select on economy to app, public_reader;

-- Organisations. Everyone may know that an organisation exists; nothing here is confidential.
create table tenant (
  id            uuid primary key,
  slug          text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
  name          jsonb not null,              -- locale → name; `en` is always there
  kind          text not null check (kind in ('secretariat', 'ministry', 'ngo', 'regional-body')),
  economy       text references economy,
  demonstration boolean not null default false,
  time_zone     text not null default 'Europe/Brussels',
  created_at    timestamptz not null default now(),
  check (name ? 'en')
);
grant select on tenant to app, public_reader;

create table member (
  tenant_id    uuid not null references tenant on delete restrict,
  id           uuid not null,
  user_id      text not null,
  role         text not null check (role in ('viewer', 'analyst', 'approver', 'coordinator', 'translator', 'admin')),
  suspended_at timestamptz,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, user_id)
);
create index on member (user_id);
alter table member enable row level security;
alter table member force row level security;
create policy own_tenant on member to app using (tenant_id = (select current_tenant()));
grant select, insert, update (role, suspended_at), delete on member to app;

create table invitation (
  tenant_id   uuid not null references tenant on delete restrict,
  id          uuid not null,
  email       text not null,
  role        text not null check (role in ('viewer', 'analyst', 'approver', 'coordinator', 'translator', 'admin')),
  token_hash  text not null unique,
  invited_by  text not null,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  revoked_at  timestamptz,
  primary key (tenant_id, id)
);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own_tenant on invitation to app using (tenant_id = (select current_tenant()));
grant select, insert, update (accepted_at, revoked_at) on invitation to app;

-- What was done, by whom. Added to and never changed: the app is granted no update and no delete.
create table audit_event (
  tenant_id uuid not null references tenant on delete restrict,
  id        uuid not null,
  at        timestamptz not null default now(),
  actor     text not null,                   -- user id, or `service:NAME`
  action    text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  subject   text,
  detail    jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index on audit_event (tenant_id, at desc);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy own_tenant on audit_event to app using (tenant_id = (select current_tenant()));
grant select, insert on audit_event to app;
