import type { ReactElement } from 'react'
import { px } from '../series/path.ts'
import type { PointState } from '../series/points.ts'
import { ink } from './ink.ts'
import { Sheet } from './Label.tsx'

/** One square that shows the state of a cell: the same drawings in charts, in the map of holes and in its key. */
export function CellSquare({
  state,
  x,
  y,
  size: s,
}: {
  state: PointState
  x: number
  y: number
  size: number
}): ReactElement {
  return <g transform={`translate(${px(x)} ${px(y)})`}>{drawing(state, s)}</g>
}

/** A drawing of a state as a picture of its own, for the key of a table or map. */
export function CellKey({ state, size = 8.4 }: { state: PointState; size?: number }): ReactElement {
  return (
    <Sheet width={size} height={size}>
      <CellSquare state={state} x={0.2} y={0.2} size={size - 0.4} />
    </Sheet>
  )
}

function drawing(state: PointState, s: number): ReactElement {
  const middle = s / 2
  switch (state) {
    case 'value':
      return <rect width={px(s)} height={px(s)} fill={ink.accent} />
    case 'zero':
      return (
        <circle
          cx={px(middle)}
          cy={px(middle)}
          r={px(s * 0.34)}
          fill={ink.paper}
          stroke={ink.accent}
          strokeWidth={1.2}
        />
      )
    case 'unusable':
      return (
        <>
          <rect
            x={0.25}
            y={0.25}
            width={px(s - 0.5)}
            height={px(s - 0.5)}
            fill={ink.paper}
            stroke={ink.accent}
            strokeWidth={0.5}
          />
          <path d={`M0 ${px(s)}H${px(s)}V0Z`} fill={ink.accent} />
        </>
      )
    case 'bound':
      return (
        <>
          <rect
            x={0.3}
            y={0.3}
            width={px(s - 0.6)}
            height={px(s - 0.6)}
            fill={ink.accentWash}
            stroke={ink.accent}
            strokeWidth={0.6}
          />
          <path
            d={`M${px(s * 0.68)} ${px(s * 0.25)}L${px(s * 0.3)} ${px(middle)}L${px(s * 0.68)} ${px(s * 0.75)}`}
            fill="none"
            stroke={ink.accent}
            strokeWidth={0.9}
          />
        </>
      )
    case 'missing':
    case 'due':
      return (
        <rect
          x={0.4}
          y={0.4}
          width={px(s - 0.8)}
          height={px(s - 0.8)}
          fill="none"
          stroke={ink.text3}
          strokeWidth={0.5}
          strokeDasharray="1.3 1.15"
        />
      )
    case 'not-applicable':
      return (
        <>
          <rect width={px(s)} height={px(s)} fill={ink.never} />
          <path
            d={`M${px(s * 0.28)} ${px(s * 0.85)}L${px(s * 0.72)} ${px(s * 0.15)}`}
            stroke={ink.text2}
            strokeWidth={0.8}
          />
        </>
      )
    case 'suppressed':
      return (
        <>
          <rect width={px(s)} height={px(s)} fill={ink.text} />
          <path
            d={`M${px(s * 0.66)} ${px(s * 0.36)}A${px(s * 0.2)} ${px(s * 0.2)} 0 1 0 ${px(s * 0.66)} ${px(s * 0.64)}`}
            fill="none"
            stroke={ink.paper}
            strokeWidth={0.9}
          />
        </>
      )
    case 'elsewhere':
      return (
        <path
          d={`M${px(s * 0.05)} ${px(middle)}H${px(s * 0.88)}M${px(s * 0.58)} ${px(s * 0.2)}L${px(s * 0.9)} ${px(middle)}L${px(s * 0.58)} ${px(s * 0.8)}`}
          fill="none"
          stroke={ink.text2}
          strokeWidth={0.9}
        />
      )
  }
}
