import { type Counted, type Figures, newestPlace, yearOf } from './figures.ts'
import { type Sentence, sentence } from './sentence.ts'

export interface Freshness {
  /** The newest period with a figure or bound. */
  period: string
  /** Whole years behind the newest year that was due; 0 is current. */
  behind: number
  /** From two years on the mark asks for care. */
  care: boolean
  sentence: Sentence
}

/** The newest year of which figures were due on `today` (an ISO day, handed in: rules have no clock). */
export function dueYear(indicator: Pick<Counted, 'lagYears'>, today: string): number {
  return Number(today.slice(0, 4)) - indicator.lagYears
}

/** How old the newest figure is against what was due; null where no figure is held. */
export function freshness(
  series: Figures | null,
  indicator: Pick<Counted, 'lagYears'>,
  today: string,
): Freshness | null {
  const at = series ? newestPlace(series) : -1
  if (!series || at < 0) return null
  const period = series.periods[at]!
  const behind = Math.max(0, dueYear(indicator, today) - yearOf(period))
  return {
    period,
    behind,
    care: behind >= 2,
    sentence:
      behind === 0
        ? sentence('freshness.current', { period: { period } })
        : sentence('freshness.behind', { period: { period }, years: behind }),
  }
}
