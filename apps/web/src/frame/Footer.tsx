import { footnote } from '@observatory/i18n/areas'
import { Link } from '@tanstack/react-router'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './Footer.module.css'

/** The note to Kosovo's asterisk is on every page, last; all six may be named on any of them. */
export function Footer() {
  const t = useT()
  const { locale } = useLocale()
  return (
    <footer className="page">
      <div className={classes.foot}>
        <p>* {footnote(locale)}</p>
        <p>
          <a href="/data/all.zip">{t('app.footer.data')}</a> · <Link to="/help">{t('app.footer.help')}</Link>
        </p>
      </div>
    </footer>
  )
}
