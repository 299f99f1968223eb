import { boundParts, isBound, isMissing, isSuppressed, type PublishedCell } from '@observatory/domain/observations'
import { stringify } from 'csv-stringify/sync'
import type { DataSet } from './selection.ts'

/** NOTE: a public promise. Columns are added at the end and never renamed; codebook.ts explains each. */
export const columns = [
  'indicator',
  'economy',
  'period',
  'value',
  'comparator',
  'obs_status',
  'conf_status',
  'unit',
  'source',
  'release',
  'publisher',
  'breakdown',
  'reason',
  'confidence',
  'quality',
  'denominator_period',
] as const

/** One row a series and period, as RFC 4180 asks: comma, quotes where needed, CRLF, UTF-8. */
export function csvOf(data: DataSet): string {
  return toCsv(columns, rowsOf(data))
}

export function rowsOf(data: DataSet): (string | number | null)[][] {
  return data.series.flatMap((series) =>
    series.periods.map((period, at) => {
      const cell = cellColumns(series.cells[at]!)
      return [
        data.indicator,
        series.economy,
        period,
        cell.value,
        cell.comparator,
        statusOf(series.status[at] ?? [], series.cells[at]!),
        cell.confidentiality,
        data.unit,
        series.source[at] ?? null,
        series.release[at] ?? null,
        series.publisher,
        series.breakdown,
        cell.reason,
        series.confidence[at] ?? null,
        series.grade,
        series.denominatorPeriods?.[at] ?? null,
      ]
    }),
  )
}

type CellColumns = {
  value: number | string | null
  comparator: string | null
  reason: string | null
  confidentiality: string
}

/** SDMX CL_CONF_STATUS: F free, C confidential at its source, N kept back by its owner, S withheld to protect another figure. */
const confidentiality = { source: 'C', owner: 'N', control: 'S' } as const

function cellColumns(cell: PublishedCell): CellColumns {
  if (isSuppressed(cell))
    return { value: null, comparator: null, reason: `suppressed-${cell.c}`, confidentiality: confidentiality[cell.c] }
  if (isMissing(cell)) return { value: null, comparator: null, reason: cell.na, confidentiality: 'F' }
  if (isBound(cell)) {
    const { comparator, limit } = boundParts(cell)
    return { value: limit, comparator, reason: null, confidentiality: 'F' }
  }
  return { value: cell, comparator: null, reason: null, confidentiality: 'F' }
}

/** SDMX CL_OBS_STATUS: what the source declared, and for a place without a figure why there is none. */
function statusOf(declared: readonly string[], cell: PublishedCell): string {
  const codes = [...declared]
  if (isSuppressed(cell)) codes.push('Q')
  else if (isMissing(cell))
    codes.push({ 'cannot-exist': 'M', elsewhere: 'K', 'not-collected': 'L', 'not-published': 'O' }[cell.na])
  return codes.length === 0 ? 'A' : [...new Set(codes)].join(' ')
}

export function toCsv(header: readonly string[], rows: readonly (string | number | null)[][]): string {
  return stringify(
    [header, ...rows].map((row) => row.map(printed)),
    { record_delimiter: '\r\n' },
  )
}

function printed(value: string | number | null): string {
  return value === null ? '' : typeof value === 'number' ? String(value) : inert(value)
}

/**
 * Text that a spreadsheet shows and does not run.
 *
 * A cell that begins like a formula gets an apostrophe in front (OWASP, CSV
 * injection); the wide forms count, since some programs fold them. Numbers are left alone: −5 is a figure.
 */
export function inert(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
