import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useT } from '../ui/i18n.tsx'

/** For a lost device, or a session that the reader does not know. */
export function OtherSessions() {
  const t = useT()
  const end = useMutation(trpc.account.endOtherSessions.mutationOptions())
  return (
    <>
      <p>{t('access.account.sessionsText')}</p>
      <p>
        <Button variant="secondary" disabled={end.isPending} onClick={() => end.mutate()}>
          {t('access.account.endOthers')}
        </Button>
      </p>
      <p role="status">{end.data && t('access.account.ended', { count: end.data.ended })}</p>
      {end.error && <ErrorState error={end.error} />}
    </>
  )
}
