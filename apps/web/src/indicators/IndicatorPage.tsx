import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { IndicatorAnswer } from '@observatory/domain/indicators'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { readingDay } from '../ui/reading-day.ts'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { ChartPanel } from './ChartPanel.tsx'
import { IndicatorAside } from './IndicatorAside.tsx'
import { IndicatorFoot } from './IndicatorFoot.tsx'
import { IndicatorHead } from './IndicatorHead.tsx'
import classes from './IndicatorPage.module.css'
import { TableTwin } from './TableTwin.tsx'
import { viewOf } from './view.ts'

const route = getRouteApi('/indicators/$code')

/** One indicator: what was found, the chart, the same figures as a table, and what the number is not. */
export function IndicatorPage() {
  const t = useT()
  const { locale } = useLocale()
  const { code } = route.useParams()
  const { asOf } = route.useSearch()
  const query = useQuery(trpc.indicators.get.queryOptions({ code, locale, ...(asOf ? { asOf } : {}) }))
  useDocumentTitle(query.data?.indicator.shortName ?? t('indicators.title'))
  if (query.error) {
    return (
      <div className={classes.head}>
        <h1>{code}</h1>
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      </div>
    )
  }
  if (!query.data) {
    return (
      <div className={classes.head}>
        <h1>{code}</h1>
        <LoadingOutline lines={3} />
        <LoadingOutline height={420} />
      </div>
    )
  }
  // What comes off the wire was made by the same schema; only the mark of a published cell is lost on the way.
  return <Indicator answer={query.data as unknown as IndicatorAnswer} />
}

function Indicator({ answer }: { answer: IndicatorAnswer }) {
  const search = route.useSearch()
  const [now] = useState(() => new Date())
  const today = readingDay(search.asOf, answer.edition, now)
  const view = useMemo(() => viewOf(answer, search, today), [answer, search, today])
  const part = { answer, view, today }
  return (
    <article className={answer.indicator.demonstration ? classes.demonstration : undefined}>
      <IndicatorHead {...part} />
      <div className={classes.grid}>
        <div className={classes.main}>
          <ChartPanel {...part} />
          <TableTwin {...part} />
        </div>
        <IndicatorAside {...part} />
      </div>
      <IndicatorFoot {...part} />
    </article>
  )
}
