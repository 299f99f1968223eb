import { useInfiniteQuery } from '@tanstack/react-query'
import { client, trpc } from '../api.ts'
import { organisationName } from '../frame/organisation-name.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import classes from './AuditPage.module.css'
import { eventSentence } from './event-sentence.ts'

/** What was done in the organisation, as sentences. The server lets administrators in only. */
export function AuditPage() {
  const t = useT()
  const { locale } = useLocale()
  const { membership } = useSession()
  useDocumentTitle(t('audit.title'))
  return (
    <>
      <h1>{t('audit.title')}</h1>
      <p className={classes.lead}>
        {t('audit.lead', { organisation: organisationName(membership.tenant.name, locale) })}
      </p>
      <Section title={t('audit.list')}>
        <Events />
      </Section>
    </>
  )
}

/** Fifty at a time; an event's id marks where the next page begins, so that new events move nothing. */
function Events() {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...trpc.audit.list.queryKey(), 'pages'],
    queryFn: ({ pageParam, signal }) => client.audit.list.query({ limit: 50, before: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <LoadingOutline height={320} />
  const events = data.pages.flatMap((page) => page.events)
  if (events.length === 0) return <EmptyState title={t('audit.none')} />
  return (
    <>
      <ol className={classes.events}>
        {events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at}>{format.dateTime(event.at)}</time>
            <span>{eventSentence(event, t)}</span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <p className={classes.more}>
          <Button variant="secondary" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </p>
      )}
    </>
  )
}
