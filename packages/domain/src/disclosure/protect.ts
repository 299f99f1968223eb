import type { Cell, PublishedCell } from '../observations/cell.ts'
import type { Figure } from '../observations/observation.ts'
import type { Audience } from '../observations/published.ts'

/** A statistic over several organisations. NOTE: not assignable to `Cell`, so that it cannot leave except through `protect()`. */
export type Aggregate = { readonly aggregate: number | null }

/** What a figure is made from on its way out. */
export type Leaving = {
  audience: Audience
  /** Counts of persons under this are protected outside their organisation; 0 protects nothing. */
  smallCounts: number
  /** The cited source already prints this value: withholding it here would protect nobody. */
  publicAtSource: boolean
  /** Withheld so that another cell of its table cannot be subtracted (`secondarySuppressions`). */
  secondary?: boolean
}

/**
 * Turns what an organisation holds, or what was computed over several, into a cell that may leave.
 *
 * Outside its organisation a count of persons under the threshold leaves as the
 * bound `< threshold`, zero included, since a zero shown exactly would make every
 * bound mean one or more (docs/disclosure.md §1.3).
 *
 * NOTE: nothing else makes a `PublishedCell`. An aggregate is protected by what
 * it is made of: only cells that are public already (docs/disclosure.md §1.1).
 */
export function protect(figure: Figure | Aggregate, leaving: Leaving): PublishedCell {
  return cellOf(figure, leaving) as PublishedCell
}

function cellOf(figure: Figure | Aggregate, leaving: Leaving): Cell {
  if ('aggregate' in figure)
    return figure.aggregate === null || !Number.isFinite(figure.aggregate)
      ? { na: 'not-published' }
      : tidy(figure.aggregate)
  if (leaving.secondary && leaving.audience !== 'owner') return { c: 'control' }
  const { value, textValue, comparator, reason } = figure
  if (reason) return reasonCell(reason)
  if (textValue !== null) return textValue
  if (value === null) return { na: 'not-published' }
  const small =
    leaving.smallCounts > 0 && value < leaving.smallCounts && leaving.audience !== 'owner' && !leaving.publicAtSource
  // A lower bound under the threshold tells that persons exist; an upper one is widened to the threshold.
  if (small) return comparator === 'ge' || comparator === 'gt' ? { c: 'control' } : { lt: leaving.smallCounts }
  if (comparator === null) return value
  return { [comparator]: value } as Cell
}

function reasonCell(reason: NonNullable<Figure['reason']>): Cell {
  if (reason === 'source' || reason === 'owner') return { c: reason }
  if (reason === 'withdrawn') return { na: 'not-published' }
  return { na: reason }
}

/** Eight significant digits: more than any printed figure, and free of binary dust such as 39.900000000000006. */
function tidy(value: number): number {
  return Number(value.toPrecision(8))
}
