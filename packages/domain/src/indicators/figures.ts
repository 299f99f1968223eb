import { type Cell, isBound, isValue } from '../observations/cell.ts'
import type { CatalogueEntry } from './answers.ts'

export { yearOf } from '../observations/period.ts'

/** What the rules of wording need to know of an indicator; every catalogue entry has it. */
export type Counted = Pick<
  CatalogueEntry,
  'kind' | 'measures' | 'decimals' | 'rateDecimals' | 'comparable' | 'benchmarkable' | 'lagYears' | 'breaks'
> & { ratePer?: number | null }

/** What the rules need of a series; every published one has it. */
export interface Figures {
  economy: string
  periods: readonly string[]
  cells: readonly Cell[]
  status: readonly (readonly string[])[]
}

/** A period with a number in it that may be used: not a bound, not a reason, not flagged unusable (`U`). */
export interface Figure {
  period: string
  value: number
}

/** A held figure that its source flags `U` is shown struck through, and no sentence rests on it. */
export function isUsable(series: Figures, at: number): boolean {
  return !(series.status[at] ?? []).includes('U')
}

/** Something is held for the place: a number, a date or a bound. */
export function holdsFigure(cell: Cell | undefined): boolean {
  return cell !== undefined && (isValue(cell) || typeof cell === 'string' || isBound(cell))
}

export function usableFigures(series: Figures): Figure[] {
  const figures: Figure[] = []
  series.periods.forEach((period, at) => {
    const cell = series.cells[at]
    if (cell !== undefined && isValue(cell) && isUsable(series, at)) figures.push({ period, value: cell })
  })
  return figures
}

/** The place of the newest figure or bound that may be used; -1 where nothing is held. */
export function newestPlace(series: Figures): number {
  for (let at = series.periods.length - 1; at >= 0; at -= 1) {
    if (holdsFigure(series.cells[at]) && isUsable(series, at)) return at
  }
  return -1
}

/**
 * The first period counted in a new way after `from` and up to `to`, or null.
 *
 * A break is declared for the indicator (in one economy or in all six) or marked by
 * the source on the figure itself (`B` of SDMX CL_OBS_STATUS).
 */
export function breakBetween(
  series: Figures,
  indicator: Pick<Counted, 'breaks'>,
  from: string,
  to: string,
): string | null {
  const declared = indicator.breaks
    .filter((cut) => cut.economy === null || cut.economy === series.economy)
    .map((cut) => cut.period)
  const marked = series.periods.filter((_, at) => (series.status[at] ?? []).includes('B'))
  const within = [...declared, ...marked].filter((period) => period > from && period <= to)
  return within.toSorted()[0] ?? null
}
