import { isBound } from '../observations/cell.ts'
import { compareFigures, countsEvents, maySayPercentages, percentOf } from './chance.ts'
import { breakBetween, type Counted, type Figures, newestPlace, usableFigures, yearOf } from './figures.ts'
import { type Sentence, sentence, type Term } from './sentence.ts'

export type ChangeVerdict =
  | 'moved'
  | 'same'
  | 'within-chance'
  | 'too-few'
  | 'small'
  | 'untested'
  | 'break'
  | 'bound'
  | 'one'
  | 'stopped'
  | 'none'

export interface Change {
  verdict: ChangeVerdict
  direction: 'up' | 'down' | 'level' | null
  /** The two periods compared, or that would have been; null where there is none. */
  from: string | null
  to: string | null
  sentence: Sentence
}

/** A series whose newest figure is this many years behind the newest that was due has ended: it states no change. */
const stoppedAfter = 5

/**
 * Exactly one verdict on the newest figure of a series against the figure before it.
 *
 * Bounds and reasons are never numbers; nothing is compared across a break; counts
 * are tested as counts whatever rate is shown beside them, so a borrowed
 * denominator cannot make a change. `due` is the newest year that was due
 * (freshness.ts); null leaves that question out, for papers that state no day.
 */
export function change(series: Figures | null, indicator: Counted, economy: string, due: number | null): Change {
  const newest = series ? newestPlace(series) : -1
  if (!series || newest < 0) return verdict('none', null, null, sentence('change.none', { economy: { area: economy } }))

  const to = series.periods[newest]!
  const isStopped = due !== null && due - yearOf(to) >= stoppedAfter
  const newestCell = series.cells[newest]!
  if (isBound(newestCell)) {
    const isBehind = due !== null && due > yearOf(to)
    return isBehind
      ? verdict('stopped', null, to, sentence('change.stopped', { period: { period: to } }))
      : verdict('bound', null, to, sentence('change.bound', { period: { period: to } }))
  }
  if (isStopped) return verdict('stopped', null, to, sentence('change.stopped', { period: { period: to } }))
  if (typeof newestCell === 'string' || indicator.kind === 'date')
    return verdict('one', null, to, sentence('change.date'))

  const figures = usableFigures(series)
  const before = figures.findLast((figure) => figure.period < to)
  if (!before) return verdict('one', null, to, sentence('change.one', { period: { period: to } }))
  if (!indicator.comparable) return verdict('break', before.period, to, incomparable(before.period))
  if (breakBetween(series, indicator, before.period, to)) {
    return verdict('break', before.period, to, sentence('change.break', { from: { period: before.period } }))
  }
  return compared(indicator, before, { period: to, value: newestCell as number })
}

function compared(
  indicator: Counted,
  a: { period: string; value: number },
  b: { period: string; value: number },
): Change {
  const direction = b.value > a.value ? 'up' : b.value < a.value ? 'down' : 'level'
  const way = direction === 'up' ? 'rose' : 'fell'
  const params: Record<string, Term> = {
    a: { number: a.value, decimals: indicator.decimals },
    b: { number: b.value, decimals: indicator.decimals },
    from: { period: a.period },
    to: { period: b.period },
  }
  const result = (name: ChangeVerdict, key: string, more: Record<string, Term> = {}): Change => ({
    verdict: name,
    direction,
    from: a.period,
    to: b.period,
    sentence: sentence(`change.${key}`, { ...params, ...more }),
  })
  const size = { number: Math.abs(b.value - a.value), decimals: indicator.decimals }

  if (indicator.kind === 'ordinal' || indicator.kind === 'yes-no') {
    return a.value === b.value ? result('same', 'same') : result('moved', 'category')
  }
  switch (compareFigures(indicator, a.value, b.value)) {
    case 'same':
      return result('same', 'same')
    case 'too-few':
      if (a.value === b.value) return result('too-few', 'few.noneTwice')
      return result('too-few', a.value === 0 ? 'few.fromNone' : b.value === 0 ? 'few.toNone' : 'few.both')
    case 'within-chance':
      return result('within-chance', 'within')
    case 'untested':
      return result('untested', 'untested')
    case 'small':
      if (indicator.kind === 'percent') return result('small', `small.points.${way}`, { size })
      if (indicator.kind === 'count' || indicator.kind === 'amount') return result('small', `small.share.${way}`)
      return result('small', `small.amount.${way}`, { size })
    case 'beyond':
      if (indicator.kind === 'count') {
        const share = { percent: { number: percentOf(a.value, b.value), decimals: 0 } }
        if (!countsEvents(indicator) && maySayPercentages(a.value, b.value))
          return result('moved', `${way}.share`, share)
        if (!countsEvents(indicator)) return result('moved', `${way}.amount`, { size })
        return maySayPercentages(a.value, b.value)
          ? result('moved', `${way}.percent`, share)
          : result('moved', `${way}.counts`)
      }
      if (indicator.kind === 'percent') return result('moved', `${way}.points`, { size })
      return result('moved', `${way}.amount`, { size })
  }
}

function incomparable(from: string): Sentence {
  return sentence('change.incomparable', { from: { period: from } })
}

function verdict(name: ChangeVerdict, from: string | null, to: string | null, said: Sentence): Change {
  return { verdict: name, direction: null, from, to, sentence: said }
}
