import { economies } from '@observatory/domain/economies'
import type { CatalogueEntry } from '@observatory/domain/indicators'
import classes from './IndicatorsPage.module.css'
import { useWords } from './use-words.ts'

const width = 168
const line = 6

/** Six strips, one an economy in the fixed order, from the first to the last year held; a list in words for a screen reader. */
export function CoverageStrips({ entry, span }: { entry: CatalogueEntry; span: { from: number; to: number } }) {
  const { t, area } = useWords()
  const step = width / (span.to - span.from + 1)
  const year = (period: string) => Number(period.slice(0, 4))
  return (
    <div className={classes.strips}>
      <svg
        width={width}
        height={economies.length * line}
        viewBox={`0 0 ${width} ${economies.length * line}`}
        aria-hidden="true"
      >
        {economies.map((economy, index) => {
          const held = entry.coverage[economy]
          const y = index * line + line / 2
          if (!held) return <path key={economy} d={`M0 ${y}H${width}`} stroke="var(--rule)" strokeDasharray="1 3" />
          const from = Math.max(span.from, year(held.first))
          const x = (from - span.from) * step
          const long = (Math.max(from, year(held.last)) - from + 1) * step
          return <rect key={economy} x={x} y={y - 2} width={Math.max(3, long - 1)} height={4} fill="var(--median)" />
        })}
      </svg>
      <span aria-hidden="true" className="num">
        {t('indicators.catalogue.reach', {
          count: economies.filter((economy) => entry.coverage[economy]).length,
          all: economies.length,
        })}
      </span>
      <span className="visually-hidden">
        {economies
          .map((economy) => {
            const held = entry.coverage[economy]
            return t('indicators.catalogue.held', {
              economy: area(economy),
              count: held?.figures ?? 0,
              first: held?.first ?? '',
              last: held?.last ?? '',
            })
          })
          .join('; ')}
      </span>
    </div>
  )
}
