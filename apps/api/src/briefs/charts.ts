import { BarPanels, ColumnStrips, SixPanels, type Panel as ChartPanel } from '@observatory/charts/paper'
import { type Point, pointsOf, slotAtOrAfter, spanBetween } from '@observatory/charts/series'
import { cellAt, type PagePlan, perOf, seriesOf } from '@observatory/domain/briefs'
import type { PublishedSeries } from '@observatory/domain/observations'
import { areaName } from '@observatory/i18n/areas'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Gathered } from './gather.ts'
import type { Words } from './words.ts'

/** The chart of an indicator as SVG at print size; null where nothing can be drawn. */
export function chartOf(subject: Gathered, plan: PagePlan, words: Words, isLow: boolean): string | null {
  if (plan.chart === 'none' || plan.from === null || plan.to === null) return null
  const span = spanBetween(plan.from, plan.to)
  if (plan.chart === 'bars') return bars(subject, plan.to, words)
  return plan.chart === 'panels' ? panels(subject, plan, span, words, isLow) : strips(subject, span, words, isLow)
}

function panels(subject: Gathered, plan: PagePlan, span: readonly string[], words: Words, isLow: boolean): string {
  const { indicator } = subject
  const isRate = plan.measure === 'rate'
  const decimals = isRate ? indicator.rateDecimals : indicator.decimals
  const format = (value: number) => words.format.number(value, { decimals })
  return drawn(
    createElement(SixPanels, {
      span,
      slotLabels: slotLabels(span, 8),
      breakLabel: words.t('briefs.label.break'),
      format,
      formatTick: (value) => words.format.number(value, { decimals: Number.isInteger(value) ? 0 : 1 }),
      ...(isLow ? { height: 46 } : {}),
      whole: !isRate && indicator.decimals === 0,
      panels: words
        .sorted(subject.economies)
        .map((economy): ChartPanel => panelOf(subject, economy, plan.measure, span, words)),
    }),
  )
}

/** The panel of an organisation's own economy draws its own figures where they are not those that stand for the economy. */
function panelOf(
  subject: Gathered,
  economy: string,
  measure: 'count' | 'rate',
  span: readonly string[],
  words: Words,
): ChartPanel {
  const standing = seriesOf(subject, economy)
  const own = apartOf(subject)
  const series = own?.economy === economy ? own : (standing ?? null)
  const points = pointsOf(series, measure, span)
  const name = areaName(economy, words.locale)
  return {
    name: series === own && own ? words.t('briefs.page.ownPanel', { economy: name }) : name,
    points,
    breaks: subject.indicator.breaks
      .filter((cut) => cut.economy === null || cut.economy === economy)
      .map(({ period }) => period),
    empty: points.some(({ value, bound }) => value !== null || bound !== null)
      ? null
      : emptyText(subject, economy, span, words),
  }
}

/** The own series, where it is not (or not whole) what everybody sees for its economy. */
export function apartOf(subject: Gathered): PublishedSeries | null {
  const { own } = subject
  if (!own) return null
  const standing = seriesOf(subject, own.economy)
  return standing?.publisher === own.publisher && subject.unpublished.size === 0 ? null : own
}

function strips(subject: Gathered, span: readonly string[], words: Words, isLow: boolean): string {
  const format = (value: number) => words.format.number(value, { decimals: subject.indicator.decimals })
  return drawn(
    createElement(ColumnStrips, {
      slotLabels: [...span],
      ...(isLow ? { row: 27 } : {}),
      format,
      breakSlots: subject.indicator.breaks
        .filter(({ economy }) => economy === null)
        .map(({ period }) => slotAtOrAfter(span, period))
        .filter((slot) => slot > 0 && slot < span.length),
      strips: words.sorted(subject.economies).map((economy) => {
        const series = seriesOf(subject, economy)
        const points = wholePoints(series, span)
        const holds = points.some(
          ({ value, bound, state }) => value !== null || bound !== null || state === 'suppressed',
        )
        return {
          name: areaName(economy, words.locale),
          points,
          band: holds ? null : emptyText(subject, economy, span, words),
        }
      }),
    }),
  )
}

/** A strip draws every hole of the span, also those before the first figure: here the record is the finding. */
function wholePoints(series: PublishedSeries | undefined, span: readonly string[]): Point[] {
  const points = pointsOf(series ?? null, 'count', span)
  return span.map(
    (period, slot) =>
      points.find((point) => point.slot === slot) ?? {
        slot,
        period,
        state: 'missing',
        value: null,
        bound: null,
        borrowed: null,
      },
  )
}

function emptyText(subject: Gathered, economy: string, span: readonly string[], words: Words): string {
  const cannotExist = span.some((period) => {
    const cell = cellAt(seriesOf(subject, economy), period)
    return typeof cell === 'object' && 'na' in cell && cell.na === 'cannot-exist'
  })
  return words.t(cannotExist ? 'briefs.page.impossible' : 'briefs.page.nothing')
}

function bars(subject: Gathered, period: string, words: Words): string {
  const { indicator } = subject
  const order = words.sorted(subject.economies)
  const point = (economy: string, measure: 'count' | 'rate') =>
    pointsOf(seriesOf(subject, economy) ?? null, measure, [period])[0] ?? null
  const hasRate = subject.series.some(
    (series) => series.denominatorPeriods?.[series.periods.indexOf(period)] === period,
  )
  const panel = (measure: 'count' | 'rate', title: string, decimals: number) => ({
    title,
    subtitle: period,
    points: order.map((economy) => point(economy, measure)),
    format: (value: number) => words.format.number(value, { decimals }),
  })
  return drawn(
    createElement(BarPanels, {
      names: order.map((economy) => areaName(economy, words.locale)),
      panels: [
        panel('count', indicator.shortName, indicator.decimals),
        ...(hasRate ? [panel('rate', words.phrase(perOf(subject)), indicator.rateDecimals)] : []),
      ],
      words: {
        cannotExist: words.t('briefs.state.impossible'),
        none: words.t('briefs.state.missing'),
        suppressed: words.t('briefs.state.suppressed'),
        elsewhere: words.t('briefs.state.elsewhere'),
      },
    }),
  )
}

/** First and last in full, the others short, and none where they would touch. */
function slotLabels(span: readonly string[], most: number): string[] {
  const step = Math.ceil((span.length - 1) / (most - 1))
  return span.map((period, slot) => {
    if (slot === 0 || slot === span.length - 1) return period
    if (slot % step !== 0 || (step > 1 && span.length - 1 - slot < step)) return ''
    return /^\d{4}$/.test(period) ? `’${period.slice(2)}` : ''
  })
}

export function drawn(element: Parameters<typeof renderToStaticMarkup>[0]): string {
  return renderToStaticMarkup(element)
}
