import type { NamedQuery } from '@observatory/db/tenancy'
import { economies } from '@observatory/domain/economies'

export type OverviewRequest = {
  /** Null asks for the economy of the reader's organisation. */
  economy: string | null
  /** Null asks for the headline indicators. */
  indicators: readonly string[] | null
  /** Null is the newest state. */
  seq: number | null
}

export type OverviewRow = { economy: string | null; edition: string | null; items: string | null; own: string | null }

/** Own series shown beside the headline indicators: the first of them in the order of the catalogue. */
const ownLimit = 24

/**
 * The overview as one statement that puts the answer together from stored JSON text.
 *
 * Bodies are spliced, never parsed: they left `protect()` and were checked when
 * they were written. Own series are chosen by their present rows and fetched by
 * key, so a long past costs nothing. Names of statements are fixed so that Postgres
 * plans each once a connection; hence four texts instead of one with optional
 * conditions. Text is sorted as bytes or not at all: beginning an ICU sort costs more
 * than reading the rows.
 */
export function overviewQuery(request: OverviewRequest): NamedQuery {
  const values: unknown[] = [request.economy]
  const bind = (value: unknown) => `$${values.push(value)}`
  const chosen = request.indicators !== null
  const wanted = chosen ? bind(request.indicators) : ''
  const past = request.seq !== null
  const seq = past ? bind(request.seq) : ''
  const holds = (row: string) =>
    past
      ? `${row}.from_seq <= ${seq} and (${row}.until_seq is null or ${row}.until_seq > ${seq})`
      : `${row}.until_seq is null`
  return { name: `overview${chosen ? '-chosen' : ''}${past ? '-past' : ''}`, text: text({ wanted, holds }), values }
}

const order = `array[${economies.map((code) => `'${code}'`).join(',')}]`

const fullestFirst = (row: string) => `${row}.audience <> 'owner', ${row}.audience <> 'regional'`

function text({ wanted, holds }: { wanted: string; holds: (row: string) => string }): string {
  return `
with asked as materialized (
  select t.id as tenant, t.kind <> 'secretariat' as every_own, coalesce($1::text, t.economy) as economy
  from tenant t where t.id = (select current_tenant())
), wanted as materialized (
  select i.code, ${wanted ? `array_position(${wanted}::text[], i.code)` : 'row_number() over (order by i.headline, i.position)'} as place
  from indicator i where ${wanted ? `i.code = any (${wanted}::text[])` : 'i.headline is not null and not i.demonstration'}
), shown as (
  select distinct on (s.indicator collate "C", s.economy collate "C") s.indicator, s.economy, s.newest,
    case when s.economy = (select economy from asked) then s.body end as body
  from published_series s
  where s.indicator = any (array(select code from wanted)) and s.breakdown = '' and s.contributes and ${holds('s')}
  order by s.indicator collate "C", s.economy collate "C", ${fullestFirst('s')}
), by_indicator as (
  select indicator, string_agg(body, '') as body,
    string_agg(newest, ',' order by array_position(${order}, economy)) as region
  from shown group by indicator
), items as (
  select string_agg('{"indicator":"' || w.code || '","series":' || coalesce(b.body, 'null')
    || ',"benchmark":' || coalesce((
      select p.body from published_benchmark p
      where p.indicator = w.code and p.group_code = 'WB6' and p.breakdown = '' and ${holds('p')}
      order by p.measure <> 'rate' limit 1), 'null')
    || ',"region":[' || coalesce(b.region, '') || ']}', ',' order by w.place) as text
  from wanted w left join by_indicator b on b.indicator = w.code
), mine as (
  select distinct on (s.series_id) s.series_id, s.audience, s.from_seq, s.indicator, s.economy, s.contributes, i.position,
    case when bool_or(s.audience = 'public') over series then 'public'
      when bool_or(s.audience = 'regional') over series then 'regional' else 'owner' end as seen_by
  from published_series s join indicator i on i.code = s.indicator
  where s.tenant_id = (select tenant from asked) and s.breakdown = '' and ${holds('s')}
    and not (s.contributes and s.indicator in (select code from wanted))
    and ((select every_own from asked) or not s.contributes)
  window series as (partition by s.series_id)
  order by s.series_id, ${fullestFirst('s')}
), own as (
  select string_agg('{"series":' || s.body || ',"contributes":' || m.contributes::text || ',"seenBy":"' || m.seen_by
    || '","benchmark":' || coalesce((
      select p.body from published_benchmark p
      where p.indicator = m.indicator and p.breakdown = '' and ${holds('p')}
      order by p.group_code <> 'WB6', p.measure <> 'rate' limit 1), 'null') || '}',
    ',' order by m.position, array_position(${order}, m.economy), m.series_id) as text
  from (select * from mine order by position, indicator, economy limit ${ownLimit}) m
  join published_series s on s.tenant_id = (select tenant from asked)
    and (s.series_id, s.audience, s.from_seq) = (m.series_id, m.audience, m.from_seq)
)
select (select economy from asked) as economy, (select text from items) as items, (select text from own) as own,
  (select json_build_object('code', case e.audience when 'public' then 'p' when 'regional' then 'g' else 'o' end || e.number,
      'audience', e.audience, 'number', e.number, 'title', e.title,
      'publishedAt', to_char(e.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'sourceYear', e.source_year)::text
    from (
      (select * from edition where audience = 'public' and tenant_id is null order by number desc limit 1)
      union all (select * from edition where audience = 'regional' and tenant_id is null order by number desc limit 1)
      union all (select * from edition where audience = 'owner' and tenant_id = (select tenant from asked) order by number desc limit 1)
    ) e order by e.seq desc, e.audience <> 'public', e.audience <> 'regional' limit 1) as edition`
}
