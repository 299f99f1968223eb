import * as z from 'zod/mini'
import { breakdown } from '../observations/breakdown.ts'
import { comparator } from '../observations/cell.ts'
import { reasons, statusCodes } from '../observations/observation.ts'
import { period } from '../observations/period.ts'
import { confidence, visibility } from '../observations/published.ts'
import { economies } from '../economies/index.ts'

/** One value as it is entered or imported: a figure, a text (kind `date`) or a reason, and never two of them. */
export const enteredValue = z.strictObject({
  indicator: z.string(),
  economy: z.enum(economies),
  breakdown: z._default(breakdown, ''),
  period,
  value: z._default(z.nullable(z.number()), null),
  textValue: z._default(z.nullable(z.string()), null),
  comparator: z._default(z.nullable(comparator), null),
  reason: z._default(z.nullable(z.enum(reasons)), null),
  status: z._default(z.array(z.enum(statusCodes)), []),
  visibility,
  confidence: z._default(z.nullable(confidence), null),
  /** Id of a source of the catalogue. */
  source: z._default(z.nullable(z.string()), null),
  note: z._default(z.nullable(z.string()), null),
})
export type EnteredValue = z.infer<typeof enteredValue>
/** As it may be written down: whatever has a default left out. */
export type ValueToEnter = z.input<typeof enteredValue>
