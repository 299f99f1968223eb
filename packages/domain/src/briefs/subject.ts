import type { CatalogueEntry, Counted } from '../indicators/index.ts'
import { holdsFigure, isUsable } from '../indicators/figures.ts'
import { isValue, type Cell } from '../observations/cell.ts'
import type { PublishedBenchmark, PublishedSeries } from '../observations/published.ts'

/** One indicator as a brief is made of it: what it is, the contributing series of the economies asked for, and the reader's own. */
export interface Subject {
  indicator: Counted &
    Pick<
      CatalogueEntry,
      | 'code'
      | 'name'
      | 'shortName'
      | 'direction'
      | 'denominator'
      | 'ratePer'
      | 'grade'
      | 'headline'
      | 'demonstration'
      | 'subnationalOf'
    >
  /** The source prints rounded values: parts need not reach the total, so none is made. */
  isRounded: boolean
  economies: readonly string[]
  series: readonly PublishedSeries[]
  benchmarks: { count: PublishedBenchmark | null; rate: PublishedBenchmark | null }
  own: PublishedSeries | null
}

/** The cell of a series in a period; a series without the place, or no series, has no figure there. */
export function cellAt(series: PublishedSeries | undefined, period: string, measure: 'count' | 'rate' = 'count'): Cell {
  const at = series?.periods.indexOf(period) ?? -1
  const cell = measure === 'rate' ? series?.rate?.[at] : series?.cells[at]
  return cell ?? { na: 'not-collected' }
}

/** The number of a series in a period, if it is one that a sentence may rest on. */
export function usableAt(
  series: PublishedSeries | undefined,
  period: string,
  measure: 'count' | 'rate' = 'count',
): number | null {
  const cell = cellAt(series, period, measure)
  if (!series || !isValue(cell)) return null
  return isUsable(series, series.periods.indexOf(period)) ? cell : null
}

export function seriesOf(subject: Subject, economy: string): PublishedSeries | undefined {
  return subject.series.find((series) => series.economy === economy)
}

/** Periods for which any economy holds something, oldest first. */
export function heldPeriods(subject: Subject): string[] {
  const held = new Set<string>()
  for (const series of subject.own ? [...subject.series, subject.own] : subject.series) {
    series.cells.forEach((cell, at) => {
      if (holdsFigure(cell)) held.add(series.periods[at]!)
    })
  }
  return [...held].toSorted()
}

/**
 * The sum of a period over the six, or null.
 *
 * A sum is made only of six usable, unrounded numbers of a count: with a missing,
 * bounded, flagged or suppressed part it would be no total of the region, and could give a part away.
 */
export function totalOf(subject: Subject, period: string): number | null {
  if (
    subject.indicator.kind !== 'count' ||
    subject.isRounded ||
    subject.economies.length !== 6 ||
    subject.indicator.subnationalOf !== null
  )
    return null
  let sum = 0
  for (const economy of subject.economies) {
    const value = usableAt(seriesOf(subject, economy), period)
    if (value === null) return null
    sum += value
  }
  return sum
}

/** Source ids of the figures of some periods, in the order in which they first stand. */
export function sourcesOf(subject: Subject, periods: readonly string[]): string[] {
  const found = new Set<string>()
  for (const period of periods) {
    for (const series of subject.series) {
      const source = series.source[series.periods.indexOf(period)]
      if (source) found.add(source)
    }
  }
  return [...found]
}

/** First periods counted in a new way that hold for every economy. */
export function commonBreaks(subject: Subject): string[] {
  return subject.indicator.breaks
    .filter((cut) => cut.economy === null)
    .map((cut) => cut.period)
    .toSorted()
}
