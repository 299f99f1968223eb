import type { ReadTx } from '@observatory/db/tenancy'
import {
  catalogueAnswer,
  type CatalogueAnswer,
  indicatorAnswer,
  type IndicatorAnswer,
  seriesKey,
} from '@observatory/domain/indicators'
import { asOf } from '@observatory/domain/observations'
import { locales } from '@observatory/i18n/locale'
import { z } from 'zod'
import { getTenant } from '../access/queries.ts'
import { checked } from '../checked.ts'
import { widestAudiences } from '../observations/audiences.ts'
import { listEditions, resolveAsOf, type State } from '../observations/editions.ts'
import { revisionsOf } from '../observations/history.ts'
import { listBenchmarks, listSeries, listVersions, type SeriesRow } from '../observations/queries.ts'
import { read, router } from '../trpc.ts'
import {
  catalogueEntryOf,
  detailOf,
  getIndicator,
  listEvents,
  listSources,
  listTopics,
  listWordedIndicators,
  standing,
} from './queries.ts'

const locale = z.enum(locales)

export const indicatorsRouter = router({
  /** Every indicator the reader may see, with what is held of each; demonstrations are for demonstration organisations. */
  catalogue: read('figure:read')
    .input(z.object({ locale, asOf: z.optional(asOf) }))
    .query(async ({ ctx: { tx, tenant, context }, input }): Promise<CatalogueAnswer> => {
      const state = await resolveAsOf(tx, input.asOf, context.config.timeZone)
      const { demonstration } = await getTenant(tx, tenant.id)
      const indicators = (await listWordedIndicators(tx, input.locale)).filter(
        ({ row }) => demonstration || !row.demonstration,
      )
      const held = Map.groupBy(
        standing(await listSeries(tx, state, { contributing: true, breakdown: '' })),
        (s) => s.indicator,
      )
      return checked(context, catalogueAnswer, {
        edition: state.edition,
        locale: input.locale,
        topics: await listTopics(tx),
        indicators: indicators.map((indicator) => catalogueEntryOf(indicator, held.get(indicator.row.code) ?? [])),
      })
    }),

  get: read('figure:read')
    .input(z.object({ code: z.string().max(64), locale, asOf: z.optional(asOf) }))
    .query(async ({ ctx: { tx, tenant, context }, input }): Promise<IndicatorAnswer> => {
      const indicator = await getIndicator(tx, input.code, input.locale)
      const state = await resolveAsOf(tx, input.asOf, context.config.timeZone)
      const rows = await listSeries(tx, state, { indicators: [input.code] })
      const series = inReadingOrder(rows, tenant.id)
      const audiences = await widestAudiences(tx, state, input.code)
      const benchmarks = await listBenchmarks(tx, state, input.code)
      const { economy } = await getTenant(tx, tenant.id)
      const events = await listEvents(tx, input.code, input.locale)
      return checked(context, indicatorAnswer, {
        edition: state.edition,
        indicator: await detailOf(tx, indicator, input.locale, standing(rows)),
        series: series.map((row) => ({ ...row.series, audience: audiences.get(row.seriesId) ?? row.series.audience })),
        contributing: series
          .filter((row) => row.contributes && row.series.breakdown === '')
          .map((row) => seriesKey(row.series)),
        own: ownOf(series, tenant.id, economy),
        benchmarks: {
          count: benchmarks.find(({ measure }) => measure === 'count') ?? null,
          rate: benchmarks.find(({ measure }) => measure === 'rate') ?? null,
        },
        events,
        sources: await listSources(tx, [
          ...series.flatMap((row) => row.series.source),
          ...events.map(({ source }) => source),
        ]),
        revisions: await listRevisions(tx, state, input.code),
      })
    }),
})

async function listRevisions(tx: ReadTx, state: State, code: string) {
  return revisionsOf(await listVersions(tx, state, code), await listEditions(tx))
}

/** The six that stand for their economies, then the reader's own, then the rest. */
function inReadingOrder(rows: readonly SeriesRow[], tenantId: string): SeriesRow[] {
  const rank = (row: SeriesRow) =>
    row.contributes && row.series.breakdown === '' ? 0 : row.tenantId === tenantId ? 1 : 2
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

/**
 * The key of the series that is "mine": my organisation's in my economy, else the one that stands for my economy.
 *
 * The secretariat publishes all six and belongs to none, so none of them is its own.
 */
function ownOf(rows: readonly SeriesRow[], tenantId: string, economy: string | null): string | null {
  if (economy === null) return null
  const mine = rows.filter(({ series }) => series.economy === economy && series.breakdown === '')
  const own = mine.find((row) => row.tenantId === tenantId) ?? mine.find((row) => row.contributes)
  return own ? seriesKey(own.series) : null
}
