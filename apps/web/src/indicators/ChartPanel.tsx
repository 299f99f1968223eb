import type { Economy } from '@observatory/domain/economies'
import { economies as six } from '@observatory/domain/economies'
import { newestPlace } from '@observatory/domain/indicators'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import { useSession } from '../session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { ChartKey } from './ChartKey.tsx'
import { CopyButton } from './CopyButton.tsx'
import { EventList } from './EventList.tsx'
import { figureDataOf, numberedEvents, readingOf, textAlternative } from './figure-data.ts'
import type { Part } from './IndicatorHead.tsx'
import classes from './IndicatorPage.module.css'
import type { IndicatorSearch } from './search.ts'
import { useWords } from './use-words.ts'

// Recharts is fetched only where an interactive chart is.
const IndicatorChart = lazy(async () => ({ default: (await import('../charts/IndicatorChart.tsx')).IndicatorChart }))

const route = getRouteApi('/indicators/$code')

/** The switches, the key, the chart and its events. All that they change is in the address. */
export function ChartPanel({ answer, view }: Pick<Part, 'answer' | 'view'>) {
  const words = useWords()
  const { t } = words
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = useCallback(
    (next: Partial<IndicatorSearch>) =>
      void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false }),
    [navigate],
  )
  const events = useMemo(() => numberedEvents(answer, view), [answer, view])
  const marked = useMemo(
    () =>
      events.filter(
        ({ event }) => search.events === undefined || (search.events !== 'none' && search.events.includes(event.id)),
      ),
    [events, search.events],
  )
  const data = useMemo(() => figureDataOf(answer, view, marked, words), [answer, view, marked, words])
  const read = useCallback((slot: number) => readingOf(answer, view, slot, words), [answer, view, words])
  const spoken = useMemo(() => textAlternative(answer, view).map(words.say).join(' '), [answer, view, words])
  const held = [view.own, ...view.six.map(({ series }) => series)].some(
    (series) => series !== null && newestPlace(series) >= 0,
  )

  return (
    <section aria-label={t('indicators.chart')}>
      <Controls answer={answer} view={view} search={search} change={change} />
      {!held ? (
        <EmptyState title={t('indicators.empty.title')}>
          <p>{t('indicators.empty.text')}</p>
        </EmptyState>
      ) : !view.hasScale ? (
        <p className={classes.note}>
          {t(`indicators.noScale.${answer.indicator.kind === 'date' ? 'date' : 'category'}`)}
        </p>
      ) : search.view === 'table' ? null : (
        <>
          <ChartKey view={view} words={words} indicator={answer.indicator} />
          <figure className={classes.figure}>
            <Suspense fallback={<LoadingOutline height={500} />}>
              <IndicatorChart data={data} read={read} />
            </Suspense>
            <figcaption className="small muted">
              {view.measure === 'count' && view.hasRate ? <p>{t('indicators.countsHaveNoMedian')}</p> : null}
              <p className={classes.narrowOnly}>
                {six.map((code) => `${words.area(code, 'code')} ${words.area(code)}`).join(', ')}
              </p>
              <p className="visually-hidden">
                {spoken} {t('charts.keyboard')}
              </p>
            </figcaption>
          </figure>
          <EventList events={events} marked={marked} change={change} />
        </>
      )}
    </section>
  )
}

function Controls({
  answer,
  view,
  search,
  change,
}: Pick<Part, 'answer' | 'view'> & { search: IndicatorSearch; change: (next: Partial<IndicatorSearch>) => void }) {
  const words = useWords()
  const { t, format } = words
  const { membership } = useSession()
  const beside = Array.isArray(search.economies) ? 'some' : (search.economies ?? 'all')
  return (
    <div className={classes.bar}>
      {view.hasRate ? (
        <div className={classes.segments} role="group" aria-label={t('indicators.measure')}>
          {(['rate', 'count'] as const).map((measure) => (
            <button
              key={measure}
              type="button"
              aria-pressed={view.measure === measure}
              onClick={() => change({ measure: measure === 'rate' ? undefined : measure })}
            >
              {measure === 'rate' ? capital(words.per(answer.indicator)) : t('indicators.count')}
            </button>
          ))}
        </div>
      ) : null}
      {view.hasScale ? (
        <label className={classes.control}>
          {t('indicators.compareWith')}
          <select
            value={beside}
            onChange={({ target }) =>
              change({ economies: target.value === 'median' || target.value === 'none' ? target.value : undefined })
            }
          >
            <option value="all">{t('indicators.compare.all')}</option>
            <option value="median">{t('indicators.compare.median')}</option>
            <option value="none">{t('indicators.compare.none')}</option>
            {beside === 'some' ? (
              <option value="some">
                {format.list((search.economies as Economy[]).map((code) => words.area(code)))}
              </option>
            ) : null}
          </select>
        </label>
      ) : null}
      {membership.tenant.economy === null || search.economy ? (
        <label className={classes.control}>
          {t('indicators.highlight')}
          <select
            value={search.economy ?? ''}
            onChange={({ target }) => change({ economy: (target.value || undefined) as Economy | undefined })}
          >
            <option value="">
              {membership.tenant.economy ? t('indicators.highlightOwn') : t('indicators.highlightNone')}
            </option>
            {six.map((code) => (
              <option key={code} value={code}>
                {words.area(code)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {view.whole.length > 2 && answer.indicator.kind !== 'date' ? (
        <Years view={view} change={change} words={words} />
      ) : null}
      <span className={classes.acting}>
        {view.hasScale ? (
          <button
            type="button"
            className={classes.link}
            onClick={() => change({ view: search.view === 'table' ? undefined : 'table' })}
          >
            {search.view === 'table' ? t('indicators.showChart') : t('indicators.tableOnly')}
          </button>
        ) : null}
        <CopyButton text={() => location.href} label={t('indicators.copyLink')} quiet />
      </span>
    </div>
  )
}

function Years({
  view,
  change,
  words,
}: {
  view: Part['view']
  change: (next: Partial<IndicatorSearch>) => void
  words: ReturnType<typeof useWords>
}) {
  const { t, format } = words
  const years = [...new Set(view.whole.map((period) => period.slice(0, 4)))]
  const [first, last] = [view.span[0]!.slice(0, 4), view.span.at(-1)!.slice(0, 4)]
  return (
    <span className={classes.years}>
      <label className={classes.control}>
        {t('indicators.from')}
        <select
          value={first}
          onChange={({ target }) => change({ from: target.value === years[0] ? undefined : target.value })}
        >
          {years
            .filter((year) => year <= last)
            .map((year) => (
              <option key={year} value={year}>
                {format.period(year)}
              </option>
            ))}
        </select>
      </label>
      <label className={classes.control}>
        {t('indicators.to')}
        <select
          value={last}
          onChange={({ target }) => change({ to: target.value === years.at(-1) ? undefined : target.value })}
        >
          {years
            .filter((year) => year >= first)
            .map((year) => (
              <option key={year} value={year}>
                {format.period(year)}
              </option>
            ))}
        </select>
      </label>
    </span>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
