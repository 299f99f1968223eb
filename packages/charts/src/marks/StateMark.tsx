import type { ReactElement } from 'react'
import type { PointState } from '../series/index.ts'
import { type Palette, screenPalette } from './palette.ts'

export type MarkState = PointState | 'borrowed'

interface MarkProps {
  state: MarkState
  /** Side of the square in px. */
  size?: number
  palette?: Palette
}

/**
 * The one drawing of a cell's state, for tables, the matrix and legends. It is
 * decoration to a screen reader: the word stands beside it.
 */
export function StateMark({ state, size = 12, palette = screenPalette }: MarkProps): ReactElement {
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {drawing(state, palette)}
    </svg>
  )
}

/** The same drawing inside a chart, its middle at `x`, `y`. */
export function StateGlyph({
  state,
  x,
  y,
  size = 12,
  palette = screenPalette,
}: MarkProps & { x: number; y: number }): ReactElement {
  return (
    <g transform={`translate(${tenth(x - size / 2)} ${tenth(y - size / 2)}) scale(${tenth(size / 1.2) / 10})`}>
      {drawing(state, palette)}
    </g>
  )
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

function drawing(state: MarkState, palette: Palette): ReactElement {
  switch (state) {
    case 'value':
      return <rect x={1} y={1} width={10} height={10} rx={1} fill={palette.ink2} />
    case 'zero':
      return (
        <>
          <path d="M0 9.5h12" stroke={palette.ink3} />
          <circle cx={6} cy={9.5} r={2.4} fill={palette.ink} />
        </>
      )
    case 'bound':
      return <path d="M3 1.8h6M3 10.2h6M6 1.8v8.4" fill="none" stroke={palette.ink} strokeWidth={1.5} />
    case 'missing':
      return (
        <rect
          x={1.5}
          y={1.5}
          width={9}
          height={9}
          rx={1}
          fill="none"
          stroke={palette.ruleStrong}
          strokeDasharray="2 1.6"
        />
      )
    case 'not-applicable':
      return <path d="M2 10.5L10 1.5" stroke={palette.ink3} strokeWidth={1.5} strokeLinecap="round" />
    case 'suppressed':
      return (
        <>
          <rect x={1.5} y={1.5} width={9} height={9} rx={1} fill={palette.ink2} />
          <path d="M4 6h4" stroke={palette.paper} strokeWidth={1.6} />
        </>
      )
    case 'elsewhere':
      return <path d="M1.5 6H10M7 3l3 3-3 3" fill="none" stroke={palette.ink3} strokeWidth={1.5} />
    case 'unusable':
      return (
        <>
          <rect x={1.5} y={1.5} width={9} height={9} rx={1} fill="none" stroke={palette.care} strokeWidth={1.3} />
          <path d="M3.8 3.8l4.4 4.4M8.2 3.8L3.8 8.2" stroke={palette.care} strokeWidth={1.3} />
        </>
      )
    case 'due':
      return (
        <>
          <circle cx={6} cy={6} r={4.5} fill="none" stroke={palette.ruleStrong} />
          <path d="M6 3.4V6l1.8 1.2" fill="none" stroke={palette.ruleStrong} />
        </>
      )
    case 'borrowed':
      return <circle cx={6} cy={6} r={4} fill={palette.paper} stroke={palette.you} strokeWidth={2} />
  }
}
