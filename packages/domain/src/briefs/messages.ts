import { change } from '../indicators/change.ts'
import { newestPlace } from '../indicators/figures.ts'
import { position } from '../indicators/position.ts'
import { sentence } from '../indicators/sentence.ts'
import { isValue } from '../observations/cell.ts'
import { type KeyMessage, messageRules } from './key-message.ts'
import { directionsMessage, rangeMessage, refusedMessage, runsMessage, totalMessage } from './message-rules.ts'
import { numberLead, printed, wordingOf } from './message-words.ts'
import type { Subject } from './subject.ts'

const fewest = 5
export const mostMessages = 7

/**
 * The key messages of a brief, at most `most`.
 *
 * The first indicator gives up to four, the others one each before anyone gives a
 * second. A rule that the cells do not satisfy gives nothing: a brief of sparse
 * figures has fewer messages rather than weaker ones.
 */
export function keyMessages(
  subjects: readonly Subject[],
  coverage: { held: number; of: number },
  most = mostMessages,
): KeyMessage[] {
  const holes = holesMessage(coverage)
  const room = most - (holes ? 1 : 0)
  const made = subjects.map((subject) => ofSubject(subject))
  const chosen: KeyMessage[] = []
  const take = (message: KeyMessage | undefined) => {
    if (message && chosen.length < room && !chosen.includes(message)) chosen.push(message)
  }
  const first = made[0] ?? []
  first
    .slice(0, Math.max(2, most - subjects.length))
    .slice(0, 4)
    .forEach(take)
  for (const messages of made.slice(1))
    take(messages.find(({ rule }) => !chosen.some((other) => other.rule === rule)) ?? messages[0])
  for (const messages of made)
    if (chosen.length < fewest) messages.forEach((message) => chosen.length < fewest && take(message))
  const order = subjects.map(({ indicator }) => indicator.code)
  chosen.sort(
    (a, b) =>
      order.indexOf(a.indicator!) - order.indexOf(b.indicator!) ||
      messageRules.indexOf(a.rule) - messageRules.indexOf(b.rule),
  )
  if (holes) chosen.push(holes)
  return chosen
}

/** Every message that the cells of one indicator carry, the reader's own first. */
export function ofSubject(subject: Subject): KeyMessage[] {
  const rules = [ownMessage, totalMessage, directionsMessage, refusedMessage, rangeMessage, runsMessage]
  return rules.map((rule) => rule(subject)).filter((message) => message !== null)
}

/** Not held: said when more than a quarter of the places of this brief hold no figure. A hole is not a zero and not a fault. */
export function holesMessage({ held, of }: { held: number; of: number }): KeyMessage | null {
  const holes = of - held
  if (of === 0 || holes / of <= 0.25) return null
  const params = { holes: { number: holes, decimals: 0 }, of: { number: of, decimals: 0 } }
  return {
    rule: 'holes',
    indicator: null,
    lead: sentence('brief.message.holes.lead', params),
    unit: sentence('brief.message.holes.unit'),
    text: [sentence('brief.message.holes.text', params)],
    periods: [],
    sources: [],
    grade: null,
    wording: null,
  }
}

/** The reader's own newest figure, its change and its place among the six. */
export function ownMessage(subject: Subject): KeyMessage | null {
  const { own, indicator } = subject
  const at = own ? newestPlace(own) : -1
  const cell = own?.cells[at]
  if (!own || cell === undefined || !isValue(cell) || ['ordinal', 'yes-no'].includes(indicator.kind)) return null
  const period = own.periods[at]!
  const text = [
    sentence('brief.message.own.text', {
      name: indicator.shortName,
      economy: { area: own.economy },
      value: printed(subject, cell),
      period: { period },
    }),
    change(own, indicator, own.economy, null).sentence,
  ]
  const measure = subject.benchmarks.rate ? 'rate' : 'count'
  const benchmark = subject.benchmarks[measure]
  const place = benchmark?.periods.includes(period) ? position(benchmark, indicator, own.economy, period, cell) : null
  if (place && subject.series.some((series) => series.publisher === own.publisher && series.economy === own.economy))
    text.push(place)
  return {
    rule: 'own',
    indicator: indicator.code,
    lead: numberLead(printed(subject, cell)),
    unit: sentence('brief.message.own.unit', { name: indicator.shortName, period: { period } }),
    text,
    periods: [period],
    sources: [],
    grade: own.grade,
    wording: wordingOf(subject, cell, period, own.economy),
  }
}
