import * as z from 'zod/mini'
import { audience } from './published.ts'

/** `p12` public · `g31` regional · `o7` one owner's: the only names by which readers know a state of the figures. */
export const editionCode = z.string().check(z.regex(/^[pgo][1-9]\d{0,8}$/))

/** A numbered state of the figures as one audience saw it. */
export const edition = z.strictObject({
  code: editionCode,
  audience,
  number: z.number(),
  title: z.string(),
  /** ISO instant in UTC. */
  publishedAt: z.string(),
  /** Set on seeded editions: the figures as they stood at the end of that source year. */
  sourceYear: z.nullable(z.number()),
})
export type Edition = z.infer<typeof edition>

/**
 * What a reader may ask for in place of the newest figures: a day (its end, in the
 * installation's time zone) or an edition.
 */
export const asOf = z.string().check(z.regex(/^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|[pgo][1-9]\d{0,8})$/))
export type AsOf = z.infer<typeof asOf>
