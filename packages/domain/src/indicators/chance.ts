import type { Counted } from './figures.ts'

/** How far two figures are apart, by the test of their kind (docs/statements.md). */
export type Difference = 'same' | 'too-few' | 'within-chance' | 'small' | 'untested' | 'beyond'

/** Nouns of counts of events that happen one at a time: the Poisson comparison holds for these. */
const events = new Set([
  'report',
  'referral',
  'incident',
  'victim',
  'case',
  'conviction',
  'prosecution',
  'investigation',
  'offence',
  'page',
  'file',
  'person',
  'crime',
  'request',
  'call',
  'homicide',
  'birth',
  'marriage',
])

/** Whether chance is the measure of a count: it is of events, not of an estimated stock such as a population. */
export function countsEvents(indicator: Pick<Counted, 'kind' | 'measures'>): boolean {
  return indicator.kind === 'count' && events.has(indicator.measures)
}

/** Smallest move that is called one, in points, of a share that is administrative or modelled. */
const leastPoints = 1
/** The same for a share found by asking a sample: about the joint error of two samples of a thousand. */
const leastSurveyPoints = 5
/** Smallest move, as a share of the earlier figure, of an amount, ratio or count. */
const leastShare = 0.02

/**
 * Compares two figures of one series that are counted in the same way.
 *
 * Counts of events: beyond chance when |a−b| / √(a+b) > 2. No split of a total of
 * four or fewer can reach that, so such totals are too few to call, whatever they
 * are. A count that passes and moved by less than 2% is small all the same:
 * platforms and registers vary by more than chance.
 */
export function compareFigures(indicator: Pick<Counted, 'kind' | 'measures'>, a: number, b: number): Difference {
  if (a === b && indicator.kind !== 'count') return 'same'
  const isEvent = events.has(indicator.measures)
  switch (indicator.kind) {
    case 'count':
      if (a + b <= 4) return a === b && a > 0 ? 'same' : 'too-few'
      if (a === b) return 'same'
      if (isEvent && Math.abs(a - b) / Math.sqrt(a + b) <= 2) return 'within-chance'
      return isLargeShare(a, b) ? 'beyond' : 'small'
    case 'percent': {
      const least =
        indicator.measures === 'opinion' || indicator.measures === 'survey' ? leastSurveyPoints : leastPoints
      return Math.abs(a - b) >= least - 1e-9 ? 'beyond' : 'small'
    }
    case 'score':
      return Math.abs(a - b) >= 2 ? 'beyond' : 'small'
    case 'ratio':
      // A rate of events whose counts are not held: two homicides in a small economy can double it.
      return isEvent ? 'untested' : isLargeShare(a, b) ? 'beyond' : 'small'
    case 'amount':
      return isLargeShare(a, b) ? 'beyond' : 'small'
    default:
      return 'beyond'
  }
}

/** Measured against the larger of the two, so that a reversed pair gets the same answer. */
function isLargeShare(a: number, b: number): boolean {
  return Math.abs(a - b) >= leastShare * Math.max(Math.abs(a), Math.abs(b))
}

/** Percentages are formed only from 50 upwards in both years; below that the two figures are given. */
export const leastForPercentages = 50

export function maySayPercentages(a: number, b: number): boolean {
  return a >= leastForPercentages && b >= leastForPercentages
}

/** The change from a to b in whole percent of a. */
export function percentOf(a: number, b: number): number {
  return Math.round((100 * Math.abs(b - a)) / a)
}
