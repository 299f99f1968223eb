import type { Actor, WriteTx } from '@observatory/db/tenancy'
import type { Cell, Denominator } from '@observatory/domain/observations'
import { sql } from 'kysely'
import type { Changed } from './editions.ts'
import type { SeriesRef } from './queries.ts'

/** What publication needs to know of a series beside its observations. */
export type SeriesFacts = SeriesRef & {
  publisher: string
  denominator: string | null
  ratePer: number | null
  carryYears: number
  smallCounts: number
  demonstration: boolean
  quality: unknown
  broken: boolean
  contributes: boolean
}

const facts = sql`
  select s.id, s.indicator, s.economy, s.breakdown, t.slug as publisher, i.denominator, i.rate_per, i.carry_years, i.small_counts, i.demonstration, i.quality,
    exists (select from series_break b where b.indicator = s.indicator and (b.economy is null or b.economy = s.economy)) as broken,
    coalesce((select c.series_id = s.id from contribution c
      where c.indicator = s.indicator and c.breakdown = s.breakdown and c.economy = s.economy order by c.from_seq desc limit 1), false) as contributes
  from series s join indicator i on i.code = s.indicator join tenant t on t.id = s.tenant_id`

/** The series asked for, with all parts of a table that holds small counts: a change in one may withhold or free another. */
export async function listSeriesFacts(tx: WriteTx, actor: Actor, ids: string[]): Promise<SeriesFacts[]> {
  const { rows } = await sql<SeriesFacts>`${facts}
    where s.tenant_id = ${actor.tenantId}::uuid and (s.id = any (${ids}::uuid[]) or i.small_counts > 0 and (s.indicator, s.economy) in (
      select indicator, economy from series where tenant_id = ${actor.tenantId}::uuid and id = any (${ids}::uuid[])))`.execute(
    tx,
  )
  return rows
}

/** These series, and those whose denominator changed for everyone. */
export async function withDependents(
  tx: WriteTx,
  actor: Actor,
  rated: SeriesFacts[],
  changed: Changed[],
): Promise<SeriesFacts[]> {
  const bases = changed.filter(({ audience, breakdown }) => audience === 'public' && breakdown === '')
  const { rows } = await sql<SeriesFacts>`${facts}
    join jsonb_to_recordset(${JSON.stringify(bases)}::jsonb) as v(indicator text, economy text) on v.indicator = i.denominator and v.economy = s.economy
    where s.tenant_id = ${actor.tenantId}::uuid`.execute(tx)
  return [...new Map([...rated, ...rows].map((series) => [series.id, series])).values()]
}

/** What the denominators publish to everyone, by `indicator|economy`. */
export async function findDenominators(tx: WriteTx, indicators: string[]): Promise<Map<string, Denominator>> {
  const { rows } = await sql<{ indicator: string; economy: string; body: string }>`
    select indicator, economy, body from published_series
    where until_seq is null and audience = 'public' and contributes and breakdown = '' and indicator = any (${[...new Set(indicators)]})`.execute(
    tx,
  )
  return new Map(
    rows.map(({ indicator, economy, body }) => {
      const { periods, cells, status } = JSON.parse(body) as { periods: string[]; cells: Cell[]; status: string[][] }
      return [`${indicator}|${economy}`, { periods, cells, status }]
    }),
  )
}
