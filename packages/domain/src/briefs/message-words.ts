import { sentence, type Sentence, type Term } from '../indicators/sentence.ts'
import type { KeyMessage } from './key-message.ts'
import type { Subject } from './subject.ts'

/** A number of an indicator, with its decimals. */
export function printed(subject: Subject, value: number): { number: number; decimals: number } {
  return { number: value, decimals: subject.indicator.decimals }
}

export function numberLead(value: { number: number; decimals: number }): Sentence {
  return sentence('brief.message.number', { value })
}

/** "Per 1,000 children", "per 100,000 inhabitants", within a sentence. */
export function perOf(subject: Subject): Sentence {
  const isChildren = subject.indicator.denominator === 'POP_U18'
  return sentence(`brief.per.${isChildren ? 'children' : 'inhabitants'}`, {
    per: { number: subject.indicator.ratePer ?? 1, decimals: 0 },
  })
}

const nouns = [
  'report',
  'referral',
  'incident',
  'victim',
  'case',
  'offence',
  'investigation',
  'prosecution',
  'conviction',
]

/** "They count reports, not children." */
export function countsSentence(subject: Subject): Sentence[] {
  return nouns.includes(subject.indicator.measures) ? [sentence(`brief.counts.${subject.indicator.measures}`)] : []
}

/** The noun to print with a number, and the tempting wrong one. */
export function wordingOf(subject: Subject, value: number, period: string, economy?: string): KeyMessage['wording'] {
  const { measures } = subject.indicator
  if (!nouns.includes(measures)) return null
  const params: Record<string, Term> = {
    n: printed(subject, value),
    count: value,
    period: { period },
    where: sentence(
      `brief.wording.${economy === undefined ? 'six' : 'economy'}.in`,
      economy === undefined ? {} : { economy: { area: economy } },
    ),
    to: sentence(
      `brief.wording.${economy === undefined ? 'six' : 'economy'}.to`,
      economy === undefined ? {} : { economy: { area: economy } },
    ),
  }
  return {
    notPrint: sentence(`brief.wording.notPrint.${measures}`, params),
    print: sentence(`brief.wording.print.${measures}`, params),
  }
}
