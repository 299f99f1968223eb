import * as z from 'zod/mini'

/** Why a cell holds no figure. `not-published` also stands for what the reader may not see: the two look the same. */
export const missingReason = z.enum(['not-collected', 'cannot-exist', 'elsewhere', 'not-published'])
export type MissingReason = z.infer<typeof missingReason>

/** Who withheld a figure that exists. */
export const suppressor = z.enum(['source', 'owner', 'control'])
export type Suppressor = z.infer<typeof suppressor>

export const comparator = z.enum(['lt', 'le', 'gt', 'ge'])
export type Comparator = z.infer<typeof comparator>

export const bound = z.union([
  z.strictObject({ lt: z.number() }),
  z.strictObject({ le: z.number() }),
  z.strictObject({ gt: z.number() }),
  z.strictObject({ ge: z.number() }),
])
export type Bound = z.infer<typeof bound>

export const missing = z.strictObject({ na: missingReason })
export type Missing = z.infer<typeof missing>

export const suppressed = z.strictObject({ c: suppressor })
export type Suppressed = z.infer<typeof suppressed>

/**
 * One figure, or what stands in its place, in the one JSON form used everywhere:
 * `12.5` (0 is a value) · `{"lt":5}` · `{"na":"not-collected"}` · `{"c":"source"}`.
 * A date (kind `date` only) is text that keeps its precision: `"2014"`, `"2014-08-01"`.
 */
export const cell = z.union([z.number(), z.string(), bound, missing, suppressed])
export type Cell = z.infer<typeof cell>

declare const published: unique symbol

/** A cell that passed `protect()` (domain/disclosure): the only kind that answers, files and pages are built from. */
export type PublishedCell = Cell & { readonly [published]: true }
export const publishedCell = z.pipe(
  cell,
  z.transform((c) => c as PublishedCell),
)

/** The five states in which a cell is drawn, told and exported, each unlike the others. */
export type CellState = 'value' | 'bound' | 'missing' | 'not-applicable' | 'suppressed'

export function isValue(c: Cell): c is number {
  return typeof c === 'number'
}

export function isBound(c: Cell): c is Bound {
  return typeof c === 'object' && ('lt' in c || 'le' in c || 'gt' in c || 'ge' in c)
}

export function isMissing(c: Cell): c is Missing {
  return typeof c === 'object' && 'na' in c
}

export function isSuppressed(c: Cell): c is Suppressed {
  return typeof c === 'object' && 'c' in c
}

export function cellState(c: Cell): CellState {
  if (typeof c !== 'object') return 'value'
  if (isSuppressed(c)) return 'suppressed'
  if (isMissing(c)) return c.na === 'cannot-exist' ? 'not-applicable' : 'missing'
  return 'bound'
}

/** A bound as its comparator and limit. */
export function boundParts(b: Bound): { comparator: Comparator; limit: number } {
  const [comparator, limit] = Object.entries(b)[0] as [Comparator, number]
  return { comparator, limit }
}
