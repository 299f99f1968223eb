import type { ReactElement } from 'react'
import { px } from '../series/path.ts'
import type { PointState } from '../series/points.ts'
import { CellSquare } from './CellSquare.tsx'
import { ink, measure } from './ink.ts'
import { Label, Line, Sheet } from './Label.tsx'

export interface HoleRow {
  name: string
  /** By economy, then by period. */
  cells: readonly (readonly PointState[])[]
}

export interface HoleMapProps {
  /** Names over the columns, each on one or two lines. */
  names: readonly (readonly string[])[]
  first: string
  last: string
  groups: readonly { title: string; rows: readonly HoleRow[] }[]
  filledLabel: string
  totalLabel: string
  ratio: (filled: number, of: number) => string
}

const nameWidth = 140
const countWidth = 26
const head = 29
const holds: readonly PointState[] = ['value', 'zero', 'bound', 'unusable']

/** Whether a place of the map counts as filled: something is held for it, be it a bound or a figure flagged unusable. */
export function isFilled(state: PointState): boolean {
  return holds.includes(state)
}

/** Indicator by economy by period: what is held and what is not, with the reason, and how full each row and column is. */
export function HoleMap({ names, first, last, groups, filledLabel, totalLabel, ratio }: HoleMapProps): ReactElement {
  const periods = groups[0]?.rows[0]?.cells[0]?.length ?? 0
  const room = (measure - nameWidth - countWidth) / names.length
  const square = Math.min(7, (room - 10) / periods - 1.05)
  const block = periods * (square + 1.05)
  const left = (column: number) => nameWidth + column * room
  const rows = groups.flatMap((group) => group.rows)
  const heightOf = (some: typeof groups) => some.reduce((sum, group) => sum + 17.5 + group.rows.length * 13.6, 0)
  const drawn = groups.map((group, at) => ({ group, top: head + heightOf(groups.slice(0, at)) }))
  const y = head + heightOf(groups)
  return (
    <Sheet width={measure} height={y + 14}>
      {names.map((lines, column) => (
        <g key={lines.join(' ')}>
          {lines.map((line, at) => (
            <Label key={line} x={left(column)} y={8 + at * 8.4} text={line} size={7.6} weight={700} fill={ink.text} />
          ))}
          <Label x={left(column)} y={25.4} text={first} size={7} fill={ink.text3} />
          <Label x={left(column) + block - 1} y={25.4} text={last} size={7} fill={ink.text3} anchor="end" />
        </g>
      ))}
      <Label x={measure} y={25.4} text={filledLabel} size={7} fill={ink.text3} anchor="end" />
      {drawn.map(({ group, top }) => (
        <g key={group.title}>
          <Line x1={0} y1={top + 2.5} x2={measure} y2={top + 2.5} stroke={ink.text} width={0.6} />
          <Label x={0} y={top + 12.2} text={group.title} size={7.6} weight={700} fill={ink.accent} />
          {group.rows.map((line, at) => (
            <MapRow key={line.name} line={line} y={top + 17.5 + at * 13.6} left={left} square={square} ratio={ratio} />
          ))}
        </g>
      ))}
      <Line x1={0} y1={y + 0.5} x2={measure} y2={y + 0.5} stroke={ink.text} width={0.6} />
      <Label x={0} y={y + 10} text={totalLabel} size={7.8} weight={600} fill={ink.text} />
      {names.map((lines, column) => (
        <Label
          key={lines.join(' ')}
          x={left(column)}
          y={y + 10}
          text={ratio(
            rows.reduce((n, line) => n + line.cells[column]!.filter(isFilled).length, 0),
            rows.length * periods,
          )}
          size={7.8}
          weight={600}
          fill={ink.text}
        />
      ))}
    </Sheet>
  )
}

function MapRow({
  line,
  y,
  left,
  square,
  ratio,
}: {
  line: HoleRow
  y: number
  left: (column: number) => number
  square: number
  ratio: (filled: number, of: number) => string
}): ReactElement {
  const all = line.cells.flat()
  return (
    <>
      <Label x={0} y={y + 6.2} text={line.name} size={line.name.length > 36 ? 7 : 7.8} fill={ink.text} />
      {line.cells.flatMap((cells, column) =>
        cells.map((state, at) => (
          <CellSquare
            key={`${column}-${at}`}
            state={state}
            x={left(column) + at * (square + 1.05)}
            y={y}
            size={square}
          />
        )),
      )}
      <Label
        x={measure}
        y={y + 6.2}
        text={ratio(all.filter(isFilled).length, all.length)}
        size={7.5}
        weight={600}
        fill={ink.text}
        anchor="end"
      />
    </>
  )
}

/** The coverage of a document as a picture for its cover: rows are indicators, columns economies and periods; filled where a figure exists. */
export function CoverGrid({ rows }: { rows: readonly (readonly (readonly PointState[])[])[] }): ReactElement {
  const columns = rows[0]?.length ?? 1
  const periods = rows[0]?.[0]?.length ?? 1
  const gap = 11
  const cell = (measure - gap * (columns - 1)) / (columns * periods)
  // Few rows would leave the cover empty: a row is as tall as its squares are wide, or taller up to a band of 150 points.
  const tall = Math.min(Math.max(cell * 0.8, 150 / rows.length), 26)
  return (
    <Sheet width={measure} height={rows.length * tall}>
      {rows.flatMap((row, r) =>
        row.flatMap((states, column) =>
          states.map((state, at) => {
            const x = px(column * (periods * cell + gap) + at * cell)
            const key = `${r}-${column}-${at}`
            return isFilled(state) ? (
              <rect
                key={key}
                x={x}
                y={px(r * tall)}
                width={px(cell * 0.76)}
                height={px(tall * 0.72)}
                fill={ink.deepMark}
              />
            ) : (
              <rect
                key={key}
                x={px(x + 0.3)}
                y={px(r * tall + 0.3)}
                width={px(cell * 0.76 - 0.6)}
                height={px(tall * 0.72 - 0.6)}
                fill="none"
                stroke={ink.deepLine}
                strokeWidth={0.5}
              />
            )
          }),
        ),
      )}
    </Sheet>
  )
}
