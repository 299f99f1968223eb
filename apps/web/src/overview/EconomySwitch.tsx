import { economies } from '@observatory/domain/economies'
import { areaName } from '@observatory/i18n/areas'
import { Link } from '@tanstack/react-router'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './EconomySwitch.module.css'

/** The router may call a link current for exactly its address only; otherwise one's own would be current beside every other. */
const exactly = { exact: true, includeSearch: true }

/** Looks at another of the six. One's own economy, or all six for an organisation without one, needs nothing in the address. */
export function EconomySwitch({ economy, own }: { economy: string | null; own: string | null }) {
  const t = useT()
  const { locale } = useLocale()
  return (
    <nav className={classes.switch} aria-label={t('overview.economy.label')}>
      {own === null && (
        <Link
          to="/"
          aria-current={economy === null ? 'true' : undefined}
          activeOptions={exactly}
          search={(before) => ({ ...before, economy: undefined })}
        >
          {t('overview.economy.all')}
        </Link>
      )}
      {economies.map((code) => (
        <Link
          key={code}
          to="/"
          aria-current={code === economy ? 'true' : undefined}
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
