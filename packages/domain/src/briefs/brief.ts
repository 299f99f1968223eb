import * as z from 'zod/mini'
import { economies } from '../economies/index.ts'
import { asOf } from '../observations/edition.ts'

/** `summit` speaks of the region with public figures only; `organisation` adds its own, published or not. */
export const briefTemplates = ['summit', 'organisation'] as const
export const briefTemplate = z.enum(briefTemplates)
export type BriefTemplate = z.infer<typeof briefTemplate>

/** A brief that failed may be tried again; one that is done never changes. */
export const briefState = z.enum(['queued', 'rendering', 'done', 'failed', 'cancelled'])
export type BriefState = z.infer<typeof briefState>

/** One page an indicator: more would be a register, not a brief. */
export const mostIndicators = 8

const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
const line = (most: number) => z.string().check(z.trim(), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u))

/** What is asked for; the release it rests on is fixed when it is asked. */
export const newBrief = z.strictObject({
  template: briefTemplate,
  locale: z.enum(['en', 'sq', 'bs', 'cnr', 'mk', 'sr-Cyrl', 'sr-Latn']),
  title: line(140).check(z.minLength(3)),
  occasion: line(90),
  place: line(60),
  date: z.nullable(day),
  freezeDate: day,
  /** In the order of the pages. */
  indicators: z
    .array(z.string().check(z.regex(/^[A-Z][A-Z0-9_]{1,62}$/)))
    .check(z.minLength(1), z.maxLength(mostIndicators)),
  economies: z.array(z.enum(economies)).check(z.minLength(1)),
  /** The state of the figures; absent for the newest. */
  asOf: z.optional(asOf),
})
export type NewBrief = z.infer<typeof newBrief>

/** A brief as lists and pages show it. */
export const briefSummary = z.strictObject({
  id: z.string(),
  template: briefTemplate,
  locale: z.string(),
  title: z.string(),
  occasion: z.string(),
  place: z.string(),
  date: z.nullable(z.string()),
  freezeDate: z.string(),
  indicators: z.array(z.string()),
  economies: z.array(z.string()),
  edition: z.string(),
  state: briefState,
  /** 0 to 1. */
  progress: z.number(),
  /** Why it failed: a key below `briefs.failure`. */
  failure: z.nullable(z.string()),
  sha256: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  pages: z.nullable(z.number()),
  createdAt: z.string(),
  finishedAt: z.nullable(z.string()),
  demonstration: z.boolean(),
})
export type BriefSummary = z.infer<typeof briefSummary>
