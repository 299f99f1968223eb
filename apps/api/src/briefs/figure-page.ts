import { concat, type FigurePage, plain, type Text } from '@observatory/documents/document'
import {
  cellAt,
  commonBreaks,
  type PagePlan,
  pageFinding,
  perOf,
  planPage,
  seriesOf,
  sourcesOf,
} from '@observatory/domain/briefs'
import { spoken, tableCell, writerOf } from './cells.ts'
import { chartOf } from './charts.ts'
import { statusAt, tableOf } from './figure-table.ts'
import type { Gathered, Material } from './gather.ts'
import { shortName, type SourceBook } from './source-book.ts'
import { trustPanel } from './trust-panel.ts'
import { marked, type Words } from './words.ts'

/** How much is left out of a page so that it stays one page: nothing, words of the panels, or height of the chart as well. */
export type Tightness = 0 | 1 | 2

/** The page of one indicator: what was found, the chart, the figures, and how far they go. */
export function figurePage(
  subject: Gathered,
  number: number,
  material: Material,
  book: SourceBook,
  words: Words,
  tightness: Tightness,
): FigurePage {
  const { detail } = subject
  const plan = planPage(subject)
  const { t } = words
  const used = [...sourcesOf(subject, plan.periods), ...(plan.ratePeriods.length > 0 ? subject.denominatorSources : [])]
  const svg = chartOf(subject, plan, words, tightness === 2)
  const table = tableOf(subject, plan, material, book, words)
  return {
    kind: 'figure',
    eyebrow: marked(t('briefs.page.eyebrow', { number, name: detail.name })),
    title: marked(words.phrase(pageFinding(subject))),
    standfirst: marked(standfirst(detail.description)),
    figure:
      svg === null
        ? null
        : {
            title: marked(figureTitle(subject, plan, words)),
            subtitle: figureSubtitle(subject, plan, words),
            picture: { svg, alt: chartAlt(subject, plan, words) },
            key: [],
            source: concat(book.line(used, words), plan.measure === 'rate' ? ` ${t('briefs.page.rateLine')}` : ''),
          },
    table,
    panels: [
      { kind: 'points', title: t('briefs.page.notText'), points: notPoints(subject, [4, 3, 2][tightness]!) },
      trustPanel(subject, words),
      {
        kind: 'paragraphs',
        title: t('briefs.page.sources'),
        paragraphs: sourceParagraphs(subject, used, book, words, tightness, plan.ratePeriods.length > 0),
      },
    ],
  }
}

/** At most three lines: whole sentences, never a cut one. */
function standfirst(description: string): string {
  let text = ''
  for (const sentence of description.split(/(?<=[.!?])\s+/)) {
    if (text !== '' && text.length + sentence.length > 290) break
    text += `${text === '' ? '' : ' '}${sentence}`
  }
  return text
}

function figureTitle(subject: Gathered, plan: PagePlan, words: Words): string {
  const params = {
    name: subject.indicator.shortName,
    from: words.format.period(plan.from ?? ''),
    to: words.format.period(plan.to ?? ''),
  }
  if (plan.from === plan.to) return words.t('briefs.page.figure.one', params)
  if (plan.measure === 'rate')
    return words.t('briefs.page.figure.rate', { ...params, per: words.phrase(perOf(subject)) })
  return words.t('briefs.page.figure.count', params)
}

function figureSubtitle(subject: Gathered, plan: PagePlan, words: Words): Text {
  const { t } = words
  if (plan.chart === 'bars') return t('briefs.page.barsSubtitle')
  const cut = commonBreaks(subject).findLast((period) => period > (plan.from ?? '') && period <= (plan.to ?? ''))
  const note: Text =
    cut === undefined ? [] : [{ note: t('briefs.page.breakNote', { period: words.format.period(cut) }) }]
  if (plan.chart === 'strips') return concat(t('briefs.page.stripsSubtitle'), note)
  const parts: Text[] = [t('briefs.page.panelsSubtitle')]
  const borrowed = plan.measure === 'rate' ? borrowedPeriod(subject, plan) : null
  if (borrowed !== null)
    parts.push(
      ' ',
      t('briefs.page.panelsBorrowed'),
      [{ note: t('briefs.page.borrowedNote', { period: words.format.period(borrowed) }) }],
      '.',
    )
  if (cut !== undefined) parts.push(' ', t('briefs.page.panelsBreak'), note, '.')
  return concat(...parts)
}

/** The period whose denominator later rates of the chart borrow. */
function borrowedPeriod(subject: Gathered, plan: PagePlan): string | null {
  for (const series of subject.series) {
    const at = series.periods.findIndex(
      (period, index) =>
        period <= (plan.to ?? '') &&
        typeof series.rate?.[index] === 'number' &&
        series.denominatorPeriods?.[index] !== period,
    )
    const denominator = series.denominatorPeriods?.[at]
    if (denominator) return denominator
  }
  return null
}

function chartAlt(subject: Gathered, plan: PagePlan, words: Words): string {
  const write = writerOf(
    words,
    subject.indicator.kind,
    plan.measure === 'rate' ? subject.indicator.rateDecimals : subject.indicator.decimals,
  )
  const periods = subject.series
    .flatMap((series) => series.periods)
    .filter((period) => period >= (plan.from ?? '') && period <= (plan.to ?? ''))
  const span = [...new Set(periods)].toSorted()
  const rows = words.sorted(subject.economies).map((economy) => {
    const cells = span.map((period) => {
      const series = seriesOf(subject, economy)
      const cell = tableCell(cellAt(series, period, plan.measure), statusAt(series, period), write, words)
      return words.t('briefs.page.cellAlt', { value: spoken(cell, words), period: words.format.period(period) })
    })
    return words.t('briefs.page.rowAlt', { name: plain(words.area(economy)), cells: cells.join(', ') })
  })
  const breaks = commonBreaks(subject)
    .filter((period) => span.includes(period))
    .map((period) => words.t('briefs.page.breakAlt', { period: words.format.period(period) }))
  return words.t('briefs.page.chartAlt', {
    name: figureTitle(subject, plan, words),
    rows: [...rows, ...breaks].join(' '),
  })
}

/** The most tempting errors first, as many as the panel holds. */
function notPoints({ detail }: Gathered, most: number): Text[] {
  const points: Text[] = []
  let length = 0
  for (const { head, text } of detail.isNot) {
    length += head.length + text.length
    if (points.length >= most || (points.length > 0 && length > 430)) break
    points.push(concat([{ strong: head }], text === '' ? '' : ' ', marked(text)))
  }
  return points
}

/** Publishers as far as there is room; the rest stand in the list of sources alone. */
function sourceParagraphs(
  subject: Gathered,
  used: readonly string[],
  book: SourceBook,
  words: Words,
  tightness: Tightness,
  hasRates: boolean,
): Text[] {
  const mostPublishers = [5, 3, 2][tightness]!
  const found = book.byPublisher([...new Set(used)])
  const groups = found.map(({ publisher, marks, sources }): Text => {
    // The method page has every title; here there is room for one or two.
    const titles = sources.length === 1 && found.length <= 2 && tightness === 0 ? `, ${sources[0]!.title}` : ''
    const years = sources.map(({ year }) => year).filter((year) => year !== null)
    const range =
      years.length === 0
        ? ''
        : Math.min(...years) === Math.max(...years)
          ? `, ${years[0]}`
          : `, ${Math.min(...years)}–${Math.max(...years)}`
    return [{ source: marks.join(', ') }, ` ${shortName(publisher)}${titles}${range}.`]
  })
  if (groups.length > mostPublishers) {
    const rest = found.slice(mostPublishers - 1).flatMap(({ sources }) => sources.map(({ id }) => id))
    groups.splice(mostPublishers - 1, groups.length, [
      { source: book.marks(rest).join(', ') },
      ` ${words.t('briefs.page.moreSources')}`,
    ])
  }
  const isSecondary = subject.series.some(({ confidence }) => confidence.includes('secondary'))
  if (isSecondary) groups.push(words.t('briefs.page.secondaryText'))
  if (subject.detail.denominatorNote && hasRates)
    groups.push(words.t('briefs.page.denominator', { name: subject.detail.denominatorNote.name }))
  return groups.length > 0 ? groups : [words.t('briefs.page.noSource')]
}
