import { isLocale } from '@observatory/i18n/locale'
import { Outlet, useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { activeMembership, isSignedIn, sessionQuery } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ToastHost } from '../ui/ToastHost.tsx'
import { useAsOf, useAsOfWords } from './AsOfPicker.tsx'
import { Footer } from './Footer.tsx'
import { BareHeader, Header } from './Header.tsx'
import classes from './PageFrame.module.css'

/** What surrounds every page of a signed-in reader. */
export function PageFrame() {
  const t = useT()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const settled = isSignedIn(session) && activeMembership(session) !== null
  const main = useFocusOnNavigation()
  useLocaleOfAddress()
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('app.skip')}
      </a>
      {settled ? <Header /> : <BareHeader />}
      <main id="main" ref={main} className={`page ${classes.main}`} tabIndex={-1}>
        {settled && <OlderNotice />}
        <Outlet />
      </main>
      <Footer />
      <ToastHost />
    </>
  )
}

/** Ochre edge: these figures are not the newest, and the way to those that are. */
function OlderNotice() {
  const t = useT()
  const { state, older } = useAsOf()
  const words = useAsOfWords(state)
  const navigate = useNavigate()
  if (!older) return null
  return (
    <div className={classes.older}>
      <Notice tone="care">
        <p>{t('app.asOf.older', { state: words })}</p>
        <Button
          variant="quiet"
          onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, asOf: undefined }) })}
        >
          {t('app.asOf.toNewest')}
        </Button>
      </Notice>
    </div>
  )
}

/** A new page moves the focus to its content, as a page load would; a change of search parameters does not. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}

/** A link within the app may name another version than the one on screen. */
function useLocaleOfAddress() {
  const { lang } = useSearch({ strict: false })
  const { locale, setLocale } = useLocale()
  useEffect(() => {
    if (lang && isLocale(lang) && lang !== locale) void setLocale(lang)
  }, [lang, locale, setLocale])
}
