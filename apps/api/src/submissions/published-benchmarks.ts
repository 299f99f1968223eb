import type { WriteTx } from '@observatory/db/tenancy'
import { type BenchmarkToPublish, publicBenchmark } from '@observatory/domain/benchmarks'
import { region } from '@observatory/domain/economies'
import { isValue, publishedBenchmark, type PublishedSeries } from '@observatory/domain/observations'
import { sql } from 'kysely'
import type { Changed } from './editions.ts'
import { findDenominators } from './series-facts.ts'

type Key = { indicator: string; breakdown: string }
type MemberRow = Key & { body: string }
type IndicatorFacts = BenchmarkToPublish['indicator'] & { denominator: string | null; demonstration: boolean }
type Written = Key & { measure: 'count' | 'rate'; body: string | null }

/**
 * Rewrites the public benchmarks of the indicators whose public rows changed; of demonstrations, which are never
 * public, those whose regional rows did. Private and benchmark-only figures are in neither row, so they cannot count.
 */
export async function rewriteBenchmarks(tx: WriteTx, changed: Changed[], seq: number): Promise<Changed[]> {
  const keys = [
    ...new Map(
      changed.filter(({ audience }) => audience !== 'owner').map((row) => [`${row.indicator}|${row.breakdown}`, row]),
    ).values(),
  ]
  if (keys.length === 0) return []
  const indicators = await findIndicators(tx, keys)
  const members = Map.groupBy(await listMemberRows(tx, keys), ({ indicator, breakdown }) => `${indicator}|${breakdown}`)
  const denominators = await findDenominators(
    tx,
    [...indicators.values()].flatMap(({ denominator }) => denominator ?? []),
  )
  const rows = keys.flatMap(({ indicator: code, breakdown }): Written[] => {
    const indicator = indicators.get(code)!
    const series = (members.get(`${code}|${breakdown}`) ?? []).map(({ body }) => JSON.parse(body) as PublishedSeries)
    const toPublish = {
      indicator,
      breakdown,
      members: series.map((row) => ({
        ...row,
        denominators: denominatorsOf(row, indicator.denominator, denominators),
      })),
    }
    const rated = series.some(({ rate }) => rate !== null)
    return (['count', 'rate'] as const).map((measure) => ({
      indicator: code,
      breakdown,
      measure,
      body: series.length === 0 || (measure === 'rate' && !rated) ? null : bodyOf({ ...toPublish, measure }),
    }))
  })
  const different = await replaceRows(tx, rows, seq)
  return different.flatMap(({ indicator, breakdown }) =>
    (indicators.get(indicator)!.demonstration ? (['regional'] as const) : (['public', 'regional'] as const)).map(
      (audience) => ({ audience, indicator, economy: null, breakdown }),
    ),
  )
}

function bodyOf(benchmark: BenchmarkToPublish): string | null {
  const row = publicBenchmark(benchmark)
  return row ? JSON.stringify(publishedBenchmark.parse(row)) : null
}

function denominatorsOf(
  row: PublishedSeries,
  indicator: string | null,
  all: Awaited<ReturnType<typeof findDenominators>>,
): (number | null)[] | null {
  const base = all.get(`${indicator}|${row.economy}`)
  if (!base || !row.denominatorPeriods) return null
  return row.denominatorPeriods.map((period) => {
    const cell = period === null ? undefined : base.cells[base.periods.indexOf(period)]
    return cell !== undefined && isValue(cell) ? cell : null
  })
}

async function findIndicators(tx: WriteTx, keys: Key[]): Promise<Map<string, IndicatorFacts>> {
  const rows = await tx
    .selectFrom('indicator')
    .select([
      'code',
      'kind',
      'benchmarkable',
      'subnationalOf',
      'decimals',
      'rateDecimals',
      'ratePer',
      'denominator',
      'demonstration',
    ])
    .where(
      'code',
      'in',
      keys.map(({ indicator }) => indicator),
    )
    .execute()
  return new Map(rows.map((row) => [row.code, row]))
}

async function listMemberRows(tx: WriteTx, keys: Key[]): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select p.indicator, p.breakdown, p.body from published_series p
    join indicator i on i.code = p.indicator
    join economy e on e.code = p.economy
    join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as v(indicator text, breakdown text) on v.indicator = p.indicator and v.breakdown = p.breakdown
    where p.until_seq is null and p.contributes and p.audience = case when i.demonstration then 'regional' else 'public' end
    order by p.indicator, p.breakdown, e.position`.execute(tx)
  return rows
}

async function replaceRows(tx: WriteTx, rows: Written[], seq: number): Promise<Written[]> {
  const { rows: current } = await sql<Written & { body: string }>`
    select indicator, breakdown, measure, body from published_benchmark
    where until_seq is null and group_code = ${region} and indicator = any (${rows.map(({ indicator }) => indicator)})`.execute(
    tx,
  )
  const before = new Map(current.map((row) => [`${row.indicator}|${row.breakdown}|${row.measure}`, row.body]))
  const different = rows.filter(
    (row) => (before.get(`${row.indicator}|${row.breakdown}|${row.measure}`) ?? null) !== row.body,
  )
  if (different.length === 0) return []
  const given = sql`jsonb_to_recordset(${JSON.stringify(different)}::jsonb) as v(indicator text, breakdown text, measure text, body text)`
  await sql`
    update published_benchmark p set until_seq = ${seq} from ${given}
    where p.group_code = ${region} and p.indicator = v.indicator and p.breakdown = v.breakdown and p.measure = v.measure and p.until_seq is null`.execute(
    tx,
  )
  await sql`
    insert into published_benchmark (indicator, group_code, breakdown, measure, from_seq, body)
    select v.indicator, ${region}, v.breakdown, v.measure, ${seq}, v.body from ${given} where v.body is not null`.execute(
    tx,
  )
  return different
}
