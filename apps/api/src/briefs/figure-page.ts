import { concat, type FigurePage, plain, type Table, type TableCell, type TableRow, type Text } from '@observatory/documents/document'
import { cellAt, commonBreaks, type PagePlan, pageFinding, perOf, planPage, seriesOf, sourcesOf, totalledPeriods } from '@observatory/domain/briefs'
import type { PublishedSeries } from '@observatory/domain/observations'
import { keyOf, spoken, tableCell, writerOf } from './cells.ts'
import { apartOf, chartOf } from './charts.ts'
import type { Gathered, Material } from './gather.ts'
import { shortName, type SourceBook } from './source-book.ts'
import { trustPanel } from './trust-panel.ts'
import { marked, type Words } from './words.ts'

/** How much is left out of a page so that it stays one page: nothing, words of the panels, or height of the chart as well. */
export type Tightness = 0 | 1 | 2

/** The page of one indicator: what was found, the chart, the figures, and how far they go. */
export function figurePage(subject: Gathered, number: number, material: Material, book: SourceBook, words: Words, tightness: Tightness): FigurePage {
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
      { kind: 'paragraphs', title: t('briefs.page.sources'), paragraphs: sourceParagraphs(subject, used, book, words, tightness, plan.ratePeriods.length > 0) },
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
  const params = { name: subject.indicator.shortName, from: words.format.period(plan.from ?? ''), to: words.format.period(plan.to ?? '') }
  if (plan.from === plan.to) return words.t('briefs.page.figure.one', params)
  if (plan.measure === 'rate') return words.t('briefs.page.figure.rate', { ...params, per: words.phrase(perOf(subject)) })
  return words.t('briefs.page.figure.count', params)
}

function figureSubtitle(subject: Gathered, plan: PagePlan, words: Words): Text {
  const { t } = words
  if (plan.chart === 'bars') return t('briefs.page.barsSubtitle')
  const cut = commonBreaks(subject).findLast((period) => period > (plan.from ?? '') && period <= (plan.to ?? ''))
  const note: Text = cut === undefined ? [] : [{ note: t('briefs.page.breakNote', { period: words.format.period(cut) }) }]
  if (plan.chart === 'strips') return concat(t('briefs.page.stripsSubtitle'), note)
  const parts: Text[] = [t('briefs.page.panelsSubtitle')]
  const borrowed = plan.measure === 'rate' ? borrowedPeriod(subject, plan) : null
  if (borrowed !== null) parts.push(' ', t('briefs.page.panelsBorrowed'), [{ note: t('briefs.page.borrowedNote', { period: words.format.period(borrowed) }) }], '.')
  if (cut !== undefined) parts.push(' ', t('briefs.page.panelsBreak'), note, '.')
  return concat(...parts)
}

/** The period whose denominator later rates of the chart borrow. */
function borrowedPeriod(subject: Gathered, plan: PagePlan): string | null {
  for (const series of subject.series) {
    const at = series.periods.findIndex((period, index) => period <= (plan.to ?? '') && typeof series.rate?.[index] === 'number' && series.denominatorPeriods?.[index] !== period)
    const denominator = series.denominatorPeriods?.[at]
    if (denominator) return denominator
  }
  return null
}

function chartAlt(subject: Gathered, plan: PagePlan, words: Words): string {
  const write = writerOf(words, subject.indicator.kind, plan.measure === 'rate' ? subject.indicator.rateDecimals : subject.indicator.decimals)
  const periods = subject.series.flatMap((series) => series.periods).filter((period) => period >= (plan.from ?? '') && period <= (plan.to ?? ''))
  const span = [...new Set(periods)].toSorted()
  const rows = words.sorted(subject.economies).map((economy) => {
    const cells = span.map((period) => {
      const series = seriesOf(subject, economy)
      const cell = tableCell(cellAt(series, period, plan.measure), statusAt(series, period), write, words)
      return words.t('briefs.page.cellAlt', { value: spoken(cell, words), period: words.format.period(period) })
    })
    return words.t('briefs.page.rowAlt', { name: plain(words.area(economy)), cells: cells.join(', ') })
  })
  const breaks = commonBreaks(subject).filter((period) => span.includes(period)).map((period) => words.t('briefs.page.breakAlt', { period: words.format.period(period) }))
  return words.t('briefs.page.chartAlt', { name: figureTitle(subject, plan, words), rows: [...rows, ...breaks].join(' ') })
}

function statusAt(series: PublishedSeries | undefined, period: string): readonly string[] {
  return series?.status[series.periods.indexOf(period)] ?? []
}

function tableOf(subject: Gathered, plan: PagePlan, material: Material, book: SourceBook, words: Words): Table | null {
  const { indicator } = subject
  if (plan.periods.length === 0) return null
  const used = [...sourcesOf(subject, plan.periods), ...(plan.ratePeriods.length > 0 ? subject.denominatorSources : [])]
  const chartless = plan.chart === 'none'
  const { t, format } = words
  const cuts = commonBreaks(subject)
  const write = writerOf(words, indicator.kind, indicator.decimals)
  const writeRate = writerOf(words, indicator.kind, indicator.rateDecimals)
  const rowOf = (label: Text, series: PublishedSeries | undefined, flagged: ReadonlySet<string>): TableRow => ({
    label,
    cells: [
      ...plan.periods.map((period) => {
        const own = flagged.has(period) ? t('briefs.label.ownFlag') : undefined
        const isOddBreak = statusAt(series, period).includes('B') && !cuts.includes(period)
        return tableCell(cellAt(series, period), statusAt(series, period), write, words, own ?? (isOddBreak ? t('briefs.label.breakFlag') : undefined))
      }),
      ...plan.ratePeriods.map((period) => tableCell(ownRate(series, period), statusAt(series, period), writeRate, words)),
    ],
  })
  const rows = words.sorted(subject.economies).map((economy) => rowOf(words.area(economy), seriesOf(subject, economy), new Set()))
  const apart = apartOf(subject)
  if (apart) rows.push({ ...rowOf(marked(material.organisation.name), apart, subject.unpublished), apart: true })
  const summary = summaryRow(subject, plan, words)
  const cells = rows.flatMap((row) => row.cells)
  const has = (state: 'struck' | 'flag', flag?: string) => cells.some((cell) => cell.state === 'value' && (state === 'struck' ? cell.struck : cell.flag === flag))
  const lines = [
    cuts.some((cut) => plan.periods.includes(cut)) || has('flag', t('briefs.label.breakFlag')) ? t('briefs.page.breakLine') : '',
    has('struck') ? t('briefs.page.unusableLine') : '',
    has('flag', t('briefs.label.estimatedFlag')) ? t('briefs.page.estimatedLine') : '',
    has('flag', t('briefs.label.ownFlag')) ? t('briefs.page.ownLine') : '',
    summary === null && indicator.kind === 'count' ? t(subject.isRounded ? 'briefs.page.noTotalRounded' : 'briefs.page.noTotalLine') : summary !== null && indicator.kind === 'count' ? t('briefs.page.totalLine') : '',
  ].filter((line) => line !== '')
  const column = (period: string) => ({
    label: cuts.includes(period) ? `${period} ${t('briefs.label.breakFlag')}` : format.period(period),
    care: cuts.includes(period),
    width: widest(rows, plan, period),
  })
  const subtitle = [t(indicator.direction === 'neutral' ? 'briefs.page.tableNeutral' : 'briefs.page.tableSubtitle'), plan.left > 0 ? t('briefs.page.tableLeft', { count: plan.left }) : ''].filter((text) => text !== '')
  return {
    title: marked(indicator.shortName),
    subtitle: subtitle.join('; '),
    corner: t('briefs.label.economy'),
    groups:
      plan.ratePeriods.length === 0
        ? []
        : [{ label: t('briefs.page.countGroup'), span: plan.periods.length }, { label: capital(words.phrase(perOf(subject))), span: plan.ratePeriods.length }],
    columns: [...plan.periods.map(column), ...plan.ratePeriods.map((period) => ({ label: format.period(period), width: 0.8 }))],
    rows: summary ? [...rows, summary] : rows,
    key: keyOf([...cells, ...(summary?.cells.filter((cell) => cell.state !== 'not-published') ?? [])], words).concat(
      summary?.cells.some((cell) => cell.state === 'not-published') ? [{ state: 'not-published', sample: '–', text: t('briefs.page.noTotal') }] : [],
    ),
    source: concat(lines.length > 0 ? `${lines.join(' ')} ` : '', (chartless ? book.line(used, words) : book.short(used, words))),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function widest(rows: readonly TableRow[], plan: PagePlan, period: string): number {
  const at = plan.periods.indexOf(period)
  return Math.max(1, ...rows.map(({ cells }) => (cells[at] && 'text' in cells[at] && typeof cells[at].text === 'string' ? cells[at].text.length : 0) / 7))
}

/** A rate is tabled only over the denominator of its own period. */
function ownRate(series: PublishedSeries | undefined, period: string) {
  const count = cellAt(series, period)
  if (typeof count !== 'number') return count
  const isOwn = series?.denominatorPeriods?.[series.periods.indexOf(period)] === period
  return isOwn ? cellAt(series, period, 'rate') : ({ na: 'not-collected' } as const)
}

/** Counts end in the total of the six where all parts exist; other figures have no total. */
function summaryRow(subject: Gathered, plan: PagePlan, words: Words): TableRow | null {
  const totals = totalledPeriods(subject, plan.periods)
  if (totals.size === 0) return null
  const { rate } = subject.benchmarks
  return {
    label: words.t('briefs.page.total'),
    total: true,
    cells: [
      ...plan.periods.map((period): TableCell => {
        const total = totals.get(period)
        return total === undefined ? { state: 'not-published' } : { state: 'value', text: words.format.number(total, { decimals: subject.indicator.decimals }) }
      }),
      ...plan.ratePeriods.map((period): TableCell => {
        const at = rate?.periods.indexOf(period) ?? -1
        const mean = rate?.members[at] === 6 ? rate.weightedMean[at] : undefined
        return typeof mean === 'number' ? { state: 'value', text: words.format.number(mean, { decimals: subject.indicator.rateDecimals }) } : { state: 'not-published' }
      }),
    ],
  }
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
function sourceParagraphs(subject: Gathered, used: readonly string[], book: SourceBook, words: Words, tightness: Tightness, hasRates: boolean): Text[] {
  const mostPublishers = [5, 3, 2][tightness]!
  const found = book.byPublisher([...new Set(used)])
  const groups = found.map(({ publisher, marks, sources }): Text => {
    // The method page has every title; here there is room for one or two.
    const titles = sources.length === 1 && found.length <= 2 && tightness === 0 ? `, ${sources[0]!.title}` : ''
    const years = sources.map(({ year }) => year).filter((year) => year !== null)
    const range = years.length === 0 ? '' : Math.min(...years) === Math.max(...years) ? `, ${years[0]}` : `, ${Math.min(...years)}–${Math.max(...years)}`
    return [{ source: marks.join(', ') }, ` ${shortName(publisher)}${titles}${range}.`]
  })
  if (groups.length > mostPublishers) {
    const rest = found.slice(mostPublishers - 1).flatMap(({ sources }) => sources.map(({ id }) => id))
    groups.splice(mostPublishers - 1, groups.length, [{ source: book.marks(rest).join(', ') }, ` ${words.t('briefs.page.moreSources')}`])
  }
  const isSecondary = subject.series.some(({ confidence }) => confidence.includes('secondary'))
  if (isSecondary) groups.push(words.t('briefs.page.secondaryText'))
  if (subject.detail.denominatorNote && hasRates) groups.push(words.t('briefs.page.denominator', { name: subject.detail.denominatorNote.name }))
  return groups.length > 0 ? groups : [words.t('briefs.page.noSource')]
}
