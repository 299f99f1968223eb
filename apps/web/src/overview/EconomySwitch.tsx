import { economies } from '@observatory/domain/economies'
import { areaName } from '@observatory/i18n/areas'
import { Link } from '@tanstack/react-router'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './EconomySwitch.module.css'

/** A link is current only for exactly its economy: without one it would be current for all of them. */
const exactly = { exact: true, includeSearch: true, explicitUndefined: true }

/** Looks at another of the six. One's own economy, or all six for an organisation without one, needs nothing in the address. */
export function EconomySwitch({ economy, own }: { economy: string | null; own: string | null }) {
  const t = useT()
  const { locale } = useLocale()
  return (
    <nav className={classes.switch} aria-label={t('overview.economy.label')}>
      {own === null && (
        <Link to="/" activeOptions={exactly} search={(before) => ({ ...before, economy: undefined })}>
          {t('overview.economy.all')}
        </Link>
      )}
      {economies.map((code) => (
        <Link
          key={code}
          to="/"
          activeOptions={exactly}
          search={(before) => ({ ...before, economy: code === own ? undefined : code })}
          aria-label={`${areaName(code, locale, 'code')}, ${code === own ? t('overview.economy.own', { name: areaName(code, locale, 'name') }) : areaName(code, locale, 'name')}`}
          className={code === own ? classes.own : undefined}
        >
          {areaName(code, locale, 'code')}
        </Link>
      ))}
    </nav>
  )
}
