import { type CoverageAnswer, countHeld } from '@observatory/domain/coverage'
import { economies, type Economy } from '@observatory/domain/economies'
import type { CatalogueAnswer } from '@observatory/domain/indicators'
import { areaName } from '@observatory/i18n/areas'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { useSession } from '../session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { BreakdownsPanel } from './BreakdownsPanel.tsx'
import { CoverageFilter } from './CoverageFilter.tsx'
import { CoverageFinding } from './CoverageFinding.tsx'
import classes from './CoveragePage.module.css'
import { MatrixKey } from './MatrixKey.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { OwnHolesPanel } from './OwnHolesPanel.tsx'
import { ReasonsPanel } from './ReasonsPanel.tsx'
import { spanOfYears } from './search.ts'

const route = getRouteApi('/coverage')

/** The front page of what is not known: economy by indicator by year. */
export function CoveragePage() {
  const t = useT()
  const { locale } = useLocale()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { membership } = useSession()
  useDocumentTitle(t('coverage.title'))
  const { asOf, topic, show } = search
  const [now] = useState(() => new Date())
  const span = spanOfYears(search, now)
  const past = asOf ? { asOf } : {}
  const coverage = useQuery({
    ...trpc.coverage.get.queryOptions({ ...span, ...past }),
    placeholderData: keepPreviousData,
  })
  const catalogue = useQuery(trpc.indicators.catalogue.queryOptions({ locale, ...past }))
  const names = useMemo(
    () => new Map(catalogue.data?.indicators.map(({ code, shortName }) => [code, shortName])),
    [catalogue.data],
  )
  const matrix = useMemo(() => placed(coverage.data, catalogue.data), [coverage.data, catalogue.data])
  const rows = useMemo(() => chosen(matrix, topic, show), [matrix, topic, show])

  const failed = coverage.error ?? catalogue.error
  if (failed)
    return <ErrorState error={failed} retry={() => void Promise.all([coverage.refetch(), catalogue.refetch()])} />
  if (!coverage.data || !catalogue.data) {
    return (
      <div className={classes.head}>
        <h1>{t('coverage.title')}</h1>
        <LoadingOutline height={520} />
      </div>
    )
  }
  const { periods } = coverage.data
  const own = membership.tenant.economy
  const shown: Economy = search.economy ?? economies.find((code) => code === own) ?? 'ALB'
  return (
    <>
      <CoverageFinding rows={rows} topic={topic} from={periods[0]!} to={periods.at(-1)!} count={periods.length} />
      <CoverageFilter
        search={search}
        span={span}
        topics={[...new Set(matrix.map((row) => row.topic))]}
        rows={rows}
        periods={periods}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      <MatrixKey />
      <div className={classes.economies} role="group" aria-label={t('coverage.matrix.economies')}>
        {economies.map((code) => (
          <button
            key={code}
            type="button"
            aria-pressed={code === shown}
            aria-label={`${areaName(code, locale, 'code')}, ${areaName(code, locale, 'name')}`}
            onClick={() =>
              void navigate({ search: (before) => ({ ...before, economy: code }), replace: true, resetScroll: false })
            }
          >
            {areaName(code, locale, 'code')}
          </button>
        ))}
      </div>
      {rows.length > 0 ? (
        <MatrixTable rows={rows} periods={periods} names={names} own={own} shown={shown} />
      ) : (
        <EmptyState title={t('coverage.empty.title')}>
          <p>{t('coverage.empty.text')}</p>
        </EmptyState>
      )}
      <ReasonsPanel rows={rows} periods={periods} names={names} />
      <div className={classes.two}>
        <BreakdownsPanel rows={rows} />
        <OwnHolesPanel rows={rows} economy={search.economy ?? own} names={names} />
      </div>
    </>
  )
}

type Rows = CoverageAnswer['indicators']

/**
 * The rows that are series of the six economies. Left out: invented series, which
 * fill no hole; figures of a part of an economy, which never stand for it; dates,
 * which are facts and not series.
 */
function placed(coverage: CoverageAnswer | undefined, catalogue: CatalogueAnswer | undefined): Rows {
  const entries = new Map(catalogue?.indicators.map((entry) => [entry.code, entry]))
  return (coverage?.indicators ?? []).filter(({ code }) => {
    const entry = entries.get(code)
    return entry !== undefined && !entry.demonstration && entry.subnationalOf === null && entry.kind !== 'date'
  })
}

function chosen(rows: Rows, topic: string | undefined, show: 'holes' | undefined): Rows {
  return rows.filter((row) => {
    if (topic !== undefined && row.topic !== topic) return false
    const { held, possible } = countHeld([row])
    return show === undefined || held < possible
  })
}
