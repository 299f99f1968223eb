import { concat, type Table, type TableCell, type TableRow, type Text } from '@observatory/documents/document'
import {
  cellAt,
  commonBreaks,
  type PagePlan,
  perOf,
  seriesOf,
  sourcesOf,
  totalledPeriods,
} from '@observatory/domain/briefs'
import type { PublishedSeries } from '@observatory/domain/observations'
import { keyOf, tableCell, writerOf } from './cells.ts'
import { apartOf } from './charts.ts'
import type { Gathered, Material } from './gather.ts'
import type { SourceBook } from './source-book.ts'
import { marked, type Words } from './words.ts'

/** The figures behind a chart: every economy a row, every hole with its reason, the total last where all parts exist. */
export function tableOf(
  subject: Gathered,
  plan: PagePlan,
  material: Material,
  book: SourceBook,
  words: Words,
): Table | null {
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
        return tableCell(
          cellAt(series, period),
          statusAt(series, period),
          write,
          words,
          own ?? (isOddBreak ? t('briefs.label.breakFlag') : undefined),
        )
      }),
      ...plan.ratePeriods.map((period) =>
        tableCell(ownRate(series, period), statusAt(series, period), writeRate, words),
      ),
    ],
  })
  const rows = words
    .sorted(subject.economies)
    .map((economy) => rowOf(words.area(economy), seriesOf(subject, economy), new Set()))
  const apart = apartOf(subject)
  if (apart) rows.push({ ...rowOf(marked(material.organisation.name), apart, subject.unpublished), apart: true })
  const summary = summaryRow(subject, plan, words)
  const cells = rows.flatMap((row) => row.cells)
  const has = (state: 'struck' | 'flag', flag?: string) =>
    cells.some((cell) => cell.state === 'value' && (state === 'struck' ? cell.struck : cell.flag === flag))
  const lines = [
    cuts.some((cut) => plan.periods.includes(cut)) || has('flag', t('briefs.label.breakFlag'))
      ? t('briefs.page.breakLine')
      : '',
    has('struck') ? t('briefs.page.unusableLine') : '',
    has('flag', t('briefs.label.estimatedFlag')) ? t('briefs.page.estimatedLine') : '',
    has('flag', t('briefs.label.ownFlag')) ? t('briefs.page.ownLine') : '',
    summary === null && indicator.kind === 'count'
      ? t(subject.isRounded ? 'briefs.page.noTotalRounded' : 'briefs.page.noTotalLine')
      : summary !== null && indicator.kind === 'count'
        ? t('briefs.page.totalLine')
        : '',
  ].filter((line) => line !== '')
  const column = (period: string) => ({
    label: cuts.includes(period) ? `${period} ${t('briefs.label.breakFlag')}` : format.period(period),
    care: cuts.includes(period),
    width: widest(rows, plan, period),
  })
  const subtitle = [
    t(indicator.direction === 'neutral' ? 'briefs.page.tableNeutral' : 'briefs.page.tableSubtitle'),
    plan.left > 0 ? t('briefs.page.tableLeft', { count: plan.left }) : '',
  ].filter((text) => text !== '')
  return {
    title: marked(indicator.shortName),
    subtitle: subtitle.join('; '),
    corner: t('briefs.label.economy'),
    groups:
      plan.ratePeriods.length === 0
        ? []
        : [
            { label: t('briefs.page.countGroup'), span: plan.periods.length },
            { label: capital(words.phrase(perOf(subject))), span: plan.ratePeriods.length },
          ],
    columns: [
      ...plan.periods.map(column),
      ...plan.ratePeriods.map((period) => ({ label: format.period(period), width: 0.8 })),
    ],
    rows: summary ? [...rows, summary] : rows,
    key: keyOf([...cells, ...(summary?.cells.filter((cell) => cell.state !== 'not-published') ?? [])], words).concat(
      summary?.cells.some((cell) => cell.state === 'not-published')
        ? [{ state: 'not-published', sample: '–', text: t('briefs.page.noTotal') }]
        : [],
    ),
    source: concat(
      lines.length > 0 ? `${lines.join(' ')} ` : '',
      chartless ? book.line(used, words) : book.short(used, words),
    ),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function widest(rows: readonly TableRow[], plan: PagePlan, period: string): number {
  const at = plan.periods.indexOf(period)
  return Math.max(
    1,
    ...rows.map(
      ({ cells }) =>
        (cells[at] && 'text' in cells[at] && typeof cells[at].text === 'string' ? cells[at].text.length : 0) / 7,
    ),
  )
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
        return total === undefined
          ? { state: 'not-published' }
          : { state: 'value', text: words.format.number(total, { decimals: subject.indicator.decimals }) }
      }),
      ...plan.ratePeriods.map((period): TableCell => {
        const at = rate?.periods.indexOf(period) ?? -1
        const mean = rate?.members[at] === 6 ? rate.weightedMean[at] : undefined
        return typeof mean === 'number'
          ? { state: 'value', text: words.format.number(mean, { decimals: subject.indicator.rateDecimals }) }
          : { state: 'not-published' }
      }),
    ],
  }
}

/** Status codes of a place of a series. */
export function statusAt(series: PublishedSeries | undefined, period: string): readonly string[] {
  return series?.status[series.periods.indexOf(period)] ?? []
}
