import { sentence, type Sentence } from '../indicators/sentence.ts'
import { isValue } from '../observations/cell.ts'
import { holdsFigure } from '../indicators/figures.ts'
import { directionsMessage, rangeMessage, runsMessage } from './message-rules.ts'
import { perOf } from './message-words.ts'
import { cellAt, commonBreaks, heldPeriods, seriesOf, type Subject, usableAt } from './subject.ts'

/**
 * What a page is called: the most that may be said of the indicator, as one sentence.
 *
 * In order: a movement of the six; who has a complete record; the range of the
 * newest period; how many have a figure at all. A break after the movement is part of the sentence.
 */
export function pageFinding(subject: Subject): Sentence {
  const { indicator } = subject
  const periods = heldPeriods(subject)
  const newest = periods.at(-1)
  if (newest === undefined) return sentence('brief.finding.nothing', { name: indicator.shortName })
  if (indicator.kind === 'yes-no') return yesFinding(subject, newest)

  const moved = directionsMessage(subject)
  if (moved) {
    const to = moved.periods[1]!
    const cut = commonBreaks(subject).find((period) => period > to)
    const way = moved.unit.key.endsWith('more') ? 'rose' : 'fell'
    const params = { ...moved.text[0]!.params, name: indicator.shortName }
    return cut === undefined
      ? sentence(`brief.finding.${way}`, params)
      : sentence(`brief.finding.${way}Break`, { ...params, cut: { period: cut } })
  }
  const runs = runsMessage(subject)
  if (runs && Number(runs.text[0]!.params['count']) > 0) return sentence('brief.finding.runs', runs.text[0]!.params)
  const range = rangeMessage(subject)
  if (range)
    return sentence(indicator.denominator === null ? 'brief.finding.range' : 'brief.finding.rangeRate', {
      ...range.text[0]!.params,
      per: perOf(subject),
    })
  const holders = subject.economies.filter((economy) => holdsFigure(cellAt(seriesOf(subject, economy), newest)))
  return sentence('brief.finding.held', {
    name: indicator.shortName,
    count: holders.length,
    of: subject.economies.length,
    period: { period: newest },
  })
}

function yesFinding(subject: Subject, period: string): Sentence {
  const answered = subject.economies.filter((economy) => isValue(cellAt(seriesOf(subject, economy), period)))
  const yes = answered.filter((economy) => usableAt(seriesOf(subject, economy), period) === 1)
  return sentence(yes.length === answered.length ? 'brief.finding.yesAll' : 'brief.finding.yes', {
    name: subject.indicator.shortName,
    count: yes.length,
    of: answered.length,
    period: { period },
  })
}
