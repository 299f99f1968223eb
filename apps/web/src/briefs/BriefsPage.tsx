import type { BriefSummary } from '@observatory/domain/briefs'
import { isLocale, localeName } from '@observatory/i18n/locale'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormat, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { isUnderWay } from './brief-file.ts'
import classes from './briefs.module.css'
import { BriefState } from './BriefState.tsx'
import { NewBriefPanel } from './NewBriefPanel.tsx'

const route = getRouteApi('/briefs')

/** The briefs of the organisation, newest first, and the form that makes one. */
export function BriefsPage() {
  const t = useT()
  const search = route.useSearch()
  const navigate = useNavigate()
  useDocumentTitle(t('briefs.app.title'))
  const query = useQuery({
    ...trpc.briefs.list.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1500 : false),
  })
  const toggle = (isNew: boolean) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, new: isNew || undefined }), replace: true })
  return (
    <>
      <div className={classes.head}>
        <div>
          <h1>{t('briefs.app.title')}</h1>
          <p className={classes.intro}>{t('briefs.app.intro')}</p>
        </div>
        {!search.new && <Button onClick={() => toggle(true)}>{t('briefs.app.new')}</Button>}
      </div>
      {search.new && <NewBriefPanel close={() => toggle(false)} />}
      <Section title={t('briefs.app.list')}>
        {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {!query.data && !query.error && <LoadingOutline height={240} />}
        {query.data?.length === 0 && (
          <EmptyState title={t('briefs.app.empty')}>
            <p>{t('briefs.app.emptyHint')}</p>
          </EmptyState>
        )}
        {query.data && query.data.length > 0 && <BriefsTable briefs={query.data} />}
      </Section>
    </>
  )
}

function BriefsTable({ briefs }: { briefs: readonly BriefSummary[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('briefs.app.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('briefs.app.name')}</th>
          <th scope="col">{t('briefs.app.edition')}</th>
          <th scope="col">{t('briefs.app.language')}</th>
          <th scope="col">{t('briefs.app.made')}</th>
          <th scope="col">{t('briefs.app.stateLabel')}</th>
        </tr>
      </thead>
      <tbody>
        {briefs.map((brief) => (
          <tr key={brief.id}>
            <th scope="row">
              <Link to="/briefs/$id" params={{ id: brief.id }}>
                {brief.title}
              </Link>{' '}
              {brief.demonstration && <DemonstrationTag />}
              <small>
                {t(`briefs.kind.${brief.template}`)}
                {brief.occasion && `, ${brief.occasion}`}
              </small>
            </th>
            <td className="num">{brief.edition}</td>
            <td>{isLocale(brief.locale) ? localeName[brief.locale] : brief.locale}</td>
            <td>{format.date(brief.createdAt)}</td>
            <td>
              <BriefState brief={brief} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
