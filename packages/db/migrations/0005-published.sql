-- What readers read: rows computed once, at publication, in the form in which they leave.
--
-- `body` is the JSON of domain/observations/published.ts, as text, so that an
-- answer is put together without parsing it. A row holds from `from_seq` until
-- `until_seq` (null: it is the newest). Only the publishing path writes here.

create table published_series (
  tenant_id uuid   not null references tenant on delete restrict,
  series_id uuid   not null,
  audience  text   not null check (audience in ('public', 'regional', 'owner')),
  from_seq  bigint not null,
  until_seq bigint,
  indicator text   not null references indicator,
  economy   text   not null references economy,
  breakdown text   not null default '',
  contributes boolean not null default false, -- this series is "the economy" for its indicator and breakdown
  body      text   not null,
  primary key (tenant_id, series_id, audience, from_seq),
  foreign key (tenant_id, series_id) references series (tenant_id, id)
);
create index published_series_by_indicator on published_series (indicator, audience, economy) where until_seq is null;
create index published_series_by_owner on published_series (tenant_id, audience, indicator) where until_seq is null;
create index published_series_past on published_series (indicator, audience, from_seq);

alter table published_series enable row level security;
alter table published_series force row level security;
create policy public_rows on published_series for select to public_reader using (audience = 'public');
-- NOTE: a demonstration series is never public; regional rows of demonstrations reach signed-in people only.
create policy regional_rows on published_series for select to app
  using ((select current_tenant()) is not null and audience in ('public', 'regional'));
create policy own_rows on published_series to app using (tenant_id = (select current_tenant()))
  with check (tenant_id = (select current_tenant()));

create table published_benchmark (
  indicator  text   not null references indicator,
  group_code text   not null default 'WB6',
  breakdown  text   not null default '',
  measure    text   not null check (measure in ('count', 'rate')),
  from_seq   bigint not null,
  until_seq  bigint,
  body       text   not null,
  primary key (indicator, group_code, breakdown, measure, from_seq)
);
create index published_benchmark_current on published_benchmark (indicator, group_code, breakdown, measure) where until_seq is null;
alter table published_benchmark enable row level security;
alter table published_benchmark force row level security;
create policy everyone_reads on published_benchmark for select to app using ((select current_tenant()) is not null);
create policy real_public on published_benchmark for select to public_reader using (indicator not like 'DEMO\_%');

-- The numbered states that readers see: `p12` public, `g31` regional, `o7` one owner's.
create table edition (
  audience     text not null check (audience in ('public', 'regional', 'owner')),
  tenant_id    uuid references tenant on delete restrict, -- owner's editions only
  number       integer not null,
  seq          bigint not null,
  source_year  integer,
  title        text not null,
  published_at timestamptz not null default now(),
  check ((audience = 'owner') = (tenant_id is not null))
);
create unique index edition_number on edition (audience, tenant_id, number) nulls not distinct;
alter table edition enable row level security;
alter table edition force row level security;
create policy public_editions on edition for select to public_reader using (audience = 'public');
create policy visible_editions on edition for select to app
  using ((select current_tenant()) is not null and (audience <> 'owner' or tenant_id = (select current_tenant())));
create policy own_editions on edition for insert to app
  with check ((select current_tenant()) is not null and (audience <> 'owner' or tenant_id = (select current_tenant())));

grant select, insert on published_series to app;
grant update (until_seq) on published_series to app;
grant select, insert on published_benchmark, edition to app;
grant update (until_seq) on published_benchmark to app;
create policy publishing on published_benchmark for insert to app with check ((select current_tenant()) is not null);
create policy superseding on published_benchmark for update to app using ((select current_tenant()) is not null);
grant select on published_series, published_benchmark, edition to public_reader;
