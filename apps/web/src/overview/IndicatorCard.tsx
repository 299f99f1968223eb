import { InspectableSmallMultiple, SmallMultiple } from '@observatory/charts/small-multiple'
import { type CatalogueEntry, holdsFigure, type NewestFigure, usableFigures } from '@observatory/domain/indicators'
import { isBound, type PublishedBenchmark, type PublishedSeries } from '@observatory/domain/observations'
import { areaName } from '@observatory/i18n/areas'
import { Link } from '@tanstack/react-router'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { FreshnessMark } from '../ui/FreshnessMark.tsx'
import { GradeBadge } from '../ui/GradeBadge.tsx'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import { useSay } from '../ui/use-say.ts'
import { CardValue } from './CardValue.tsx'
import { cardFacts } from './card-facts.ts'
import { chartReadout } from './chart-readout.ts'
import classes from './IndicatorCard.module.css'
import { SayLine } from './SayLine.tsx'
import { SixFigures } from './SixFigures.tsx'

export interface IndicatorCardProps {
  indicator: CatalogueEntry
  series: PublishedSeries | null
  benchmark: PublishedBenchmark | null
  region: readonly NewestFigure[]
  economy: string | null
  span: readonly string[]
  today: string
  /** For a series of the reader's own organisation: who sees it, in words. */
  audience?: string
  /** The title names the economy, where one organisation has series of several. */
  placed?: boolean
  /** False for a series that enters no benchmark. */
  contributes?: boolean
}

/** One indicator in eight rows that align across a row of cards; a card without a figure keeps its place and size. */
export function IndicatorCard(props: IndicatorCardProps) {
  const { indicator, series, region, economy, span, audience, placed } = props
  const t = useT()
  const say = useSay()
  const format = useFormat()
  const { locale } = useLocale()
  const facts = cardFacts(props)
  const decimals = facts.measure === 'rate' ? indicator.rateDecimals : indicator.decimals
  const isDemonstration = series?.demonstration ?? indicator.demonstration
  const isThin =
    (series ? usableFigures(series).length : 0) < 2 && !series?.cells.some(isBound) && facts.dots.length < 2
  const breaks = indicator.breaks
    .filter((cut) => cut.economy === null || cut.economy === economy)
    .map((cut) => cut.period)
  const isHeld = region.some(({ cell }) => holdsFigure(cell))
  const chart = {
    span,
    series,
    measure: facts.measure,
    benchmark: facts.benchmark,
    breaks,
    whole: facts.measure === 'count' && indicator.kind === 'count',
    ...(indicator.kind === 'percent' ? { ceiling: 100, topUnit: '%' } : {}),
    lastDue: facts.lastDue,
    others: facts.dots,
    title: t('overview.card.chart', { title: indicator.name }),
    labels: {
      own: economy ? areaName(economy, locale, 'name') : '',
      ownShort: economy ? areaName(economy, locale, 'code') : '',
      median: t('overview.card.median'),
      none:
        economy === null && isHeld ? '' : t('overview.card.chartNone', { from: span[0] ?? '', to: span.at(-1) ?? '' }),
    },
    number: format.number,
    decimals,
  }
  const tell = (period: string) =>
    chartReadout({
      series,
      benchmark: facts.benchmark,
      measure: facts.measure,
      period,
      indicator,
      decimals,
      format,
      say,
      t,
    })
  const hasFigure = facts.main !== null || facts.dots.length > 0

  return (
    <article
      className={`${classes.card} ${isDemonstration ? classes.demonstration : ''} ${isThin ? classes.thin : ''}`}
    >
      <h3>
        <Link to="/indicators/$code" params={{ code: indicator.code }}>
          {placed && economy
            ? t('overview.card.ofEconomy', { name: indicator.shortName, economy: areaName(economy, locale, 'name') })
            : indicator.shortName}
        </Link>
      </h3>
      <CardValue indicator={indicator} facts={facts} economy={economy} held={isHeld} />
      <div className={classes.chart}>
        {hasFigure ? <InspectableSmallMultiple {...chart} tell={tell} /> : <SmallMultiple {...chart} />}
      </div>
      <div className={classes.say}>
        {facts.change && <SayLine sign={facts.change} text={say(facts.change.sentence)} />}
        <SayLine sign="position" text={facts.position.map(say).join(' ')} quiet />
      </div>
      <div className={classes.meta}>
        <GradeBadge grade={facts.period === null ? null : (series?.grade ?? indicator.grade)} bias={indicator.bias} />
        {facts.freshness && <FreshnessMark freshness={facts.freshness} />}
        {isDemonstration && <DemonstrationTag />}
      </div>
      {audience === undefined ? (
        <SixFigures indicator={indicator} region={region} economy={economy} measure={facts.measure} />
      ) : (
        <p className={classes.audience}>{audience}</p>
      )}
    </article>
  )
}
