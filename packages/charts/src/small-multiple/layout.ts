import {
  bandOf,
  bandSegments,
  type BandPoint,
  type BenchmarkCells,
  isDrawn,
  type Measure,
  niceTop,
  type Point,
  pointsOf,
  type Quartiles,
  segmentsOf,
  type SeriesCells,
  slotAtOrAfter,
} from '../series/index.ts'

export interface SmallMultipleData {
  /** The years that all small multiples of a page share. */
  span: readonly string[]
  series: SeriesCells | null
  measure: Measure
  /** Null where the measure has no benchmark, as counts have not. */
  benchmark: BenchmarkCells | null
  /** First periods counted the new way. */
  breaks: readonly string[]
  /** Counted in ones: the axis keeps to whole numbers. */
  whole?: boolean
  /** Percentages do not go above it. */
  ceiling?: number
  /** The last period a figure of which is due; nothing is drawn as missing after it. */
  lastDue?: string
  /** Single figures of the other economies, drawn as open dots where one period is all there is. */
  others?: readonly { period: string; value: number }[]
}

export interface SmallMultipleLayout {
  x: (slot: number) => number
  y: (value: number) => number
  top: number
  slotWidth: number
  left: number
  right: number
  base: number
  head: number
  points: Point[]
  segments: (Point & { value: number })[][]
  band: { median: BandPoint[][]; quartiles: Quartiles[][] }
  /** Slots at whose left edge counting changed. */
  cuts: number[]
}

export const size = { width: 320, height: 130, gutter: 66, head: 18, foot: 20 } as const

export function layoutSmallMultiple(data: SmallMultipleData): SmallMultipleLayout {
  const { span } = data
  const all = pointsOf(data.series, data.measure, span, data.lastDue)
  const points = data.series && all.some((point) => point.state !== 'due') ? all : holes(span, data.lastDue)
  const drawn = points.filter(isDrawn)
  const band = bandOf(data.benchmark, span)
  const most = Math.max(
    0,
    ...drawn.map((point) => point.value),
    ...points.map((point) => point.bound?.limit ?? 0),
    ...band.map((point) => point.upper ?? point.median),
    ...(data.others ?? []).map((other) => other.value),
  )
  const nice = niceTop(most, data.whole ?? false)
  const top = data.ceiling !== undefined && most <= data.ceiling ? Math.min(nice, data.ceiling) : nice
  const left = 0
  const right = size.width - size.gutter
  const slotWidth = (right - left) / Math.max(1, span.length)
  const base = size.height - size.foot
  return {
    x: (slot) => left + (slot + 0.5) * slotWidth,
    y: (value) => base - (value / top) * (base - size.head),
    top,
    slotWidth,
    left,
    right,
    base,
    head: size.head,
    points,
    segments: segmentsOf(drawn, span, data.breaks),
    band: bandSegments(band, span, data.breaks),
    cuts: data.breaks.map((period) => slotAtOrAfter(span, period)).filter((slot) => slot > 0 && slot < span.length),
  }
}

/** With no figure at all, every slot is drawn as a hole: the emptiness is the finding. */
function holes(span: readonly string[], lastDue?: string): Point[] {
  return span
    .map((period, slot): Point => ({ slot, period, state: 'missing', value: null, bound: null, borrowed: null }))
    .filter((point) => lastDue === undefined || point.period <= lastDue)
}
