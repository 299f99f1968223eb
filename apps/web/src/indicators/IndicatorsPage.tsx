import type { CatalogueAnswer, CatalogueEntry } from '@observatory/domain/indicators'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { trpc } from '../api.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { GradeBadge } from '../ui/GradeBadge.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { CoverageStrips } from './CoverageStrips.tsx'
import { filterCatalogue, reachOf } from './filter-catalogue.ts'
import classes from './IndicatorsPage.module.css'
import type { IndicatorsSearch } from './search.ts'
import { useWords } from './use-words.ts'

const route = getRouteApi('/indicators')

/** The catalogue: every indicator by topic, with what is held of it at a glance. */
export function IndicatorsPage() {
  const t = useT()
  const { locale } = useLocale()
  const { asOf } = route.useSearch()
  useDocumentTitle(t('indicators.title'))
  const query = useQuery(trpc.indicators.catalogue.queryOptions({ locale, ...(asOf ? { asOf } : {}) }))
  return (
    <>
      <h1>{t('indicators.title')}</h1>
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <Catalogue answer={query.data} />
      ) : (
        <LoadingOutline height={480} />
      )}
    </>
  )
}

function Catalogue({ answer }: { answer: CatalogueAnswer }) {
  const { t, known } = useWords()
  const { membership } = useSession()
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (next: Partial<IndicatorsSearch>) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...next }), replace: true, resetScroll: false })
  const { economy } = membership.tenant
  const found = useDeferredValue(filterCatalogue(answer.indicators, search, economy))
  const span = reachOf(answer.indicators)
  const topics = answer.topics
    .map(({ code }) => ({ code, entries: found.filter(({ topic }) => topic === code) }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <>
      <p className={classes.intro}>
        {t('indicators.catalogue.intro', { count: answer.indicators.length })} {t('indicators.catalogue.key')}
      </p>
      <Filters answer={answer} search={search} change={change} economy={economy} />
      <p role="status" className={classes.results}>
        {t('indicators.catalogue.results', { count: found.length, all: answer.indicators.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState title={t('indicators.catalogue.emptyTitle')}>
          <p>{t('indicators.catalogue.emptyText')}</p>
          <p>
            <Button
              variant="secondary"
              onClick={() =>
                change({
                  q: undefined,
                  topic: undefined,
                  own: undefined,
                  benchmark: undefined,
                  demonstration: undefined,
                })
              }
            >
              {t('indicators.catalogue.clear')}
            </Button>
          </p>
        </EmptyState>
      ) : null}
      {topics.map(({ code, entries }) => (
        <Section
          key={code}
          title={known(`indicators.topics.${code}`) ?? code}
          note={t('indicators.catalogue.results', {
            count: entries.length,
            all: answer.indicators.filter(({ topic }) => topic === code).length,
          })}
        >
          <Topic name={known(`indicators.topics.${code}`) ?? code} entries={entries} span={span} />
        </Section>
      ))}
    </>
  )
}

interface FiltersProps {
  answer: CatalogueAnswer
  search: IndicatorsSearch
  change: (next: Partial<IndicatorsSearch>) => void
  economy: string | null
}

function Filters({ answer, search, change, economy }: FiltersProps) {
  const { t, known, area } = useWords()
  const [text, setText] = useState(search.q ?? '')
  const hasDemonstration = answer.indicators.some(({ demonstration }) => demonstration)
  return (
    <form role="search" className={classes.filters} onSubmit={(event) => event.preventDefault()}>
      <label className={classes.search}>
        <span>{t('indicators.catalogue.search')}</span>
        <input
          type="search"
          value={text}
          aria-describedby="catalogue-hint"
          onChange={({ target }) => {
            setText(target.value)
            change({ q: target.value.trim() === '' ? undefined : target.value })
          }}
        />
        <span id="catalogue-hint" className="small muted">
          {t('indicators.catalogue.searchHint')}
        </span>
      </label>
      <label>
        <span>{t('indicators.catalogue.topic')}</span>
        <select value={search.topic ?? ''} onChange={({ target }) => change({ topic: target.value || undefined })}>
          <option value="">{t('indicators.catalogue.allTopics')}</option>
          {answer.topics.map(({ code }) => (
            <option key={code} value={code}>
              {known(`indicators.topics.${code}`) ?? code}
            </option>
          ))}
        </select>
      </label>
      {hasDemonstration ? (
        <label>
          <span>{t('indicators.catalogue.demonstration')}</span>
          <select
            value={search.demonstration ?? ''}
            onChange={({ target }) =>
              change({ demonstration: (target.value || undefined) as IndicatorsSearch['demonstration'] })
            }
          >
            <option value="">{t('indicators.catalogue.demonstrationWith')}</option>
            <option value="without">{t('indicators.catalogue.demonstrationWithout')}</option>
            <option value="only">{t('indicators.catalogue.demonstrationOnly')}</option>
          </select>
        </label>
      ) : null}
      <div className={classes.checks}>
        {economy ? (
          <label>
            <input
              type="checkbox"
              checked={search.own ?? false}
              onChange={({ target }) => change({ own: target.checked || undefined })}
            />
            {t('indicators.catalogue.own', { economy_for: area(economy, 'for') })}
          </label>
        ) : null}
        <label>
          <input
            type="checkbox"
            checked={search.benchmark ?? false}
            onChange={({ target }) => change({ benchmark: target.checked || undefined })}
          />
          {t('indicators.catalogue.benchmark')}
        </label>
      </div>
    </form>
  )
}

function Topic({
  name,
  entries,
  span,
}: {
  name: string
  entries: readonly CatalogueEntry[]
  span: { from: number; to: number }
}) {
  const { t, known } = useWords()
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('indicators.catalogue.tableLabel', { topic: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicators.catalogue.name')}</th>
            <th scope="col">{t('indicators.catalogue.counts')}</th>
            <th scope="col">{t('indicators.catalogue.grade')}</th>
            <th scope="col">{t('indicators.catalogue.coverage', { from: String(span.from), to: String(span.to) })}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.code}>
              <th scope="row">
                <Link to="/indicators/$code" params={{ code: entry.code }}>
                  {entry.name}
                </Link>{' '}
                {entry.demonstration ? <DemonstrationTag /> : null}
                <span className={classes.code}>{entry.code}</span>
              </th>
              <td>{known(`indicators.counts.${entry.measures}`)}</td>
              <td>
                <GradeBadge grade={entry.grade} bias={entry.bias} />
              </td>
              <td>
                <CoverageStrips entry={entry} span={span} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
