import { describeLine } from '@observatory/charts/description'
import { bandOf, cellAt, pointsOf } from '@observatory/charts/series'
import type { FigureData, FigureSeries } from '@observatory/charts/indicator-figure'
import { type IndicatorAnswer, type IndicatorEvent, type Sentence, seriesKey } from '@observatory/domain/indicators'
import type { PublishedSeries } from '@observatory/domain/observations'
import type { Reading } from '../charts/IndicatorChart.tsx'
import type { IndicatorView } from './view.ts'
import type { Words } from './use-words.ts'

export interface NumberedEvent {
  number: number
  event: IndicatorEvent
}

/** The events that fall into the years shown, numbered by date. */
export function numberedEvents(answer: IndicatorAnswer, view: IndicatorView): NumberedEvent[] {
  const [first, last] = [view.span[0], view.span.at(-1)]
  if (first === undefined || last === undefined) return []
  return answer.events
    .filter(({ date }) => date.slice(0, 4) >= first.slice(0, 4) && date.slice(0, 4) <= last.slice(0, 4))
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((event, index) => ({ number: index + 1, event }))
}

/** The answer in the terms of the chart. */
export function figureDataOf(
  answer: IndicatorAnswer,
  view: IndicatorView,
  shownEvents: readonly NumberedEvent[],
  words: Words,
): FigureData {
  const { indicator } = answer
  const { t, format, known, place } = words
  const isRate = view.measure === 'rate'
  const series = (s: PublishedSeries): FigureSeries => ({
    key: seriesKey(s),
    economy: s.economy,
    name: place(indicator, s.economy),
    short: place(indicator, s.economy, 'code'),
    cells: s,
  })
  const decimals = isRate ? indicator.rateDecimals : indicator.decimals
  return {
    title: t('charts.title', { name: indicator.name, measure: isRate ? words.per(indicator) : words.unit(indicator) }),
    span: view.span,
    measure: view.measure,
    own: view.own ? series(view.own) : null,
    others: view.beside.map(series),
    benchmark: view.benchmark,
    breaks: view.breaks.map((b) => {
      const reason = known(`indicators.breaks.${b.code}`)
      return {
        period: b.period,
        economy: b.economy,
        text: [t('charts.break.from', { period: format.period(b.period) }), ...(reason ? [reason] : [])],
        short: [t('charts.break.short', { period: format.period(b.period) }), t('charts.break.rules')],
      }
    }),
    events: shownEvents.map(({ number, event }) => ({ id: event.id, number, date: event.date })),
    lastDue: view.lastDue,
    unit: capital(
      isRate
        ? t('charts.unitPer', { unit: words.unitAlone(indicator), per: words.per(indicator) })
        : words.unitAlone(indicator),
    ),
    suffix: !isRate && indicator.kind === 'percent' ? '%' : '',
    decimals,
    whole: !isRate && indicator.kind === 'count',
    ...(!isRate && indicator.kind === 'percent' ? { ceiling: 100 } : {}),
    words: {
      median: t('charts.median'),
      due: t('charts.due'),
      ended: (label, period) => t('charts.ended', { label, period }),
      range: (members, low, high) => t('charts.range', { members, low, high }),
    },
    number: (value, options) => format.number(value, options),
    period: (period) => format.period(period),
  }
}

/** What the pointer brings up for one period: the own figure, the others, the median. */
export function readingOf(answer: IndicatorAnswer, view: IndicatorView, slot: number, words: Words): Reading {
  const { indicator } = answer
  const period = view.span[slot]!
  const shown = view.own ? [view.own, ...view.beside] : view.beside
  const borrowed = new Set<string>()
  const rows: Reading['rows'] = shown.map((series) => {
    const at = series.periods.indexOf(period)
    const cell = at < 0 ? undefined : cellAt(series, view.measure, at)
    const of = view.measure === 'rate' ? series.denominatorPeriods?.[at] : null
    const isBorrowed = of !== null && of !== undefined && of !== period && typeof cell === 'number'
    if (isBorrowed) borrowed.add(of)
    const isUnusable = (series.status[at] ?? []).includes('U')
    const text = cell === undefined ? absent(period, view, words) : words.figure(cell, indicator, view.measure)
    return {
      key: seriesKey(series),
      name: words.place(indicator, series.economy),
      text: isUnusable ? words.t('charts.unusable', { text }) : `${text}${isBorrowed ? '†' : ''}`,
      mine: series === view.own,
    }
  })
  const at = view.benchmark?.periods.indexOf(period) ?? -1
  const median = view.benchmark?.median[at]
  if (typeof median === 'number') {
    const members = view.benchmark!.members[at]!
    rows.push({
      key: 'median',
      name: words.t('charts.medianOf', { members }),
      text: words.figure(median, indicator, view.measure),
      mine: false,
    })
  }
  const note = [...borrowed].toSorted()[0]
  return {
    title: words.format.period(period),
    rows,
    ...(note ? { note: words.t('charts.borrowed', { period: note }) } : {}),
  }
}

/** The chart in sentences: the own line, or the median where nothing is drawn in blue. */
export function textAlternative(
  { indicator }: IndicatorAnswer,
  { own, span, measure, lastDue, breaks, benchmark }: IndicatorView,
): Sentence[] {
  return describeLine({
    economy: own?.economy ?? '',
    points: own ? pointsOf(own, measure, span, lastDue) : [],
    span,
    breaks: breaks.filter((b) => b.economy === null || b.economy === own?.economy).map((b) => b.period),
    band: bandOf(benchmark, span),
    decimals: measure === 'rate' ? indicator.rateDecimals : indicator.decimals,
  })
}

/** A period without a place is a hole, or not yet expected. */
export function absent(period: string, view: Pick<IndicatorView, 'lastDue'>, words: Words): string {
  return period > view.lastDue ? words.t('states.due') : words.t('states.missing')
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
