import type { Change, ChangeVerdict } from './change.ts'

/** The five lines in which a page sums up its verdicts. */
export const tallyLines = ['moved', 'small', 'incomparable', 'one', 'none'] as const
export type TallyLine = (typeof tallyLines)[number]

export const tallyLineOf: Record<ChangeVerdict, TallyLine> = {
  moved: 'moved',
  same: 'small',
  'within-chance': 'small',
  'too-few': 'small',
  small: 'small',
  untested: 'small',
  break: 'incomparable',
  bound: 'incomparable',
  stopped: 'incomparable',
  one: 'one',
  none: 'none',
}

/** How many series fall on each line; the lines add up to the number of series. */
export function tally(changes: readonly Pick<Change, 'verdict'>[]): Record<TallyLine, number> {
  const counts: Record<TallyLine, number> = { moved: 0, small: 0, incomparable: 0, one: 0, none: 0 }
  for (const { verdict } of changes) counts[tallyLineOf[verdict]] += 1
  return counts
}
