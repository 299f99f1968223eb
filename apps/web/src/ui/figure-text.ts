import type { Sentence } from '@observatory/domain/indicators'
import { boundParts, type Cell, isBound, isMissing, isSuppressed } from '@observatory/domain/observations'
import type { Format } from '@observatory/i18n/format'

const signs = { ge: 'atLeast', gt: 'above', lt: 'under', le: 'atMost' } as const

/** A cell as it is read: its number, its bound with the sign, its date, or the word for what stands in its place. */
export function figureText(
  cell: Cell,
  indicator: { kind: string },
  decimals: number,
  format: Format,
  say: (sentence: Sentence) => string,
): string {
  const word = (name: string, params: Sentence['params'] = {}) => say({ key: `figure.${name}`, params })
  if (typeof cell === 'string') return format.date(cell)
  if (typeof cell === 'number') {
    if (indicator.kind === 'yes-no') return word(cell === 0 ? 'no' : 'yes')
    // Levels such as 2.5 keep the half that the publisher gives them.
    const places = indicator.kind === 'ordinal' && !Number.isInteger(cell) ? 1 : decimals
    return indicator.kind === 'percent'
      ? format.percent(cell, { decimals: places })
      : format.number(cell, { decimals: places })
  }
  if (isBound(cell)) {
    const { comparator, limit } = boundParts(cell)
    return word(signs[comparator], { n: { number: limit, decimals } })
  }
  if (isSuppressed(cell)) return word(cell.c === 'source' ? 'suppressedSource' : 'suppressed')
  if (isMissing(cell) && cell.na === 'cannot-exist') return word('cannotExist')
  return word(isMissing(cell) && cell.na === 'elsewhere' ? 'elsewhere' : 'missing')
}
