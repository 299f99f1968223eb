import { StateMark } from '@observatory/charts/marks'
import { type PointState, stateOf } from '@observatory/charts/series'
import { seriesKey } from '@observatory/domain/indicators'
import type { Cell, PublishedSeries } from '@observatory/domain/observations'
import { slotAtOrAfter } from '@observatory/charts/series'
import { Section } from '../ui/Section.tsx'
import { Dagger } from '../ui/Dagger.tsx'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { borrowedPeriods } from './ChartKey.tsx'
import { CopyButton } from './CopyButton.tsx'
import { DateTable } from './DateTable.tsx'
import { csvOf } from './csv.ts'
import { absent } from './figure-data.ts'
import type { Part } from './IndicatorHead.tsx'
import classes from './IndicatorPage.module.css'
import { type TableRow, tableRows } from './table-rows.ts'
import { useWords, type Words } from './use-words.ts'

/** The chart's figures as a table: the six, the median, the own series in both measures, with a mark and a word for each blank. */
export function TableTwin({ answer, view }: Pick<Part, 'answer' | 'view'>) {
  const words = useWords()
  const { t, format } = words
  const rows = tableRows(answer, view, words)
  const cuts = new Set(
    view.breaks
      .filter((b) => b.economy === null || b.economy === view.own?.economy)
      .map((b) => slotAtOrAfter(view.span, b.period)),
  )
  const borrowed = borrowedPeriods(view)
  if (view.span.length === 0) return null
  if (answer.indicator.kind === 'date') return <DateTable answer={answer} view={view} />
  return (
    <Section title={t('indicators.figures')} note={cuts.size > 0 ? t('indicators.breakNote') : undefined}>
      <div ref={toNewest} className={classes.scroll} tabIndex={0} role="region" aria-label={t('indicators.tableLabel')}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t('indicators.tableCaption', { name: answer.indicator.name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicators.series')}</th>
              {view.span.map((period, slot) => (
                <th key={period} scope="col" className={cuts.has(slot) ? classes.cut : undefined}>
                  {format.period(period)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.key}
                className={[row.mine ? classes.mine : '', row.demonstration ? classes.striped : ''].join(' ')}
              >
                <th scope="row">
                  {row.name} {row.demonstration && !answer.indicator.demonstration ? <DemonstrationTag /> : null}
                  {row.detail ? <span className={classes.detail}>{row.detail}</span> : null}
                </th>
                {view.span.map((period, slot) => (
                  <Figure
                    key={period}
                    row={row}
                    period={period}
                    cut={cuts.has(slot)}
                    part={{ answer, view }}
                    words={words}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StatesKey rows={rows} view={view} words={words} />
      {borrowed.length > 0 ? (
        <p className="small muted">{t('indicators.borrowedNote', { periods: format.list(borrowed) })}</p>
      ) : null}
      <div className={classes.acts}>
        <CopyButton text={() => csvOf(csvRows(answer, view, words))} label={t('indicators.copyTable')} />
      </div>
    </Section>
  )
}

/** A table wider than its place opens at its newest end. */
function toNewest(element: HTMLDivElement | null): void {
  if (element) element.scrollLeft = element.scrollWidth
}

interface FigureProps {
  row: TableRow
  period: string
  cut: boolean
  part: Pick<Part, 'answer' | 'view'>
  words: Words
}

function Figure({ row, period, cut, part: { answer, view }, words }: FigureProps) {
  const { t } = words
  const at = row.periods.indexOf(period)
  const cell = row.cells[at]
  const cutClass = cut ? classes.cut : ''
  if (row.text) return <td className={cutClass}>{row.text(at)}</td>
  if (cell === undefined) {
    const state = period > view.lastDue ? 'due' : 'missing'
    return <Blank state={state} text={absent(period, view, words)} className={cutClass} />
  }
  const state = stateOf(cell, row.status?.[at] ?? [])
  const text = words.figure(cell, answer.indicator, row.measure)
  if (state === 'unusable') {
    return (
      <td className={cutClass}>
        <s>{text}</s>{' '}
        <span className={classes.state}>
          <StateMark state="unusable" /> {t('states.unusable')}
        </span>
      </td>
    )
  }
  if (state === 'value' || state === 'zero' || state === 'bound') {
    const of = row.denominatorPeriods?.[at]
    const isBorrowed = of !== null && of !== undefined && of !== period
    return (
      <td className={cutClass}>
        {state === 'bound' ? <StateMark state="bound" /> : null} {text}
        {isBorrowed && <Dagger />}
      </td>
    )
  }
  return <Blank state={state} text={t(`states.${stateWord(cell, state)}`)} className={cutClass} />
}

function Blank({ state, text, className }: { state: PointState; text: string; className?: string | undefined }) {
  const shade = state === 'not-applicable' ? classes.hatched : state === 'suppressed' ? classes.suppressed : ''
  return (
    <td className={`${className ?? ''} ${shade}`}>
      <span className={classes.state}>
        <StateMark state={state} /> {text}
      </span>
    </td>
  )
}

/** Who withheld a figure is said; a reason that the reader may not see is no figure. */
function stateWord(
  cell: Cell,
  state: PointState,
): 'missing' | 'notCollected' | 'cannotExist' | 'elsewhere' | 'suppressedSource' | 'suppressedOwner' | 'suppressed' {
  if (state === 'not-applicable') return 'cannotExist'
  if (state === 'elsewhere') return 'elsewhere'
  if (state === 'suppressed') {
    const by = typeof cell === 'object' && 'c' in cell ? cell.c : 'control'
    return by === 'source' ? 'suppressedSource' : by === 'owner' ? 'suppressedOwner' : 'suppressed'
  }
  return typeof cell === 'object' && 'na' in cell && cell.na === 'not-collected' ? 'notCollected' : 'missing'
}

/** The states that stand in this table, explained once. */
function StatesKey({ rows, view, words: { t } }: { rows: readonly TableRow[]; view: Part['view']; words: Words }) {
  const present = new Set<PointState>()
  for (const row of rows) {
    if (row.text) continue
    for (const period of view.span) {
      const at = row.periods.indexOf(period)
      const cell = row.cells[at]
      present.add(
        cell === undefined ? (period > view.lastDue ? 'due' : 'missing') : stateOf(cell, row.status?.[at] ?? []),
      )
    }
  }
  const explained = (
    ['zero', 'bound', 'missing', 'not-applicable', 'suppressed', 'elsewhere', 'unusable', 'due'] as const
  ).filter((state) => present.has(state))
  if (explained.length === 0) return null
  return (
    <ul className={classes.key} aria-label={t('states.label')}>
      {explained.map((state) => (
        <li key={state}>
          {state === 'zero' ? <b className="num">0</b> : <StateMark state={state} />}
          {t(`states.explained.${state === 'not-applicable' ? 'cannotExist' : state}`)}
        </li>
      ))}
    </ul>
  )
}

/** One row a series and period, both measures as numbers; what has no number has its state in words. */
function csvRows({ indicator }: Part['answer'], view: Part['view'], words: Words): (string | number)[][] {
  const shown: PublishedSeries[] = [
    ...(view.ownIsPrivate && view.own ? [view.own] : []),
    ...view.six.flatMap(({ series }) => series ?? []),
  ]
  const number = (cell: Cell | undefined) => (typeof cell === 'number' || typeof cell === 'string' ? cell : '')
  const head = [
    'indicator',
    'economy',
    'publisher',
    'period',
    'value',
    'rate',
    'denominator_period',
    'obs_status',
    'text',
  ]
  const lines = shown.flatMap((series) =>
    series.periods.flatMap((period, at) =>
      view.span.includes(period)
        ? [
            [
              indicator.code,
              series.economy,
              seriesKey(series).split('/')[0]!,
              period,
              number(series.cells[at]),
              number(series.rate?.[at]),
              series.denominatorPeriods?.[at] ?? '',
              (series.status[at] ?? []).join(' '),
              words.figure(series.cells[at]!, indicator, 'count'),
            ],
          ]
        : [],
    ),
  )
  return [head, ...lines]
}
