import type { ReactElement } from 'react'
import { axisOf } from '../series/axis.ts'
import { px } from '../series/path.ts'
import { isDrawn, type Point } from '../series/points.ts'
import { CellSquare } from './CellSquare.tsx'
import { ink, measure } from './ink.ts'
import { Label, Line, Sheet } from './Label.tsx'

export interface BarPanel {
  title: string
  subtitle: string
  /** One an economy, in the order of `names`; null where nothing is held. */
  points: readonly (Point | null)[]
  format: (value: number) => string
}

const nameWidth = 122
const gap = 18
const head = 30
const row = 23
const bar = 11.5

/** Measures of one period side by side, economies in one order, an axis a measure. A bound is drawn open, never as a length. */
export function BarPanels({
  names,
  panels,
  words,
}: {
  names: readonly string[]
  panels: readonly BarPanel[]
  words: { cannotExist: string; none: string; suppressed: string; elsewhere: string }
}): ReactElement {
  const width = (measure - nameWidth - gap * (panels.length - 1)) / panels.length
  return (
    <Sheet width={measure} height={head + names.length * row + 2}>
      {names.map((name, index) => (
        <g key={name}>
          {index > 0 && <Line x1={0} y1={head + index * row - 0.5} x2={measure} y2={head + index * row - 0.5} />}
          <Label x={0} y={head + index * row + 14.2} text={name} size={8.5} weight={600} fill={ink.text} />
        </g>
      ))}
      {panels.map((panel, at) => {
        const left = nameWidth + at * (width + gap)
        const drawn = panel.points.filter((point): point is Point => point !== null)
        const { top } = axisOf(Math.max(0, ...drawn.map((point) => point.value ?? point.bound?.limit ?? 0)), {
          most: 4,
        })
        const length = (value: number) => (value / top) * (width - 44)
        return (
          <g key={panel.title}>
            <Label x={left} y={8} text={panel.title} size={8.5} weight={700} fill={ink.text} />
            <Label x={left} y={18.5} text={panel.subtitle} size={7.5} fill={ink.text3} />
            <Line x1={left} y1={head - 3} x2={left} y2={head + names.length * row} stroke={ink.text3} width={0.6} />
            {panel.points.map((point, index) => (
              <Bar
                key={names[index]}
                point={point}
                left={left}
                top={head + index * row + 5.5}
                length={length}
                format={panel.format}
                words={words}
              />
            ))}
          </g>
        )
      })}
    </Sheet>
  )
}

function Bar({
  point,
  left,
  top,
  length,
  format,
  words,
}: {
  point: Point | null
  left: number
  top: number
  length: (value: number) => number
  format: (value: number) => string
  words: { cannotExist: string; none: string; suppressed: string; elsewhere: string }
}): ReactElement {
  if (point?.bound) {
    const long = length(point.bound.limit)
    const sign = { lt: '<', le: '≤', gt: '>', ge: '≥' }[point.bound.comparator]
    return (
      <>
        <rect x={px(left)} y={px(top)} width={px(long)} height={bar} fill={ink.accentWash} />
        <path
          d={`M${px(left)} ${px(top)}H${px(left + long)}M${px(left)} ${px(top + bar)}H${px(left + long)}`}
          stroke={ink.accent}
          strokeWidth={0.6}
          strokeDasharray="1.6 1.4"
        />
        <Label
          x={left + long + 3.5}
          y={top + 8.4}
          text={`${sign}${format(point.bound.limit)}`}
          size={7.5}
          weight={600}
          fill={ink.accent}
        />
      </>
    )
  }
  if (!point || !isDrawn(point)) {
    const state = point?.state ?? 'missing'
    const word =
      state === 'not-applicable'
        ? words.cannotExist
        : state === 'suppressed'
          ? words.suppressed
          : state === 'elsewhere'
            ? words.elsewhere
            : words.none
    return (
      <>
        <CellSquare state={state} x={left + 3} y={top + 2} size={7.6} />
        <Label x={left + 14} y={top + 8.4} text={word} size={7.5} />
      </>
    )
  }
  const long = length(point.value)
  return (
    <>
      {point.value === 0 ? (
        <Line x1={left} y1={top} x2={left} y2={top + bar} stroke={ink.accent} width={1.8} />
      ) : (
        <rect
          x={px(left)}
          y={px(top)}
          width={px(Math.max(long, 0.6))}
          height={bar}
          fill={point.borrowed === null ? ink.accent : ink.paper}
          stroke={ink.accent}
          strokeWidth={point.borrowed === null ? 0 : 0.8}
        />
      )}
      <Label x={left + long + 3.5} y={top + 8.4} text={format(point.value)} size={7.5} weight={600} fill={ink.text} />
    </>
  )
}
