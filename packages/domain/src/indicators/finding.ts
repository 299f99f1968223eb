import { compareFigures, maySayPercentages, percentOf } from './chance.ts'
import { breakBetween, type Counted, type Figure, type Figures, newestPlace, usableFigures, yearOf } from './figures.ts'
import { type Sentence, sentence, type Term } from './sentence.ts'

/** One indicator that may give a page its finding: the reader's series first, the others' where they are known. */
export interface Candidate {
  indicator: Counted & { code: string; shortName: string; headline: number | null }
  /** Null for a reader without an economy. */
  series: Figures | null
  /** Contributing series of the six; the reader's own may be among them. */
  region: readonly Figures[]
}

export interface Finding {
  indicator: string
  sentence: Sentence
  /** Why it may not mean what it seems, in at most two sentences. */
  cautions: Sentence[]
}

interface Run {
  from: Figure
  to: Figure
}

/** A run that ended this many years before what was due is history, not the first thing to tell. */
const oldestRun = 6

/**
 * The finding of a page: the most telling comparable move of one economy, and what
 * the others did in the same years.
 *
 * A move is a whole run in one direction up to the newest figure that may be
 * compared, beyond chance; where the run begins is given by the figures, not
 * chosen. Counts of fifty and more come first, because a percentage can be formed;
 * among equals the larger move, then the order of the headline indicators.
 */
export function economyFinding(candidates: readonly Candidate[], economy: string, today: string): Finding | null {
  let best: { candidate: Candidate; run: Run; weight: number } | null = null
  for (const candidate of candidates) {
    if (!candidate.series || !maySpeak(candidate.indicator)) continue
    const run = newestRun(candidate.series, candidate.indicator)
    if (!run || isHistory(run, candidate.indicator, today)) continue
    const weight = weightOf(run, candidate.indicator)
    if (!best || weight > best.weight) best = { candidate, run, weight }
  }
  if (!best) return null
  const { candidate, run } = best
  const main = clause(candidate.indicator, run, { economy: { area: economy } })
  const others = othersClause(candidate, economy, run)
  return {
    indicator: candidate.indicator.code,
    sentence: others ? sentence('finding.with', { main, others }) : sentence('finding.alone', { main }),
    cautions: cautions(candidate.indicator, candidate.series, economy, run),
  }
}

/**
 * The finding for a reader without an economy: the span of years in which most of
 * the six moved the same way beyond chance, newest first.
 */
export function regionFinding(candidates: readonly Candidate[], today: string): Finding | null {
  let best: { candidate: Candidate; run: Run; up: string[]; down: string[]; weight: number } | null = null
  for (const candidate of candidates) {
    if (!maySpeak(candidate.indicator)) continue
    const periods = [...new Set(candidate.region.flatMap((series) => series.periods))].toSorted()
    for (let at = periods.length - 1; at > 0; at -= 1) {
      const from = periods[at - 1]!
      const to = periods[at]!
      const { up, down, level } = movesBetween(candidate, from, to)
      const known = up.length + down.length + level.length
      if (known < 4 || Math.max(up.length, down.length) < 4) continue
      const run = { from: { period: from, value: 0 }, to: { period: to, value: 0 } }
      if (isHistory(run, candidate.indicator, today)) break
      const weight = Math.max(up.length, down.length) * 100 + known * 10 - (candidate.indicator.headline ?? 99)
      if (!best || weight > best.weight) best = { candidate, run, up, down, weight }
      break
    }
  }
  if (!best) return null
  const { candidate, run, up, down } = best
  const moved = up.length >= down.length ? up : down
  const against = up.length >= down.length ? down : up
  const way = up.length >= down.length ? 'rose' : 'fell'
  const params: Record<string, Term> = {
    subject: sentence(`subject.${subjectKey(candidate.indicator)}Region`, { name: candidate.indicator.shortName }),
    from: { period: run.from.period },
    to: { period: run.to.period },
    count: moved.length,
  }
  const key =
    against.length === 0 ? (moved.length === 6 ? 'all' : 'some') : against.length === 1 ? 'oneAgainst' : 'someAgainst'
  const more: Record<string, Term> =
    against.length === 1 ? { economy: { area: against[0]! } } : against.length > 1 ? { against: against.length } : {}
  return {
    indicator: candidate.indicator.code,
    sentence: sentence(`finding.region.${way}.${key}`, { ...params, ...more }),
    cautions: cautions(candidate.indicator, null, null, run),
  }
}

/** Dates and categories move, but no amount can be said of it; surveys of different questions are not compared. */
function maySpeak(indicator: Counted): boolean {
  return indicator.comparable && !['date', 'ordinal', 'yes-no'].includes(indicator.kind)
}

function isHistory(run: Run, indicator: Counted, today: string): boolean {
  return Number(today.slice(0, 4)) - indicator.lagYears - yearOf(run.to.period) >= oldestRun
}

/** The newest stretch without a break, and in it the last run in one direction that is beyond chance from end to end. */
export function newestRun(series: Figures, indicator: Counted): Run | null {
  let figures = usableFigures(series)
  // A single figure after a break can be compared with nothing: the stretch before it speaks.
  for (let at = figures.length - 1; at > 0; at -= 1) {
    if (!breakBetween(series, indicator, figures[at - 1]!.period, figures[at]!.period)) continue
    const after = figures.slice(at)
    figures = after.length > 1 ? after : figures.slice(0, at)
    if (after.length > 1) break
  }
  const to = figures.at(-1)
  const before = figures.at(-2)
  if (!to || !before || before.value === to.value) return null
  const sign = Math.sign(to.value - before.value)
  let start = figures.length - 2
  while (start > 0 && Math.sign(figures[start]!.value - figures[start - 1]!.value) === sign) start -= 1
  const from = figures[start]!
  return compareFigures(indicator, from.value, to.value) === 'beyond' ? { from, to } : null
}

function weightOf(run: Run, indicator: Candidate['indicator']): number {
  const larger = Math.max(Math.abs(run.from.value), Math.abs(run.to.value))
  const share = larger === 0 ? 0 : Math.abs(run.to.value - run.from.value) / larger
  const tier = indicator.kind === 'count' ? (maySayPercentages(run.from.value, run.to.value) ? 2 : 1) : 0
  return tier * 10 + share - (indicator.headline ?? 99) / 10_000
}

function subjectKey(indicator: Counted): 'report' | 'named' {
  return indicator.measures === 'report' && indicator.kind === 'count' ? 'report' : 'named'
}

/** From a threefold rise on, the two figures say more than a percentage of hundreds. */
const leastMultiple = 200

function clause(indicator: Candidate['indicator'], run: Run, where: Record<string, Term>): Sentence {
  const way = run.to.value > run.from.value ? 'rose' : 'fell'
  const subject = sentence(`subject.${subjectKey(indicator)}`, { name: indicator.shortName, ...where })
  const params: Record<string, Term> = {
    subject,
    from: { period: run.from.period },
    to: { period: run.to.period },
    a: { number: run.from.value, decimals: indicator.decimals },
    b: { number: run.to.value, decimals: indicator.decimals },
  }
  if (indicator.kind === 'percent') {
    const size = { number: Math.abs(run.to.value - run.from.value), decimals: indicator.decimals }
    return sentence(`clause.${way}.points`, { ...params, size })
  }
  const isPlainPercent = percentOf(run.from.value, run.to.value) < leastMultiple
  if (indicator.kind === 'count' && isPlainPercent && maySayPercentages(run.from.value, run.to.value)) {
    const percent = { number: percentOf(run.from.value, run.to.value), decimals: 0 }
    return sentence(`clause.${way}.percent`, { ...params, percent })
  }
  return sentence(`clause.${way}.figures`, params)
}

/** The direction in which each of the six moved between two periods, where that may be said. */
function movesBetween(candidate: Candidate, from: string, to: string): Record<'up' | 'down' | 'level', string[]> {
  const moves: Record<'up' | 'down' | 'level', string[]> = { up: [], down: [], level: [] }
  for (const series of candidate.region) {
    const figures = usableFigures(series)
    const a = figures.find((figure) => figure.period === from)
    const b = figures.find((figure) => figure.period === to)
    if (!a || !b || breakBetween(series, candidate.indicator, from, to)) continue
    const isMove = compareFigures(candidate.indicator, a.value, b.value) === 'beyond'
    moves[isMove ? (b.value > a.value ? 'up' : 'down') : 'level'].push(series.economy)
  }
  return moves
}

/** What the others did between the same two years; null where fewer than two of them can be told. */
function othersClause(candidate: Candidate, economy: string, run: Run): Sentence | null {
  const region = candidate.region.filter((series) => series.economy !== economy)
  const { up, down, level } = movesBetween({ ...candidate, region }, run.from.period, run.to.period)
  const known = up.length + down.length + level.length
  if (known < 2) return null
  if (up.length === known) return sentence('others.allRose', { count: known })
  if (down.length === known) return sentence('others.allFell', { count: known })
  if (level.length === known) return sentence('others.noneMoved', { count: known })
  const counts = { count: known, rose: up.length, fell: down.length }
  if (level.length > 0) return sentence('others.mixedLevel', { ...counts, level: level.length })
  return sentence('others.mixed', counts)
}

function cautions(indicator: Counted, series: Figures | null, economy: string | null, run: Run): Sentence[] {
  const said = [sentence(`caution.${cautionKey(indicator)}`)]
  const newest = series ? newestPlace(series) : -1
  const last = series?.periods[newest]
  const cell = series?.cells[newest]
  if (
    series &&
    last &&
    last > run.to.period &&
    typeof cell === 'number' &&
    breakBetween(series, indicator, run.to.period, last)
  ) {
    said.push(
      sentence('caution.break', {
        from: { period: run.to.period },
        to: { period: last },
        a: { number: run.to.value, decimals: indicator.decimals },
        b: { number: cell, decimals: indicator.decimals },
      }),
    )
  } else {
    const cut = indicator.breaks.find((b) => (b.economy === null || b.economy === economy) && b.period > run.to.period)
    if (cut) said.push(sentence('caution.breakAt', { period: { period: cut.period } }))
  }
  return said
}

const recorded = new Set([
  'incident',
  'case',
  'offence',
  'crime',
  'victim',
  'investigation',
  'prosecution',
  'conviction',
  'person',
])

function cautionKey(indicator: Counted): 'report' | 'recorded' | 'survey' | 'figure' {
  if (indicator.measures === 'report' || indicator.measures === 'referral' || indicator.measures === 'page')
    return 'report'
  if (recorded.has(indicator.measures) && indicator.kind === 'count') return 'recorded'
  if (indicator.measures === 'opinion' || indicator.measures === 'survey') return 'survey'
  return 'figure'
}
