import type { Sentence as Rule } from '@observatory/domain/indicators'
import type { Text } from '@observatory/documents/document'
import { areaName, footnote, sortByName } from '@observatory/i18n/areas'
import { formatter, type Format } from '@observatory/i18n/format'
import type { Locale } from '@observatory/i18n/locale'
import { say } from '@observatory/i18n/sentence'
import { loadMessages, translator, type MessageKey, type Messages, type Translate } from '@observatory/i18n/translate'

/** How a brief speaks one version: every text of it goes through here. */
export interface Words {
  locale: Locale
  t: Translate
  format: Format
  /** A sentence of the rules in words; keys under `brief.` are of the catalogue `briefs`. */
  phrase(sentence: Rule): string
  area(code: string): Text
  sorted(codes: readonly string[]): string[]
  markNote: string
  /** Some words of this version are not there yet and stand in English. */
  isIncomplete: boolean
}

export async function wordsOf(locale: Locale, timeZone: string): Promise<Words> {
  const english = await loadMessages('en')
  const own = locale === 'en' ? english : await loadMessages(locale)
  const { messages, missing } = completed(english, own)
  const t = translator(locale, messages)
  const format = formatter(locale, timeZone)
  const forRules: Translate = (key, params) => t(key.replace(/^sentences\.brief\./, 'briefs.') as MessageKey, params)
  return {
    locale,
    t,
    format,
    phrase: (sentence) => say(sentence, forRules, format, locale),
    area: (code) => marked(areaName(code, locale)),
    sorted: (codes) => sortByName(codes, locale),
    markNote: footnote(locale),
    isIncomplete: missing > 0,
  }
}

/** A catalogue with English where it has no words of its own, counted for the parts that briefs use. */
function completed(english: Messages, own: Messages): { messages: Messages; missing: number } {
  let missing = 0
  const fill = (
    source: Record<string, unknown>,
    given: Record<string, unknown> | undefined,
    isCounted: boolean,
  ): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(source).map(([key, value]) => {
        const there = given?.[key]
        if (typeof value === 'string') {
          if (typeof there !== 'string' && isCounted) missing += 1
          return [key, typeof there === 'string' ? there : value]
        }
        return [key, fill(value as Record<string, unknown>, there as Record<string, unknown> | undefined, isCounted)]
      }),
    )
  const messages = Object.fromEntries(
    Object.entries(english).map(([feature, value]) => [
      feature,
      fill(
        value as unknown as Record<string, unknown>,
        (own as unknown as Record<string, Record<string, unknown>>)[feature],
        feature === 'briefs' || feature === 'sentences',
      ),
    ]),
  )
  return { messages: messages as unknown as Messages, missing }
}

const names = /((?:Kosov|Косов)\p{L}*)\*/gu

/** A text with each name that bears the asterisk told apart, so that its note stands on the page. */
export function marked(text: string): Text {
  const spans: (string | { mark: string })[] = []
  let at = 0
  for (const match of text.matchAll(names)) {
    if (match.index > at) spans.push(text.slice(at, match.index))
    spans.push({ mark: match[1]! })
    at = match.index + match[0].length
  }
  if (spans.length === 0) return text
  if (at < text.length) spans.push(text.slice(at))
  return spans
}

/** Whether a text shows the asterisk. */
export function isMarked(text: string): boolean {
  return text.search(names) !== -1
}
