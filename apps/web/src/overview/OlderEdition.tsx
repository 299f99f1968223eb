import { Link } from '@tanstack/react-router'
import { useT } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'

/** Says that a past state is shown, and the way back to the newest. */
export function OlderEdition({ date }: { date: string }) {
  const t = useT()
  return (
    <Notice tone="care" title={t('overview.older.title', { date })}>
      <p>
        {t('overview.older.text')}{' '}
        <Link to="." search={(before) => ({ ...before, asOf: undefined })}>
          {t('overview.older.newest')}
        </Link>
      </p>
    </Notice>
  )
}
