import type { Sentence } from '@observatory/domain/indicators'
import { isValue, type PublishedBenchmark, type PublishedSeries } from '@observatory/domain/observations'
import type { Format } from '@observatory/i18n/format'
import type { Translate } from '@observatory/i18n/translate'
import { figureText } from '../ui/figure-text.ts'

interface Asked {
  series: PublishedSeries | null
  benchmark: PublishedBenchmark | null
  measure: 'count' | 'rate'
  period: string
  indicator: { kind: string }
  decimals: number
  format: Format
  say: (sentence: Sentence) => string
  t: Translate
}

/** What a chart says of one period: the own figure or the word for its absence, and the median where one is published. */
export function chartReadout({
  series,
  benchmark,
  measure,
  period,
  indicator,
  decimals,
  format,
  say,
  t,
}: Asked): string {
  const parts: string[] = []
  if (series) {
    const at = series.periods.indexOf(period)
    const cell = (measure === 'rate' ? series.rate : series.cells)?.[at] ?? ({ na: 'not-collected' } as const)
    parts.push(figureText(cell, indicator, decimals, format, say))
  }
  const median = benchmark?.median[benchmark.periods.indexOf(period)]
  if (median !== undefined && isValue(median)) {
    parts.push(t('overview.card.chartMedian', { value: figureText(median, indicator, decimals, format, say) }))
  }
  if (parts.length === 0) parts.push(say({ key: 'figure.missing', params: {} }))
  return t('overview.card.chartYear', { period: format.period(period), value: parts.join('; ') })
}
