import {
  axisOf,
  bandOf,
  bandSegments,
  type BandPoint,
  isDrawn,
  type Point,
  pointsOf,
  type Quartiles,
  segmentsOf,
  slotAtOrAfter,
  textWidth,
  tickDecimals,
} from '../series/index.ts'
import type { FigureBreak, FigureData, FigureSeries, FigureSize } from './data.ts'
import { type EndLabel, labelEnds, placeEnds } from './end-labels.ts'
import { type EventRing, eventRings } from './event-rings.ts'

export type Drawn = Point & { value: number }

export interface Line {
  series: FigureSeries
  own: boolean
  points: Point[]
  segments: Drawn[][]
}

/** A stretch of the time axis between two breaks that everybody shares. `from` and `to` are slots, `to` excluded. */
export interface Panel {
  from: number
  to: number
  left: number
  right: number
}

export interface FigureLayout {
  size: Required<FigureSize>
  type: { tick: number; label: number }
  plot: { left: number; right: number; top: number; base: number }
  slotWidth: number
  panels: Panel[]
  axis: { top: number; ticks: number[]; decimals: number }
  x: (slot: number) => number
  y: (value: number) => number
  own: Line | null
  others: Line[]
  band: { median: BandPoint[][]; quartiles: Quartiles[][] }
  breaks: { x: number; text: readonly string[] }[]
  events: EventRing[]
  ends: EndLabel[]
  /** A value as printed in the figure, † where its denominator is borrowed. */
  print: (point: { value: number; borrowed?: string | null }) => string
}

/**
 * Where everything in a figure stands, in px: the same for paper, exports and the
 * interactive chart, so that all three are one drawing.
 */
export function layoutFigure(data: FigureData, asked: FigureSize): FigureLayout {
  const size = { narrow: false, ...asked }
  const { span } = data
  const type = size.narrow ? { tick: 12.5, label: 12.5 } : { tick: 12.5, label: 13.5 }
  const shared = data.breaks.filter((b) => b.economy === null)
  const lineOf = (series: FigureSeries, own: boolean): Line => {
    const points = pointsOf(series.cells, data.measure, span, own ? data.lastDue : undefined)
    const cuts = data.breaks.filter((b) => b.economy === null || b.economy === series.economy).map((b) => b.period)
    return { series, own, points, segments: segmentsOf(points.filter(isDrawn), span, cuts) }
  }
  const own = data.own ? lineOf(data.own, true) : null
  const others = data.others.map((series) => lineOf(series, false))
  const bandPoints = bandOf(data.benchmark, span)
  const lines = own ? [...others, own] : others

  const most = Math.max(
    0,
    ...lines.flatMap((line) => line.points.map((p) => (isDrawn(p) ? p.value : (p.bound?.limit ?? 0)))),
    ...bandPoints.map((p) => p.upper ?? p.median),
  )
  const nice = axisOf(most, { whole: data.whole ?? false, most: size.height < 300 ? 5 : 8 })
  const capped = data.ceiling !== undefined && most <= data.ceiling && nice.top > data.ceiling
  const ticks = capped ? axisOf(data.ceiling!).ticks : nice.ticks
  const axis = { top: ticks.at(-1)!, ticks, decimals: tickDecimals(ticks) }

  const decimals = size.narrow && most >= 10 ? 0 : data.decimals
  const print: FigureLayout['print'] = ({ value, borrowed }) =>
    `${value === 0 ? '0' : data.number(value, { decimals })}${data.suffix ?? ''}${borrowed ? '†' : ''}`

  const left =
    Math.ceil(Math.max(...ticks.map((tick) => textWidth(data.number(tick, { decimals: axis.decimals }), type.tick)))) +
    10
  const cuts = shared.map((b) => slotAtOrAfter(span, b.period)).filter((slot) => slot > 0 && slot < span.length)
  const edges = [0, ...new Set(cuts.toSorted((a, b) => a - b)), span.length]
  const plot = { left, right: 0, top: 0, base: size.height - 36 }
  const y = (value: number) => plot.base - (value / axis.top) * (plot.base - plot.top)

  const stretches = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1]! }))
  const groups = labelEnds({ data, lines, bandPoints, stretches, print, narrow: size.narrow })
  const widths = groups.map((group) =>
    group.length === 0
      ? 12
      : Math.ceil(Math.max(...group.map((end) => textWidth(end.text, type.label, end.mine)))) + (size.narrow ? 16 : 28),
  )
  const slotWidth = Math.max(
    8,
    (size.width - left - widths.reduce((sum, width) => sum + width, 0)) / Math.max(1, span.length),
  )
  const panels: Panel[] = []
  stretches.forEach(({ from, to }, index) => {
    const start = index === 0 ? left : panels[index - 1]!.right + widths[index - 1]!
    panels.push({ from, to, left: start, right: start + (to - from) * slotWidth })
  })
  plot.right = panels.at(-1)!.right
  const at = (position: number) => {
    const panel = panels.findLast((p) => position >= p.from) ?? panels[0]!
    return panel.left + (position - panel.from) * slotWidth
  }
  const x = (slot: number) => at(slot + 0.5)
  const breaks = breakMarks(data.breaks, data.own?.economy ?? null, span, at, size.narrow)
  const { events, head } = eventRings(data, at, textWidth(data.unit, type.tick) + 14)
  plot.top = Math.max(34, head) + (breaks.length > 0 ? 38 : 0)

  return {
    size,
    type,
    plot,
    slotWidth,
    panels,
    axis,
    x,
    y,
    own,
    others,
    band: bandSegments(
      bandPoints,
      span,
      shared.map((b) => b.period),
    ),
    breaks,
    events,
    ends: groups.flatMap((group, index) =>
      placeEnds(group, {
        x,
        y,
        at: panels[index]!.right + (size.narrow ? 8 : 16),
        gap: size.narrow ? 15 : 17,
        low: plot.top,
        high: plot.base - 6,
      }),
    ),
    print,
  }
}

function breakMarks(
  breaks: readonly FigureBreak[],
  own: string | null,
  span: readonly string[],
  at: (position: number) => number,
  narrow: boolean,
) {
  return breaks
    .filter((b) => b.economy === null || b.economy === own)
    .map((b) => ({ slot: slotAtOrAfter(span, b.period), text: narrow ? (b.short ?? b.text) : b.text }))
    .filter(({ slot }) => slot > 0 && slot < span.length)
    .map(({ slot, text }) => ({ x: at(slot), text }))
}
