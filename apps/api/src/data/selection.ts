import type { ReadTx } from '@observatory/db/tenancy'
import type { DB } from '@observatory/db/schema'
import { type Economy, economies } from '@observatory/domain/economies'
import type { Edition, PublishedCell } from '@observatory/domain/observations'
import type { Selectable } from 'kysely'
import type { State } from '../observations/editions.ts'
import { editionAt, standingSince } from '../observations/history.ts'
import type { SeriesRow, SeriesVersion } from '../observations/queries.ts'
import { refused } from '../parameters.ts'

export type Measure = 'count' | 'rate'

/** What an address asks for beside its indicator. */
export type Selection = {
  economies: readonly Economy[]
  measure: Measure
  /** Slug; `*` is every publisher; absent is the series that stands for the economy. */
  publisher?: string
  /** Breakdown key; `*` is every breakdown; empty is the total. */
  breakdown: string
}

export const wholeSelection: Selection = { economies, measure: 'count', breakdown: '' }

/** One series as a data address gives it: parallel arrays, one place a period. */
export type DataSeries = {
  economy: string
  publisher: string
  breakdown: string
  grade: string | null
  periods: string[]
  cells: PublishedCell[]
  status: string[][]
  confidence: (string | null)[]
  source: (string | null)[]
  /** Code of the public edition from which the figure has stood unchanged. */
  release: (string | null)[]
  note: (string | null)[]
  /** The period the denominator is of; null for counts. */
  denominatorPeriods: (string | null)[] | null
}

/** Everything that a file about one indicator is made from; both CSV and JSON are written from this. */
export type DataSet = {
  indicator: string
  measure: Measure
  unit: string
  edition: Edition | null
  series: DataSeries[]
}

type IndicatorRow = Pick<Selectable<DB['indicator']>, 'code' | 'unit' | 'ratePer' | 'subnationalOf'>

export type Published = {
  rows: readonly SeriesRow[]
  versions: readonly SeriesVersion[]
  editions: readonly { seq: number; edition: Edition }[]
}

/** The series of an indicator that a selection asks for, in reading order. */
export function selectData(indicator: IndicatorRow, state: State, selection: Selection, published: Published): DataSet {
  if (selection.measure === 'rate' && indicator.ratePer === null) throw refused('measure', 'rate', 'count')
  const since = standingSince(published.versions, selection.measure)
  const series = published.rows
    .filter((row) => isSelected(row, selection))
    .map((row) => {
      const { economy, publisher, breakdown, grade, periods, status, confidence, source, note } = row.series
      const cells =
        selection.measure === 'rate' ? (row.series.rate ?? periods.map(() => notCollected)) : row.series.cells
      const release = periods.map((period) => {
        const seq = since(row.seriesId, period)
        return seq === undefined ? null : (editionAt(published.editions, seq)?.code ?? null)
      })
      return {
        economy: areaOf(economy, indicator),
        publisher,
        breakdown,
        grade,
        periods,
        cells,
        status,
        confidence,
        source,
        release,
        note,
        denominatorPeriods: selection.measure === 'rate' ? row.series.denominatorPeriods : null,
      }
    })
  return {
    indicator: indicator.code,
    measure: selection.measure,
    unit: unitOf(indicator, selection.measure),
    edition: state.edition,
    series,
  }
}

/** A breakdown has no rate, for the denominator is of everybody (domain/observations/publish-series). */
const notCollected = { na: 'not-collected' } as PublishedCell

function isSelected(
  { contributes, series }: SeriesRow,
  { economies: wanted, publisher, breakdown }: Selection,
): boolean {
  if (!(wanted as readonly string[]).includes(series.economy)) return false
  if (breakdown !== '*' && series.breakdown !== breakdown) return false
  return publisher === undefined ? contributes : publisher === '*' || series.publisher === publisher
}

/** Figures of a part of an economy bear a code of their own, so that no join by economy takes them for the whole. */
function areaOf(economy: string, { subnationalOf }: IndicatorRow): string {
  return subnationalOf === economy ? `${economy}_PART` : economy
}

function unitOf({ unit, ratePer }: IndicatorRow, measure: Measure): string {
  return measure === 'rate' ? `${unit}_PER_${ratePer}` : unit
}

/** Public indicators, or the one of a code; demonstrations have no data address. */
export async function listPublicIndicators(tx: ReadTx, code?: string) {
  let query = tx
    .selectFrom('indicator')
    .innerJoin('topic', 'topic.code', 'indicator.topic')
    .selectAll('indicator')
    .where('demonstration', '=', false)
    .orderBy('topic.position')
    .orderBy('indicator.position')
    .orderBy('indicator.code')
  if (code !== undefined) query = query.where('indicator.code', '=', code)
  return query.execute()
}
