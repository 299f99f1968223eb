import type { CellDrawing, KeyEntry, TableCell } from '@observatory/documents/document'
import type { IndicatorKind } from '@observatory/domain/indicators'
import { boundParts, type Cell, isBound, isMissing, isSuppressed } from '@observatory/domain/observations'
import type { Words } from './words.ts'

const signs = { lt: '<', le: '≤', gt: '>', ge: '≥' }

/** How a number, date or limit of one indicator is written. */
export function writerOf(words: Words, kind: IndicatorKind, decimals: number): (cell: number | string) => string {
  return (cell) => {
    if (typeof cell === 'string') return words.format.date(cell)
    if (kind === 'yes-no') return words.t(cell === 1 ? 'briefs.label.yes' : 'briefs.label.no')
    return words.format.number(cell, { decimals })
  }
}

/** A cell as a table prints it. Never blank: what holds no figure says why. */
export function tableCell(
  cell: Cell,
  status: readonly string[],
  write: (cell: number | string) => string,
  words: Words,
  flag?: string,
): TableCell {
  if (typeof cell === 'number' || typeof cell === 'string') {
    if (status.includes('U'))
      return { state: 'value', text: write(cell), struck: true, flag: words.t('briefs.label.unusableFlag') }
    const own = flag ?? (status.includes('E') ? words.t('briefs.label.estimatedFlag') : undefined)
    return own === undefined ? { state: 'value', text: write(cell) } : { state: 'value', text: write(cell), flag: own }
  }
  if (isSuppressed(cell)) return { state: 'suppressed' }
  if (isBound(cell)) {
    const { comparator, limit } = boundParts(cell)
    return { state: 'bound', text: `${signs[comparator]}${write(limit)}` }
  }
  if (isMissing(cell)) {
    if (cell.na === 'cannot-exist') return { state: 'not-applicable' }
    if (cell.na === 'elsewhere') return { state: 'elsewhere' }
    if (cell.na === 'not-published') return { state: 'not-published' }
  }
  return { state: 'missing' }
}

/** A cell as it is read aloud. */
export function spoken(cell: TableCell, words: Words): string {
  switch (cell.state) {
    case 'value':
      return cell.struck ? `${cell.text} (${words.t('briefs.state.struck')})` : cell.text
    case 'bound':
      return `${cell.text} (${words.t('briefs.state.bound')})`
    case 'missing':
      return words.t('briefs.state.missing')
    case 'not-published':
      return words.t('briefs.state.notPublished')
    case 'not-applicable':
      return words.t('briefs.state.impossible')
    case 'suppressed':
      return words.t('briefs.state.suppressed')
    case 'elsewhere':
      return words.t('briefs.state.elsewhere')
    case 'remark':
      return ''
  }
}

/** The states that occur under a table and need a word; a plain value needs none. */
export function keyOf(cells: readonly TableCell[], words: Words): KeyEntry[] {
  const keys: [CellDrawing, string, string][] = [
    ['bound', '<50', words.t('briefs.state.bound')],
    ['missing', ':', words.t('briefs.state.missing')],
    ['not-published', '–', words.t('briefs.state.notPublished')],
    ['not-applicable', '/', words.t('briefs.state.impossible')],
    ['suppressed', 'c', words.t('briefs.state.suppressed')],
    ['elsewhere', '→', words.t('briefs.state.elsewhere')],
    ['struck', '602', words.t('briefs.state.struck')],
  ]
  const occurs = (state: CellDrawing) =>
    cells.some((cell) => (state === 'struck' ? cell.state === 'value' && cell.struck : cell.state === state))
  return keys.filter(([state]) => occurs(state)).map(([state, sample, text]) => ({ state, sample, text }))
}
