import type { CatalogueEntry } from '@observatory/domain/indicators'
import { isBound, isValue } from '@observatory/domain/observations'
import type { MessageKey } from '@observatory/i18n/translate'
import { Dagger } from '../ui/Dagger.tsx'
import { figureText } from '../ui/figure-text.ts'
import { useFormat, useT } from '../ui/i18n.tsx'
import { useSay } from '../ui/use-say.ts'
import type { CardFacts, CardFigure } from './card-facts.ts'
import classes from './IndicatorCard.module.css'

interface Props {
  indicator: CatalogueEntry
  facts: CardFacts
  economy: string | null
  /** One of the six holds a figure. */
  held: boolean
}

/** The figure in large type with its unit and year, and under it the count behind a rate or the rate of a count. */
export function CardValue({ indicator, facts, economy, held }: Props) {
  const t = useT()
  const say = useSay()
  const format = useFormat()
  const { main, other, period } = facts
  if (!main || period === null) {
    return (
      <>
        <p className={`${classes.value} ${classes.without}`}>
          {economy === null && held ? t('overview.card.noMedian') : say({ key: 'figure.missing', params: {} })}
        </p>
        <p className={classes.sub}>&nbsp;</p>
      </>
    )
  }
  const decimalsOf = (figure: CardFigure) => (figure.measure === 'rate' ? indicator.rateDecimals : indicator.decimals)
  const textOf = (figure: CardFigure) => figureText(figure.cell, indicator, decimalsOf(figure), format, say)
  const perKey: MessageKey =
    indicator.denominator === 'POP_U18'
      ? 'overview.card.perChildren'
      : indicator.denominator === 'POP_TOTAL'
        ? 'overview.card.perPeople'
        : 'overview.card.per'
  const per = t(perKey, { per: format.number(indicator.ratePer ?? 0) })
  const unitOf = (figure: CardFigure) =>
    figure.measure === 'rate'
      ? per
      : say({ key: 'unit', params: { unit: { unit: indicator.unit, count: isValue(figure.cell) ? figure.cell : 2 } } })

  let sub = ''
  if (other?.measure === 'count') {
    const counted = say({
      key: 'counted',
      params: { n: textOf(other), unit: { unit: indicator.unit, count: isValue(other.cell) ? other.cell : 2 } },
    })
    sub = main.borrowed ? t('overview.card.borrowed', { counted, period: main.borrowed }) : counted
  } else if (other) {
    sub = other.borrowed
      ? t('overview.card.rateBorrowed', { rate: textOf(other), per, period: other.borrowed })
      : t('overview.card.rateToo', { rate: textOf(other), per })
  } else if (isBound(main.cell)) {
    sub = t('ge' in main.cell || 'gt' in main.cell ? 'overview.card.atLeast' : 'overview.card.atMost')
  }
  if (!economy) sub = t('overview.card.medianValue')
  const isWord = indicator.kind === 'yes-no' || indicator.kind === 'date'
  return (
    <>
      <p className={classes.value}>
        <b className="num">
          {textOf(main)}
          {main.borrowed && <Dagger />}
        </b>
        {!isWord && <span className={classes.unit}>{unitOf(main)}</span>}
        <span className={`num ${classes.year}`}>{format.period(period)}</span>
      </p>
      <p className={classes.sub}>{sub || '\u00a0'}</p>
    </>
  )
}
