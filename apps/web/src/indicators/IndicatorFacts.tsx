import { change, dueYear, type IndicatorAnswer, newestPlace, position } from '@observatory/domain/indicators'
import { isValue, type PublishedSeries } from '@observatory/domain/observations'
import type { ReactNode } from 'react'
import { useSession } from '../session.ts'
import { Dagger } from '../ui/Dagger.tsx'
import type { Part } from './IndicatorHead.tsx'
import classes from './IndicatorPage.module.css'
import { useWords, type Words } from './use-words.ts'
import type { IndicatorView } from './view.ts'

interface Fact {
  label: string
  value: ReactNode
  note?: string
}

/** The newest figure, its rate, its place and its change; for a reader whose economy has none, what the region holds. */
export function IndicatorFacts({ answer, view, today }: Part) {
  const words = useWords()
  const { membership } = useSession()
  const told = view.own ?? (answer.indicator.subnationalOf === null ? null : (view.six[0]?.series ?? null))
  const facts = told
    ? ownFacts(answer, view, told, today, words)
    : [...absentFacts(view.asked ?? membership.tenant.economy, answer, words), ...regionFacts(answer, view, words)]
  return (
    <dl className={classes.facts}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            <span className="num">{fact.value}</span>
            {fact.note ? <p>{fact.note}</p> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ownFacts(
  { indicator, benchmarks }: IndicatorAnswer,
  view: IndicatorView,
  own: PublishedSeries,
  today: string,
  words: Words,
): Fact[] {
  const { t, say, format } = words
  const at = newestPlace(own)
  const moved = change(own, indicator, own.economy, dueYear(indicator, today))
  const changeFact: Fact = { label: t('indicators.facts.change'), value: <em>{say(moved.sentence)}</em> }
  if (at < 0) return [{ label: t('indicators.facts.newest'), value: t('states.missing') }, changeFact]
  const period = own.periods[at]!
  const cell = own.cells[at]!
  const rate = own.rate?.[at]
  const of = own.denominatorPeriods?.[at]
  const isBorrowed = of !== null && of !== undefined && of !== period
  const benchmark = benchmarks.rate ?? benchmarks.count
  const place = view.ownIsPrivate
    ? t('indicators.facts.noPosition')
    : say(position(benchmark, indicator, own.economy, period, benchmark?.measure === 'rate' ? rate : cell))
  const unit = words.unit(indicator, isValue(cell) ? cell : 5)
  const measured = indicator.kind === 'date' ? '' : [unit, format.period(period)].filter(Boolean).join(', ')
  const newest: Fact = {
    label: t('indicators.facts.newest'),
    value: (
      <>
        <b>{words.figure(cell, indicator, 'count')}</b> {measured}
      </>
    ),
    // Notes of a source are English; other versions leave them to the sources below.
    ...(words.locale === 'en' && own.note[at]
      ? { note: own.note[at] }
      : own.confidence[at] === 'secondary'
        ? { note: t('indicators.confidence.secondary') }
        : {}),
  }
  // Dates move in no direction, and a part of an economy is compared with nothing.
  if (indicator.kind === 'date' || indicator.subnationalOf !== null) return [newest]
  return [
    newest,
    ...(rate !== undefined
      ? [
          {
            label: t('indicators.facts.rate'),
            value: (
              <>
                <b>
                  {words.figure(rate, indicator, 'rate')}
                  {isValue(rate) && isBorrowed && <Dagger />}
                </b>{' '}
                {words.per(indicator)}
              </>
            ),
            ...(isBorrowed ? { note: t('charts.borrowed', { period: format.period(of) }) } : {}),
          },
        ]
      : []),
    { label: t('indicators.facts.position', { period: format.period(period) }), value: <em>{place}</em> },
    changeFact,
  ]
}

/** That the reader's own economy has no figure is the first fact of the page. */
function absentFacts(economy: string | null, { indicator }: IndicatorAnswer, { t, say }: Words): Fact[] {
  if (economy === null) return []
  return [
    { label: t('indicators.facts.newest'), value: <em>{say(change(null, indicator, economy, null).sentence)}</em> },
  ]
}

/** Where nothing is drawn in blue: the middle and the reach of the newest year that has a benchmark. */
function regionFacts({ indicator, benchmarks }: IndicatorAnswer, view: IndicatorView, words: Words): Fact[] {
  const { t, format } = words
  const held = view.six.filter(({ series }) => series && newestPlace(series) >= 0)
  const benchmark = benchmarks.rate ?? benchmarks.count
  const at = benchmark?.median.findLastIndex(isValue) ?? -1
  const facts: Fact[] = [
    {
      label: t('indicators.facts.held'),
      value: <b>{t('indicators.facts.of', { count: held.length, all: view.six.length })}</b>,
      note: format.list(held.map(({ economy }) => words.area(economy))),
    },
  ]
  if (!benchmark || at < 0) return facts
  const measure = benchmark.measure
  const figure = (cell: (typeof benchmark.median)[number]) => words.figure(cell, indicator, measure)
  const period = format.period(benchmark.periods[at]!)
  facts.push({
    label: t('indicators.facts.median', { period }),
    value: <b>{figure(benchmark.median[at]!)}</b>,
    note: measure === 'rate' ? words.per(indicator) : words.unit(indicator),
  })
  const [low, high] = [benchmark.min[at]!, benchmark.max[at]!]
  if (isValue(low) && isValue(high))
    facts.push({
      label: t('indicators.facts.reach', { period }),
      value: <b>{t('indicators.facts.between', { low: figure(low), high: figure(high) })}</b>,
    })
  return facts
}
