import { StateMark } from '@observatory/charts/marks'
import { areaName } from '@observatory/i18n/areas'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './KeyLine.module.css'

/** One key for all charts of the page. */
export function KeyLine({ economy }: { economy: string | null }) {
  const t = useT()
  const { locale } = useLocale()
  return (
    <ul className={classes.key} aria-label={t('overview.key.label')}>
      {economy ? (
        <li>
          <svg width="26" height="10" aria-hidden="true">
            <path d="M0 5h20" stroke="var(--you)" strokeWidth="2.5" />
            <circle cx="21" cy="5" r="3.6" fill="var(--you)" />
          </svg>
          {areaName(economy, locale, 'name')}
        </li>
      ) : (
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <circle cx="6" cy="6" r="3.4" fill="var(--paper)" stroke="var(--other)" strokeWidth="1.6" />
          </svg>
          {t('overview.key.economies')}
        </li>
      )}
      <li>
        <svg width="24" height="10" aria-hidden="true">
          <path d="M0 5h24" stroke="var(--median)" strokeWidth="1.5" strokeDasharray="3 2" />
        </svg>
        {t('overview.key.median')}
      </li>
      <li>
        <svg width="22" height="12" aria-hidden="true">
          <rect width="22" height="12" fill="var(--band)" />
        </svg>
        {t('overview.key.band')}
      </li>
      {economy && (
        <li>
          <StateMark state="borrowed" />
          {t('overview.key.borrowed')}
        </li>
      )}
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M3 12L6 2M8 12l3-10" stroke="var(--care)" strokeWidth="1.8" />
        </svg>
        {t('overview.key.break')}
      </li>
      {economy && (
        <li>
          <StateMark state="missing" />
          {t('overview.key.missing')}
        </li>
      )}
    </ul>
  )
}
