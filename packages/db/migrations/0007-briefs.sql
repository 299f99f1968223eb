-- Briefs: what was asked for, the release it rests on, and the file that was made.
--
-- `seq` is fixed when a brief is asked for and never changes, so that a brief made
-- again next year still says what it said. The file is the record of what was
-- issued: it is added once and never changed, and the brief it belongs to cannot be
-- removed. Only what failed or was cancelled can.

create table brief (
  tenant_id   uuid not null references tenant on delete restrict,
  id          uuid not null,
  template    text not null check (template in ('summit', 'organisation')),
  locale      text not null check (locale in ('en', 'sq', 'bs', 'cnr', 'mk', 'sr-Cyrl', 'sr-Latn')),
  title       text not null check (length(title) between 3 and 140),
  occasion    text not null default '' check (length(occasion) <= 90),
  place       text not null default '' check (length(place) <= 60),
  date        date,
  freeze_date date not null,
  indicators  text[] not null check (cardinality(indicators) between 1 and 8),
  economies   text[] not null check (cardinality(economies) between 1 and 6),
  edition     text not null check (edition ~ '^[pgo][1-9][0-9]{0,8}$'),
  seq         bigint not null,               -- the state of the figures; internal, never shown
  state       text not null default 'queued' check (state in ('queued', 'rendering', 'done', 'failed', 'cancelled')),
  progress    numeric not null default 0 check (progress between 0 and 1),
  failure     text,                          -- why it failed: a key of the catalogues
  pages       integer,
  sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
  created_by  text not null,
  created_at  timestamptz not null default now(),
  finished_at timestamptz,
  primary key (tenant_id, id),
  check ((state = 'failed') = (failure is not null)),
  check ((state = 'done') = (sha256 is not null))
);
create index on brief (tenant_id, created_at desc);

create table brief_file (
  tenant_id uuid not null,
  brief_id  uuid not null,
  format    text not null check (format in ('pdf')),
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes     bytea not null,
  made_at   timestamptz not null default now(),
  primary key (tenant_id, brief_id, format),
  foreign key (tenant_id, brief_id) references brief (tenant_id, id)
);

alter table brief enable row level security;
alter table brief force row level security;
create policy own_tenant_reads on brief for select to app using (tenant_id = (select current_tenant()));
create policy own_tenant_asks on brief for insert to app with check (tenant_id = (select current_tenant()));
create policy own_tenant_moves on brief for update to app using (tenant_id = (select current_tenant()) and state <> 'done')
  with check (tenant_id = (select current_tenant()));
create policy own_tenant_removes on brief for delete to app
  using (tenant_id = (select current_tenant()) and state in ('failed', 'cancelled'));

alter table brief_file enable row level security;
alter table brief_file force row level security;
create policy own_tenant on brief_file to app using (tenant_id = (select current_tenant()));

grant select, insert, delete on brief to app;
grant update (state, progress, failure, pages, sha256, finished_at) on brief to app;
grant select, insert on brief_file to app;
