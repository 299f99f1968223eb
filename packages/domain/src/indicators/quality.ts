import * as z from 'zod/mini'
import type { Grade } from '../observations/published.ts'

/**
 * What is declared of an indicator about how far its figures can be trusted. Declared by the indicator's custodian,
 * never guessed from the values. docs/quality.md says what each word means and how they add up.
 */
export const qualityFacts = z.strictObject({
  source: z.enum([
    'census',
    'official-statistics',
    'administrative',
    'treaty-record',
    'model',
    'survey',
    'platform-reports',
    'assessment',
    'restated',
    'not-stated',
  ]),
  coverage: z.enum(['complete', 'partial', 'fragmentary']),
  /** How long after the period the figure appears. */
  timeliness: z.enum(['within-a-year', 'within-two-years', 'later']),
  /** Part of what happens is known not to reach the count. */
  underReporting: z.enum(['none', 'some', 'strong']),
  /** The same event is known to be counted more than once. */
  doubleCounting: z.boolean(),
  /** How an event is put into an economy. */
  location: z.enum(['recorded-there', 'residence', 'ip-address', 'not-applicable']),
  /** The source prints rounded values. */
  rounded: z.boolean(),
})
export type QualityFacts = z.infer<typeof qualityFacts>

/** The way in which a figure is likely to be wrong: too low, too high, either, or not known to lean. */
export const bias = z.enum(['low', 'high', 'either', 'none'])
export type Bias = z.infer<typeof bias>

export type Assessment = {
  grade: Grade
  bias: Bias
  /** Keys of the sentences that say why, the weightiest first; empty where nothing is held against the figure. */
  reasons: string[]
}

/** What is known of one series beyond its indicator. */
export type SeriesFacts = { broken: boolean; restated: boolean }

type Finding = { reason: string; points: number; leans?: 'low' | 'high' | 'either' }

/**
 * Grade, direction of bias and reasons that follow from declared facts.
 *
 * Points add up: none is A, one or two B, three or four C, five or six D, more E.
 * A figure that leans two ways, or is put in the wrong place both ways, reads `either`.
 */
export function assess(facts: QualityFacts, series: SeriesFacts = { broken: false, restated: false }): Assessment {
  const findings = findingsOf(facts, series).sort((a, b) => b.points - a.points)
  const points = findings.reduce((sum, finding) => sum + finding.points, 0)
  const leanings = new Set(findings.flatMap(({ leans }) => leans ?? []))
  return {
    grade: points === 0 ? 'A' : points <= 2 ? 'B' : points <= 4 ? 'C' : points <= 6 ? 'D' : 'E',
    bias: leanings.size === 0 ? 'none' : leanings.size === 1 ? [...leanings][0]! : 'either',
    reasons: findings.map(({ reason }) => reason),
  }
}

const sourcePoints: Record<QualityFacts['source'], number> = {
  census: 0,
  'official-statistics': 0,
  administrative: 0,
  'treaty-record': 0,
  model: 1,
  survey: 1,
  'platform-reports': 1,
  assessment: 1,
  restated: 2,
  'not-stated': 3,
}

function findingsOf(facts: QualityFacts, { broken, restated }: SeriesFacts): Finding[] {
  const findings: Finding[] = []
  const points = sourcePoints[facts.source]
  if (points > 0) findings.push({ reason: `source-${facts.source}`, points })
  if (restated && facts.source !== 'restated' && facts.source !== 'not-stated')
    findings.push({ reason: 'source-restated', points: 1 })
  if (facts.coverage === 'partial') findings.push({ reason: 'coverage-partial', points: 1 })
  if (facts.coverage === 'fragmentary') findings.push({ reason: 'coverage-fragmentary', points: 2 })
  if (facts.timeliness === 'within-two-years') findings.push({ reason: 'timeliness-within-two-years', points: 0 })
  if (facts.timeliness === 'later') findings.push({ reason: 'timeliness-later', points: 1 })
  if (facts.underReporting === 'some') findings.push({ reason: 'under-reporting-some', points: 1, leans: 'low' })
  if (facts.underReporting === 'strong') findings.push({ reason: 'under-reporting-strong', points: 2, leans: 'low' })
  if (facts.doubleCounting) findings.push({ reason: 'double-counting', points: 1, leans: 'high' })
  if (facts.location === 'ip-address') findings.push({ reason: 'location-ip-address', points: 1, leans: 'either' })
  if (facts.rounded) findings.push({ reason: 'rounded', points: 0 })
  if (broken) findings.push({ reason: 'broken', points: 1 })
  return findings
}
