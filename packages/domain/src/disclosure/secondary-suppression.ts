import { type Cell, isBound, isSuppressed, isValue } from '../observations/cell.ts'
import { parseBreakdown } from '../observations/breakdown.ts'

/** One cell of the table that an organisation publishes for an indicator, economy and period, after primary protection. */
export type TablePart = { breakdown: string; cell: Cell }

/** A total and the parts along one dimension, by breakdown key. */
type Row = { total: string; parts: string[] }

/**
 * Breakdown keys whose cells must be withheld as well, so that no protected cell of the table follows by subtraction.
 *
 * Every row (a total and its parts along one dimension) must leave a protected
 * count anywhere from zero to the threshold. Where it does not, the smallest part
 * still shown is withheld, and the total where no part is left. Withholding
 * touches the crossing rows, so all are looked at again until nothing changes
 * (docs/disclosure.md §1.3).
 */
export function secondarySuppressions(table: readonly TablePart[], smallCounts: number): Set<string> {
  const cells = new Map<string, Cell>(table.map(({ breakdown, cell }) => [breakdown, cell]))
  const withheld = new Set<string>()
  if (smallCounts <= 0) return withheld
  const rows = rowsOf([...cells.keys()])
  let changed = true
  while (changed) {
    changed = false
    for (const row of rows) {
      const next = complement(row, cells, smallCounts)
      if (next === undefined) continue
      cells.set(next, { c: 'control' })
      withheld.add(next)
      changed = true
    }
  }
  return withheld
}

function rowsOf(keys: string[]): Row[] {
  const rows = new Map<string, Row>()
  for (const key of keys) {
    for (const dimension of Object.keys(parseBreakdown(key) ?? {})) {
      const total = key
        .split(';')
        .filter((part) => !part.startsWith(`${dimension}=`))
        .join(';')
      const row = rows.get(`${total}|${dimension}`) ?? { total, parts: [] }
      row.parts.push(key)
      rows.set(`${total}|${dimension}`, row)
    }
  }
  return [...rows.values()].filter(({ total }) => keys.includes(total))
}

/** The cell to withhold next in a row, or undefined where the row gives nothing away. */
function complement({ total, parts }: Row, cells: Map<string, Cell>, smallCounts: number): string | undefined {
  const whole = cells.get(total)!
  const hidden = parts.filter((key) => isProtected(cells.get(key)!))
  const open = parts.filter((key) => !isProtected(cells.get(key)!) && !isValue(cells.get(key)!))
  // A part with a reason but no figure is an unknown of any size; a withheld total has nothing to subtract from.
  if (hidden.length === 0 || open.length > 0 || !isValue(whole)) return undefined
  if (hidden.some((key) => isSuppressed(cells.get(key)!)) && hidden.length > 1) return undefined
  const shown = parts.filter((key) => isValue(cells.get(key)!))
  const rest = whole - shown.reduce((sum, key) => sum + (cells.get(key) as number), 0)
  const widest = smallCounts - 1
  if (rest >= widest && rest <= (hidden.length - 1) * widest) return undefined
  return shown.sort((a, b) => (cells.get(a) as number) - (cells.get(b) as number))[0] ?? total
}

function isProtected(cell: Cell): boolean {
  return isSuppressed(cell) ? cell.c === 'control' : isBound(cell)
}
