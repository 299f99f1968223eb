import type { ReadTx } from '@observatory/db/tenancy'
import { economies } from '@observatory/domain/economies'
import { AppError } from '@observatory/domain/errors'
import {
  assess,
  type Assessment,
  type CatalogueEntry,
  type CatalogueSource,
  type IndicatorDetail,
  type IndicatorEvent,
  qualityFacts,
  type QualityFacts,
  type Reach,
  type SeriesBreak,
} from '@observatory/domain/indicators'
import { cellState, type PublishedSeries } from '@observatory/domain/observations'
import type { Locale } from '@observatory/i18n/locale'
import type { DB } from '@observatory/db/schema'
import { type Selectable, sql } from 'kysely'
import { getTenant } from '../access/queries.ts'

type IndicatorRow = Selectable<DB['indicator']>
type TextRow = Pick<
  Selectable<DB['indicatorText']>,
  'locale' | 'name' | 'shortName' | 'description' | 'caveat' | 'isNot' | 'state'
>

/** An indicator with its words in one language, or in English where that language has none yet. */
export type WordedIndicator = { row: IndicatorRow; words: TextRow; breaks: SeriesBreak[] }

export async function listWordedIndicators(
  tx: ReadTx,
  locale: Locale,
  codes?: readonly string[],
): Promise<WordedIndicator[]> {
  let query = tx
    .selectFrom('indicator')
    .innerJoin('topic', 'topic.code', 'indicator.topic')
    .selectAll('indicator')
    .orderBy('topic.position')
    .orderBy('indicator.position')
    .orderBy('indicator.code')
  if (codes) query = query.where('indicator.code', 'in', codes.length > 0 ? [...codes] : [''])
  const rows = await query.execute()
  const texts = await listTexts(tx, [locale, 'en'], codes)
  const breaks = await tx.selectFrom('seriesBreak').selectAll().orderBy('period').execute()
  return rows.map((row) => ({
    row,
    words: wordsFor(row.code, locale, texts),
    breaks: breaks
      .filter(({ indicator }) => indicator === row.code)
      .map(({ economy, period, code }) => ({ economy, period, code })),
  }))
}

export async function listTexts(
  tx: ReadTx,
  locales: readonly Locale[],
  codes?: readonly string[],
): Promise<(TextRow & { indicator: string })[]> {
  let query = tx
    .selectFrom('indicatorText')
    .select(['indicator', 'locale', 'name', 'shortName', 'description', 'caveat', 'isNot', 'state'])
    .where('locale', 'in', [...locales])
  if (codes) query = query.where('indicator', 'in', codes.length > 0 ? [...codes] : [''])
  return query.execute()
}

/** A catalogue without even English words is a fault of the seed; the code then stands for the name. */
function wordsFor(code: string, locale: Locale, texts: readonly (TextRow & { indicator: string })[]): TextRow {
  const own = texts.filter(({ indicator }) => indicator === code)
  const found = own.find((text) => text.locale === locale)
  if (found) return found
  const english = own.find((text) => text.locale === 'en')
  if (english) return { ...english, state: 'untranslated' }
  return { locale, name: code, shortName: code, description: '', caveat: '', isNot: [], state: 'untranslated' }
}

export async function getIndicator(tx: ReadTx, code: string, locale: Locale): Promise<WordedIndicator> {
  const [indicator] = await listWordedIndicators(tx, locale, [code])
  if (!indicator) throw new AppError('not-found')
  return indicator
}

export function catalogueEntryOf(
  { row, words, breaks }: WordedIndicator,
  series: readonly PublishedSeries[],
): CatalogueEntry {
  const quality = qualityOf(row)
  return {
    code: row.code,
    topic: row.topic,
    position: row.position,
    kind: row.kind as CatalogueEntry['kind'],
    unit: row.unit,
    decimals: row.decimals,
    direction: row.direction as CatalogueEntry['direction'],
    measures: row.measures,
    denominator: row.denominator,
    ratePer: row.ratePer,
    rateDecimals: row.rateDecimals,
    benchmarkable: row.benchmarkable,
    comparable: row.comparable,
    subnationalOf: row.subnationalOf,
    headline: row.headline,
    lagYears: row.lagYears,
    demonstration: row.demonstration,
    name: words.name,
    shortName: words.shortName,
    description: words.description,
    textState: words.state as CatalogueEntry['textState'],
    grade: quality?.grade ?? null,
    bias: quality?.bias ?? 'none',
    breaks,
    coverage: coverageOf(series),
  }
}

export async function detailOf(
  tx: ReadTx,
  indicator: WordedIndicator,
  locale: Locale,
  series: readonly PublishedSeries[],
): Promise<IndicatorDetail> {
  const { row, words } = indicator
  const quality = qualityOf(row)
  const denominator = row.denominator ? (await getIndicator(tx, row.denominator, locale)).words.name : null
  const custodian = row.custodian ? await getTenant(tx, row.custodian) : undefined
  return {
    ...catalogueEntryOf(indicator, series),
    caveat: words.caveat,
    isNot: words.isNot as IndicatorDetail['isNot'],
    quality: quality && { facts: quality.facts, reasons: quality.reasons },
    custodian: custodian ? { slug: custodian.slug, name: nameIn(custodian.name, locale) } : null,
    denominatorNote:
      row.denominator && denominator
        ? { indicator: row.denominator, name: denominator, carryYears: row.carryYears }
        : null,
  }
}

function nameIn(names: unknown, locale: Locale): string {
  const byLocale = names as Record<string, string>
  return byLocale[locale] ?? byLocale.en!
}

/** What is declared of an indicator and what follows from it; null where nothing (or nothing readable) is declared. */
export function qualityOf({ quality }: Pick<IndicatorRow, 'quality'>): (Assessment & { facts: QualityFacts }) | null {
  const { data: facts } = qualityFacts.safeParse(quality)
  return facts ? { ...assess(facts), facts } : null
}

function coverageOf(series: readonly PublishedSeries[]): Record<string, Reach> {
  const reaches = series.flatMap(({ economy, periods, cells }): [string, Reach][] => {
    const held = periods.filter((_, at) => ['value', 'bound'].includes(cellState(cells[at]!)))
    return held.length > 0 ? [[economy, { first: held[0]!, last: held.at(-1)!, figures: held.length }]] : []
  })
  return Object.fromEntries(reaches)
}

/** Events that concern an indicator, worded, the oldest first; those without a list of indicators concern none. */
export async function listEvents(tx: ReadTx, indicator: string, locale: Locale): Promise<IndicatorEvent[]> {
  const rows = await tx
    .selectFrom('event')
    .innerJoin('eventText', 'eventText.event', 'event.id')
    .select(['event.id', 'date', 'economy', 'type', 'title', 'caution', 'source', 'confidence'])
    .where(sql<boolean>`${indicator} = any (event.indicators)`)
    .where('eventText.locale', 'in', [locale, 'en'])
    .distinctOn(['date', 'event.id'])
    .orderBy('date')
    .orderBy('event.id')
    .orderBy(sql`event_text.locale = 'en'`)
    .execute()
  return rows.map((row) => ({ ...row, confidence: row.confidence as IndicatorEvent['confidence'] }))
}

export async function listSources(tx: ReadTx, ids: readonly (string | null)[]): Promise<CatalogueSource[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return []
  return tx
    .selectFrom('source')
    .select(['id', 'title', 'publisher', 'year', 'url', 'licence'])
    .where('id', 'in', wanted)
    .orderBy('id')
    .execute()
}

export async function listTopics(tx: ReadTx): Promise<{ code: string }[]> {
  return tx.selectFrom('topic').select('code').orderBy('position').execute()
}

/** The one series of each of the six that stands for it: contributing, total. */
export function standing(series: readonly { contributes: boolean; series: PublishedSeries }[]): PublishedSeries[] {
  return series
    .filter(
      ({ contributes, series: { breakdown, economy } }) =>
        contributes && breakdown === '' && (economies as readonly string[]).includes(economy),
    )
    .map((row) => row.series)
}
