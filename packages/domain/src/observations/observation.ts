import type { Comparator } from './cell.ts'
import type { Audience, Confidence, Visibility } from './published.ts'

/** What an organisation may say in place of a figure; `source` and `owner` withhold one that exists. */
export const reasons = ['not-collected', 'cannot-exist', 'elsewhere', 'source', 'owner', 'withdrawn'] as const
export type Reason = (typeof reasons)[number]

/** SDMX CL_OBS_STATUS codes in use: break, estimated, forecast, imputed, provisional, low reliability. */
export const statusCodes = ['B', 'E', 'F', 'I', 'P', 'U'] as const

/**
 * A figure or a reason as its organisation holds it.
 *
 * NOTE: not assignable to `Cell`. Only `protect()` makes one from the other.
 */
export type Figure = {
  value: number | null
  /** Kind `date` only. */
  textValue: string | null
  comparator: Comparator | null
  reason: Reason | null
}

export type Observation = Figure & {
  period: string
  status: string[]
  visibility: Visibility
  confidence: Confidence | null
  source: string | null
  note: string | null
}

/** Whether an audience may see what has this visibility. `benchmark` is for its owner's eyes alone. */
export function maySee(audience: Audience, visibility: Visibility): boolean {
  if (audience === 'owner') return true
  if (audience === 'regional') return visibility === 'regional' || visibility === 'public'
  return visibility === 'public'
}

/** A figure that is held and printed, and takes part in no statistic and no comparison. */
export function isUnusable(status: readonly string[]): boolean {
  return status.includes('U')
}
