import { type Economy, isEconomy } from '@observatory/domain/economies'

export interface CoverageSearch {
  /** Only indicators with a hole in the choice. */
  show?: 'holes'
  topic?: string
  /** First and last year of the strips; both or neither. */
  from?: number
  to?: number
  /** The column looked at: the only one shown on a phone. */
  economy?: Economy
}

/** Longest strip that can still be read cell by cell. */
const mostYears = 15

export function parseCoverageSearch(search: Record<string, unknown>): CoverageSearch {
  const parsed: CoverageSearch = {}
  if (search['show'] === 'holes') parsed.show = 'holes'
  const { topic, economy } = search
  if (typeof topic === 'string' && /^[a-z_]{1,40}$/.test(topic)) parsed.topic = topic
  if (typeof economy === 'string' && isEconomy(economy)) parsed.economy = economy
  const [from, to] = [Number(search['from']), Number(search['to'])]
  const isSpan = Number.isInteger(from) && Number.isInteger(to) && from >= 1950 && to <= 2100
  if (isSpan && from <= to && to - from < mostYears) Object.assign(parsed, { from, to })
  return parsed
}

/** Ten years up to two years ago: later ones are not due yet for most sources, and would look like holes. */
export function spanOfYears(search: CoverageSearch, now: Date): { from: number; to: number } {
  if (search.from !== undefined && search.to !== undefined) return { from: search.from, to: search.to }
  const to = now.getUTCFullYear() - 2
  return { from: to - 9, to }
}

/** The spans offered: the newest ten years, those with what has come since, and the ten before. */
export function spansOffered(now: Date): { from: number; to: number }[] {
  const to = now.getUTCFullYear() - 2
  return [
    { from: to - 9, to },
    { from: to - 4, to: to + 1 },
    { from: to - 19, to: to - 10 },
  ]
}
