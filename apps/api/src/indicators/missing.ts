import type { ReadTx } from '@observatory/db/tenancy'
import { dueYear, type MissingFigure, newestPlace } from '@observatory/domain/indicators'
import { cellState } from '@observatory/domain/observations'
import { listSeries } from '../observations/queries.ts'

/**
 * Indicators without the figure that is due in an economy.
 *
 * Left out: what cannot exist there, figures of a part of an economy, and
 * irregular indicators once there is a figure, for nobody knows when the next is due.
 */
export async function listMissing(tx: ReadTx, economy: string, today: string): Promise<MissingFigure[]> {
  const indicators = await tx
    .selectFrom('indicator')
    .select(['code', 'lagYears', 'periodicity'])
    .where('demonstration', '=', false)
    .where('subnationalOf', 'is', null)
    .orderBy('topic')
    .orderBy('position')
    .execute()
  const rows = await listSeries(tx, { seq: null, edition: null }, { contributing: true, breakdown: '', economy })
  const held = new Map(rows.map(({ series }) => [series.indicator, series]))
  return indicators.flatMap(({ code, lagYears, periodicity }): MissingFigure[] => {
    const due = String(dueYear({ lagYears }, today))
    const series = held.get(code)
    if (!series) return [{ indicator: code, economy, lastPeriod: null, due, reason: null }]
    const newest = newestPlace(series)
    const lastPeriod = newest < 0 ? null : series.periods[newest]!
    if (lastPeriod !== null && (periodicity === 'irregular' || lastPeriod.slice(0, 4) >= due)) return []
    const reason = series.cells[series.cells.length - 1] ?? null
    if (reason !== null && cellState(reason) === 'not-applicable') return []
    const isReason = reason !== null && newest < series.cells.length - 1
    return [{ indicator: code, economy, lastPeriod, due, reason: isReason ? reason : null }]
  })
}
