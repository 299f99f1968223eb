import { localeName, locales, type Locale } from '@observatory/i18n/locale'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { signOut, switchOrganisation, useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { Bars } from '../ui/glyphs.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './Header.module.css'
import { useChooseLocale } from './LanguageMenu.tsx'
import { organisationName } from './organisation-name.ts'
import { useSections } from './sections.ts'

/** Everything the bar of a wide screen offers, in one dialog; the browser's own, which keeps the focus inside. */
export function PhoneMenu() {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  return (
    <>
      <button
        type="button"
        className={classes.control}
        aria-label={t('app.nav.menu')}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Bars />
      </button>
      <dialog ref={dialog} className={classes.menu} aria-label={t('app.nav.menu')}>
        <Button variant="quiet" className={classes.menuClose} onClick={close}>
          {t('app.nav.closeMenu')}
        </Button>
        <MenuLinks close={close} />
        <MenuChoices close={close} />
        <Button variant="secondary" onClick={() => void signOut()}>
          {t('app.organisation.signOut')}
        </Button>
      </dialog>
    </>
  )
}

function MenuLinks({ close }: { close: () => void }) {
  const t = useT()
  const sections = useSections()
  return (
    <nav aria-label={t('app.nav.label')}>
      {sections.map(({ to, label }) => (
        <Link key={to} to={to} onClick={close} activeOptions={{ exact: to === '/', includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
      <Link to="/account" onClick={close}>
        {t('app.nav.account')}
      </Link>
      <Link to="/help" onClick={close}>
        {t('app.nav.help')}
      </Link>
    </nav>
  )
}

function MenuChoices({ close }: { close: () => void }) {
  const t = useT()
  const { locale } = useLocale()
  const chooseLocale = useChooseLocale()
  const { membership, memberships } = useSession()
  return (
    <>
      {memberships.length > 1 && (
        <label>
          <span>{t('app.organisation.switch')}</span>
          <select
            value={membership.tenant.slug}
            onChange={(event) => {
              close()
              switchOrganisation(event.currentTarget.value)
            }}
          >
            {memberships.map(({ tenant }) => (
              <option key={tenant.slug} value={tenant.slug}>
                {organisationName(tenant.name, locale)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('app.language.title')}</span>
        <select value={locale} onChange={(event) => chooseLocale(event.currentTarget.value as Locale)}>
          {locales.map((code) => (
            <option key={code} value={code} lang={code}>
              {localeName[code]}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
