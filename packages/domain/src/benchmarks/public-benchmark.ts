import { protect } from '../disclosure/protect.ts'
import { economies, region } from '../economies/index.ts'
import { type Cell, isMissing, isValue, type PublishedCell } from '../observations/cell.ts'
import { isUnusable } from '../observations/observation.ts'
import { comparePeriods } from '../observations/period.ts'
import type { Grade, PublishedBenchmark } from '../observations/published.ts'
import { placesOf } from './places.ts'
import { quantile } from './quantile.ts'

/** Fewest members for quartiles, extremes and means; fewer give points and the median only. */
export const fewestForSpread = 5
const fewestForMedian = 2

/** The published row of the series that stands for an economy. */
export type Member = {
  economy: string
  periods: string[]
  cells: Cell[]
  rate: Cell[] | null
  /** Values of the denominator by which `rate` was made, for the weighted mean; null where there was none. */
  denominators: (number | null)[] | null
  status: string[][]
  grade: Grade | null
}

export type BenchmarkToPublish = {
  indicator: {
    code: string
    kind: string
    benchmarkable: boolean
    subnationalOf: string | null
    decimals: number
    rateDecimals: number
    ratePer: number | null
  }
  breakdown: string
  measure: 'count' | 'rate'
  /** At most one for each economy, each as public as the benchmark will be. */
  members: Member[]
}

type Point = { economy: string; value: number; count: number | null; denominator: number | null }

/**
 * The benchmark over public members (docs/disclosure.md §1.1), or undefined where the indicator has none: surveys that
 * asked different questions, sub-national counts, dates.
 *
 * Members meet in equal period texts only; nothing is imputed, a bound has no
 * middle, and a figure marked unusable does not count. An economy for which the
 * figure cannot exist leaves `of` as well.
 */
export function publicBenchmark(benchmark: BenchmarkToPublish): PublishedBenchmark | undefined {
  const { indicator, breakdown, measure, members } = benchmark
  if (!indicator.benchmarkable || indicator.subnationalOf !== null || indicator.kind === 'date') return undefined
  const periods = [...new Set(members.flatMap((member) => member.periods))].sort(comparePeriods)
  const inCategories = indicator.kind === 'ordinal' || indicator.kind === 'yes-no'
  const columns = periods.map((period) => {
    const points = members.flatMap((member) => pointOf(member, period, measure))
    const values = inCategories ? [] : points.map(({ value }) => value).sort((a, b) => a - b)
    const places = inCategories
      ? new Map()
      : placesOf(
          new Map(points.map((p) => [p.economy, p.value])),
          measure === 'rate' ? indicator.rateDecimals : indicator.decimals,
        )
    return {
      points,
      values,
      places,
      of: economies.length - members.filter((member) => cannotExist(member, period)).length,
    }
  })
  const spread = (
    statistic: (column: (typeof columns)[number]) => number | null,
    fewest = fewestForSpread,
  ): PublishedCell[] => columns.map((column) => statisticCell(column.values.length < fewest ? null : statistic(column)))
  return {
    indicator: indicator.code,
    group: region,
    breakdown,
    measure,
    periods,
    members: columns.map(({ points }) => points.length),
    of: columns.map(({ of }) => of),
    min: spread(({ values }) => values[0]!),
    lower: spread(({ values }) => quantile(values, 0.25)),
    median: spread(({ values }) => quantile(values, 0.5), fewestForMedian),
    upper: spread(({ values }) => quantile(values, 0.75)),
    max: spread(({ values }) => values.at(-1)!),
    mean: spread(({ values }) => values.reduce((sum, value) => sum + value, 0) / values.length),
    weightedMean: spread(({ points }) => (measure === 'rate' ? weightedMean(points, indicator.ratePer) : null)),
    categories: inCategories ? columns.map(({ points }) => categoriesOf(points)) : null,
    places: Object.fromEntries(
      members.map(({ economy }) => [economy, columns.map(({ places }) => places.get(economy) ?? null)]),
    ),
    grade: worst(members.map(({ grade }) => grade)),
  }
}

/** What the members hold is public already: the statistic adds nothing that a reader could not compute. */
function statisticCell(value: number | null): PublishedCell {
  return protect({ aggregate: value }, { audience: 'public', smallCounts: 0, publicAtSource: true })
}

function pointOf(member: Member, period: string, measure: 'count' | 'rate'): Point[] {
  const i = member.periods.indexOf(period)
  const cell = (measure === 'rate' ? member.rate : member.cells)?.[i]
  if (cell === undefined || !isValue(cell) || isUnusable(member.status[i]!)) return []
  const count = member.cells[i]!
  return [
    {
      economy: member.economy,
      value: cell,
      count: isValue(count) ? count : null,
      denominator: member.denominators?.[i] ?? null,
    },
  ]
}

function cannotExist(member: Member, period: string): boolean {
  const cell = member.cells[member.periods.indexOf(period)]
  return cell !== undefined && isMissing(cell) && cell.na === 'cannot-exist'
}

/** Σ counts over Σ denominators: the rate of the members taken together. */
function weightedMean(points: Point[], ratePer: number | null): number | null {
  if (ratePer === null || points.some(({ count, denominator }) => count === null || denominator === null)) return null
  const counts = points.reduce((sum, { count }) => sum + count!, 0)
  const denominators = points.reduce((sum, { denominator }) => sum + denominator!, 0)
  return (counts / denominators) * ratePer
}

/** Members in each category, the highest code first. */
function categoriesOf(points: Point[]): [string, number][] {
  const counts = new Map<number, number>()
  for (const { value } of points) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => b - a).map(([code, members]) => [String(code), members])
}

function worst(grades: (Grade | null)[]): Grade | null {
  return (
    grades
      .filter((grade) => grade !== null)
      .sort()
      .at(-1) ?? null
  )
}
