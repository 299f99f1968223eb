import { economies } from '@observatory/domain/economies'
import type { CatalogueEntry, NewestFigure } from '@observatory/domain/indicators'
import { areaName } from '@observatory/i18n/areas'
import { figureText } from '../ui/figure-text.ts'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import { useSay } from '../ui/use-say.ts'
import classes from './SixFigures.module.css'

interface Props {
  indicator: CatalogueEntry
  region: readonly NewestFigure[]
  economy: string | null
  /** Rates are shown where the indicator has one, with the count behind it. */
  measure: 'count' | 'rate'
}

/** The newest figure of each of the six, always all of them and in the one order. */
export function SixFigures({ indicator, region, economy, measure }: Props) {
  const t = useT()
  const say = useSay()
  const format = useFormat()
  const { locale } = useLocale()
  return (
    <details className={classes.six}>
      <summary>{t('overview.card.six')}</summary>
      <table>
        <caption className="visually-hidden">{t('overview.card.sixCaption', { title: indicator.name })}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('overview.card.economyColumn')}</th>
            <th scope="col">{t('overview.card.figureColumn')}</th>
            <th scope="col">{t('overview.card.yearColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {economies.map((code) => {
            const newest = region.find((figure) => figure.economy === code)
            const rate = measure === 'rate' && newest?.rate !== null ? newest?.rate : undefined
            const cell = rate ?? newest?.cell ?? ({ na: 'not-collected' } as const)
            const decimals = rate === undefined ? indicator.decimals : indicator.rateDecimals
            return (
              <tr key={code} className={code === economy ? classes.own : undefined}>
                <th scope="row">{areaName(code, locale, 'name')}</th>
                <td className="num">{figureText(cell, indicator, decimals, format, say)}</td>
                <td className="num">{newest && typeof cell !== 'object' ? format.period(newest.period) : ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
