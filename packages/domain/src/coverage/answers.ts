import * as z from 'zod/mini'
import { seriesBreak } from '../indicators/answers.ts'
import { type Cell, isBound, isMissing, isSuppressed } from '../observations/cell.ts'
import { edition } from '../observations/edition.ts'

/**
 * The state of one place of the matrix, one letter each: v value, z zero, b bound,
 * n not collected or no figure, x cannot exist, s suppressed, e elsewhere,
 * u held but unusable (status U).
 */
export const coverageState = z.enum(['v', 'z', 'b', 'n', 'x', 's', 'e', 'u'])
export type CoverageState = z.infer<typeof coverageState>

export const coverageAnswer = z.strictObject({
  edition: z.nullable(edition),
  periods: z.array(z.string()),
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      topic: z.string(),
      /** By economy code, all six: as many letters as there are periods. */
      economies: z.record(z.string(), z.string().check(z.regex(/^[vzbnxseu]*$/))),
      breaks: z.array(seriesBreak),
      /** Dimensions (`SEX`, `AGE`, …) by which the reader may see a series of any economy. */
      dimensions: z.array(z.string()),
    }),
  ),
})
export type CoverageAnswer = z.infer<typeof coverageAnswer>

/** The letter of a cell; `status` holds its SDMX codes. */
export function stateOf(cell: Cell | undefined, status: readonly string[]): CoverageState {
  if (cell === undefined) return 'n'
  if (typeof cell === 'object') {
    if (isSuppressed(cell)) return 's'
    if (isBound(cell)) return 'b'
    if (isMissing(cell)) return cell.na === 'cannot-exist' ? 'x' : cell.na === 'elsewhere' ? 'e' : 'n'
  }
  if (status.includes('U')) return 'u'
  return cell === 0 ? 'z' : 'v'
}
