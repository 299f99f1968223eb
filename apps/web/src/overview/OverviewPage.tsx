import { spanBetween } from '@observatory/charts/series'
import { type CatalogueEntry, change, dueYear, holdsFigure, type OverviewAnswer } from '@observatory/domain/indicators'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { postJson, trpc } from '../api.ts'
import { useSession } from '../session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { ChangedPanel } from './ChangedPanel.tsx'
import { EconomySwitch } from './EconomySwitch.tsx'
import { families, familyOf } from './families.ts'
import { FindingPanel } from './FindingPanel.tsx'
import { IndicatorCard } from './IndicatorCard.tsx'
import { KeyLine } from './KeyLine.tsx'
import { MissingPanel } from './MissingPanel.tsx'
import classes from './OverviewPage.module.css'
import { OwnSeriesSection } from './OwnSeriesSection.tsx'
import { asideQuery, overviewQuery } from './queries.ts'
import { readingDay } from '../ui/reading-day.ts'
import { TallyPanel } from './TallyPanel.tsx'
import { useFinding } from './use-finding.ts'

const route = getRouteApi('/')

/** The organisation's home: what moved, whether it is real, and what is not known. */
export function OverviewPage() {
  const t = useT()
  const { locale } = useLocale()
  const { economy, asOf } = route.useSearch()
  useDocumentTitle(t('overview.title'))
  const overview = useQuery(overviewQuery(economy, asOf))
  const catalogue = useQuery(trpc.indicators.catalogue.queryOptions({ locale, ...(asOf ? { asOf } : {}) }))
  const failed = overview.error ?? catalogue.error
  if (failed) {
    return <ErrorState error={failed} retry={() => void Promise.all([overview.refetch(), catalogue.refetch()])} />
  }
  if (!overview.data || !catalogue.data) {
    return (
      <div className={classes.hero}>
        <div>
          <h1>{t('overview.title')}</h1>
          <LoadingOutline height={120} />
          <LoadingOutline height={480} />
        </div>
      </div>
    )
  }
  const entries = new Map(catalogue.data.indicators.map((entry) => [entry.code, entry]))
  return <Overview answer={overview.data} entries={entries} />
}

function Overview({ answer, entries }: { answer: OverviewAnswer; entries: ReadonlyMap<string, CatalogueEntry> }) {
  const t = useT()
  const { locale } = useLocale()
  const { asOf, economy: asked } = route.useSearch()
  const { membership } = useSession()
  const { economy } = answer
  const [now] = useState(() => new Date())
  const today = readingDay(asOf, answer.edition, now)
  const finding = useFinding(answer, entries, today, locale, asOf)
  const aside = useQuery({ ...asideQuery(asked), enabled: asOf === undefined })
  useEffect(() => {
    // Seen means shown: the visit is recorded once what changed has been read.
    if (aside.data) void postJson('/api/overview/visit', {}).catch(() => {})
  }, [aside.data])

  const items = answer.items.flatMap((item) => {
    const indicator = entries.get(item.indicator)
    return indicator ? [{ ...item, indicator }] : []
  })
  const span = sharedSpan(answer)
  const changes = economy
    ? items.map(({ series, indicator }) => change(series, indicator, economy, dueYear(indicator, today)))
    : []
  const members = items.map(({ region }) => region.filter(({ cell }) => holdsFigure(cell)).length)
  return (
    <>
      <div className={classes.hero}>
        <div>
          <div className={classes.eyebrow}>
            <p>{t('overview.eyebrow')}</p>
            <EconomySwitch economy={economy} own={membership.tenant.economy} />
          </div>
          <FindingPanel finding={finding} economy={economy} isEmpty={members.every((count) => count === 0)} />
          <nav className={classes.jump} aria-label={t('overview.jump')}>
            {aside.data && <a href="#changed">{t('overview.changed.title')}</a>}
            {aside.data && economy && <a href="#missing">{t('overview.missing.title')}</a>}
          </nav>
        </div>
        <TallyPanel changes={changes} members={members} />
      </div>
      <div className={classes.columns}>
        <div>
          <KeyLine economy={economy} />
          {items.length === 0 && <EmptyState title={t('overview.empty')} />}
          {families.map((family) => {
            const shown = items.filter(({ indicator }) => familyOf(indicator.topic) === family)
            if (shown.length === 0) return null
            return (
              <Section
                key={family}
                title={t(`overview.families.${family}.title`)}
                note={t(`overview.families.${family}.note`)}
              >
                <div className={classes.cards}>
                  {shown.map((item) => (
                    <IndicatorCard key={item.indicator.code} {...item} economy={economy} span={span} today={today} />
                  ))}
                </div>
              </Section>
            )
          })}
          <OwnSeriesSection own={answer.own} entries={entries} span={span} today={today} />
        </div>
        <aside className={classes.rail}>
          {aside.data && <ChangedPanel aside={aside.data} entries={entries} />}
          {aside.data && economy && <MissingPanel missing={aside.data.missing} economy={economy} entries={entries} />}
        </aside>
      </div>
    </>
  )
}

/** Ten years up to the newest figure on the page, the reader's own included: one span for all charts, so that an empty part means an empty record. */
function sharedSpan(answer: OverviewAnswer): string[] {
  const headline = answer.items.flatMap(({ series, region }) => [
    ...(series?.periods ?? []),
    ...region.map(({ period }) => period),
  ])
  const newest = [...headline, ...answer.own.flatMap(({ series }) => series.periods)]
    .filter((period) => /^\d{4}$/.test(period))
    .reduce((last, period) => (period > last ? period : last), '2015')
  return spanBetween(String(Number(newest) - 9), newest)
}
