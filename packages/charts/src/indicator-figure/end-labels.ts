import { type BandPoint, isDrawn, spread } from '../series/index.ts'
import type { FigureData } from './data.ts'
import type { FigureLayout, Line } from './layout.ts'

/** A line's name and value at its end; beyond 3 px of shift a leader joins the two. */
export interface EndLabel {
  key: string
  text: string
  mine: boolean
  slot: number
  value: number
  /** Where the text stands; set when it is placed. */
  x: number
  y: number
  leader: [x: number, y: number][] | null
}

interface Wanted {
  data: FigureData
  lines: readonly Line[]
  bandPoints: readonly BandPoint[]
  stretches: readonly { from: number; to: number }[]
  print: FigureLayout['print']
  narrow: boolean
}

/**
 * The labels at the right of each stretch. The first stretch that holds figures
 * names every line; those after a break name the reader's own, the median and the range,
 * and in a narrow drawing nothing: the reader's own point carries its figure there.
 */
export function labelEnds({ data, lines, bandPoints, stretches, print, narrow }: Wanted): EndLabel[][] {
  let named = false
  return stretches.map(({ from, to }) => {
    const inside = <T extends { slot: number }>(points: readonly T[]) =>
      points.findLast((p) => p.slot >= from && p.slot < to)
    const full = !named
    const ends: EndLabel[] = []
    if (!full && narrow) return ends
    const lastOf = (line: Line) => inside(line.points.filter((point) => isDrawn(point) || point.bound))
    const newest = Math.max(...lines.map((line) => lastOf(line)?.slot ?? -1))
    for (const line of lines) {
      const last = lastOf(line)
      if (!last) continue
      named = true
      if (!full && !line.own) continue
      const value = last.value ?? last.bound!.limit
      const sign = last.bound ? `${signs[last.bound.comparator]} ` : ''
      const label = `${narrow ? line.series.short : line.series.name} ${sign}${print({ value, borrowed: last.borrowed })}`
      const text = last.slot < newest ? data.words.ended(label, data.period(last.period)) : label
      ends.push(end(line.series.key, text, line.own, last.slot, value))
    }
    const region = inside(bandPoints)
    if (region) {
      const borrowed = data.measure === 'rate' ? borrowedIn(lines, region.slot) : null
      ends.push(
        end(
          'median',
          `${data.words.median} ${print({ value: region.median, borrowed })}`,
          false,
          region.slot,
          region.median,
        ),
      )
      if (!full && !narrow && region.min !== null && region.max !== null) {
        const text = data.words.range(
          region.members,
          print({ value: region.min }),
          print({ value: region.max, borrowed }),
        )
        ends.push(end('range', text, false, region.slot, region.min))
      }
    }
    return ends
  })
}

export const signs = { lt: '<', le: '≤', gt: '>', ge: '≥' } as const

export function placeEnds(
  group: readonly EndLabel[],
  frame: {
    x: (slot: number) => number
    y: (value: number) => number
    at: number
    gap: number
    low: number
    high: number
  },
): EndLabel[] {
  const places = spread(
    group.map((label) => frame.y(label.value)),
    frame.gap,
    frame.low,
    frame.high,
  )
  return group.map((label, index) => {
    const y = places[index]!
    const [fromX, fromY] = [frame.x(label.slot) + 7, frame.y(label.value)]
    const needed = label.key !== 'range' && (Math.abs(y - fromY) > 3 || frame.at - fromX > 20)
    const elbow = Math.max(fromX, frame.at - 14)
    return {
      ...label,
      x: frame.at,
      y,
      leader: needed
        ? [
            [fromX, fromY],
            [elbow, fromY],
            [frame.at - 3, y],
          ]
        : null,
    }
  })
}

/** A statistic is marked † when any figure it rests on is. */
function borrowedIn(lines: readonly Line[], slot: number): string | null {
  return lines.flatMap((line) => line.points).find((point) => point.slot === slot && point.borrowed)?.borrowed ?? null
}

function end(key: string, text: string, mine: boolean, slot: number, value: number): EndLabel {
  return { key, text, mine, slot, value, x: 0, y: 0, leader: null }
}
