import { compareFigures } from '../indicators/chance.ts'
import { breakBetween, holdsFigure } from '../indicators/figures.ts'
import { sentence, type Sentence, type Term } from '../indicators/sentence.ts'
import { isMissing } from '../observations/cell.ts'
import type { KeyMessage } from './key-message.ts'
import { countsSentence, numberLead, perOf, printed, wordingOf } from './message-words.ts'
import { cellAt, commonBreaks, heldPeriods, seriesOf, sourcesOf, type Subject, totalOf, usableAt } from './subject.ts'

/** Total of parts: the last period that can be compared, and the highest before it. */
export function totalMessage(subject: Subject): KeyMessage | null {
  const cut = commonBreaks(subject).at(-1)
  const totals = heldPeriods(subject)
    .map((period) => ({ period, value: totalOf(subject, period) }))
    .filter((total): total is { period: string; value: number } => total.value !== null)
  const last = totals.findLast(({ period }) => cut === undefined || period < cut) ?? totals.at(-1)
  if (!last) return null
  const before = totals.filter(({ period }) => period < last.period && !crosses(subject, period, last.period))
  const peak = before.reduce<typeof last | null>(
    (top, total) => (total.value > (top?.value ?? last.value) ? total : top),
    null,
  )
  const isOld = cut !== undefined && last.period < cut
  const params: Record<string, Term> = {
    name: subject.indicator.shortName,
    a: printed(subject, last.value),
    period: { period: last.period },
  }
  const key = `brief.message.total.${subject.indicator.measures === 'report' ? 'report' : 'named'}.${isOld ? 'old' : 'plain'}${peak ? 'Peak' : ''}`
  const more: Record<string, Term> = peak ? { b: printed(subject, peak.value), peak: { period: peak.period } } : {}
  const told = peak ?? last
  return {
    rule: 'total',
    indicator: subject.indicator.code,
    lead: numberLead(printed(subject, last.value)),
    unit: sentence('brief.message.total.unit', { name: subject.indicator.shortName, period: { period: last.period } }),
    text: [sentence(key, { ...params, ...more }), ...countsSentence(subject)],
    periods: peak ? [peak.period, last.period] : [last.period],
    sources: sourcesOf(subject, peak ? [peak.period, last.period] : [last.period]),
    grade: subject.indicator.grade,
    wording: wordingOf(subject, told.value, told.period),
  }
}

/** Count of directions: the two newest neighbouring periods on one side of every break, moves beyond chance only. */
export function directionsMessage(subject: Subject): KeyMessage | null {
  if (!subject.indicator.comparable || ['date', 'ordinal', 'yes-no'].includes(subject.indicator.kind)) return null
  const periods = heldPeriods(subject)
  for (let at = periods.length - 1; at > 0; at -= 1) {
    const [from, to] = [periods[at - 1]!, periods[at]!]
    const up: string[] = []
    const down: string[] = []
    let known = 0
    for (const series of subject.series) {
      const a = usableAt(series, from)
      const b = usableAt(series, to)
      if (a === null || b === null || breakBetween(series, subject.indicator, from, to)) continue
      known += 1
      if (compareFigures(subject.indicator, a, b) === 'beyond') (b > a ? up : down).push(series.economy)
    }
    if (known < 4) continue
    // A move of a few among many unmoved is no message of the region.
    if (Math.max(up.length, down.length) * 2 <= known) return null
    return directions(subject, from, to, up, down, known)
  }
  return null
}

function directions(
  subject: Subject,
  from: string,
  to: string,
  up: string[],
  down: string[],
  known: number,
): KeyMessage {
  const most = up.length >= down.length ? up : down
  const against = most === up ? down : up
  const way = most === up ? 'more' : 'fewer'
  const params: Record<string, Term> = {
    name: subject.indicator.shortName,
    from: { period: from },
    to: { period: to },
    count: most.length,
    against: against.length,
    level: known - most.length - against.length,
    known,
  }
  const text = [sentence(`brief.message.directions.${way}`, params)]
  const [single] = against
  if (single !== undefined && against.length === 1)
    text.push(exception(subject, single, from, to, way === 'more' ? 'fewer' : 'more'))
  if (subject.indicator.direction === 'neutral')
    text.push(sentence(`brief.message.directions.${subject.indicator.measures === 'report' ? 'detection' : 'neutral'}`))
  return {
    rule: 'directions',
    indicator: subject.indicator.code,
    lead: sentence('brief.message.ratio', { count: most.length, of: known }),
    unit: sentence(`brief.message.directions.unit.${way}`, params),
    text,
    periods: [from, to],
    sources: sourcesOf(subject, [from, to]),
    grade: subject.indicator.grade,
    wording: null,
  }
}

function exception(subject: Subject, economy: string, from: string, to: string, way: 'more' | 'fewer'): Sentence {
  const series = seriesOf(subject, economy)
  return sentence(`brief.message.directions.exception.${way}`, {
    economy: { area: economy },
    a: printed(subject, usableAt(series, from)!),
    b: printed(subject, usableAt(series, to)!),
  })
}

/** Growth refused: where a reader would set the figures after a break against those before, the refusal is the message. */
export function refusedMessage(subject: Subject): KeyMessage | null {
  const cut = commonBreaks(subject).at(-1)
  if (cut === undefined) return null
  const periods = heldPeriods(subject)
  const from = periods.findLast((period) => period < cut)
  const to = periods.find((period) => period >= cut)
  if (from === undefined || to === undefined) return null
  const a = totalOf(subject, from)
  const b = totalOf(subject, to)
  const params: Record<string, Term> = { name: subject.indicator.shortName, from: { period: from }, to: { period: to } }
  const text =
    a !== null && b !== null
      ? sentence('brief.message.refused.totals', { ...params, a: printed(subject, a), b: printed(subject, b) })
      : sentence('brief.message.refused.plain', params)
  return {
    rule: 'refused',
    indicator: subject.indicator.code,
    lead: sentence('brief.message.refused.lead'),
    unit: sentence('brief.message.refused.unit', params),
    text: [text],
    periods: [from, to],
    sources: sourcesOf(subject, [from, to]),
    grade: subject.indicator.grade,
    wording: null,
  }
}

/** Lowest and highest: six figures of one period, each over its own denominator, all open to everybody. */
export function rangeMessage(subject: Subject): KeyMessage | null {
  const { indicator } = subject
  const measure = indicator.denominator === null ? 'count' : 'rate'
  if (measure === 'count' && !['percent', 'score', 'ratio'].includes(indicator.kind)) return null
  if (subject.economies.length !== 6 || !indicator.comparable || !indicator.benchmarkable) return null
  const period = heldPeriods(subject).findLast((at) =>
    subject.economies.every((economy) => ownDenominator(subject, economy, at, measure)),
  )
  if (period === undefined) return null
  const figures = subject.economies
    .map((economy) => ({ economy, value: usableAt(seriesOf(subject, economy), period, measure)! }))
    .toSorted((a, b) => a.value - b.value)
  const [low, high] = [figures[0]!, figures.at(-1)!]
  const decimals = measure === 'rate' ? indicator.rateDecimals : indicator.decimals
  const term = (value: number): Term => ({ number: value, decimals })
  if (low.value.toFixed(decimals) === high.value.toFixed(decimals)) return null
  const params: Record<string, Term> = {
    name: indicator.shortName,
    low: { area: low.economy },
    high: { area: high.economy },
    a: term(low.value),
    b: term(high.value),
    period: { period },
    per: measure === 'rate' ? perOf(subject) : sentence('brief.per.none'),
  }
  return {
    rule: 'range',
    indicator: indicator.code,
    lead: sentence('brief.message.range.lead', params),
    unit: sentence(`brief.message.range.unit.${measure}`, params),
    text: [
      sentence(`brief.message.range.text.${measure}`, params),
      ...(indicator.direction === 'neutral' ? [sentence('brief.message.range.neutral')] : []),
    ],
    periods: [period],
    sources: sourcesOf(subject, [period]),
    grade: indicator.grade,
    wording: null,
  }
}

function ownDenominator(subject: Subject, economy: string, period: string, measure: 'count' | 'rate'): boolean {
  const series = seriesOf(subject, economy)
  if (usableAt(series, period, measure) === null) return false
  return measure === 'count' || series!.denominatorPeriods?.[series!.periods.indexOf(period)] === period
}

/** Complete runs: of the last five years, who has every one; said only where somebody has a gap and somebody has a figure. */
export function runsMessage(subject: Subject): KeyMessage | null {
  const newest = heldPeriods(subject).at(-1)
  if (newest === undefined || !/^\d{4}$/.test(newest)) return null
  const years = Array.from({ length: 5 }, (_, at) => String(Number(newest) - 4 + at))
  if (heldPeriods(subject)[0]! > years[0]!) return null
  const count = (economy: string) =>
    years.filter((year) => holdsFigure(cellAt(seriesOf(subject, economy), year))).length
  const impossible = subject.economies.filter((economy) => years.every((year) => isImpossible(subject, economy, year)))
  const full = subject.economies.filter((economy) => count(economy) === 5)
  const none = subject.economies.filter((economy) => count(economy) === 0 && !impossible.includes(economy))
  if (full.length === subject.economies.length || full.length + none.length + impossible.length === 0) return null
  const params: Record<string, Term> = {
    name: subject.indicator.shortName,
    from: { period: years[0]! },
    to: { period: newest },
    count: full.length,
    of: subject.economies.length,
    economies: { areas: full },
  }
  const text = [sentence(`brief.message.runs.${full.length === 0 ? 'nobody' : 'text'}`, params)]
  if (none.length > 0)
    text.push(sentence('brief.message.runs.none', { economies: { areas: none }, count: none.length }))
  if (impossible.length > 0) text.push(sentence('brief.message.runs.impossible', { economies: { areas: impossible } }))
  return {
    rule: 'runs',
    indicator: subject.indicator.code,
    lead: sentence('brief.message.ratio', { count: full.length, of: subject.economies.length }),
    unit: sentence('brief.message.runs.unit', params),
    text,
    periods: [years[0]!, newest],
    sources: sourcesOf(subject, years),
    grade: subject.indicator.grade,
    wording: null,
  }
}

function isImpossible(subject: Subject, economy: string, period: string): boolean {
  const cell = cellAt(seriesOf(subject, economy), period)
  return isMissing(cell) && cell.na === 'cannot-exist'
}

function crosses(subject: Subject, from: string, to: string): boolean {
  return commonBreaks(subject).some((cut) => cut > from && cut <= to)
}
