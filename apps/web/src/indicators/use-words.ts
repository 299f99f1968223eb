import type { CatalogueEntry } from '@observatory/domain/indicators'
import type { Cell } from '@observatory/domain/observations'
import type { MessageKey } from '@observatory/i18n/translate'
import { areaName } from '@observatory/i18n/areas'
import { useMemo } from 'react'
import { figureText } from '../ui/figure-text.ts'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import { useSay } from '../ui/use-say.ts'

type Worded = Pick<CatalogueEntry, 'kind' | 'unit' | 'decimals' | 'rateDecimals' | 'ratePer' | 'denominator'>

/** The words that the catalogue and the indicator page share. */
export function useWords() {
  const t = useT()
  const format = useFormat()
  const say = useSay()
  const { locale } = useLocale()
  return useMemo(() => {
    /** A text that the catalogues may not have, because its code is data. */
    const known = (key: string, params?: Record<string, string | number>): string | null => {
      const text = t(key as MessageKey, params)
      return text === key ? null : text
    }
    const area = (code: string, form: 'name' | 'in' | 'of' | 'for' | 'code' = 'name') => areaName(code, locale, form)
    /** An economy as the place of an indicator's figures: those of one part of it never bear its name alone. */
    const place = (indicator: Pick<CatalogueEntry, 'subnationalOf'>, code: string, form: 'name' | 'code' = 'name') =>
      indicator.subnationalOf === code
        ? t('indicators.partOf', { economy: areaName(code, locale, form) })
        : areaName(code, locale, form)
    const figure = (cell: Cell, indicator: Worded, measure: 'count' | 'rate') =>
      measure === 'rate'
        ? figureText(cell, { kind: 'ratio' }, indicator.rateDecimals, format, say)
        : figureText(cell, indicator, indicator.decimals, format, say)
    /** `reports`, `% of households`; empty where the kind says it (yes or no, dates). */
    const unit = (indicator: Worded, count = 5) => known(`units.${indicator.unit}`, { count }) ?? ''
    /** The unit without its number: `% of households`. */
    const unitAlone = (indicator: Worded) =>
      indicator.kind === 'percent' ? t('charts.percent', { unit: unit(indicator) }) : unit(indicator)
    const per = (indicator: Worded) => {
      if (indicator.ratePer === null) return ''
      const of =
        indicator.denominator === 'POP_U18' ? 'children' : indicator.denominator === 'POP_TOTAL' ? 'people' : 'other'
      return t(`indicators.per.${of}`, { n: format.number(indicator.ratePer) })
    }
    return { t, format, say, locale, known, area, place, figure, unit, unitAlone, per }
  }, [t, format, say, locale])
}

export type Words = ReturnType<typeof useWords>
