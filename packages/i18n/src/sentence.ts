import { areaName } from './areas.ts'
import type { Format } from './format.ts'
import type { Locale } from './locale.ts'
import type { MessageKey, Translate } from './translate.ts'

/** A value in a sentence that the rules leave to the version to write. */
export type Term =
  | string
  | number
  | { area: string }
  | { areas: readonly string[] }
  | { number: number; decimals: number }
  | { period: string }
  | { unit: string; count: number }
  | Sentence

/** What a rule found, before it is put into words: a key under `sentences` and its terms. */
export interface Sentence {
  key: string
  params: Record<string, Term>
}

/**
 * A sentence in one version.
 *
 * An area `x` is offered as `{x}` (its name) and in the forms that sentences need:
 * `{x_in}`, `{x_of}`, `{x_for}`. Plain numbers are ICU arguments (plurals); a
 * number with decimals comes in as text, already written. Areas become a list of
 * names, and a sentence inside a sentence is a clause of it.
 */
export function say(sentence: Sentence, t: Translate, format: Format, locale: Locale): string {
  const values: Record<string, string | number> = {}
  for (const [name, term] of Object.entries(sentence.params)) {
    if (typeof term !== 'object') {
      values[name] = term
    } else if ('area' in term) {
      values[name] = areaName(term.area, locale, 'name')
      values[`${name}_in`] = areaName(term.area, locale, 'in')
      values[`${name}_of`] = areaName(term.area, locale, 'of')
      values[`${name}_for`] = areaName(term.area, locale, 'for')
    } else if ('areas' in term) {
      values[name] = format.list(term.areas.map((area) => areaName(area, locale, 'name')))
    } else if ('key' in term) {
      values[name] = say(term, t, format, locale)
    } else if ('number' in term) {
      values[name] = format.number(term.number, { decimals: term.decimals })
    } else if ('period' in term) {
      values[name] = format.period(term.period)
    } else {
      values[name] = t(`units.${term.unit}` as MessageKey, { count: term.count })
    }
  }
  return t(`sentences.${sentence.key}` as MessageKey, values)
}
