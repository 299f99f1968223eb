import type { Sentence } from '../indicators/sentence.ts'
import type { Grade } from '../observations/published.ts'

/** The rules a key message can be made by, in the order in which the method page explains them. */
export const messageRules = ['total', 'directions', 'refused', 'range', 'runs', 'holes', 'own'] as const
export type MessageRule = (typeof messageRules)[number]

/**
 * One statement that stands alone: a lead (a number or two words), what it counts,
 * and sentences, each true of the cells it was made from.
 *
 * `print` is the noun to print with the number and `notPrint` the tempting wrong one.
 */
export interface KeyMessage {
  rule: MessageRule
  indicator: string | null
  lead: Sentence
  unit: Sentence
  text: Sentence[]
  periods: string[]
  sources: string[]
  grade: Grade | null
  wording: { notPrint: Sentence; print: Sentence } | null
}
