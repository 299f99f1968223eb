import {
  Axes,
  Breaks,
  EndLabels,
  EventLines,
  Events,
  type FigureData,
  type FigureLayout,
  layoutFigure,
  type Line as FigureLine,
  OtherPoints,
  OwnPoints,
  OwnStates,
} from '@observatory/charts/indicator-figure'
import { screenPalette } from '@observatory/charts/marks'
import { type RefObject, useMemo, useRef, useState, useLayoutEffect, type ReactNode } from 'react'
import { Area, ComposedChart, Line, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts'
import classes from './IndicatorChart.module.css'

/** What the pointer or the arrow keys bring up for one period. */
export interface Reading {
  title: string
  rows: { key: string; name: string; text: string; mine: boolean }[]
  note?: string
}

/**
 * The interactive chart of one indicator.
 *
 * Recharts keeps the scales, the lines, the pointer and the keyboard. Where things
 * stand is worked out by `layoutFigure`, and all that is not a line is drawn by the
 * same pieces as on paper, so that a brief shows the chart its reader saw here.
 * Below 640 px it is another drawing, not a smaller one.
 */
export function IndicatorChart({ data, read }: { data: FigureData; read: (slot: number) => Reading }) {
  const [box, width] = useWidth()
  const at = useMemo(
    () =>
      width === 0
        ? null
        : layoutFigure(data, width < 640 ? { width, height: 380, narrow: true } : { width, height: 500 }),
    [data, width],
  )
  return (
    <div ref={box} className={classes.chart} data-narrow={at?.size.narrow || undefined}>
      {at ? <Drawing data={data} at={at} read={read} /> : null}
    </div>
  )
}

function Drawing({ data, at, read }: { data: FigureData; at: FigureLayout; read: (slot: number) => Reading }) {
  const rows = useMemo(() => rowsOf(data, at), [data, at])
  const part = { at, palette: screenPalette }
  const { plot, size } = at
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={rows}
      margin={{ left: plot.left, right: size.width - plot.right, top: plot.top, bottom: size.height - plot.base }}
      title={data.title}
    >
      <XAxis dataKey="x" type="number" domain={[0, plot.right - plot.left]} hide />
      <YAxis type="number" domain={[0, at.axis.top]} allowDataOverflow hide width={0} />
      <ZIndexLayer zIndex={layers.axes}>
        <Axes {...part} data={data} />
      </ZIndexLayer>
      {at.band.quartiles.map((_, index) => (
        <Area
          key={`band ${index}`}
          {...still}
          dataKey={`band ${index}`}
          fill={screenPalette.band}
          fillOpacity={1}
          stroke="none"
          zIndex={layers.band}
        />
      ))}
      {at.others.flatMap((line) =>
        line.segments.map((_, index) => (
          <Line
            key={keyOf(line, index)}
            {...still}
            dataKey={keyOf(line, index)}
            stroke={screenPalette.other}
            strokeWidth={1.25}
            zIndex={layers.others}
          />
        )),
      )}
      {at.band.median.map((_, index) => (
        <Line
          key={`median ${index}`}
          {...still}
          dataKey={`median ${index}`}
          stroke={screenPalette.median}
          strokeWidth={2}
          strokeDasharray="5 3"
          zIndex={layers.median}
        />
      ))}
      <ZIndexLayer zIndex={layers.marks}>
        <Lone at={at} />
        <OtherPoints {...part} />
        <EventLines {...part} />
        <Breaks {...part} />
      </ZIndexLayer>
      {at.own?.segments.flatMap((_, index) => [
        <Line
          key={`halo ${index}`}
          {...still}
          dataKey={keyOf(at.own!, index)}
          stroke={screenPalette.paper}
          strokeWidth={7}
          zIndex={layers.halo}
        />,
        <Line
          key={`own ${index}`}
          {...still}
          dataKey={keyOf(at.own!, index)}
          stroke={screenPalette.you}
          strokeWidth={3}
          strokeLinecap="round"
          zIndex={layers.own}
        />,
      ])}
      <Line {...still} dataKey={everySlot} stroke="none" />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: screenPalette.ink3, strokeWidth: 1 }}
        content={<Reader at={at} read={read} />}
        wrapperStyle={{ zIndex: 3, outline: 'none' }}
      />
      <ZIndexLayer zIndex={layers.words}>
        <OwnStates {...part} data={data} />
        <EndLabels {...part} />
        <OwnPoints {...part} />
        <Events {...part} />
      </ZIndexLayer>
    </ComposedChart>
  )
}

const layers = { axes: 50, band: 100, others: 300, median: 310, marks: 320, halo: 400, own: 410, words: 1300 }

/** Recharts shows no tooltip where no line has a value; this one has one everywhere, and is not seen. */
const everySlot = 'every slot'

const still = {
  type: 'linear',
  dot: false,
  activeDot: false,
  isAnimationActive: false,
  connectNulls: false,
  legendType: 'none',
} as const

type Row = { x: number; slot: number } & Record<string, number | [number, number] | null>

/** One row a slot; each stretch of a line is a column of its own, so that nothing can join across a hole or a break. */
function rowsOf(data: FigureData, at: FigureLayout): Row[] {
  const rows: Row[] = data.span.map((_, slot) => ({ x: at.x(slot) - at.plot.left, slot, [everySlot]: 0 }))
  for (const line of at.own ? [...at.others, at.own] : at.others) {
    line.segments.forEach((segment, index) => {
      for (const point of segment) rows[point.slot]![keyOf(line, index)] = point.value
    })
  }
  at.band.quartiles.forEach((run, index) => {
    if (run.length > 1) for (const point of run) rows[point.slot]![`band ${index}`] = [point.lower, point.upper]
  })
  at.band.median.forEach((run, index) => {
    if (run.length > 1) for (const point of run) rows[point.slot]![`median ${index}`] = point.median
  })
  return rows
}

function keyOf(line: FigureLine, segment: number): string {
  return `${line.series.key} ${segment}`
}

/** A benchmark of a single year is a bar with the median across it, which a line cannot draw. */
function Lone({ at }: { at: FigureLayout }): ReactNode {
  const half = Math.min(20, at.slotWidth * 0.2)
  return (
    <>
      {at.band.quartiles
        .filter((run) => run.length === 1)
        .map(([p]) => (
          <rect
            key={`band ${p!.slot}`}
            x={at.x(p!.slot) - half}
            y={at.y(p!.upper)}
            width={2 * half}
            height={Math.max(2, at.y(p!.lower) - at.y(p!.upper))}
            fill={screenPalette.band}
          />
        ))}
      {at.band.median
        .filter((run) => run.length === 1)
        .map(([p]) => (
          <path
            key={`median ${p!.slot}`}
            d={`M${at.x(p!.slot) - half} ${at.y(p!.median)}h${2 * half}`}
            stroke={screenPalette.median}
            strokeWidth={2}
            strokeDasharray="5 3"
          />
        ))}
    </>
  )
}

/** Given by Recharts to the element it shows. */
interface Shown {
  active?: boolean
  label?: number | string | undefined
}

/** A period without any figure is read out as well, so the slot comes from the place on the axis, not from the lines there. */
function Reader({ at, read, active, label }: Shown & { at: FigureLayout; read: (slot: number) => Reading }) {
  const slot = typeof label === 'number' ? nearest(at, label + at.plot.left) : undefined
  if (!active || slot === undefined) return null
  const reading = read(slot)
  return (
    <div className={classes.reader} role="status">
      <p className={classes.title}>{reading.title}</p>
      <dl>
        {reading.rows.map((row) => (
          <div key={row.key} className={row.mine ? classes.mine : undefined}>
            <dt>{row.name}</dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
      {reading.note ? <p className={classes.note}>{reading.note}</p> : null}
    </div>
  )
}

function nearest(at: FigureLayout, x: number): number | undefined {
  const slots = at.panels.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))
  return slots.toSorted((a, b) => Math.abs(at.x(a) - x) - Math.abs(at.x(b) - x))[0]
}

function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(Math.floor(element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
