import {
  change,
  dueYear,
  economyFinding,
  freshness,
  type IndicatorAnswer,
  newestPlace,
  position,
  regionFinding,
  type Sentence,
} from '@observatory/domain/indicators'
import { isValue } from '@observatory/domain/observations'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '../session.ts'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { FreshnessMark } from '../ui/FreshnessMark.tsx'
import { GradeBadge } from '../ui/GradeBadge.tsx'
import { Tag } from '../ui/Tag.tsx'
import classes from './IndicatorPage.module.css'
import { useWords, type Words } from './use-words.ts'
import type { IndicatorView } from './view.ts'

export interface Part {
  answer: IndicatorAnswer
  view: IndicatorView
  today: string
}

/** Where the reader is, the finding, the plain definition, the badges and the four facts. */
export function IndicatorHead({ answer, view, today }: Part) {
  const words = useWords()
  const { membership } = useSession()
  const { t, say } = words
  const { indicator } = answer
  const found = findingOf(answer, view, today)
  const age = freshness(view.own, indicator, today)
  const topic = words.known(`indicators.topics.${indicator.topic}`) ?? indicator.topic
  const counts = words.known(`indicators.counts.${indicator.measures}`)
  return (
    <header className={classes.head}>
      <nav aria-label={t('indicators.crumb')} className={classes.crumb}>
        <Link to="/indicators">{t('indicators.title')}</Link> <span aria-hidden="true">/</span>{' '}
        <Link to="/indicators" search={{ topic: indicator.topic }}>
          {topic}
        </Link>{' '}
        <span aria-hidden="true">/</span>{' '}
        <span>{view.own ? `${indicator.code}, ${words.place(indicator, view.own.economy)}` : indicator.code}</span>
      </nav>
      <h1>{found ? say(found) : indicator.name}</h1>
      <p className={classes.what}>
        {found ? <b>{indicator.name}. </b> : null}
        {indicator.description}
      </p>
      <div className={classes.badges}>
        {indicator.demonstration ? <DemonstrationTag /> : null}
        {counts ? <Tag>{counts}</Tag> : null}
        <GradeBadge grade={indicator.grade} bias={indicator.bias} />
        {age ? <FreshnessMark freshness={age} /> : null}
        {view.own ? (
          view.ownIsPrivate || view.own.audience !== 'public' ? (
            <Tag tone="you">{t(`indicators.audience.${view.own.audience}`)}</Tag>
          ) : (
            <span>{t('indicators.audience.public')}</span>
          )
        ) : null}
        <span>{t(`indicators.direction.${indicator.direction}`)}</span>
        {indicator.textState === 'machine' ? <Tag tone="care">{t('indicators.text.machine')}</Tag> : null}
        {indicator.textState === 'untranslated' ? <Tag tone="care">{t('indicators.text.untranslated')}</Tag> : null}
      </div>
      {view.ownIsPrivate ? <p className={classes.note}>{t(`indicators.ownNote.${view.own!.audience}`)}</p> : null}
      <dl className={classes.facts}>
        {(view.own
          ? ownFacts(answer, view, today, words)
          : [...absentFacts(membership.tenant.economy, answer, words), ...regionFacts(answer, view, words)]
        ).map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>
              <span className="num">{fact.value}</span>
              {fact.note ? <p>{fact.note}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

interface Fact {
  label: string
  value: ReactNode
  note?: string
}

function findingOf(answer: IndicatorAnswer, view: IndicatorView, today: string): Sentence | null {
  const region = view.six.flatMap(({ series }) => series ?? [])
  const candidate = { indicator: answer.indicator, series: view.own, region }
  const found = view.own ? economyFinding([candidate], view.own.economy, today) : regionFinding([candidate], today)
  return found?.sentence ?? null
}

function ownFacts(
  { indicator, benchmarks }: IndicatorAnswer,
  view: IndicatorView,
  today: string,
  words: Words,
): Fact[] {
  const { t, say, format } = words
  const own = view.own!
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
  const measured = [words.unit(indicator, isValue(cell) ? cell : 5), format.period(period)].filter(Boolean).join(', ')
  return [
    {
      label: t('indicators.facts.newest'),
      value: (
        <>
          <b>{words.figure(cell, indicator, 'count')}</b> {measured}
        </>
      ),
      ...(own.note[at]
        ? { note: own.note[at] }
        : own.confidence[at] === 'secondary'
          ? { note: t('indicators.confidence.secondary') }
          : {}),
    },
    ...(rate !== undefined
      ? [
          {
            label: t('indicators.facts.rate'),
            value: (
              <>
                <b>
                  {isValue(rate)
                    ? `${words.figure(rate, indicator, 'rate')}${isBorrowed ? '†' : ''}`
                    : words.figure(rate, indicator, 'rate')}
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
