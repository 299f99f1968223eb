import { type Cell, isSuppressed, isValue } from '../observations/cell.ts'
import type { PublishedBenchmark } from '../observations/published.ts'
import type { NewestFigure } from './answers.ts'
import { type Counted, holdsFigure } from './figures.ts'
import { type Sentence, sentence, type Term } from './sentence.ts'

/** Fewest economies with a figure among which a position is stated. */
const leastForPosition = 4

/**
 * Where an economy stands among those with a figure for the same period, as the
 * benchmark published it. It never says good or bad: a high count of reports can be
 * more abuse or better detection. `cell` is the economy's own place in that period.
 */
export function position(
  benchmark: PublishedBenchmark | null,
  indicator: Counted,
  economy: string,
  period: string,
  cell: Cell | undefined,
): Sentence {
  if (cell !== undefined && typeof cell === 'object' && 'na' in cell && cell.na === 'cannot-exist') {
    return sentence('position.cannotExist', { economy: { area: economy } })
  }
  if (!indicator.benchmarkable) return sentence('position.differ')
  const at = benchmark?.periods.indexOf(period) ?? -1
  if (!benchmark || at < 0) return sentence('position.none')

  if (indicator.kind === 'ordinal' || indicator.kind === 'yes-no') return category(benchmark, indicator, at, cell)
  const median = benchmark.median[at]
  if (median !== undefined && isSuppressed(median)) return sentence('position.protected')

  const members = benchmark.members[at] ?? 0
  const place = benchmark.places[economy]?.[at]
  if (members === 0) return sentence('position.none')
  if (members === 1) {
    return place ? sentence('position.only', { economy: { area: economy } }) : sentence('position.oneOther')
  }
  if (members < leastForPosition) return sentence('position.few', { members })
  if (!place) return sentence('position.notAmong', { members })

  const decimals = benchmark.measure === 'rate' ? indicator.rateDecimals : indicator.decimals
  const params: Record<string, Term> = { place: place.high, members: place.of }
  const isLowest = place.high + sharing(benchmark, at, place.high) - 1 === place.of
  const end = place.high === 1 ? 'highest' : isLowest ? 'lowest' : 'nth'
  const key = `position.${place.joint ? 'joint.' : ''}${end}`
  if (median === undefined || !isValue(median)) return sentence(`${key}.alone`, params)
  const middle = { ...params, median: { number: median, decimals } }
  return benchmark.measure === 'rate' && indicator.ratePer
    ? sentence(`${key}.rate`, { ...middle, per: { number: indicator.ratePer, decimals: 0 } })
    : sentence(`${key}.median`, middle)
}

/** How many economies share a place in a period: those tied at the bottom are all lowest. */
function sharing(benchmark: PublishedBenchmark, at: number, high: number): number {
  return Object.values(benchmark.places).filter((places) => places[at]?.high === high).length
}

/** Ordinal and yes-no kinds have no order of merit: how many of those with a figure have the same. */
function category(benchmark: PublishedBenchmark, indicator: Counted, at: number, cell: Cell | undefined): Sentence {
  const counts = benchmark.categories?.[at] ?? []
  const members = benchmark.members[at] ?? 0
  if (members < 2) return sentence('position.none')
  if (indicator.kind === 'yes-no') {
    const yes = counts.find(([name]) => Number(name) === 1)?.[1] ?? 0
    return sentence('position.yes', { yes, members })
  }
  const same = cell !== undefined && isValue(cell) ? (counts.find(([name]) => Number(name) === cell)?.[1] ?? 0) : 0
  return same > 1 ? sentence('position.same', { others: same - 1, members }) : sentence('position.unlike', { members })
}

/** The economies of which a figure cannot exist, said beside any position among fewer than six; null where there is none. */
export function cannotExist(region: readonly Pick<NewestFigure, 'economy' | 'cell'>[]): Sentence | null {
  const areas = region
    .filter(({ cell }) => typeof cell === 'object' && 'na' in cell && cell.na === 'cannot-exist')
    .map(({ economy }) => economy)
  return areas.length > 0 ? sentence('position.cannotExistFor', { areas: { areas } }) : null
}

/** Who in the region has a figure, for a card that has none of its own. */
export function elsewhere(region: readonly NewestFigure[], indicator: Pick<Counted, 'decimals' | 'kind'>): Sentence {
  const holders = region.filter(({ cell }) => holdsFigure(cell))
  const [first] = holders
  if (!first) return sentence('elsewhere.none')
  const areas = { areas: holders.map(({ economy }) => economy) }
  if (holders.length > 1) return sentence('elsewhere.some', { count: holders.length, areas })
  const period = { period: first.period }
  const economy = { area: first.economy }
  return isValue(first.cell) && indicator.kind !== 'yes-no' && indicator.kind !== 'ordinal'
    ? sentence(indicator.kind === 'percent' ? 'elsewhere.onePercent' : 'elsewhere.one', {
        economy,
        period,
        value: { number: first.cell, decimals: indicator.decimals },
      })
    : sentence('elsewhere.oneUnsaid', { economy, period })
}
