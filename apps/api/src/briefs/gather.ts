import type { Actor, ReadTx } from '@observatory/db/tenancy'
import { readAs, readPublic } from '@observatory/db/tenancy'
import type { Subject } from '@observatory/domain/briefs'
import { economies } from '@observatory/domain/economies'
import { type CatalogueSource, holdsFigure, type IndicatorDetail } from '@observatory/domain/indicators'
import type { Edition, PublishedSeries } from '@observatory/domain/observations'
import type { Locale } from '@observatory/i18n/locale'
import { getTenant } from '../access/queries.ts'
import type { Context } from '../context.ts'
import { detailOf, listSources, listWordedIndicators, standing } from '../indicators/queries.ts'
import { getEdition } from '../observations/editions.ts'
import { listBenchmarks, listSeries } from '../observations/queries.ts'

/** What a brief is made from, as the row that asked for it says. */
export interface Request {
  template: 'summit' | 'organisation'
  locale: Locale
  title: string
  occasion: string
  place: string
  date: string | null
  freezeDate: string
  indicators: readonly string[]
  economies: readonly string[]
  edition: string
  seq: number
}

/** One indicator of a brief with the words of its version. */
export interface Gathered extends Subject {
  detail: IndicatorDetail
  /** Periods of the own series that are not public. */
  unpublished: ReadonlySet<string>
  /** Sources of the denominators that rates rest on. */
  denominatorSources: string[]
}

export interface Material {
  request: Request
  organisation: { name: string; demonstration: boolean }
  edition: Edition
  subjects: Gathered[]
  /** Headline indicators beside those of the brief, for the map of what is held. */
  beside: Gathered[]
  sources: CatalogueSource[]
}

type Reader = <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>

/**
 * Reads everything a brief is made from, as it stood at the release of the brief.
 *
 * Figures of others are read as nobody, through the role that sees public rows
 * alone, whoever asks: a brief leaves the house. Own figures come from the
 * organisation's own transaction, and only for a brief of its own. Demonstration
 * figures are never public, so demonstration organisations read theirs as themselves.
 */
export async function gather(context: Context, actor: Actor, request: Request): Promise<Material> {
  const asSelf: Reader = (work) => readAs(context.db.app, actor, work)
  const asNobody: Reader = (work) => readPublic(context.db.publicReader, work)
  const { tenant, edition } = await asSelf(async (tx) => ({
    tenant: await getTenant(tx, actor.tenantId),
    edition: await getEdition(tx, request.edition),
  }))
  const own =
    request.template === 'organisation'
      ? await asSelf((tx) => ownSeries(tx, actor, tenant.economy, request))
      : new Map<string, OwnSeries>()

  const isInvented = (code: string) => code.startsWith('DEMO_')
  const real = await asNobody((tx) =>
    readSubjects(
      tx,
      request,
      request.indicators.filter((code) => !isInvented(code)),
      own,
    ),
  )
  const invented = tenant.demonstration
    ? await asSelf((tx) => readSubjects(tx, request, request.indicators.filter(isInvented), own))
    : []
  const subjects = request.indicators
    .map((code) => [...real, ...invented].find(({ indicator }) => indicator.code === code))
    .filter((subject) => subject !== undefined)
  const beside = tenant.demonstration
    ? []
    : await asNobody(async (tx) => readSubjects(tx, request, await headlineCodes(tx, request.indicators), new Map()))
  const ids = subjects.flatMap((subject) =>
    [...subject.series, ...(subject.own ? [subject.own] : [])].flatMap(({ source }) => source),
  )
  const sources = await asSelf((tx) =>
    listSources(tx, [...ids, ...subjects.flatMap(({ denominatorSources }) => denominatorSources)]),
  )
  const names = tenant.name as Record<string, string>
  return {
    request,
    organisation: { name: names[request.locale] ?? names['en']!, demonstration: tenant.demonstration },
    edition,
    subjects,
    beside,
    sources,
  }
}

async function headlineCodes(tx: ReadTx, without: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('indicator')
    .select('code')
    .where('headline', 'is not', null)
    .where('demonstration', '=', false)
    .orderBy('headline')
    .execute()
  return rows.map(({ code }) => code).filter((code) => !without.includes(code))
}

interface OwnSeries {
  series: PublishedSeries
  seriesId: string
}

/** One series an indicator: that of the organisation's economy, or its only one. */
async function ownSeries(
  tx: ReadTx,
  actor: Actor,
  economy: string | null,
  request: Request,
): Promise<Map<string, OwnSeries>> {
  const rows = (
    await listSeries(tx, { seq: request.seq, edition: null }, { indicators: request.indicators, breakdown: '' })
  ).filter(({ tenantId }) => tenantId === actor.tenantId)
  const found = new Map<string, OwnSeries>()
  for (const code of request.indicators) {
    const mine = rows.filter(({ series }) => series.indicator === code)
    const chosen = mine.find(({ series }) => series.economy === economy) ?? (mine.length === 1 ? mine[0] : undefined)
    if (chosen) found.set(code, chosen)
  }
  return found
}

async function readSubjects(
  tx: ReadTx,
  request: Request,
  codes: readonly string[],
  own: ReadonlyMap<string, OwnSeries>,
): Promise<Gathered[]> {
  if (codes.length === 0) return []
  const state = { seq: request.seq, edition: null }
  const worded = await listWordedIndicators(tx, request.locale, codes)
  const denominators = worded.map(({ row }) => row.denominator).filter((code) => code !== null)
  const rows = await listSeries(tx, state, {
    indicators: [...codes, ...denominators],
    contributing: true,
    breakdown: '',
  })
  const chosen = economies.filter((economy) => request.economies.includes(economy))
  return Promise.all(
    worded.map(async (indicator): Promise<Gathered> => {
      const series = standing(rows.filter(({ series: { indicator: code } }) => code === indicator.row.code)).filter(
        ({ economy }) => request.economies.includes(economy),
      )
      const detail = await detailOf(tx, indicator, request.locale, series)
      const benchmarks = await listBenchmarks(tx, state, indicator.row.code)
      const mine = own.get(indicator.row.code)
      const open = rows.find(({ seriesId }) => seriesId === mine?.seriesId)?.series
      return {
        indicator: detail,
        detail,
        isRounded: (detail.quality as { facts?: { rounded?: boolean } } | null)?.facts?.rounded === true,
        economies: chosen,
        series,
        benchmarks: {
          count: benchmarks.find(({ measure }) => measure === 'count') ?? null,
          rate: benchmarks.find(({ measure }) => measure === 'rate') ?? null,
        },
        own: mine?.series ?? null,
        unpublished: unpublishedOf(mine?.series, open),
        denominatorSources: denominatorSources(
          rows.map((row) => row.series).filter(({ indicator: code }) => code === indicator.row.denominator),
          series,
        ),
      }
    }),
  )
}

function unpublishedOf(own: PublishedSeries | undefined, open: PublishedSeries | undefined): Set<string> {
  if (!own) return new Set()
  return new Set(
    own.periods.filter((period, at) => {
      const cell = own.cells[at]
      const there = open?.cells[open.periods.indexOf(period)]
      return holdsFigure(cell) && JSON.stringify(there) !== JSON.stringify(cell)
    }),
  )
}

/** Sources of the denominators of the periods in which some rate rests on them. */
function denominatorSources(denominators: readonly PublishedSeries[], series: readonly PublishedSeries[]): string[] {
  const used = new Set(series.flatMap(({ denominatorPeriods }) => denominatorPeriods ?? []))
  return [
    ...new Set(
      denominators.flatMap(
        ({ periods, source }) => source.filter((id, at) => id !== null && used.has(periods[at]!)) as string[],
      ),
    ),
  ]
}
