import { Link } from '@tanstack/react-router'
import { Mark } from '../ui/glyphs.tsx'
import { useT } from '../ui/i18n.tsx'
import { AsOfPicker } from './AsOfPicker.tsx'
import classes from './Header.module.css'
import { IndicatorSearch } from './IndicatorSearch.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { OrganisationMenu } from './OrganisationMenu.tsx'
import { PhoneMenu } from './PhoneMenu.tsx'
import { PhoneStrip } from './PhoneStrip.tsx'
import { QuickExit } from './QuickExit.tsx'
import { useSections } from './sections.ts'

/** 104 px: who you are, which state of the figures, search, language and the way out; below it the sections. */
export function Header() {
  return (
    <header className={classes.top}>
      <div className="page">
        <div className={classes.bar}>
          <Brand />
          <span className={classes.wide}>
            <OrganisationMenu />
          </span>
          <span className={classes.grow} />
          <span className={classes.wide}>
            <AsOfPicker />
          </span>
          <IndicatorSearch />
          <span className={classes.wide}>
            <LanguageMenu />
          </span>
          <QuickExit />
          <span className={classes.narrow}>
            <PhoneMenu />
          </span>
        </div>
        <div className={classes.narrow}>
          <PhoneStrip />
        </div>
        <div className={classes.wide}>
          <SectionNav />
        </div>
      </div>
    </header>
  )
}

/** The header of a reader who has still to choose an organisation. */
export function BareHeader() {
  return (
    <header className={classes.top}>
      <div className="page">
        <div className={classes.bar}>
          <Brand />
          <span className={classes.grow} />
          <LanguageMenu />
          <QuickExit />
        </div>
      </div>
    </header>
  )
}

function Brand() {
  const t = useT()
  return (
    <Link to="/" className={classes.brand}>
      <Mark />
      <span>{t('app.name')}</span>
    </Link>
  )
}

function SectionNav() {
  const t = useT()
  return (
    <nav className={classes.nav} aria-label={t('app.nav.label')}>
      {useSections().map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
