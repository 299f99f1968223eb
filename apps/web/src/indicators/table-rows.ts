import { cellAt } from '@observatory/charts/series'
import { type IndicatorAnswer, seriesKey } from '@observatory/domain/indicators'
import type { Cell, PublishedSeries } from '@observatory/domain/observations'
import type { Words } from './use-words.ts'
import type { IndicatorView } from './view.ts'

export interface TableRow {
  key: string
  name: string
  /** Second line of the head: unit, publisher. */
  detail?: string
  mine: boolean
  demonstration: boolean
  measure: 'count' | 'rate'
  periods: readonly string[]
  cells: readonly Cell[]
  status?: readonly (readonly string[])[]
  denominatorPeriods?: readonly (string | null)[] | null
  /** Set where the row holds words instead of figures; -1 is a period the row does not have. */
  text?: (at: number) => string
}

/** The rows of the table twin: own in both measures, the others and the median in the measure shown, then the population used. */
export function tableRows(answer: IndicatorAnswer, view: IndicatorView, words: Words): TableRow[] {
  const { t, place } = words
  const { indicator } = answer
  const row = (series: PublishedSeries, measure: 'count' | 'rate', mine: boolean): TableRow => ({
    key: `${seriesKey(series)} ${measure}`,
    name: place(indicator, series.economy),
    detail: measure === 'rate' ? words.per(indicator) : words.unit(indicator),
    mine,
    demonstration: series.demonstration,
    measure,
    periods: series.periods,
    cells: series.periods.map((_, at) => cellAt(series, measure, at) ?? { na: 'not-published' }),
    status: series.status,
    denominatorPeriods: measure === 'rate' ? series.denominatorPeriods : null,
  })
  const rows: TableRow[] = []
  if (view.own) {
    const own = view.own
    const name = view.ownIsPrivate
      ? t('indicators.ownSeries', { audience: t(`indicators.audience.${own.audience}`) })
      : place(indicator, own.economy)
    rows.push({ ...row(own, 'count', true), name })
    if (own.rate) rows.push({ ...row(own, 'rate', true), name })
  }
  const rest = view.six.filter(({ series }) => series === null || series !== view.own)
  for (const { economy, series } of rest) {
    rows.push(series ? row(series, view.measure, false) : none(place(indicator, economy), economy, view.measure))
  }
  const benchmark = !view.hasScale ? null : view.measure === 'rate' ? answer.benchmarks.rate : view.benchmark
  if (benchmark) {
    rows.push({
      key: 'median',
      name: t('indicators.medianRow'),
      detail: view.measure === 'rate' ? words.per(indicator) : words.unit(indicator),
      mine: false,
      demonstration: false,
      measure: view.measure,
      periods: benchmark.periods,
      cells: benchmark.median,
    })
    rows.push({
      key: 'members',
      name: t('indicators.membersRow'),
      mine: false,
      demonstration: false,
      measure: view.measure,
      periods: benchmark.periods,
      cells: [],
      text: (at) => (at < 0 ? '' : t('indicators.facts.of', { count: benchmark.members[at]!, all: benchmark.of[at]! })),
    })
  }
  if (view.own?.denominatorPeriods && answer.indicator.denominatorNote) {
    const { periods, denominatorPeriods } = view.own
    rows.push({
      key: 'denominator',
      name: t('indicators.denominatorRow', { name: answer.indicator.denominatorNote.name }),
      mine: false,
      demonstration: false,
      measure: 'count',
      periods,
      cells: [],
      text: (at) => (at < 0 ? '' : (denominatorPeriods[at] ?? t('states.missing'))),
    })
  }
  return rows
}

/** An economy without a series keeps its row: one of the six is never left out. */
function none(name: string, economy: string, measure: 'count' | 'rate'): TableRow {
  return { key: economy, name, mine: false, demonstration: false, measure, periods: [], cells: [] }
}
