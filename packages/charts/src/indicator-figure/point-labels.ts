import { type Point, textWidth } from '../series/index.ts'
import type { FigureLayout } from './layout.ts'

export interface LabelSpot {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

/**
 * Where the figure of a point of the reader's line stands: above a peak, under a trough, beside a slope. Where other
 * lines run there, the place around the point that the fewest lines cross.
 */
export function labelSpot(point: Point, text: string, at: FigureLayout): LabelSpot {
  const [x, y] = [at.x(point.slot), at.y(point.value ?? point.bound!.limit)]
  if (point.bound) return { x, y: point.bound.comparator.startsWith('g') ? y + 17 : y - 8, anchor: 'middle' }
  const above: LabelSpot = { x, y: y - 12, anchor: 'middle' }
  const below: LabelSpot = { x, y: y + 22, anchor: 'middle' }
  const right: LabelSpot = { x: x + 8, y: y - 8, anchor: 'start' }
  const left: LabelSpot = { x: x - 8, y: y - 8, anchor: 'end' }
  const isLow = at.plot.base - y < 30
  const [first, ...rest] = ordered(slopeOf(point, at), { above, below, right, left })
  const width = textWidth(text, at.type.label, true)
  let best = first!
  let fewest = crossings(best, width, at)
  for (const spot of rest) {
    if (fewest === 0) break
    if (spot === below && isLow) continue
    const count = crossings(spot, width, at)
    if (count < fewest) [best, fewest] = [spot, count]
  }
  return best === below && isLow ? above : best
}

type Slope = 'peak' | 'trough' | 'falls' | 'rises' | 'end'

function slopeOf(point: Point, at: FigureLayout): Slope {
  const segment = at.own!.segments.find((run) => run.some((p) => p.slot === point.slot))
  const index = segment?.findIndex((p) => p.slot === point.slot) ?? -1
  const here = point.value ?? 0
  const before = segment?.[index - 1]?.value
  const after = segment?.[index + 1]?.value
  if (before === undefined || after === undefined) return 'end'
  if (before > here) return after > here ? 'trough' : 'falls'
  return after > here && here > before ? 'rises' : 'peak'
}

function ordered(
  slope: Slope,
  { above, below, right, left }: Record<'above' | 'below' | 'right' | 'left', LabelSpot>,
): LabelSpot[] {
  if (slope === 'trough') return [below, above]
  if (slope === 'falls') return [right, below, above]
  if (slope === 'rises') return [left, below, above]
  return [above, below]
}

/** How many lines run through the box of a label. */
function crossings(spot: LabelSpot, width: number, at: FigureLayout): number {
  const from = spot.anchor === 'middle' ? spot.x - width / 2 : spot.anchor === 'end' ? spot.x - width : spot.x
  const [top, bottom] = [spot.y - at.type.label * 0.8, spot.y + 2]
  const runs = [
    ...[...at.others, ...(at.own ? [at.own] : [])].flatMap((line) =>
      line.segments.map((run) => run.map((p) => [at.x(p.slot), at.y(p.value)] as const)),
    ),
    ...at.band.median.map((run) => run.map((p) => [at.x(p.slot), at.y(p.median)] as const)),
  ]
  return runs.filter((run) => run.some((end, index) => crosses(run[index - 1], end, from, from + width, top, bottom)))
    .length
}

type Place = readonly [x: number, y: number]

function crosses(start: Place | undefined, end: Place, left: number, right: number, top: number, bottom: number) {
  const [x0, y0] = start ?? end
  const [x1, y1] = end
  const [low, high] = [Math.max(left, x0), Math.min(right, x1)]
  if (low > high) return false
  const height = (x: number) => (x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0))
  const [a, b] = [height(low), height(high)]
  return Math.min(a, b) <= bottom && Math.max(a, b) >= top
}
