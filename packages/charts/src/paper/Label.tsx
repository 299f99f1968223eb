import type { ReactElement } from 'react'
import { px } from '../series/path.ts'
import { ink } from './ink.ts'

interface LabelProps {
  x: number
  y: number
  text: string
  size: number
  weight?: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  /** A white edge, so that the words stay legible over lines. */
  halo?: boolean
}

/** Words in a chart on paper. The face is named: the writer of the page has it, and no other is asked for. */
export function Label({
  x,
  y,
  text,
  size,
  weight = 400,
  fill = ink.text2,
  anchor = 'start',
  halo = false,
}: LabelProps): ReactElement {
  const words = {
    x: px(x),
    y: px(y),
    fontFamily: 'Source Sans 3, Noto Sans',
    fontSize: size,
    fontWeight: weight,
    textAnchor: anchor,
  }
  return (
    <>
      {halo && (
        <text {...words} fill={ink.paper} stroke={ink.paper} strokeWidth={2.6} strokeLinejoin="round">
          {text}
        </text>
      )}
      <text {...words} fill={fill}>
        {text}
      </text>
    </>
  )
}

export function Line({
  x1,
  y1,
  x2,
  y2,
  stroke = ink.ruleLight,
  width = 0.5,
  dash,
}: {
  x1: number
  y1: number
  x2: number
  y2: number
  stroke?: string
  width?: number
  dash?: string
}): ReactElement {
  return (
    <line x1={px(x1)} y1={px(y1)} x2={px(x2)} y2={px(y2)} stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
  )
}

/** The picture itself: a viewBox in points, and a namespace so that the markup stands alone as a file. */
export function Sheet({
  width,
  height,
  children,
}: {
  width: number
  height: number
  children: ReactElement | ReactElement[] | (ReactElement | ReactElement[] | null | false)[]
}): ReactElement {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={px(width)}
      height={px(height)}
      viewBox={`0 0 ${px(width)} ${px(height)}`}
    >
      {children}
    </svg>
  )
}
