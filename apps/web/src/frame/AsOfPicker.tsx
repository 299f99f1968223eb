import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { trpc } from '../api.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Chevron, Clock } from '../ui/glyphs.tsx'
import { useFormat, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { asOfState, isOlder, type AsOfState } from './as-of.ts'
import classes from './Header.module.css'

const AsOfPanel = lazy(async () => ({ default: (await import('./AsOfPanel.tsx')).AsOfPanel }))

/** The state of the figures on this page, and the way to look at an earlier one; it is kept in the address. */
export function AsOfPicker() {
  const t = useT()
  const { state, older } = useAsOf()
  const words = useAsOfWords(state)
  const navigate = useNavigate()
  const label = (
    <>
      <Clock />
      <span className={classes.key}>{t('app.asOf.label')}</span>
      <b>{words}</b>
      <Chevron />
    </>
  )
  return (
    <Disclosure
      align="end"
      wide
      title={t('app.asOf.title')}
      buttonClass={`${classes.control} ${older ? classes.older : ''}`}
      label={label}
    >
      {(close) => (
        <Suspense fallback={<LoadingOutline lines={4} />}>
          <AsOfPanel
            state={state}
            choose={(asOf) => {
              close()
              void navigate({ to: '.', search: (before) => ({ ...before, asOf }) })
            }}
          />
        </Suspense>
      )}
    </Disclosure>
  )
}

export function useAsOf(): { state: AsOfState; older: boolean } {
  const { asOf } = useSearch({ strict: false })
  const { data } = useQuery(trpc.editions.list.queryOptions())
  const editions = data?.editions ?? []
  const state = asOfState(asOf, editions)
  return { state, older: isOlder(state, editions) }
}

/** "Edition p12, 22 November 2026" · "End of 3 May 2026" · "Newest edition". */
export function useAsOfWords(state: AsOfState): string {
  const t = useT()
  const format = useFormat()
  if (state.kind === 'newest') return t('app.asOf.newest')
  if (state.kind === 'day') return t('app.asOf.day', { date: format.date(state.day) })
  if (!state.edition) return t('app.asOf.editionShort', { code: state.code })
  const { sourceYear, publishedAt, code } = state.edition
  if (sourceYear !== null) return t('app.asOf.sourceYear', { year: String(sourceYear) })
  return t('app.asOf.edition', { code, date: format.date(publishedAt) })
}
