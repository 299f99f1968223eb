import * as z from 'zod/mini'
import { publishedCell } from '../observations/cell.ts'
import { edition } from '../observations/edition.ts'
import { audience, confidence, grade, publishedBenchmark, publishedSeries } from '../observations/published.ts'
import { bias, qualityFacts } from './quality.ts'

/** State of the words shown; `untranslated` means the English text stands in. */
export const textState = z.enum(['machine', 'human', 'approved', 'untranslated'])
export type TextState = z.infer<typeof textState>

/** Nothing is compared across `period`, the first counted the new way; `economy` null means all six. */
export const seriesBreak = z.strictObject({ economy: z.nullable(z.string()), period: z.string(), code: z.string() })
export type SeriesBreak = z.infer<typeof seriesBreak>

export const indicatorKind = z.enum(['count', 'amount', 'percent', 'ratio', 'score', 'ordinal', 'yes-no', 'date'])
export type IndicatorKind = z.infer<typeof indicatorKind>

export const direction = z.enum(['neutral', 'higher-is-better', 'lower-is-better'])
export type Direction = z.infer<typeof direction>

/** First and last period with a figure, and how many figures there are; an economy without any is absent. */
export const reach = z.strictObject({ first: z.string(), last: z.string(), figures: z.number() })
export type Reach = z.infer<typeof reach>

export const catalogueEntry = z.strictObject({
  code: z.string(),
  topic: z.string(),
  position: z.number(),
  kind: indicatorKind,
  unit: z.string(),
  decimals: z.number(),
  direction,
  /** What one unit counts: report, incident, victim, case, conviction, estimate, opinion. */
  measures: z.string(),
  /** Code of the indicator that rates are divided by. */
  denominator: z.nullable(z.string()),
  ratePer: z.nullable(z.number()),
  rateDecimals: z.number(),
  benchmarkable: z.boolean(),
  comparable: z.boolean(),
  /** Set where the figures are of a part of that economy and never stand for it. */
  subnationalOf: z.nullable(z.string()),
  /** Place on the overview, from 1. */
  headline: z.nullable(z.number()),
  /** The newest year that is due is this year less the lag. */
  lagYears: z.number(),
  demonstration: z.boolean(),
  name: z.string(),
  shortName: z.string(),
  description: z.string(),
  textState,
  grade: z.nullable(grade),
  bias,
  breaks: z.array(seriesBreak),
  /** By economy code; the contributing series, total. */
  coverage: z.record(z.string(), reach),
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>

/** tRPC `indicators.catalogue({ locale, asOf? })`. */
export const catalogueAnswer = z.strictObject({
  edition: z.nullable(edition),
  locale: z.string(),
  topics: z.array(z.strictObject({ code: z.string() })),
  indicators: z.array(catalogueEntry),
})
export type CatalogueAnswer = z.infer<typeof catalogueAnswer>

/** The newest figure of one economy: its newest period with a value or bound, else its newest period. */
export const newestFigure = z.strictObject({
  economy: z.string(),
  period: z.string(),
  cell: publishedCell,
  rate: z.nullable(publishedCell),
})
export type NewestFigure = z.infer<typeof newestFigure>

export const overviewItem = z.strictObject({
  indicator: z.string(),
  /** The contributing series of the economy asked for. */
  series: z.nullable(publishedSeries),
  /** Of the rate where one exists, else of the count. */
  benchmark: z.nullable(publishedBenchmark),
  /** Economies of which the reader may see no series are absent. */
  region: z.array(newestFigure),
})
export type OverviewItem = z.infer<typeof overviewItem>

/**
 * `GET /api/overview?economy=ALB&asOf=…`: signed-in readers only.
 *
 * Without `economy` it is the organisation's own; a regional organisation has
 * none, and its items carry no series. `indicators=A,B` asks for others than the
 * headline ones. What changed and what is missing is `GET /api/overview/aside`,
 * so that the main view waits for neither.
 */
export const overviewAnswer = z.strictObject({
  edition: z.nullable(edition),
  economy: z.nullable(z.string()),
  items: z.array(overviewItem),
  /** Series of the reader's organisation that are not already among `items`. */
  own: z.array(
    z.strictObject({
      series: publishedSeries,
      /** The series stands for its economy in the benchmark beside it. */
      contributes: z.boolean(),
      /** The widest audience that sees all or part of it; the series itself is as its owner sees it. */
      seenBy: audience,
      benchmark: z.nullable(publishedBenchmark),
    }),
  ),
})
export type OverviewAnswer = z.infer<typeof overviewAnswer>

/** A figure that differs between two editions; null where one side had no place for the period. */
export const figureChange = z.strictObject({
  indicator: z.string(),
  economy: z.string(),
  period: z.string(),
  from: z.nullable(publishedCell),
  to: z.nullable(publishedCell),
  /** The edition that brought the newer figure. */
  edition: z.string(),
})
export type FigureChange = z.infer<typeof figureChange>

/** Why an economy has no figure that is due: never one, or none since `lastPeriod`; `reason` is the cell in its place. */
export const missingFigure = z.strictObject({
  indicator: z.string(),
  economy: z.string(),
  lastPeriod: z.nullable(z.string()),
  /** The period a figure of which is due by now. */
  due: z.string(),
  reason: z.nullable(publishedCell),
})
export type MissingFigure = z.infer<typeof missingFigure>

/**
 * `GET /api/overview/aside?economy=ALB`: what changed since the reader's previous
 * visit, in all six economies, and what the economy asked for is missing.
 * `POST /api/overview/visit` (no body) records that it was seen.
 */
export const overviewAside = z.strictObject({
  edition: z.nullable(edition),
  /** The newest edition at the previous visit; null on the first one, when there is nothing to compare with. */
  since: z.nullable(edition),
  /** The newest first, at most 200; `changed` counts them all. */
  changes: z.array(figureChange),
  changed: z.number(),
  missing: z.array(missingFigure),
})
export type OverviewAside = z.infer<typeof overviewAside>

export const indicatorEvent = z.strictObject({
  id: z.string(),
  /** As precise as it is known: `2020`, `2020-03`, `2020-03-15`. */
  date: z.string(),
  /** Null: in the region or beyond. */
  economy: z.nullable(z.string()),
  type: z.string(),
  title: z.string(),
  /** What the event must not be claimed to have caused. */
  caution: z.string(),
  source: z.nullable(z.string()),
  confidence,
})
export type IndicatorEvent = z.infer<typeof indicatorEvent>

export const catalogueSource = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  year: z.nullable(z.number()),
  url: z.nullable(z.string()),
  licence: z.nullable(z.string()),
})
export type CatalogueSource = z.infer<typeof catalogueSource>

export const indicatorRevision = z.strictObject({
  edition,
  changes: z.array(
    z.strictObject({
      economy: z.string(),
      period: z.string(),
      from: z.nullable(publishedCell),
      to: z.nullable(publishedCell),
    }),
  ),
})
export type IndicatorRevision = z.infer<typeof indicatorRevision>

export const indicatorDetail = z.extend(catalogueEntry, {
  caveat: z.string(),
  isNot: z.array(z.strictObject({ head: z.string(), text: z.string() })),
  /** Declared facts, and the reasons that `assess` finds in them, the weightiest first; null where nothing is declared. */
  quality: z.nullable(z.strictObject({ facts: qualityFacts, reasons: z.array(z.string()) })),
  /** Slug and name of the organisation that answers for the indicator. */
  custodian: z.nullable(z.strictObject({ slug: z.string(), name: z.string() })),
  /** Name of the denominator and the years it may be carried forward; null where there is no rate. */
  denominatorNote: z.nullable(z.strictObject({ indicator: z.string(), name: z.string(), carryYears: z.number() })),
})
export type IndicatorDetail = z.infer<typeof indicatorDetail>

/** tRPC `indicators.get({ code, locale, asOf? })`. */
export const indicatorAnswer = z.strictObject({
  edition: z.nullable(edition),
  indicator: indicatorDetail,
  /**
   * All the reader may see: the contributing six in their order, then own, then other publishers and breakdowns.
   * `audience` is the widest that sees all that this reader sees of the series.
   */
  series: z.array(publishedSeries),
  /** Keys of the series that stand for their economies; confidential ones among them only to their owner. */
  contributing: z.array(z.string()),
  /** Key `publisher/economy/breakdown` of the series that is "mine": my organisation's, else my economy's. */
  own: z.nullable(z.string()),
  benchmarks: z.strictObject({ count: z.nullable(publishedBenchmark), rate: z.nullable(publishedBenchmark) }),
  events: z.array(indicatorEvent),
  sources: z.array(catalogueSource),
  /** Figures that replaced earlier ones, the newest edition first; first appearances are not revisions. */
  revisions: z.array(indicatorRevision),
})
export type IndicatorAnswer = z.infer<typeof indicatorAnswer>

/** tRPC `editions.list()`: every edition the reader may ask for, the newest first. */
export const editionList = z.strictObject({ editions: z.array(edition), timeZone: z.string() })
export type EditionList = z.infer<typeof editionList>

/** The key by which one series of an indicator is named in answers and addresses. */
export function seriesKey(series: { publisher: string; economy: string; breakdown: string }): string {
  return `${series.publisher}/${series.economy}/${series.breakdown}`
}
