import {
  economyFinding,
  freshness,
  type IndicatorAnswer,
  regionFinding,
  type Sentence,
} from '@observatory/domain/indicators'
import { Link } from '@tanstack/react-router'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { FreshnessMark } from '../ui/FreshnessMark.tsx'
import { GradeBadge } from '../ui/GradeBadge.tsx'
import { Tag } from '../ui/Tag.tsx'
import { IndicatorFacts } from './IndicatorFacts.tsx'
import classes from './IndicatorPage.module.css'
import { useWords } from './use-words.ts'
import type { IndicatorView } from './view.ts'

export interface Part {
  answer: IndicatorAnswer
  view: IndicatorView
  today: string
}

/** Where the reader is, the finding, the plain definition, the badges and the four facts. */
export function IndicatorHead({ answer, view, today }: Part) {
  const words = useWords()
  const { t, say } = words
  const { indicator } = answer
  const found = findingOf(answer, view, today)
  // A treaty joined long ago is not an old figure.
  const age = indicator.kind === 'date' ? null : freshness(view.own, indicator, today)
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
      {!view.ownIsPrivate && view.own?.audience === 'owner' ? (
        <p className={classes.note}>{t('indicators.ownNote.partly')}</p>
      ) : null}
      <IndicatorFacts answer={answer} view={view} today={today} />
    </header>
  )
}

function findingOf(answer: IndicatorAnswer, view: IndicatorView, today: string): Sentence | null {
  const region = view.six.flatMap(({ series }) => series ?? [])
  const candidate = { indicator: answer.indicator, series: view.own, region }
  const found = view.own ? economyFinding([candidate], view.own.economy, today) : regionFinding([candidate], today)
  return found?.sentence ?? null
}
