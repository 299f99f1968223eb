import {
  cannotExist,
  type CatalogueEntry,
  change,
  type Change,
  dueYear,
  elsewhere,
  type Freshness,
  freshness,
  holdsFigure,
  newestPlace,
  type NewestFigure,
  position,
  type Sentence,
  sentence,
} from '@observatory/domain/indicators'
import { type Cell, isValue, type PublishedBenchmark, type PublishedSeries } from '@observatory/domain/observations'

/** One figure as a card prints it; `borrowed` is the year of a population carried forward. */
export interface CardFigure {
  cell: Cell
  measure: 'count' | 'rate'
  borrowed: string | null
}

export interface CardFacts {
  period: string | null
  /** The figure in large type, and the one behind or beside it. */
  main: CardFigure | null
  other: CardFigure | null
  change: Change | null
  position: Sentence[]
  freshness: Freshness | null
  /** What the chart draws. Benchmarks are drawn on rates and shares, never on raw counts. */
  measure: 'count' | 'rate'
  benchmark: PublishedBenchmark | null
  dots: { period: string; value: number }[]
  lastDue: string
}

/** Counts under this lead with the count; a rate of two cases has more digits than meaning. */
const countFirst = 100

/** Fewest economies whose median stands for the region in large type. */
const leastForMedian = 4

interface CardInput {
  indicator: CatalogueEntry
  series: PublishedSeries | null
  benchmark: PublishedBenchmark | null
  region: readonly NewestFigure[]
  economy: string | null
  today: string
  /** False for a confidential or demonstration series, which no benchmark counts. */
  contributes?: boolean
}

export function cardFacts(input: CardInput): CardFacts {
  const { indicator, series, region, economy, today } = input
  const measure = series ? (series.rate ? 'rate' : 'count') : (input.benchmark?.measure ?? 'count')
  const drawsBenchmark = measure === 'rate' || indicator.kind !== 'count'
  const benchmark = input.benchmark?.measure === measure && drawsBenchmark ? input.benchmark : null
  const due = dueYear(indicator, today)
  const at = series ? newestPlace(series) : -1
  const common = { measure, benchmark, lastDue: String(due) } as const

  // Without an own series no place is a hole: the marks of a hole are the economy's.
  if (!economy) return { ...common, ...regional(indicator, input.benchmark, region), lastDue: '0000' }

  const period = at < 0 ? null : series!.periods[at]!
  const count: CardFigure | null = at < 0 ? null : { cell: series!.cells[at]!, measure: 'count', borrowed: null }
  const rate = rateAt(series, at)
  const leads = rate && !(isValue(count!.cell) && count!.cell < countFirst) ? rate : count
  const shown = measure === 'rate' ? rate?.cell : count?.cell
  return {
    ...common,
    period,
    main: leads,
    other: leads === rate ? count : rate,
    change: change(series, indicator, economy, due),
    position: positions(input, period, shown),
    freshness: freshness(series, indicator, today),
    dots: dotsOf(region, measure, (figure) => figure.economy !== economy && isLone(series) && figure.period === period),
  }
}

function rateAt(series: PublishedSeries | null, at: number): CardFigure | null {
  const cell = at < 0 ? undefined : series?.rate?.[at]
  if (cell === undefined || !isValue(cell)) return null
  const of = series!.denominatorPeriods?.[at] ?? null
  return { cell, measure: 'rate', borrowed: of !== null && of !== series!.periods[at] ? of : null }
}

function positions(input: CardInput, period: string | null, shown: Cell | undefined): Sentence[] {
  const { indicator, benchmark, region, economy } = input
  if (input.contributes === false) return [sentence('position.ownOnly')]
  const own = region.find((figure) => figure.economy === economy)
  if (period === null) {
    const blocked = own && typeof own.cell === 'object' && 'na' in own.cell && own.cell.na === 'cannot-exist'
    return blocked
      ? [sentence('position.cannotExist', { economy: { area: economy! } })]
      : [elsewhere(region, indicator)]
  }
  const place = position(benchmark, indicator, economy!, period, shown)
  const isOnly = region.length > 0 && !region.some((figure) => figure.economy !== economy && holdsFigure(figure.cell))
  if (place.key === 'position.none' && isOnly) return [sentence('position.only', { economy: { area: economy! } })]
  const never = cannotExist(region)
  return never && place.key !== 'position.differ' ? [place, never] : [place]
}

/** Without an economy of its own a card tells the region: the newest median, and how many have a figure. */
function regional(
  indicator: CatalogueEntry,
  benchmark: PublishedBenchmark | null,
  region: readonly NewestFigure[],
): Omit<CardFacts, 'measure' | 'benchmark' | 'lastDue'> {
  const at =
    benchmark?.median.findLastIndex((cell, place) => isValue(cell) && benchmark.members[place]! >= leastForMedian) ?? -1
  const period = at < 0 ? null : benchmark!.periods[at]!
  const none = { change: null, freshness: null, other: null }
  if (period === null || !indicator.benchmarkable) {
    return {
      ...none,
      period: null,
      main: null,
      position: [elsewhere(region, indicator)],
      dots: dotsOf(region, 'count', () => indicator.kind !== 'yes-no'),
    }
  }
  const never = cannotExist(region)
  const members = sentence('region.members', { members: benchmark!.members[at]!, period: { period } })
  return {
    ...none,
    period,
    main: { cell: benchmark!.median[at]!, measure: benchmark!.measure, borrowed: null },
    position: never ? [members, never] : [members],
    dots: dotsOf(region, benchmark!.measure, () => true),
  }
}

/** A benchmark of one year has no line to stand on: the economies are drawn as dots. */
function isLone(series: PublishedSeries | null): boolean {
  return (series?.cells.filter(isValue).length ?? 0) < 2
}

function dotsOf(
  region: readonly NewestFigure[],
  measure: 'count' | 'rate',
  wanted: (figure: NewestFigure) => boolean,
): { period: string; value: number }[] {
  return region.filter(wanted).flatMap((figure) => {
    const cell = measure === 'rate' ? figure.rate : figure.cell
    return cell !== null && isValue(cell) ? [{ period: figure.period, value: cell }] : []
  })
}
