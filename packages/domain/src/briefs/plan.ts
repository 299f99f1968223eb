import { heldPeriods, seriesOf, type Subject, totalOf, usableAt } from './subject.ts'

/** How the figures of an indicator are drawn and tabled so that they fit one page: the data are cut, never the type. */
export interface PagePlan {
  chart: 'panels' | 'strips' | 'bars' | 'none'
  measure: 'count' | 'rate'
  /** Periods of the chart, oldest first; holes between them are drawn. */
  from: string | null
  to: string | null
  /** Columns of the table. */
  periods: string[]
  ratePeriods: string[]
  /** Older periods that are held and not printed. */
  left: number
}

const mostColumns = 10
const mostRates = 4
const mostSlots = 12

/**
 * Chooses the drawing by what is held: lines where most places of the six hold a
 * figure, columns with their holes where few do, bars where there is one period.
 * Categories and dates are told in the table alone.
 */
export function planPage(subject: Subject): PagePlan {
  const held = heldPeriods(subject)
  const isDrawn = !['date', 'ordinal', 'yes-no'].includes(subject.indicator.kind)
  const drawn = held
    .slice(-mostSlots)
    .filter((period) => Number(period.slice(0, 4)) > Number((held.at(-1) ?? '0').slice(0, 4)) - mostSlots)
  const full = drawn.filter(
    (period) =>
      subject.economies.filter((economy) => usableAt(seriesOf(subject, economy), period) !== null).length >= 5,
  )
  const isLined = full.length >= 3 && full.length * 2 > drawn.length
  const hasRates = subject.indicator.denominator !== null && isLined
  const rates = !hasRates ? [] : held.filter((period) => hasOwnRate(subject, period)).slice(-mostRates)
  const room = Math.min(mostColumns, columnsThatFit(subject, held)) - rates.length
  const periods = held.slice(-room)
  const chart = !isDrawn || drawn.length === 0 ? 'none' : drawn.length === 1 ? 'bars' : isLined ? 'panels' : 'strips'
  return {
    chart,
    measure: chart === 'panels' && rates.length >= 2 ? 'rate' : 'count',
    from: drawn[0] ?? null,
    to: drawn.at(-1) ?? null,
    periods,
    ratePeriods: rates,
    left: held.length - periods.length,
  }
}

/**
 * How many columns of the widest figure fit beside the names, in millimetres of the
 * table's type: 133 for all, 1.5 a digit, 0.8 a separator, 2.2 between two.
 */
function columnsThatFit(subject: Subject, periods: readonly string[]): number {
  const largest = Math.max(
    1,
    ...periods.map((period) => totalOf(subject, period) ?? 0),
    ...subject.series.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'number')).map(Math.abs),
  )
  const digits = Math.floor(Math.log10(largest)) + 1
  const { decimals } = subject.indicator
  const separators = Math.floor((digits - 1) / 3) + (decimals > 0 ? 1 : 0)
  return Math.max(2, Math.floor(133 / ((digits + decimals) * 1.5 + separators * 0.8 + 2.2)))
}

/** Somebody has a rate of the period over the denominator of the same period: a borrowed one is drawn hollow and not tabled. */
function hasOwnRate(subject: Subject, period: string): boolean {
  return subject.series.some(
    (series) =>
      series.denominatorPeriods?.[series.periods.indexOf(period)] === period &&
      usableAt(series, period, 'rate') !== null,
  )
}

/** Columns of the table for which the region's total may be printed. */
export function totalledPeriods(subject: Subject, periods: readonly string[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const period of periods) {
    const total = totalOf(subject, period)
    if (total !== null) totals.set(period, total)
  }
  return totals
}
