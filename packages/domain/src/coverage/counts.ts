import { isDimension } from '../observations/breakdown.ts'
import type { CoverageAnswer, CoverageState } from './answers.ts'

type Row = CoverageAnswer['indicators'][number]

export interface Held {
  /** Places with a figure, zero or bound that may be used. */
  held: number
  /** All places but those where a figure cannot exist. */
  possible: number
}

const heldStates = new Set<string>(['v', 'z', 'b'])

/** Of the places in which a figure could exist, those in which one is held. What cannot exist is no hole. */
export function countHeld(rows: readonly Row[], economy?: string): Held {
  let held = 0
  let possible = 0
  for (const row of rows) {
    const strips = economy === undefined ? Object.values(row.economies) : [row.economies[economy] ?? '']
    for (const letter of strips.join('')) {
      if (letter !== 'x') possible += 1
      if (heldStates.has(letter)) held += 1
    }
  }
  return { held, possible }
}

/** How many places of a strip are in one state. */
export function countState(strip: string, state: CoverageState): number {
  return strip.split(state).length - 1
}

/** Whole percent; null where nothing could exist. Never 0 or 100 unless it is exactly none or all. */
export function shareHeld({ held, possible }: Held): number | null {
  if (possible === 0) return null
  const share = Math.round((100 * held) / possible)
  return held === 0 ? 0 : held === possible ? 100 : Math.min(99, Math.max(1, share))
}

/** Stretches of one state in a strip: `vvnn` from 2020 is v 2020–2021, n 2022–2023. */
export function runsOf(
  strip: string,
  periods: readonly string[],
): { state: CoverageState; from: string; to: string }[] {
  const runs: { state: CoverageState; from: string; to: string }[] = []
  periods.forEach((period, at) => {
    const state = (strip[at] ?? 'n') as CoverageState
    const run = runs.at(-1)
    if (run?.state === state) run.to = period
    else runs.push({ state, from: period, to: period })
  })
  return runs
}

export interface Reason {
  state: CoverageState
  indicator: string
  economies: string[]
  from: string
  to: string
}

/** The declared reasons for blanks: each state but a plain hole, economies with the same stretch of years together. */
export function reasonsOf(rows: readonly Row[], periods: readonly string[]): Reason[] {
  const reasons = new Map<string, Reason>()
  for (const row of rows) {
    for (const [economy, strip] of Object.entries(row.economies)) {
      for (const { state, from, to } of runsOf(strip, periods)) {
        if (state === 'n' || heldStates.has(state)) continue
        const key = `${row.code} ${state} ${from} ${to}`
        const known = reasons.get(key)
        if (known) known.economies.push(economy)
        else reasons.set(key, { state, indicator: row.code, economies: [economy], from, to })
      }
    }
  }
  return [...reasons.values()]
}

/** The indicators of which a figure by a dimension (`SEX`, `AGE`, …) is held for any economy. */
export function countDimensions(rows: readonly Pick<Row, 'dimensions'>[], dimension: string): number {
  if (!isDimension(dimension)) throw new RangeError(`${dimension} is no dimension.`)
  return rows.filter((row) => row.dimensions.includes(dimension)).length
}
