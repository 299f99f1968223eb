import type { BriefSummary } from '@observatory/domain/briefs'
import { areaName } from '@observatory/i18n/areas'
import { isLocale, localeName } from '@observatory/i18n/locale'
import type { MessageKey } from '@observatory/i18n/translate'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { isUnderWay } from './brief-file.ts'
import { BriefActions } from './BriefActions.tsx'
import { BriefFile } from './BriefFile.tsx'
import classes from './briefs.module.css'
import { BriefState } from './BriefState.tsx'

const route = getRouteApi('/briefs/$id')

/** One brief: what it was made from, where it stands, and the file. */
export function BriefPage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery({
    ...trpc.briefs.get.queryOptions({ id }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 1000 : false),
  })
  useDocumentTitle(t('briefs.app.title'))
  return (
    <>
      <p className={classes.back}>
        <Link to="/briefs">{t('briefs.app.back')}</Link>
      </p>
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingOutline height={480} />}
      {query.data && <Brief brief={query.data} />}
    </>
  )
}

function Brief({ brief }: { brief: BriefSummary }) {
  const t = useT()
  return (
    <>
      <h1>{brief.title}</h1>
      <p className={classes.subtitle}>
        {t(`briefs.kind.${brief.template}`)} {brief.demonstration && <DemonstrationTag />}
      </p>
      <div role="status" className={classes.status}>
        <BriefState brief={brief} />
      </div>
      {brief.failure && (
        <Notice tone="stop" title={t('briefs.states.failed')}>
          <p>{t(`briefs.failure.${brief.failure}` as MessageKey)}</p>
        </Notice>
      )}
      <div className={classes.columns}>
        <div>{brief.state === 'done' ? <BriefFile brief={brief} /> : <BriefActions brief={brief} />}</div>
        <aside>
          <Section title={t('briefs.method.factsTitle')}>
            <Facts brief={brief} />
          </Section>
        </aside>
      </div>
    </>
  )
}

function Facts({ brief }: { brief: BriefSummary }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useLocale()
  const none = t('briefs.cover.none')
  const catalogue = useQuery(trpc.indicators.catalogue.queryOptions({ locale }))
  const nameOf = (code: string) => catalogue.data?.indicators.find((entry) => entry.code === code)?.name ?? code
  const facts: [string, ReactNode][] = [
    [
      t('briefs.app.edition'),
      <Link key="edition" to="/" search={{ asOf: brief.edition } as object}>
        {brief.edition}
      </Link>,
    ],
    [t('briefs.app.freeze'), format.date(brief.freezeDate)],
    [t('briefs.app.language'), isLocale(brief.locale) ? localeName[brief.locale] : brief.locale],
    [t('briefs.app.occasion'), brief.occasion || none],
    [t('briefs.app.place'), brief.place || none],
    [t('briefs.app.date'), brief.date ? format.date(brief.date) : none],
    [
      t('briefs.app.indicators'),
      <ol key="indicators" className={classes.plainList}>
        {brief.indicators.map((code) => (
          <li key={code}>
            <Link to="/indicators/$code" params={{ code }}>
              {nameOf(code)}
            </Link>
          </li>
        ))}
      </ol>,
    ],
    [t('briefs.app.economies'), format.list(brief.economies.map((code) => areaName(code, locale)))],
    ...(brief.sha256
      ? ([[t('briefs.app.sha'), <code key="sha">{brief.sha256}</code>]] satisfies [string, ReactNode][])
      : []),
  ]
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t('briefs.app.pinned', { edition: brief.edition })}</p>
    </>
  )
}
