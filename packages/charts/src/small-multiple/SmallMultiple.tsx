import type { ReactElement, ReactNode } from 'react'
import { type Palette, screenPalette, StateGlyph } from '../marks/index.ts'
import { areaPath, isDrawn, linePath, type Point, px, spread, textWidth } from '../series/index.ts'
import { layoutSmallMultiple, size, type SmallMultipleData, type SmallMultipleLayout } from './layout.ts'

export interface SmallMultipleProps extends SmallMultipleData {
  /** What the chart shows, in words: the name by which a screen reader calls it. */
  title: string
  /** End labels. `ownShort` stands in where the name is too long for the margin. */
  labels: { own: string; ownShort: string; median: string; none?: string }
  number: (value: number, options: { decimals: number }) => string
  decimals: number
  /** Set after the top value, such as `%`. */
  topUnit?: string
  palette?: Palette
  fontFamily?: string
  className?: string
  children?: ReactNode
}

const tick = 12.5

/**
 * One headline indicator at 320 × 130: own line over the regional band and median.
 *
 * Static SVG, one path a line, no state and no effects: a dozen of them arrive
 * with the page, on the server as in the browser.
 */
export function SmallMultiple(props: SmallMultipleProps): ReactElement {
  const { palette = screenPalette, span } = props
  const at = layoutSmallMultiple(props)
  const empty = !at.points.some((point) => point.value !== null || point.bound) && at.band.median.length === 0
  return (
    <svg
      className={props.className ?? 'sm'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={props.title}
      fontFamily={props.fontFamily}
      fontSize={tick}
    >
      {empty ? null : (
        <>
          <path d={`M${at.left} ${px(at.head)}H${px(at.right)}`} stroke={palette.rule} />
          <text x={at.left} y={at.head - 4} fill={palette.ink3}>
            {props.number(at.top, { decimals: fraction(at.top) })}
            {props.topUnit}
          </text>
        </>
      )}
      <Region at={at} palette={palette} />
      <path d={`M${at.left} ${at.base}H${px(at.right)}`} stroke={palette.ink3} />
      <Breaks at={at} palette={palette} />
      {props.others?.map((other, index) => (
        <circle
          key={index}
          cx={px(at.x(span.indexOf(other.period)))}
          cy={px(at.y(other.value))}
          r={3}
          fill={palette.paper}
          stroke={palette.other}
          strokeWidth={1.4}
        />
      ))}
      <OwnLine at={at} palette={palette} />
      {at.points.map((point) => (
        <OwnPoint key={point.slot} point={point} at={at} palette={palette} />
      ))}
      <PeakLabel {...props} at={at} palette={palette} />
      <EndLabels {...props} at={at} palette={palette} />
      <Ticks span={span} at={at} palette={palette} />
      {empty && props.labels.none ? (
        <text x={px((at.left + at.right) / 2)} y={72} textAnchor="middle" fill={palette.ink3}>
          {props.labels.none}
        </text>
      ) : null}
      {props.children}
    </svg>
  )
}

interface Part {
  at: SmallMultipleLayout
  palette: Palette
}

function Region({ at, palette }: Part): ReactElement {
  const half = Math.min(9, at.slotWidth * 0.36)
  const band = at.band.quartiles.map((run) => {
    const [only] = run
    if (run.length > 1 || !only)
      return areaPath(
        run.map((p) => [at.x(p.slot), at.y(p.upper)]),
        run.map((p) => [at.x(p.slot), at.y(p.lower)]),
      )
    const upper = px(at.y(only.upper))
    return `M${px(at.x(only.slot) - half)} ${upper}h${px(2 * half)}v${px(Math.max(1, at.y(only.lower) - upper))}h${px(-2 * half)}z`
  })
  const median = at.band.median.map((run) => {
    const [only] = run
    return run.length > 1 || !only
      ? linePath(run.map((p) => [at.x(p.slot), at.y(p.median)]))
      : `M${px(at.x(only.slot) - half)} ${px(at.y(only.median))}h${px(2 * half)}`
  })
  return (
    <>
      {band.length > 0 ? <path d={band.join('')} fill={palette.band} /> : null}
      {median.length > 0 ? (
        <path d={median.join('')} fill="none" stroke={palette.median} strokeWidth={1.5} strokeDasharray="3 2" />
      ) : null}
    </>
  )
}

function Breaks({ at, palette }: Part): ReactElement[] {
  return at.cuts.map((slot) => {
    const x = at.x(slot) - at.slotWidth / 2
    return (
      <g key={slot} fill="none" stroke={palette.care}>
        <path d={`M${px(x)} ${at.head - 6}V${at.base + 5}`} strokeWidth={1.25} strokeDasharray="2 2.5" />
        <path d={`M${px(x - 4)} ${at.base + 4}l3 -8M${px(x + 1)} ${at.base + 4}l3 -8`} strokeWidth={1.5} />
      </g>
    )
  })
}

function OwnLine({ at, palette }: Part): ReactElement | null {
  const d = at.segments
    .filter((segment) => segment.length > 1)
    .map((segment) => linePath(segment.map((p) => [at.x(p.slot), at.y(p.value)])))
    .join('')
  if (d === '') return null
  return (
    <g fill="none" strokeLinejoin="round" strokeLinecap="round">
      <path className="halo" d={d} stroke={palette.paper} strokeWidth={5} />
      <path d={d} stroke={palette.you} strokeWidth={2.5} />
    </g>
  )
}

function OwnPoint({ point, at, palette }: Part & { point: Point }): ReactElement | null {
  const x = px(at.x(point.slot))
  if (point.bound) return <BoundMark x={x} point={point} at={at} palette={palette} />
  if (isDrawn(point)) {
    const y = px(at.y(point.value))
    if (point.borrowed)
      return <circle cx={x} cy={y} r={3.2} fill={palette.paper} stroke={palette.you} strokeWidth={2} />
    const segment = at.segments.find((run) => run.some((p) => p.slot === point.slot))
    const last = at.segments.at(-1)?.at(-1)?.slot === point.slot
    if (point.state !== 'zero' && segment!.length > 1 && !last) return null
    return <circle cx={x} cy={y} r={3.6} fill={palette.you} />
  }
  if (point.state === 'due' || point.state === 'unusable') return null
  return <StateGlyph state={point.state} x={at.x(point.slot)} y={at.base - 6.5} size={9} palette={palette} />
}

/** `< n` is a bar from zero to n, open at its end; `≥ n` a foot at n with an arrow. Neither is joined to a line. */
function BoundMark({ x, point, at, palette }: Part & { x: number; point: Point }): ReactElement {
  const { comparator, limit } = point.bound!
  const y = px(at.y(limit))
  const d = comparator.startsWith('l')
    ? `M${px(x - 4)} ${at.base}h8M${px(x - 4)} ${y}h8M${x} ${at.base}V${y}`
    : `M${px(x - 5)} ${y}h10M${x} ${y}v-14m-3.5 4l3.5 -4l3.5 4`
  return <path d={d} fill="none" stroke={palette.you} strokeWidth={2} />
}

/** The highest figure and every zero are printed; the newest figure stands in words above the chart. */
function PeakLabel({ at, palette, number, decimals, topUnit }: Part & SmallMultipleProps): ReactElement {
  const drawn = at.points.filter(isDrawn)
  const last = drawn.at(-1)
  const peak = drawn.reduce<(typeof drawn)[number] | undefined>(
    (most, p) => (!most || p.value > most.value ? p : most),
    undefined,
  )
  const shown = drawn.filter((p) => p.state === 'zero' || (p === peak && p !== last && drawn.length > 2))
  return (
    <g
      fontWeight={600}
      fill={palette.youText}
      textAnchor="middle"
      stroke={palette.paper}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {shown.map((p) => (
        <text key={p.slot} x={px(Math.max(14, at.x(p.slot)))} y={px(at.y(p.value) - 7)}>
          {p.value === 0 ? '0' : `${number(p.value, { decimals })}${topUnit ?? ''}`}
        </text>
      ))}
    </g>
  )
}

function EndLabels({ at, palette, labels }: Part & SmallMultipleProps): ReactElement[] {
  const own = at.points.findLast((point) => isDrawn(point) || point.bound)
  const median = at.band.median.at(-1)?.at(-1)
  const room = size.gutter - 4
  const ends = [
    ...(own
      ? [
          {
            y: at.y(own.value ?? own.bound!.limit),
            text: textWidth(labels.own, tick, true) > room ? labels.ownShort : labels.own,
            mine: true,
          },
        ]
      : []),
    ...(median ? [{ y: at.y(median.median), text: labels.median, mine: false }] : []),
  ]
  const placed = spread(
    ends.map((end) => end.y),
    14,
    at.head,
    at.base - 3,
  )
  return ends.map((end, index) => (
    <text
      key={end.text}
      x={px(at.right + 4)}
      y={px(placed[index]! + 4)}
      fontWeight={end.mine ? 600 : 400}
      fill={end.mine ? palette.youText : palette.ink3}
    >
      {end.text}
    </text>
  ))
}

function Ticks({ span, at, palette }: Part & { span: readonly string[] }): ReactElement {
  const last = at.points.findLast((point) => isDrawn(point) || point.bound)?.slot
  const slots = new Set([0, span.length - 1])
  if (last !== undefined && at.x(span.length - 1) - at.x(last) > 34 && at.x(last) - at.left > 50) slots.add(last)
  const d = [...slots].map((slot) => `M${px(at.x(slot))} ${at.base}v4`).join('')
  return (
    <>
      <path d={d} stroke={palette.ink3} />
      {[...slots].map((slot) => (
        <text
          key={slot}
          x={slot === 0 ? at.left : px(at.x(slot))}
          y={size.height - 4}
          textAnchor={slot === 0 ? 'start' : 'middle'}
          fill={palette.ink3}
        >
          {span[slot]}
        </text>
      ))}
    </>
  )
}

function fraction(value: number): number {
  return Math.min(3, (String(value).split('.')[1] ?? '').length)
}
