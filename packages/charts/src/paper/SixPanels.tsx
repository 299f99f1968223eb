import type { ReactElement } from 'react'
import { axisOf } from '../series/axis.ts'
import { textWidth } from '../series/labels.ts'
import { linePath, px } from '../series/path.ts'
import { isDrawn, type Point, segmentsOf } from '../series/points.ts'
import { slotAtOrAfter } from '../series/span.ts'
import { CellSquare } from './CellSquare.tsx'
import { ink, measure } from './ink.ts'
import { Label, Line, Sheet } from './Label.tsx'
import { labelled } from './panel-labels.ts'

export interface Panel {
  name: string
  points: readonly Point[]
  /** First periods counted in a new way in this panel. */
  breaks: readonly string[]
  /** Said in place of a line where nothing can be drawn. */
  empty: string | null
}

export interface SixPanelsProps {
  span: readonly string[]
  /** One a slot; an empty one is not printed. */
  slotLabels: readonly string[]
  panels: readonly Panel[]
  breakLabel: string
  format: (value: number) => string
  /** A tick, which may need fewer decimals than a value. */
  formatTick: (value: number) => string
  whole: boolean
  /** Of the plot of one panel in points; lower where a page has much to say. */
  height?: number
}

const columns = 3
const gap = 17
const width = (measure - gap * (columns - 1)) / columns
const head = 17
const fullHeight = 64
const inset = 15

/**
 * Small multiples on one scale, three abreast: each economy in front of the others in grey.
 *
 * A break cuts the line and later points are diamonds; a borrowed denominator makes
 * a hollow point on a dashed stretch; a hole is drawn on the base where it is.
 */
export function SixPanels(props: SixPanelsProps): ReactElement {
  const { panels, span, height = fullHeight } = props
  const row = head + height + 21
  const max = Math.max(0, ...panels.flatMap(({ points }) => points.filter(isDrawn).map(({ value }) => value)))
  // The scale ends a little above the highest point, not at a round tick far above it: height is scarce on paper.
  const top = Math.max(max * 1.06, Number.MIN_VALUE)
  const ticks = axisOf(max, { whole: props.whole, most: 4 }).ticks.filter((tick) => tick <= top * 0.97)
  const rows = Math.ceil(panels.length / columns)
  return (
    <Sheet width={measure} height={row * rows - 8}>
      {panels.map((panel, index) => (
        <g
          key={panel.name}
          transform={`translate(${px((index % columns) * (width + gap))} ${Math.floor(index / columns) * row})`}
        >
          <OnePanel
            {...props}
            panel={panel}
            others={panels.filter((other) => other !== panel)}
            top={top}
            ticks={ticks}
            first={index === 0}
            count={span.length}
            height={height}
          />
        </g>
      ))}
    </Sheet>
  )
}

interface OnePanelProps extends SixPanelsProps {
  panel: Panel
  others: readonly Panel[]
  top: number
  ticks: readonly number[]
  first: boolean
  count: number
  height: number
}

function OnePanel({
  panel,
  others,
  span,
  slotLabels,
  top,
  ticks,
  first,
  count,
  breakLabel,
  format,
  formatTick,
  height,
}: OnePanelProps): ReactElement {
  const tickRoom = Math.max(inset, ...ticks.map((tick) => (tick === 0 ? 0 : textWidth(formatTick(tick), 7) + 5)))
  const x = (slot: number) => tickRoom + (count === 1 ? 0.5 : slot / (count - 1)) * (width - tickRoom - 12)
  const y = (value: number) => head + height - (value / top) * height
  const cuts = [...new Set(panel.breaks.map((period) => slotAtOrAfter(span, period)))].filter(
    (cut) => cut > 0 && cut < count,
  )
  const lastCut = cuts.length === 0 ? Infinity : Math.max(...cuts)
  const at = (point: Point & { value: number }) => [x(point.slot), y(point.value)] as const
  const step = count > 1 ? x(1) - x(0) : width
  return (
    <>
      <Label x={0} y={8} text={panel.name} size={8.5} weight={700} fill={ink.text} />
      {ticks.map((tick) => (
        <g key={tick}>
          <Line
            x1={0}
            y1={y(tick)}
            x2={width}
            y2={y(tick)}
            stroke={tick ? ink.ruleLight : ink.text3}
            width={tick ? 0.5 : 0.6}
          />
          {tick > 0 && <Label x={0} y={y(tick) - 2} text={formatTick(tick)} size={7} fill={ink.text3} />}
        </g>
      ))}
      {others.flatMap((other) =>
        segmentsOf(other.points.filter(isDrawn), span, other.breaks)
          .filter((segment) => segment.length > 1)
          .map((segment) => (
            <path
              key={`${other.name}${segment[0]!.slot}`}
              d={linePath(segment.map(at))}
              fill="none"
              stroke={ink.context}
              strokeWidth={0.7}
            />
          )),
      )}
      {cuts.map((cut) => (
        <g key={cut}>
          <Line
            x1={(x(cut - 1) + x(cut)) / 2}
            y1={head - 2}
            x2={(x(cut - 1) + x(cut)) / 2}
            y2={y(0)}
            stroke={ink.care}
            width={0.7}
            dash="2 1.6"
          />
          {first && (
            <Label
              x={(x(cut - 1) + x(cut)) / 2 - 3}
              y={head + 4.5}
              text={breakLabel}
              size={7}
              weight={600}
              fill={ink.care}
              anchor="end"
              halo
            />
          )}
        </g>
      ))}
      {segmentsOf(panel.points.filter(isDrawn), span, panel.breaks).map((segment) => (
        <Stretch key={segment[0]!.slot} points={segment} at={at} />
      ))}
      {panel.points.map((point) => (
        <PointMark key={point.slot} point={point} x={x(point.slot)} y={y} base={y(0)} isAfter={point.slot >= lastCut} />
      ))}
      {panel.empty && <Label x={tickRoom} y={y(0) - 8} text={panel.empty} size={7.5} fill={ink.text2} halo />}
      {labelled(panel.points, cuts, Math.max(1, Math.ceil((widestLabel(panel.points, format) + 2) / step))).map(
        ({ slot, value, side }) => (
          <Label
            key={slot}
            x={within(x(slot), textWidth(format(value), 7.5, true) / 2, tickRoom - inset, width)}
            y={y(value) + (side === 'below' ? 9.6 : -5)}
            text={format(value)}
            size={7.5}
            weight={600}
            fill={slot >= lastCut ? ink.care : ink.text}
            anchor="middle"
            halo
          />
        ),
      )}
      {slotLabels.map((text, slot) =>
        text === '' ? null : (
          <Label key={text} x={x(slot)} y={y(0) + 9.5} text={text} size={7} fill={ink.text3} anchor="middle" />
        ),
      )}
    </>
  )
}

/** A label keeps inside the panel, and off the words of the axis where those are wide. */
function within(x: number, half: number, left: number, right: number): number {
  return Math.min(Math.max(x, left > 0 ? left + inset + half : half), right - half)
}

function widestLabel(points: readonly Point[], format: (value: number) => string): number {
  return Math.max(0, ...points.filter(isDrawn).map(({ value }) => textWidth(format(value), 7.5, true)))
}

/** Solid where each point rests on its own denominator, dashed towards a borrowed one. */
function Stretch({
  points,
  at,
}: {
  points: readonly (Point & { value: number })[]
  at: (point: Point & { value: number }) => readonly [number, number]
}): ReactElement {
  const solid = points.filter(({ borrowed }) => borrowed === null)
  const borrowedFrom = points.findIndex(({ borrowed }) => borrowed !== null)
  const dashed = borrowedFrom === -1 ? [] : points.slice(Math.max(0, borrowedFrom - 1))
  return (
    <>
      {solid.length > 1 && (
        <path d={linePath(solid.map(at))} fill="none" stroke={ink.accent} strokeWidth={1.7} strokeLinejoin="round" />
      )}
      {dashed.length > 1 && (
        <path
          d={linePath(dashed.map(at))}
          fill="none"
          stroke={ink.accent}
          strokeWidth={1.2}
          strokeDasharray="2.2 1.8"
        />
      )}
    </>
  )
}

function PointMark({
  point,
  x,
  y,
  base,
  isAfter,
}: {
  point: Point
  x: number
  y: (value: number) => number
  base: number
  isAfter: boolean
}): ReactElement {
  if (point.bound) {
    const limit = y(point.bound.limit)
    return (
      <path
        d={`M${px(x - 3)} ${px(limit)}H${px(x + 3)}M${px(x)} ${px(limit)}V${px(base)}`}
        fill="none"
        stroke={ink.accent}
        strokeWidth={0.7}
        strokeDasharray="1.6 1.4"
      />
    )
  }
  if (!isDrawn(point)) return <CellSquare state={point.state} x={x - 2.6} y={base - 6.4} size={5.2} />
  const cy = px(y(point.value))
  const cx = px(x)
  if (isAfter)
    return (
      <path
        d={`M${cx} ${px(cy - 3)}L${px(cx + 3)} ${cy}L${cx} ${px(cy + 3)}L${px(cx - 3)} ${cy}Z`}
        fill={ink.paper}
        stroke={ink.care}
        strokeWidth={1.1}
      />
    )
  return (
    <circle
      cx={cx}
      cy={cy}
      r={2.1}
      fill={point.borrowed === null ? ink.accent : ink.paper}
      stroke={ink.accent}
      strokeWidth={1.1}
    />
  )
}
