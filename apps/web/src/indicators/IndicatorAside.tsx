import { regionFinding } from '@observatory/domain/indicators'
import type { Part } from './IndicatorHead.tsx'
import classes from './IndicatorPage.module.css'
import { useWords } from './use-words.ts'

/** What the number is not, why it has its grade, and what the region did. */
export function IndicatorAside({ answer, view, today }: Part) {
  const words = useWords()
  const { t, say } = words
  const { indicator } = answer
  const reasons = indicator.quality?.reasons ?? []
  const region = view.six.flatMap((entry) => entry.series ?? [])
  const moved = regionFinding([{ indicator, series: null, region }], today)
  const without = view.six.filter(
    (entry) =>
      !entry.series?.cells.some(
        (cell) => typeof cell !== 'object' || 'ge' in cell || 'le' in cell || 'gt' in cell || 'lt' in cell,
      ),
  )
  return (
    <aside className={classes.rail}>
      <section className={classes.box}>
        <h2>{t('indicators.isNot')}</h2>
        <ul>
          {indicator.isNot.map((item) => (
            <li key={item.head}>
              <b>{item.head}</b> {item.text}
            </li>
          ))}
          {indicator.caveat && indicator.isNot.length === 0 ? <li>{indicator.caveat}</li> : null}
        </ul>
      </section>
      <section className={classes.railSection}>
        <h2>{indicator.grade ? t('indicators.whyGrade', { grade: indicator.grade }) : t('indicators.noGrade')}</h2>
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{words.known(`indicators.reasons.${reason}`) ?? reason}</li>
          ))}
          {indicator.quality && reasons.length === 0 ? <li>{t('indicators.reasons.nothing')}</li> : null}
          <li>
            <b>{t('indicators.biasLabel')}</b> {t(`indicators.bias.${indicator.bias}`)}
          </li>
        </ul>
      </section>
      {moved || view.hasScale || without.length > 0 ? (
        <section className={classes.railSection}>
          <h2>{t('indicators.regionTitle')}</h2>
          <ul>
            {moved ? <li>{say(moved.sentence)}</li> : view.hasScale ? <li>{t('indicators.regionNothing')}</li> : null}
            {moved?.cautions.map((caution) => (
              <li key={caution.key}>{say(caution)}</li>
            ))}
            {without.length > 0 ? (
              <li>
                <b>{t('indicators.noFigure')}</b> {words.format.list(without.map(({ economy }) => words.area(economy)))}
              </li>
            ) : null}
          </ul>
        </section>
      ) : null}
    </aside>
  )
}
