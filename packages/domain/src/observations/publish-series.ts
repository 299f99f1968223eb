import { protect } from '../disclosure/protect.ts'
import { type Cell, boundParts, isBound, isValue, type PublishedCell } from './cell.ts'
import { type Figure, isUnusable, maySee, type Observation } from './observation.ts'
import { comparePeriods, shiftYears } from './period.ts'
import type { Audience, Grade, PublishedSeries } from './published.ts'

/** The published total of the indicator that rates are divided by, in the same economy. */
export type Denominator = { periods: string[]; cells: Cell[]; status: string[][] }

export type SeriesToPublish = {
  indicator: { code: string; demonstration: boolean; smallCounts: number; ratePer: number | null; carryYears: number }
  economy: string
  breakdown: string
  /** Slug of the organisation. */
  publisher: string
  grade: Grade | null
  /** The newest observation of each period. */
  observations: Observation[]
  /** Null where there is none to be read yet; without `ratePer` it is not looked at. */
  denominator: Denominator | null
  /** Periods that outside their organisation are withheld to protect another cell of their table. */
  secondary: ReadonlySet<string>
}

/**
 * A series as one audience may see it, or undefined where it may see nothing of it.
 *
 * What an audience may not see is absent, so that a hidden figure, a withdrawn one
 * and one that never was look the same. Only the owner sees that one was withdrawn.
 */
export function publishSeries(series: SeriesToPublish, audience: Audience): PublishedSeries | undefined {
  const seen = series.observations
    .filter((o) => maySee(audience, o.visibility) && (audience === 'owner' || o.reason !== 'withdrawn'))
    .sort((a, b) => comparePeriods(a.period, b.period))
  if (seen.length === 0) return undefined
  const cells = seen.map((o) => publishCell(o, series, audience))
  const periods = seen.map((o) => o.period)
  // The total of a population is no denominator of a part of it.
  const rates =
    series.indicator.ratePer !== null && series.breakdown === '' ? publishRates(periods, cells, series) : null
  return {
    indicator: series.indicator.code,
    economy: series.economy,
    breakdown: series.breakdown,
    publisher: series.publisher,
    demonstration: series.indicator.demonstration,
    audience,
    periods,
    cells,
    rate: rates?.map(({ cell }) => cell) ?? null,
    denominatorPeriods: rates?.map(({ period }) => period) ?? null,
    status: seen.map((o) => o.status),
    confidence: seen.map((o) => o.confidence),
    source: seen.map((o) => o.source),
    note: seen.map((o) => o.note),
    grade: series.grade,
  }
}

/** One observation as an audience sees it. */
export function publishCell(
  o: Observation,
  series: Pick<SeriesToPublish, 'indicator' | 'secondary'>,
  audience: Audience,
): PublishedCell {
  return protect(o, {
    audience,
    smallCounts: series.indicator.smallCounts,
    publicAtSource: o.visibility === 'public' && o.source !== null,
    secondary: series.secondary.has(o.period),
  })
}

type Rate = { cell: PublishedCell; period: string | null }

function publishRates(periods: string[], cells: PublishedCell[], series: SeriesToPublish): Rate[] {
  const { ratePer, carryYears } = series.indicator
  return periods.map((period, i) => {
    const cell = cells[i]!
    if (!isValue(cell) && !isBound(cell)) return { cell, period: null }
    const base = findDenominator(period, series.denominator, carryYears)
    const [value, comparator] = isValue(cell) ? [cell, null] : [boundParts(cell).limit, boundParts(cell).comparator]
    const figure: Figure = base
      ? { value: Number(((value / base.value) * ratePer!).toPrecision(8)), textValue: null, comparator, reason: null }
      : { value: null, textValue: null, comparator: null, reason: 'not-collected' }
    // The count was protected before it was divided: there is nothing left to protect.
    return {
      cell: protect(figure, { audience: 'owner', smallCounts: 0, publicAtSource: true }),
      period: base?.period ?? null,
    }
  })
}

/** The denominator of the same period, or else of the nearest earlier year that may stand in for it. */
function findDenominator(
  period: string,
  denominator: Denominator | null,
  carryYears: number,
): { period: string; value: number } | undefined {
  if (!denominator) return undefined
  for (let back = 0; back <= carryYears; back++) {
    const wanted = shiftYears(period, -back)
    const i = denominator.periods.indexOf(wanted)
    const cell = denominator.cells[i]
    if (cell !== undefined && isValue(cell) && cell > 0 && !isUnusable(denominator.status[i]!))
      return { period: wanted, value: cell }
  }
  return undefined
}
