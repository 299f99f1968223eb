import type { IndicatorKind } from '../indicators/answers.ts'
import type { EnteredValue } from './entered-value.ts'

/** What the catalogue says of an indicator that decides which values it can have. */
export type IndicatorRules = { kind: IndicatorKind; unit: string; demonstration: boolean }

/** ISO, as precise as the source: `2014`, `2014-08`, `2014-08-01`. */
const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/**
 * What is wrong with one value, as codes below `errors.problem`; empty where nothing is.
 *
 * Run when values are entered and again when they are published: the catalogue may have changed between.
 */
export function checkValue(value: EnteredValue, rules: IndicatorRules | undefined): string[] {
  if (!rules) return ['unknown-indicator']
  const problems: string[] = []
  const given = [value.value, value.textValue, value.reason].filter((part) => part !== null).length
  if (given === 0) problems.push('value-or-reason-missing')
  if (given > 1) problems.push('value-and-reason')
  if (value.comparator !== null && value.value === null) problems.push('comparator-without-value')
  if (value.comparator !== null && !['count', 'amount', 'percent', 'ratio', 'score'].includes(rules.kind))
    problems.push('comparator-on-category')
  if (rules.kind === 'date' ? value.value !== null : value.textValue !== null) problems.push('wrong-kind')
  if (rules.demonstration && value.visibility === 'public') problems.push('demonstration-public')
  if (value.textValue !== null && rules.kind === 'date' && !datePattern.test(value.textValue))
    problems.push('not-a-date')
  if (value.value !== null) problems.push(...checkNumber(value.value, rules.kind))
  return problems
}

function checkNumber(value: number, kind: IndicatorKind): string[] {
  if (!Number.isFinite(value)) return ['not-a-number']
  if (kind === 'count' && (value < 0 || !Number.isSafeInteger(value))) return ['not-a-count']
  if (kind === 'percent' && (value < 0 || value > 100)) return ['not-a-percentage']
  if (kind === 'yes-no' && value !== 0 && value !== 1) return ['not-yes-or-no']
  if ((kind === 'ratio' || kind === 'amount') && value < 0) return ['negative']
  return []
}
