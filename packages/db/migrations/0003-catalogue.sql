-- The catalogue: indicators, code lists, sources, events. Open to every reader.
--
-- Adding an indicator is data, not code. Only indicators coded `DEMO_…` are
-- demonstrations, and only demonstration organisations hold series on them
-- (checked where series are made, 0004).

create table topic (
  code     text primary key,
  position integer not null unique
);

create table unit (
  code       text primary key,               -- such as `REPORTS`, `PERCENT`, `PERSONS`
  multiplier integer not null default 0,      -- power of ten of the stored value
  rounding   text                             -- such as `two-digits`: how the source rounded
);

create table source (
  id        text primary key,
  title     text not null,
  publisher text not null,
  year      integer,
  url       text,
  licence   text
);

create table indicator (
  code            text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,62}$'),
  topic           text not null references topic,
  position        integer not null,
  kind            text not null check (kind in ('count', 'amount', 'percent', 'ratio', 'score', 'ordinal', 'yes-no', 'date')),
  unit            text not null references unit,
  decimals        integer not null default 0,
  direction       text not null check (direction in ('neutral', 'higher-is-better', 'lower-is-better')),
  periodicity     text not null default 'A' check (periodicity in ('A', 'S', 'Q', 'M', 'irregular')),
  -- what one unit counts: report, incident, victim, case, conviction, estimate, opinion, …
  measures        text not null,
  denominator     text references indicator,
  rate_per        integer,                    -- 1000 for children, 100000 for inhabitants
  rate_decimals   integer not null default 1,
  -- periods a denominator may be carried forward (NCMEC 2023–2024 over the children of 2022), 0 = never
  carry_years     integer not null default 0,
  benchmarkable   boolean not null,           -- false: surveys with different questions, sub-national counts, dates
  comparable      boolean not null default true,
  subnational_of  text references economy,    -- never shown as the economy itself
  small_counts    integer not null default 0, -- persons: counts under this are protected outside their organisation
  headline        integer,                    -- place on the overview, 1 to 12
  lag_years       integer not null default 1, -- the newest year that is due is this year less the lag
  quality         jsonb not null default '{}',-- declared facts: docs/quality.md
  demonstration   boolean not null generated always as (code like 'DEMO\_%') stored,
  custodian       uuid references tenant,
  check ((denominator is null) = (rate_per is null))
);

create table indicator_text (
  indicator   text not null references indicator,
  locale      text not null check (locale in ('en', 'sq', 'bs', 'cnr', 'mk', 'sr-Cyrl', 'sr-Latn')),
  name        text not null,
  short_name  text not null,
  description text not null,
  caveat      text not null default '',
  is_not      jsonb not null default '[]',    -- what the number is not: [{ "head", "text" }]
  state       text not null check (state in ('machine', 'human', 'approved')),
  primary key (indicator, locale)
);

-- A year from which counting changed: nothing is compared across it.
create table series_break (
  indicator text not null references indicator,
  economy   text references economy,          -- null: in all six
  period    text not null,                    -- the first period counted the new way
  code      text not null,                    -- key of the sentence that says what changed
  primary key (indicator, period)
);

create table event (
  id         text primary key,
  date       text not null,                   -- as precise as it is known: 2020, 2020-03, 2020-03-15
  economy    text references economy,          -- null: in the region or beyond
  type       text not null,
  indicators text[] not null default '{}',
  source     text references source,
  confidence text not null check (confidence in ('verified', 'secondary'))
);

create table event_text (
  event   text not null references event,
  locale  text not null,
  title   text not null,
  caution text not null default '',
  state   text not null check (state in ('machine', 'human', 'approved')),
  primary key (event, locale)
);

grant select on topic, unit, source, indicator, indicator_text, series_break, event, event_text to app, public_reader;
grant select on indicator, economy, tenant, series_break to benchmark;
