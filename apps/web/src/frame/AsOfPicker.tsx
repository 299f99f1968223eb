import type { Edition } from '@observatory/domain/observations'
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
  const { state, older, newest } = useAsOf()
  const words = useAsOfWords(state, newest)
  const navigate = useNavigate()
  const short = state.kind === 'newest' && newest ? t('app.asOf.editionShort', { code: newest.code }) : words
  const label = (
    <>
      <Clock />
      <span className={classes.key}>{t('app.asOf.label')}</span>
      <b className={classes.long}>{words}</b>
      <b className={classes.short}>{short}</b>
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

export function useAsOf(): { state: AsOfState; older: boolean; newest: Edition | null } {
  const { asOf } = useSearch({ strict: false })
  const { data } = useQuery(trpc.editions.list.queryOptions())
  const editions = data?.editions ?? []
  const state = asOfState(asOf, editions)
  return { state, older: isOlder(state, editions), newest: editions[0] ?? null }
}

/** "Edition p12, 22 November 2026" · "End of 3 May 2026" · "Sources up to 2021"; the newest edition is named once it is known. */
export function useAsOfWords(state: AsOfState, newest: Edition | null = null): string {
  const t = useT()
  const format = useFormat()
  if (state.kind === 'day') return t('app.asOf.day', { date: format.date(state.day) })
  const edition = state.kind === 'newest' ? newest : state.edition
  if (!edition) return state.kind === 'newest' ? t('app.asOf.newest') : t('app.asOf.editionShort', { code: state.code })
  if (state.kind === 'edition' && edition.sourceYear !== null) {
    return t('app.asOf.sourceYear', { year: String(edition.sourceYear) })
  }
  return t('app.asOf.edition', { code: edition.code, date: format.date(edition.publishedAt) })
}
