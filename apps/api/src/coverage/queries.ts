import type { ReadTx } from '@observatory/db/tenancy'
import { type CoverageAnswer, type CoverageState, stateOf } from '@observatory/domain/coverage'
import { economies } from '@observatory/domain/economies'
import type { PublishedSeries } from '@observatory/domain/observations'
import { getTenant } from '../access/queries.ts'
import { holdsIn, type State } from '../observations/editions.ts'
import { listSeries } from '../observations/queries.ts'

type Span = { from: number; to: number }

/**
 * The matrix of what is held: years across, the six down, for each indicator that has annual or finer figures.
 *
 * A year of which several periods are held shows the best of them: a value says
 * more than the reason that stands beside it.
 */
export async function listCoverage(
  tx: ReadTx,
  state: State,
  tenantId: string,
  { from, to }: Span,
): Promise<Omit<CoverageAnswer, 'edition'>> {
  const { demonstration } = await getTenant(tx, tenantId)
  const indicators = await tx
    .selectFrom('indicator')
    .innerJoin('topic', 'topic.code', 'indicator.topic')
    .select(['indicator.code', 'indicator.topic'])
    .where('indicator.demonstration', 'in', demonstration ? [false, true] : [false])
    .orderBy('topic.position')
    .orderBy('indicator.position')
    .execute()
  const breaks = await tx.selectFrom('seriesBreak').selectAll().orderBy('period').execute()
  const rows = await listSeries(tx, state, { contributing: true, breakdown: '' })
  const held = new Map(rows.map(({ series }) => [`${series.indicator} ${series.economy}`, series]))
  const dimensions = await listDimensions(tx, state)
  const periods = Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
  return {
    periods,
    indicators: indicators.map(({ code, topic }) => ({
      code,
      topic,
      economies: Object.fromEntries(
        economies.map((economy) => [economy, lettersOf(held.get(`${code} ${economy}`), periods)]),
      ),
      breaks: breaks
        .filter(({ indicator }) => indicator === code)
        .map(({ economy, period, code: what }) => ({ economy, period, code: what })),
      dimensions: [...(dimensions.get(code) ?? [])].sort(),
    })),
  }
}

/** By indicator, the dimensions of the breakdowns that the reader may see. */
async function listDimensions(tx: ReadTx, state: State): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .selectFrom('publishedSeries')
    .select(['indicator', 'breakdown'])
    .distinct()
    .where('breakdown', '<>', '')
    .where(holdsIn(state))
    .execute()
  const dimensions = new Map<string, Set<string>>()
  for (const { indicator, breakdown } of rows) {
    const known = dimensions.get(indicator) ?? new Set()
    for (const part of breakdown.split(';')) known.add(part.split('=')[0]!)
    dimensions.set(indicator, known)
  }
  return dimensions
}

const bestFirst: CoverageState[] = ['v', 'z', 'b', 's', 'u', 'e', 'x', 'n']

function lettersOf(series: PublishedSeries | undefined, years: readonly string[]): string {
  const best = new Map<string, CoverageState>()
  series?.periods.forEach((period, at) => {
    const year = period.slice(0, 4)
    const state = stateOf(series.cells[at], series.status[at] ?? [])
    const known = best.get(year)
    if (known === undefined || bestFirst.indexOf(state) < bestFirst.indexOf(known)) best.set(year, state)
  })
  return years.map((year) => best.get(year) ?? 'n').join('')
}
