import * as z from 'zod/mini'
import { publishedCell } from './cell.ts'

/** Who may read a published row. Each audience includes what the narrower ones after it may see. */
export const audience = z.enum(['public', 'regional', 'owner'])
export type Audience = z.infer<typeof audience>

/** Who an observation is for; `benchmark` is seen by its owner alone and may count in released benchmarks. */
export const visibility = z.enum(['private', 'benchmark', 'regional', 'public'])
export type Visibility = z.infer<typeof visibility>

export const confidence = z.enum(['verified', 'secondary'])
export type Confidence = z.infer<typeof confidence>

export const grade = z.enum(['A', 'B', 'C', 'D', 'E'])
export type Grade = z.infer<typeof grade>

/**
 * A series as one audience may see it: parallel arrays, one place a period.
 *
 * `rate` is null where the indicator has no denominator; a place in it is
 * `{"na":"not-collected"}` where the denominator of that period (or one that may
 * be carried forward) is missing. `denominatorPeriods` names the period the
 * denominator is of: it differs from `periods` where one was carried.
 */
export const publishedSeries = z.strictObject({
  indicator: z.string(),
  economy: z.string(),
  /** Canonical key such as `AGE=Y0T17;SEX=F`; empty is the total. */
  breakdown: z.string(),
  /** Slug of the organisation whose series it is. */
  publisher: z.string(),
  demonstration: z.boolean(),
  audience,
  periods: z.array(z.string()),
  cells: z.array(publishedCell),
  rate: z.nullable(z.array(publishedCell)),
  denominatorPeriods: z.nullable(z.array(z.nullable(z.string()))),
  /** SDMX CL_OBS_STATUS codes, such as `B` break and `U` low reliability. */
  status: z.array(z.array(z.string())),
  confidence: z.array(z.nullable(confidence)),
  /** Source ids of the catalogue. */
  source: z.array(z.nullable(z.string())),
  note: z.array(z.nullable(z.string())),
  grade: z.nullable(grade),
})
export type PublishedSeries = z.infer<typeof publishedSeries>

/** Where an economy stands among those with a figure, 1 = highest; economies with equal printed values share a place. */
export const place = z.strictObject({ high: z.number(), of: z.number(), joint: z.boolean() })
export type Place = z.infer<typeof place>

/**
 * The public benchmark of one indicator over the six: parallel arrays, one place a period.
 *
 * A statistic that does not exist for a period (too few members, a kind that has
 * no mean) is `{"na":"not-published"}`. Quartiles exist from five members on.
 */
export const publishedBenchmark = z.strictObject({
  indicator: z.string(),
  group: z.string(),
  breakdown: z.string(),
  measure: z.enum(['count', 'rate']),
  periods: z.array(z.string()),
  /** Members with a value, and how many there could be. */
  members: z.array(z.number()),
  of: z.array(z.number()),
  min: z.array(publishedCell),
  lower: z.array(publishedCell),
  median: z.array(publishedCell),
  upper: z.array(publishedCell),
  max: z.array(publishedCell),
  mean: z.array(publishedCell),
  /** Mean weighted by child population; equals Σcount/Σdenominator for rates. */
  weightedMean: z.array(publishedCell),
  /** For ordinal and yes-no kinds: members a category, `[["1", 5], ["0", 1]]`. */
  categories: z.nullable(z.array(z.array(z.tuple([z.string(), z.number()])))),
  places: z.record(z.string(), z.array(z.nullable(place))),
  /** Worst declared regional grade among the members. */
  grade: z.nullable(grade),
})
export type PublishedBenchmark = z.infer<typeof publishedBenchmark>
