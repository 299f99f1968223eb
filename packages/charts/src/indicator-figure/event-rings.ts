import { slotOfDate, textWidth } from '../series/index.ts'
import type { FigureData } from './data.ts'

/** One ring above the plot: the mark of an event, or of neighbours that would touch, `6–9`. */
export interface EventRing {
  ids: string[]
  text: string
  x: number
  y: number
  width: number
  /** Where each event of the ring stands on the time axis. */
  dates: number[]
}

interface Run {
  members: { id: string; number: number; x: number }[]
  width: number
}

const size = 18
const gap = 3

/**
 * Rings stand in one row, so that many events take no height from the figure; those that would touch share one.
 * The row is beside the unit where the unit leaves it room, else under it.
 */
export function eventRings(
  data: Pick<FigureData, 'events' | 'span'>,
  at: (position: number) => number,
  unitWidth: number,
): { events: EventRing[]; head: number } {
  const runs: Run[] = []
  for (const event of data.events) {
    const position = slotOfDate(data.span, event.date)
    if (position === undefined) continue
    runs.push({ members: [{ id: event.id, number: event.number, x: at(position) }], width: size })
  }
  runs.sort((a, b) => middle(a) - middle(b))
  for (let index = 1; index < runs.length;) {
    const [before, here] = [runs[index - 1]!, runs[index]!]
    if (middle(here) - middle(before) >= (here.width + before.width) / 2 + gap) index++
    else {
      before.members.push(...here.members)
      before.width = Math.max(size, textWidth(textOf(before), 12.5, true) + 12)
      runs.splice(index, 1)
      index = Math.max(1, index - 1)
    }
  }
  const y = runs.some((run) => middle(run) - run.width / 2 < unitWidth) ? 32 : 16
  const events = runs.map((run) => ({
    ids: run.members.map(({ id }) => id),
    text: textOf(run),
    x: middle(run),
    y,
    width: run.width,
    dates: run.members.map(({ x }) => x),
  }))
  return { events, head: events.length === 0 ? 0 : y + 22 }
}

function middle({ members }: Run): number {
  return (members[0]!.x + members.at(-1)!.x) / 2
}

/** `6–9`; `3, 5` where a number between them stands elsewhere. */
function textOf({ members }: Run): string {
  const numbers = members.map(({ number }) => number).toSorted((a, b) => a - b)
  const [first, last] = [numbers[0]!, numbers.at(-1)!]
  if (first === last) return String(first)
  if (numbers.length > 2 && last - first === numbers.length - 1) return `${first}–${last}`
  return numbers.join(', ')
}
