import type { ReadTx } from '@observatory/db/tenancy'
import { economies } from '@observatory/domain/economies'
import type { PublishedBenchmark, PublishedSeries } from '@observatory/domain/observations'
import { sql } from 'kysely'
import { holdsIn, type State } from './editions.ts'

/** A published series with what places it: whose it is, and whether it stands for its economy. */
export type SeriesRow = { tenantId: string; seriesId: string; contributes: boolean; series: PublishedSeries }

export type SeriesFilter = {
  indicators?: readonly string[]
  /** Only series that stand for their economy. */
  contributing?: boolean
  /** `''` asks for totals only; absent for every breakdown. */
  breakdown?: string
  economy?: string
}

/**
 * Published series as they stood, each in the fullest form the reader may see: owner before regional before public.
 *
 * Row security has already removed what the reader may not see, so asking for the
 * fullest of what is left can show nothing that is not theirs.
 */
export async function listSeries(tx: ReadTx, state: State, filter: SeriesFilter = {}): Promise<SeriesRow[]> {
  let query = tx
    .selectFrom('publishedSeries')
    .select(['tenantId', 'seriesId', 'contributes', 'body'])
    .distinctOn(['tenantId', 'seriesId'])
    .orderBy('tenantId')
    .orderBy('seriesId')
    .orderBy(sql`case audience when 'owner' then 0 when 'regional' then 1 else 2 end`)
  if (filter.indicators)
    query = query.where('indicator', 'in', filter.indicators.length > 0 ? [...filter.indicators] : [''])
  if (filter.contributing) query = query.where('contributes', '=', true)
  if (filter.economy !== undefined) query = query.where('economy', '=', filter.economy)
  if (filter.breakdown !== undefined) query = query.where('breakdown', '=', filter.breakdown)
  const rows = await query.where(holdsIn(state)).execute()
  return rows
    .map(({ body, ...row }) => ({ ...row, series: JSON.parse(body) as PublishedSeries }))
    .sort((a, b) => compareSeries(a.series, b.series))
}

/** The order in which series are always listed: indicator, economy, total first, publisher. */
export function compareSeries(a: PublishedSeries, b: PublishedSeries): number {
  return (
    compareText(a.indicator, b.indicator) ||
    economyPlace(a.economy) - economyPlace(b.economy) ||
    compareText(a.breakdown, b.breakdown) ||
    compareText(a.publisher, b.publisher)
  )
}

function economyPlace(code: string): number {
  const place = (economies as readonly string[]).indexOf(code)
  return place < 0 ? economies.length : place
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Benchmarks of one indicator over totals, as they stood. */
export async function listBenchmarks(tx: ReadTx, state: State, indicator: string): Promise<PublishedBenchmark[]> {
  const rows = await tx
    .selectFrom('publishedBenchmark')
    .select('body')
    .where('indicator', '=', indicator)
    .where('breakdown', '=', '')
    .where(holdsIn(state))
    .orderBy('groupCode')
    .execute()
  return rows.map(({ body }) => JSON.parse(body) as PublishedBenchmark)
}

/** One version of a published series: it holds from `fromSeq` until the next one of the same series. */
export type SeriesVersion = { seriesId: string; fromSeq: number; contributes: boolean; series: PublishedSeries }

type VersionRow = { seriesId: string; audience: string; fromSeq: number; contributes: boolean; body: string }

const versionColumns = ['seriesId', 'audience', 'fromSeq', 'contributes', 'body'] as const

/** Every version of the series of an indicator (of all without one) up to a state, oldest first. */
export async function listVersions(tx: ReadTx, state: State, indicator?: string): Promise<SeriesVersion[]> {
  let query = tx.selectFrom('publishedSeries').select(versionColumns).orderBy('fromSeq')
  if (indicator !== undefined) query = query.where('indicator', '=', indicator)
  if (state.seq !== null) query = query.where('fromSeq', '<=', state.seq)
  return fullestOf(await query.execute())
}

/** The contributing totals that were rewritten after a state: their version at that state and every later one. */
export async function listVersionsSince(tx: ReadTx, seq: number): Promise<SeriesVersion[]> {
  const rows = await tx
    .selectFrom('publishedSeries')
    .select(versionColumns)
    .where('breakdown', '=', '')
    .where('contributes', '=', true)
    .where((eb) => eb.or([eb('fromSeq', '>', seq), eb('untilSeq', '>', seq)]))
    .orderBy('fromSeq')
    .execute()
  return fullestOf(rows)
}

const fullness = ['public', 'regional', 'owner']

/**
 * Of each series the versions for the fullest audience the reader belongs to.
 *
 * Versions for different audiences are never mixed: the difference between what the
 * owner and the public may see would look like a revision.
 */
function fullestOf(rows: VersionRow[]): SeriesVersion[] {
  const fullest = new Map<string, number>()
  for (const { seriesId, audience } of rows) {
    fullest.set(seriesId, Math.max(fullest.get(seriesId) ?? 0, fullness.indexOf(audience)))
  }
  return rows
    .filter(({ seriesId, audience }) => fullness.indexOf(audience) === fullest.get(seriesId))
    .map(({ seriesId, fromSeq, contributes, body }) => ({
      seriesId,
      fromSeq,
      contributes,
      series: JSON.parse(body) as PublishedSeries,
    }))
}
