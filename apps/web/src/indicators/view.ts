import { spanOf } from '@observatory/charts/series'
import { type Economy, economies as six } from '@observatory/domain/economies'
import { dueYear, type IndicatorAnswer, type SeriesBreak, seriesKey } from '@observatory/domain/indicators'
import type { PublishedBenchmark, PublishedSeries } from '@observatory/domain/observations'
import type { IndicatorSearch } from './search.ts'

/** What the page shows of an answer under the state of its address. */
export interface IndicatorView {
  measure: 'count' | 'rate'
  /** False where no series has a rate: the switch is not offered. */
  hasRate: boolean
  /** False for dates, levels and yes or no, which have no height. */
  hasScale: boolean
  /** The series drawn in blue. */
  own: PublishedSeries | null
  /** The economy that the address asks for in blue, held or not. */
  asked: Economy | null
  /** True when it is the organisation's own and not what the economy contributes. */
  ownIsPrivate: boolean
  /** The contributing series of the six in their order; null where the economy has none. */
  six: { economy: Economy; series: PublishedSeries | null }[]
  /** Those drawn beside the own one. */
  beside: PublishedSeries[]
  /** Drawn on rates and on what is a rate by itself, never on raw counts. */
  benchmark: PublishedBenchmark | null
  breaks: SeriesBreak[]
  span: string[]
  /** Every period that the years can be chosen from. */
  whole: string[]
  lastDue: string
}

const withScale = new Set(['count', 'amount', 'percent', 'ratio', 'score'])

export function viewOf(answer: IndicatorAnswer, search: IndicatorSearch, today: string): IndicatorView {
  const { indicator } = answer
  const standing = new Set(answer.contributing)
  const contributing = (economy: string) =>
    answer.series.find((series) => series.economy === economy && standing.has(seriesKey(series))) ?? null
  // Figures of one part of an economy have nothing to say of the others.
  const asked = indicator.subnationalOf === null ? six : six.filter((economy) => economy === indicator.subnationalOf)
  const list = asked.map((economy) => ({ economy, series: contributing(economy) }))
  const mine = answer.series.find((s) => seriesKey(s) === answer.own) ?? null
  const own = search.economy ? contributing(search.economy) : mine
  const ownIsPrivate = own !== null && !list.some(({ series }) => series === own)
  const hasRate = answer.series.some((series) => series.rate !== null)
  const measure = hasRate ? (search.measure ?? 'rate') : 'count'
  const lastDue = String(dueYear(indicator, today))
  const shown = [...list.flatMap(({ series }) => series ?? []), ...(own ? [own] : [])]
  const held = shown.flatMap((series) => series.periods)
  const annual = held.length > 0 && held.every((period) => /^\d{4}$/.test(period))
  const whole = spanOf(annual ? [...held, ...nextDue(lastDue, held)] : held)
  const first = search.from ?? whole[0] ?? ''
  const last = search.to ?? whole.at(-1) ?? ''
  const inRange = whole.filter((period) => period >= first && period.slice(0, 4) <= last.slice(0, 4))
  const chosen = search.economies
  const besides = list.flatMap(({ series }) => (series && series !== own ? [series] : []))
  return {
    measure,
    hasRate,
    hasScale: withScale.has(indicator.kind),
    own,
    asked: search.economy ?? null,
    ownIsPrivate,
    six: list,
    beside:
      chosen === 'median' || chosen === 'none'
        ? []
        : chosen
          ? besides.filter((s) => chosen.includes(s.economy as Economy))
          : besides,
    benchmark: chosen === 'none' ? null : benchmarkOf(answer, measure),
    breaks: breaksOf(answer, shown),
    span: inRange.length > 0 ? inRange : whole,
    whole,
    lastDue,
  }
}

/** Raw counts have no middle worth a line: the economies' populations differ too much. */
function benchmarkOf({ indicator, benchmarks }: IndicatorAnswer, measure: 'count' | 'rate'): PublishedBenchmark | null {
  if (measure === 'rate') return benchmarks.rate
  return indicator.kind === 'count' || indicator.kind === 'amount' ? null : benchmarks.count
}

/** The declared breaks, and those that a source marked on a figure itself (`B`). */
function breaksOf({ indicator }: IndicatorAnswer, shown: readonly PublishedSeries[]): SeriesBreak[] {
  const declared = indicator.breaks
  const marked = shown.flatMap((series) =>
    series.periods.flatMap((period, at) =>
      (series.status[at] ?? []).includes('B') ? [{ economy: series.economy, period, code: 'marked' }] : [],
    ),
  )
  const isDeclared = (mark: SeriesBreak) =>
    declared.some((b) => b.period === mark.period && (b.economy === null || b.economy === mark.economy))
  const fresh = marked.filter(
    (mark, index) =>
      !isDeclared(mark) && marked.findIndex((m) => m.period === mark.period && m.economy === mark.economy) === index,
  )
  return [...declared, ...fresh]
}

/** The axis runs to the newest year due, and one more where the newest figure is of that year. */
function nextDue(lastDue: string, held: readonly string[]): string[] {
  const newest = held.toSorted().at(-1) ?? lastDue
  return newest >= lastDue ? [newest, String(Number(newest.slice(0, 4)) + 1)] : [lastDue]
}
