import type { ReactElement } from 'react'
import { textWidth } from '../series/labels.ts'
import { px } from '../series/path.ts'
import { isDrawn, type Point } from '../series/points.ts'
import { CellSquare } from './CellSquare.tsx'
import { ink, measure } from './ink.ts'
import { Label, Line, Sheet } from './Label.tsx'

export interface Strip {
  name: string
  /** One a slot of the span; a slot without a place in the series is absent. */
  points: readonly Point[]
  /** Said in one grey band where no figure can exist, or where none is held at all. */
  band: string | null
}

const nameWidth = 122
const fullRow = 34
const head = 12

/** One strip of columns an economy, on one scale. A true zero is a line on the base; each hole is drawn where it is. */
export function ColumnStrips({
  slotLabels,
  strips,
  breakSlots,
  format,
  row = fullRow,
}: {
  slotLabels: readonly string[]
  strips: readonly Strip[]
  breakSlots: readonly number[]
  format: (value: number) => string
  row?: number
}): ReactElement {
  const max = Math.max(1e-9, ...strips.flatMap(({ points }) => points.filter(isDrawn).map(({ value }) => value)))
  const column = (measure - nameWidth) / slotLabels.length
  const bottom = head + strips.length * row
  return (
    <Sheet width={measure} height={bottom + 2}>
      {slotLabels.map((text, slot) => (
        <Label
          key={text}
          x={nameWidth + (slot + 0.5) * column}
          y={7.5}
          text={text}
          size={7.5}
          weight={600}
          anchor="middle"
        />
      ))}
      {strips.map((strip, index) => {
        const base = head + (index + 1) * row
        return (
          <g key={strip.name}>
            <Label x={0} y={base - 5} text={strip.name} size={8.5} weight={600} fill={ink.text} />
            <Line x1={0} y1={base} x2={measure} y2={base} stroke={ink.rule} />
            {strip.band !== null ? (
              <Band text={strip.band} base={base} row={row} />
            ) : (
              strip.points.map((point) => (
                <Column
                  key={point.slot}
                  point={point}
                  left={nameWidth + point.slot * column}
                  room={column}
                  base={base}
                  row={row}
                  max={max}
                  format={format}
                />
              ))
            )}
          </g>
        )
      })}
      {breakSlots.map((slot) => (
        <Line
          key={slot}
          x1={nameWidth + slot * column}
          y1={head - 2}
          x2={nameWidth + slot * column}
          y2={bottom}
          stroke={ink.care}
          width={0.7}
          dash="2 1.6"
        />
      ))}
    </Sheet>
  )
}

function Band({ text, base, row }: { text: string; base: number; row: number }): ReactElement {
  return (
    <>
      <rect
        x={nameWidth + 3}
        y={px(base - row + 8)}
        width={px(measure - nameWidth - 6)}
        height={row - 8}
        fill={ink.never}
      />
      <Label x={nameWidth + 12} y={base - 9.5} text={text} size={7.5} />
    </>
  )
}

function Column({
  point,
  left,
  room,
  base,
  row,
  max,
  format,
}: {
  point: Point
  left: number
  room: number
  base: number
  row: number
  max: number
  format: (value: number) => string
}): ReactElement {
  const middle = left + room / 2
  if (point.bound) {
    return (
      <Label
        x={middle}
        y={base - 4.5}
        text={`${'lt le'.includes(point.bound.comparator) ? '<' : '>'}${format(point.bound.limit)}`}
        size={7.5}
        weight={600}
        fill={ink.accent}
        anchor="middle"
      />
    )
  }
  if (!isDrawn(point)) return <CellSquare state={point.state} x={middle - 3.6} y={base - 9} size={7.2} />
  const wide = Math.min(room - 10, 22)
  const tall = (point.value / max) * (row - 15)
  const text = format(point.value)
  const size = textWidth(text, 7.5, true) > room - 2 ? 6.4 : 7.5
  return (
    <>
      {point.value === 0 ? (
        <Line
          x1={middle - wide / 2}
          y1={base - 0.6}
          x2={middle + wide / 2}
          y2={base - 0.6}
          stroke={ink.accent}
          width={1.4}
        />
      ) : (
        <rect x={px(middle - wide / 2)} y={px(base - tall)} width={px(wide)} height={px(tall)} fill={ink.accent} />
      )}
      <Label x={middle} y={base - tall - 2.6} text={text} size={size} weight={600} fill={ink.text} anchor="middle" />
    </>
  )
}
