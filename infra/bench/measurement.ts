/**
 * One measured figure, and what it is held against.
 *
 * `target` is in the unit of `value`, or, with a `reference`, the ratio
 * value/reference that is asked for; `atMost` turns the comparison round.
 */
export interface Measurement {
  name: string
  value: number
  unit: string
  reference?: number
  target?: number
  atMost?: boolean
}

export type Judged = Measurement & { ratio?: number; ok?: boolean }

/** The verdict is always computed here, from the figures, and never by the benchmark that measured them. */
export function judge(measurement: Measurement): Judged {
  const { value, reference, target, atMost } = measurement
  const ratio = reference === undefined ? undefined : value / reference
  const compared = ratio ?? value
  const ok = target === undefined ? undefined : atMost ? compared <= target : compared >= target
  return { ...measurement, ...(ratio !== undefined && { ratio }), ...(ok !== undefined && { ok }) }
}

/** The middle of the rounds: one slow round (a checkpoint, another process) does not decide. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
