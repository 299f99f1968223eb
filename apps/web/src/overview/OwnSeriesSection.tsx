import type { CatalogueEntry, OverviewAnswer } from '@observatory/domain/indicators'
import type { Audience } from '@observatory/domain/observations'
import { useT } from '../ui/i18n.tsx'
import { Section } from '../ui/Section.tsx'
import { IndicatorCard } from './IndicatorCard.tsx'
import classes from './OverviewPage.module.css'

interface Props {
  own: OverviewAnswer['own']
  entries: ReadonlyMap<string, CatalogueEntry>
  span: readonly string[]
  today: string
}

/** The organisation's own series beside the public ones; each says who sees it, and whether it is counted with others. */
export function OwnSeriesSection({ own, entries, span, today }: Props) {
  const t = useT()
  const shown = own.flatMap((one) => {
    const indicator = entries.get(one.series.indicator)
    return indicator ? [{ ...one, indicator }] : []
  })
  if (shown.length === 0) return null
  const several = new Set(shown.map(({ series }) => series.economy)).size > 1
  const audiences: Record<Audience, string> = {
    owner: t('overview.own.owner'),
    regional: t('overview.own.regional'),
    public: t('overview.own.public'),
  }
  return (
    <Section
      title={t('overview.own.title')}
      note={shown.some(({ series }) => series.demonstration) ? t('overview.own.demonstration') : t('overview.own.note')}
    >
      <div className={`${classes.cards} ${classes.own}`}>
        {shown.map(({ series, indicator, benchmark, contributes, seenBy }) => (
          <IndicatorCard
            key={`${series.indicator}/${series.economy}`}
            indicator={indicator}
            series={series}
            benchmark={contributes && seenBy !== 'owner' ? benchmark : null}
            region={[]}
            economy={series.economy}
            span={span}
            today={today}
            placed={several}
            contributes={contributes && seenBy !== 'owner'}
            audience={audiences[seenBy]}
          />
        ))}
      </div>
    </Section>
  )
}
