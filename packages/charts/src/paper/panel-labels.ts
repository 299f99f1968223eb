import { isDrawn, type Point } from '../series/points.ts'

/** A value printed at its point, and on which side of it. */
export interface PointLabel {
  slot: number
  value: number
  side: 'above' | 'below'
}

/**
 * Which points of a panel say their value: the newest, the highest, other peaks, and
 * those on both sides of a break, as long as two labels are not neighbours on a narrow panel.
 *
 * `apart` is the least number of slots between two labels on the same side. A label
 * goes below a point that lies lower than both neighbours, where the line leaves room.
 */
export function labelled(points: readonly Point[], cuts: readonly number[], apart: number): PointLabel[] {
  const drawn = points.filter(isDrawn)
  const last = drawn.at(-1)
  if (!last) return []
  const highest = drawn.reduce((top, point) => (point.value > top.value ? point : top))
  const atCuts = cuts.flatMap((cut) => [drawn.findLast((p) => p.slot < cut), drawn.find((p) => p.slot >= cut)])
  const ownDenominator = drawn.findLast((point) => point.borrowed === null)
  const peaks = drawn.filter(
    (point, at) =>
      at > 0 && at < drawn.length - 1 && point.value > drawn[at - 1]!.value && point.value > drawn[at + 1]!.value,
  )
  const chosen: PointLabel[] = []
  for (const point of [last, highest, ...atCuts, ownDenominator, ...peaks]) {
    if (!point || chosen.some((label) => label.slot === point.slot)) continue
    const side = sideOf(drawn, point)
    if (chosen.some((label) => label.side === side && Math.abs(label.slot - point.slot) < apart)) continue
    chosen.push({ slot: point.slot, value: point.value, side })
  }
  return chosen
}

function sideOf(drawn: readonly (Point & { value: number })[], point: Point & { value: number }): 'above' | 'below' {
  const before = drawn.findLast((other) => other.slot < point.slot)
  const after = drawn.find((other) => other.slot > point.slot)
  const isTrough =
    (before === undefined || before.value > point.value) && after !== undefined && after.value > point.value
  return isTrough ? 'below' : 'above'
}
