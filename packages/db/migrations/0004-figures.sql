-- The figures: series, releases, and observations, one row a series, period and release.
--
-- Rows are added and never changed. A correction is a row in a later release;
-- that is what makes the past readable, so the app role is granted no update and
-- no delete. `release.seq` is one order over all organisations, given under an
-- advisory lock at the end of the publishing transaction, and is never shown.

create sequence release_seq;
grant usage on sequence release_seq to app;

create table series (
  tenant_id uuid not null references tenant on delete restrict,
  id        uuid not null,
  indicator text not null references indicator,
  economy   text not null references economy,
  breakdown text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, indicator, economy, breakdown)
);

create function check_demonstration() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (select demonstration from tenant where id = new.tenant_id) is distinct from
     (select demonstration from indicator where code = new.indicator) then
    raise exception 'demonstration organisations hold series on DEMO_ indicators only, and nobody else does'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger demonstration before insert or update on series for each row execute function check_demonstration();

create table submission (
  tenant_id    uuid not null references tenant on delete restrict,
  id           uuid not null,
  title        text not null,
  state        text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'published')),
  entered_by   text not null,
  approved_by  text,
  created_at   timestamptz not null default now(),
  approved_at  timestamptz,
  published_at timestamptz,
  source_year  integer,
  reason       text,
  primary key (tenant_id, id),
  -- four eyes: who entered cannot approve
  check (approved_by is null or approved_by <> entered_by),
  check (state not in ('approved', 'published') or approved_by is not null)
);

create table submission_value (
  tenant_id     uuid not null,
  submission_id uuid not null,
  series_id     uuid not null,
  period        text not null,
  value         numeric,
  text_value    text,
  comparator    text check (comparator in ('lt', 'le', 'gt', 'ge')),
  reason        text check (reason in ('not-collected', 'cannot-exist', 'elsewhere', 'source', 'owner', 'withdrawn')),
  status        text[] not null default '{}',
  visibility    text not null check (visibility in ('private', 'benchmark', 'regional', 'public')),
  confidence    text check (confidence in ('verified', 'secondary')),
  source        text references source,
  note          text,
  check (num_nonnulls(value, text_value, reason) = 1),
  check (comparator is null or value is not null),
  primary key (tenant_id, submission_id, series_id, period),
  foreign key (tenant_id, submission_id) references submission (tenant_id, id) on delete cascade,
  foreign key (tenant_id, series_id) references series (tenant_id, id)
);

create table release (
  tenant_id     uuid not null references tenant on delete restrict,
  id            uuid not null,
  seq           bigint not null unique,
  kind          text not null check (kind in ('publication', 'correction', 'withdrawal')),
  title         text not null,
  reason        text,
  source_year   integer,
  published_at  timestamptz not null default now(),
  published_by  text not null,
  submission_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, submission_id) references submission (tenant_id, id)
);

create table observation (
  tenant_id  uuid   not null,
  series_id  uuid   not null,
  period     text   not null check (period ~ '^\d{4}(-(S[12]|Q[1-4]|M(0[1-9]|1[0-2])))?$'),
  release_id uuid   not null,
  value      numeric,
  text_value text,                            -- kind `date`: ISO text, as precise as the source
  comparator text check (comparator in ('lt', 'le', 'gt', 'ge')),
  reason     text check (reason in ('not-collected', 'cannot-exist', 'elsewhere', 'source', 'owner', 'withdrawn')),
  status     text[] not null default '{}',    -- SDMX CL_OBS_STATUS
  visibility text not null check (visibility in ('private', 'benchmark', 'regional', 'public')),
  confidence text check (confidence in ('verified', 'secondary')),
  source     text references source,
  note       text,
  check (num_nonnulls(value, text_value, reason) = 1),
  check (comparator is null or value is not null),
  primary key (tenant_id, series_id, period, release_id),
  foreign key (tenant_id, series_id) references series (tenant_id, id),
  foreign key (tenant_id, release_id) references release (tenant_id, id)
);

-- Which series is "the economy" for an indicator and breakdown: at most one at a time,
-- named by the custodian, effective from a release. Bodies are never summed.
create table contribution (
  indicator text not null references indicator,
  breakdown text not null default '',
  economy   text not null references economy,
  from_seq  bigint not null,
  tenant_id uuid not null,
  series_id uuid not null,
  primary key (indicator, breakdown, economy, from_seq),
  foreign key (tenant_id, series_id) references series (tenant_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['series', 'submission', 'submission_value', 'release', 'observation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to app using (tenant_id = (select current_tenant()))', t);
  end loop;
end $$;
alter table contribution enable row level security;
alter table contribution force row level security;
create policy everyone_reads on contribution for select to app, benchmark using (current_tenant() is not null);
create policy own_tenant_adds on contribution for insert to app with check (tenant_id = (select current_tenant()));

grant select, insert on series, release, observation, contribution to app;
grant select, insert, delete on submission, submission_value to app;
grant update (title, state, approved_by, approved_at, published_at, reason) on submission to app;
grant update (value, text_value, comparator, reason, status, visibility, confidence, source, note) on submission_value to app;
