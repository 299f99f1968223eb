import { economies, type Economy } from '@observatory/domain/economies'
import { yearOf } from '@observatory/domain/observations'
import type { ValueToEnter } from '@observatory/domain/submissions'
import { readIndicators, unitReader } from './indicators.ts'
import { readCsv } from './read-csv.ts'

export type YearOfFigures = { sourceYear: number; values: ValueToEnter[] }

type Span = { indicator: string; economy: string; from: string; to: string }

/**
 * The starting figures and the declared reasons for blanks, grouped by the year in which their sources appeared, the
 * earliest first. A blank without a declared reason has no row: nothing is said about it.
 */
export function readStartingFigures(): YearOfFigures[] {
  const years = new Map<number, ValueToEnter[]>()
  const add = (year: number, value: ValueToEnter) => years.set(year, [...(years.get(year) ?? []), value])
  const sourceYears = new Map(
    readCsv<'source_id' | 'year'>('figures/sources.csv').map((row) => [row.source_id, Number(row.year)]),
  )
  for (const [source, value] of observations()) {
    const year = sourceYears.get(source)
    if (!year) throw new Error(`Source ${source} has no year.`)
    add(year, value)
  }
  for (const row of readCsv<keyof Span | 'reason' | 'source' | 'source_year' | 'note'>('declared-reasons.csv')) {
    for (const economy of row.economy === '*' ? economies : [row.economy as Economy]) {
      for (let year = Number(row.from); year <= Number(row.to); year++) {
        add(Number(row.source_year), {
          indicator: row.indicator,
          economy,
          period: String(year),
          reason: row.reason as 'source',
          visibility: 'public',
          source: row.source || null,
          note: row.note,
        })
      }
    }
  }
  return [...years].sort(([a], [b]) => a - b).map(([sourceYear, values]) => ({ sourceYear, values }))
}

function* observations(): Generator<[source: string, value: ValueToEnter]> {
  const kinds = new Map(readIndicators('indicators-meta.csv').map(({ code, kind, unit }) => [code, { kind, unit }]))
  const unitOf = unitReader()
  const wording = new Map(readCsv<'note' | 'printed'>('note-wording.csv').map(({ note, printed }) => [note, printed]))
  const flags = readCsv<keyof Span | 'status' | 'comparator'>('flags.csv')
  for (const row of readCsv<
    'indicator' | 'economy' | 'period' | 'value' | 'unit' | 'source_id' | 'confidence' | 'note'
  >('figures/observations.csv')) {
    const indicator = kinds.get(row.indicator)
    if (!indicator) throw new Error(`${row.indicator} is in no row of indicators-meta.csv.`)
    if (unitOf(row.unit) !== indicator.unit)
      throw new Error(`${row.indicator} is in ${indicator.unit}, and its figures in ${row.unit}.`)
    const flagged = flags.filter((flag) => covers(flag, row))
    const comparator = flagged.find((flag) => flag.comparator)?.comparator
    yield [
      row.source_id,
      {
        indicator: row.indicator,
        economy: row.economy as Economy,
        period: row.period,
        ...figureOf(row.value, indicator.kind),
        comparator: comparator ? (comparator as 'ge') : null,
        status: flagged.flatMap(({ status }) => (status ? [status as 'U'] : [])),
        visibility: 'public',
        confidence: row.confidence as 'verified',
        source: row.source_id,
        note: wording.get(row.note) ?? (row.note || null),
      },
    ]
  }
}

/** `NA` in the file is a figure that cannot exist; a date stays text. */
function figureOf(text: string, kind: string): Pick<ValueToEnter, 'value' | 'textValue' | 'reason'> {
  if (text === 'NA') return { reason: 'cannot-exist' }
  if (kind === 'date') return { textValue: text }
  const value = Number(text)
  if (text === '' || Number.isNaN(value)) throw new Error(`“${text}” is no number.`)
  return { value }
}

function covers(span: Span, row: { indicator: string; economy: string; period: string }): boolean {
  const year = yearOf(row.period)
  return (
    span.indicator === row.indicator &&
    (span.economy === '*' || span.economy === row.economy) &&
    year >= Number(span.from) &&
    year <= Number(span.to)
  )
}
