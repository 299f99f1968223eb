import type { MessageKey } from '@observatory/i18n/translate'
import { normalise } from '../failure.ts'
import { Button } from './Button.tsx'
import classes from './ErrorState.module.css'
import { useT } from './i18n.tsx'

/** Says what is so, why, and what can be done. `retry` is left out where trying again cannot help. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useT()
  const failure = normalise(error)
  const canRetry = ['offline', 'busy', 'defect', 'conflict'].includes(failure.code)
  return (
    <section className={classes.error} role="alert">
      <h2>{t(`errors.${failure.code}.title` as MessageKey)}</h2>
      <p>{t(`errors.${failure.code}.text` as MessageKey, failure.params)}</p>
      {failure.requestId && failure.code === 'defect' && (
        <p className="small muted">{t('errors.requestId', { id: failure.requestId })}</p>
      )}
      {retry && canRetry && (
        <p>
          <Button variant="secondary" onClick={retry}>
            {t('app.tryAgain')}
          </Button>
        </p>
      )}
    </section>
  )
}
