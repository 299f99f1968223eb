import { Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api.ts'
import { Chevron, Clock } from '../ui/glyphs.tsx'
import { useFormat, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { asOfState, isOlder, type AsOfState } from './as-of.ts'
import classes from './Header.module.css'

const AsOfPanel = lazy(async () => ({ default: (await import('./AsOfPanel.tsx')).AsOfPanel }))

/** The state of the figures on this page, and the way to look at an earlier one; it is kept in the address. */
export function AsOfPicker() {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { state, older } = useAsOf()
  const words = useAsOfWords(state)
  const navigate = useNavigate()
  const choose = (asOf: string | undefined) => {
    setOpen(false)
    void navigate({ to: '.', search: (before) => ({ ...before, asOf }) })
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" offset={4} width={400} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${classes.control} ${older ? classes.older : ''}`}
          aria-label={t('app.asOf.button', { state: words })}
          aria-haspopup="dialog"
          onClick={() => setOpen(!open)}
        >
          <Clock />
          <span className={classes.key}>{t('app.asOf.label')}</span>
          <b>{words}</b>
          <Chevron />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.asOf.title')}>
        <Suspense fallback={<LoadingOutline lines={4} />}>
          <AsOfPanel state={state} choose={choose} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
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
