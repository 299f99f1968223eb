import type { ReactElement } from 'react'
import { areaPath, isDrawn, linePath, type Point, px } from '../series/index.ts'
import { signs } from './end-labels.ts'
import { halo, type Part } from './Frame.tsx'
import type { Line } from './layout.ts'
import { labelSpot } from './point-labels.ts'

/** The band between the quartiles; a bar where it stands alone. */
export function Band({ at, palette }: Part): ReactElement {
  const half = Math.min(20, at.slotWidth * 0.2)
  const d = at.band.quartiles.map((run) => {
    const [only] = run
    if (run.length > 1 || !only)
      return areaPath(
        run.map((p) => [at.x(p.slot), at.y(p.upper)]),
        run.map((p) => [at.x(p.slot), at.y(p.lower)]),
      )
    const upper = px(at.y(only.upper))
    return `M${px(at.x(only.slot) - half)} ${upper}h${px(2 * half)}v${px(Math.max(2, at.y(only.lower) - upper))}h${px(-2 * half)}z`
  })
  return <path d={d.join('')} fill={palette.band} />
}

export function Median({ at, palette }: Part): ReactElement {
  const half = Math.min(20, at.slotWidth * 0.2)
  const d = at.band.median.map((run) => {
    const [only] = run
    return run.length > 1 || !only
      ? linePath(run.map((p) => [at.x(p.slot), at.y(p.median)]))
      : `M${px(at.x(only.slot) - half)} ${px(at.y(only.median))}h${px(2 * half)}`
  })
  return <path d={d.join('')} fill="none" stroke={palette.median} strokeWidth={2} strokeDasharray="5 3" />
}

/** Paths of the lines themselves; single points have none. */
export function OtherLines({ at, palette }: Part): ReactElement {
  const d = at.others.map((line) => pathOf(line, at)).join('')
  return <path d={d} fill="none" stroke={palette.other} strokeWidth={1.25} strokeLinejoin="round" />
}

export function OwnLine({ at, palette }: Part): ReactElement | null {
  const d = at.own ? pathOf(at.own, at) : ''
  return d === '' ? null : (
    <g fill="none" strokeLinejoin="round" strokeLinecap="round">
      <path d={d} stroke={palette.paper} strokeWidth={7} />
      <path d={d} stroke={palette.you} strokeWidth={3} />
    </g>
  )
}

function pathOf(line: Line, at: Part['at']): string {
  return line.segments
    .filter((segment) => segment.length > 1)
    .map((segment) => linePath(segment.map((p) => [at.x(p.slot), at.y(p.value)])))
    .join('')
}

/** Open dots at the end of each other line, and its bounds. */
export function OtherPoints({ at, palette }: Part): ReactElement {
  return (
    <g fill={palette.paper} stroke={palette.other} strokeWidth={1.25}>
      {at.others.flatMap((line) => [
        ...line.segments.map((segment) => {
          const last = segment.at(-1)!
          return (
            <circle
              key={`${line.series.key} ${last.slot}`}
              cx={px(at.x(last.slot))}
              cy={px(at.y(last.value))}
              r={2.6}
            />
          )
        }),
        ...line.points
          .filter((p) => p.bound)
          .map((p) => (
            <path key={`${line.series.key} ${p.slot} bound`} d={boundPath(p, at)} fill="none" strokeWidth={1.5} />
          )),
      ])}
    </g>
  )
}

/** The reader's own dots, each with its figure. */
export function OwnPoints({ at, palette }: Part): ReactElement {
  const points = at.own?.points ?? []
  const labelled = labelledSlots(at)
  return (
    <>
      {points.map((p) => {
        if (p.bound)
          return <path key={p.slot} d={boundPath(p, at)} fill="none" stroke={palette.you} strokeWidth={2.25} />
        if (!isDrawn(p)) return null
        return (
          <circle
            key={p.slot}
            cx={px(at.x(p.slot))}
            cy={px(at.y(p.value))}
            r={4.5}
            fill={p.borrowed ? palette.paper : palette.you}
            stroke={p.borrowed ? palette.you : palette.paper}
            strokeWidth={p.borrowed ? 2.5 : 1.5}
          />
        )
      })}
      <g fontSize={at.type.label} fontWeight={600} fill={palette.youText} {...halo(palette)}>
        {points
          .filter((p) => labelled.has(p.slot))
          .map((p) => {
            const figure = at.print({ value: p.value ?? p.bound!.limit, borrowed: p.borrowed })
            const text = p.bound ? `${signs[p.bound.comparator]} ${figure}` : figure
            const spot = labelSpot(p, text, at)
            return (
              <text key={p.slot} x={px(spot.x)} y={px(spot.y)} textAnchor={spot.anchor}>
                {text}
              </text>
            )
          })}
      </g>
    </>
  )
}

/** All of them where there is room; else every zero, the first, the highest and the lowest. */
function labelledSlots(at: Part['at']): Set<number> {
  const shown = (at.own?.points ?? []).filter((p) => isDrawn(p) || p.bound)
  const longest = Math.max(
    0,
    ...shown.map((p) => at.print({ value: p.value ?? p.bound!.limit, borrowed: p.borrowed }).length),
  )
  if (at.slotWidth >= longest * 7 + 8) return new Set(shown.map((p) => p.slot))
  const drawn = shown.filter(isDrawn)
  const height = (p: Point) => p.value ?? 0
  const peak = drawn.toSorted((a, b) => height(b) - height(a))[0]
  const low = drawn.toSorted((a, b) => height(a) - height(b))[0]
  const ends = new Set(at.ends.filter((end) => end.mine).map((end) => end.slot))
  const unnamed = (p: Point) => !ends.has(p.slot) && (p === low || p === shown.at(-1))
  const kept = shown.filter((p) => p === shown[0] || p === peak || unnamed(p) || p.state === 'zero' || p.bound)
  return new Set(kept.map((p) => p.slot))
}

function boundPath(point: Point, at: Part['at']): string {
  const { comparator, limit } = point.bound!
  const [x, y] = [px(at.x(point.slot)), px(at.y(limit))]
  return comparator.startsWith('l')
    ? `M${px(x - 5)} ${at.plot.base}h10M${px(x - 5)} ${y}h10M${x} ${at.plot.base}V${y}`
    : `M${px(x - 6)} ${y}h12M${x} ${y}v-18m-4 5l4 -5l4 5`
}
