import {
  boundParts,
  isBound,
  isMissing,
  isSuppressed,
  type Cell,
  type Comparator,
} from '@observatory/domain/observations'
import { slotAtOrAfter } from './span.ts'

/** How a cell is drawn. `unusable` is held but flagged `U` by its source; `due` is a period whose figure is not yet expected. */
export type PointState =
  | 'value'
  | 'zero'
  | 'bound'
  | 'missing'
  | 'not-applicable'
  | 'elsewhere'
  | 'suppressed'
  | 'unusable'
  | 'due'

export interface Point {
  /** Index of the slot in the span. */
  slot: number
  period: string
  state: PointState
  /** Set for `value`, `zero` and `unusable`. */
  value: number | null
  bound: { comparator: Comparator; limit: number } | null
  /** The period whose denominator was borrowed; null where the rate rests on its own. Drawn hollow, marked †. */
  borrowed: string | null
}

export type Measure = 'count' | 'rate'

/** What the chart needs of a published series; rows of a brief or a fixture fit as well. */
export interface SeriesCells {
  periods: readonly string[]
  cells: readonly Cell[]
  rate: readonly Cell[] | null
  denominatorPeriods: readonly (string | null)[] | null
  status: readonly (readonly string[])[]
}

/**
 * One point for each slot of the span that has something to draw.
 *
 * A slot after the first held figure that the series has no place for is a hole
 * and is drawn as one; slots before it are left empty, for the record had not
 * begun. Periods after `lastDue` are not yet expected.
 */
export function pointsOf(
  series: SeriesCells | null,
  measure: Measure,
  span: readonly string[],
  lastDue?: string,
): Point[] {
  const points: Point[] = []
  let begun = false
  span.forEach((period, slot) => {
    const at = series ? series.periods.indexOf(period) : -1
    const cell = series && at !== -1 ? cellAt(series, measure, at) : undefined
    const state = cell === undefined ? 'missing' : stateOf(cell, series?.status[at] ?? [])
    if (state === 'missing' && lastDue !== undefined && period > lastDue) {
      points.push({ slot, period, state: 'due', value: null, bound: null, borrowed: null })
      return
    }
    if (cell === undefined && !begun) return
    begun = true
    const denominator = measure === 'rate' ? (series?.denominatorPeriods?.[at] ?? null) : null
    points.push({
      slot,
      period,
      state,
      value: typeof cell === 'number' ? cell : null,
      bound: cell !== undefined && isBound(cell) ? boundParts(cell) : null,
      borrowed:
        denominator !== null && denominator !== period && cell !== undefined && !isNoFigure(cell) ? denominator : null,
    })
  })
  return points
}

/**
 * A cell in one measure. Where the count is itself a reason, the rate has the same one:
 * a withheld count has a withheld rate, not an uncollected one.
 */
export function cellAt(series: Pick<SeriesCells, 'cells' | 'rate'>, measure: Measure, at: number): Cell | undefined {
  const count = series.cells[at]
  if (measure === 'count') return count
  return count !== undefined && isNoFigure(count) && series.rate ? count : series.rate?.[at]
}

/** A date is told in tables, not drawn on a scale: it is `missing` here only in the sense of having no height. */
export function stateOf(cell: Cell, status: readonly string[] = []): PointState {
  if (typeof cell === 'number') return status.includes('U') ? 'unusable' : cell === 0 ? 'zero' : 'value'
  if (typeof cell === 'string') return 'value'
  if (isSuppressed(cell)) return 'suppressed'
  if (isMissing(cell)) {
    if (cell.na === 'cannot-exist') return 'not-applicable'
    return cell.na === 'elsewhere' ? 'elsewhere' : 'missing'
  }
  return 'bound'
}

function isNoFigure(cell: Cell): boolean {
  return typeof cell === 'object' && !isBound(cell)
}

/** A point that a line may pass through: a usable figure with a height. */
export function isDrawn(point: Point): point is Point & { value: number } {
  return point.value !== null && point.state !== 'unusable'
}

/**
 * Stretches of a line. A line never crosses a slot without a usable figure, nor
 * a break; a bound is never joined. `breaks` are the first periods counted the new way.
 */
export function segmentsOf<T extends { slot: number }>(
  points: readonly T[],
  span: readonly string[],
  breaks: readonly string[],
): T[][] {
  const cuts = breaks.map((period) => slotAtOrAfter(span, period))
  const segments: T[][] = []
  for (const point of points) {
    const segment = segments.at(-1)
    const before = segment?.at(-1)
    const joined =
      before !== undefined &&
      point.slot === before.slot + 1 &&
      !cuts.some((cut) => before.slot < cut && cut <= point.slot)
    if (segment && joined) segment.push(point)
    else segments.push([point])
  }
  return segments
}
