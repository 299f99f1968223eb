import type { BriefSummary } from '@observatory/domain/briefs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useT } from '../ui/i18n.tsx'
import { isUnderWay } from './brief-file.ts'
import classes from './briefs.module.css'

/** What can be done with a brief that has no file: wait and cancel, or try again and remove. */
export function BriefActions({ brief }: { brief: BriefSummary }) {
  const t = useT()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [isRemoving, setIsRemoving] = useState(false)
  const again = { onSuccess: () => cache.invalidateQueries(trpc.briefs.pathFilter()) }
  const retry = useMutation(trpc.briefs.retry.mutationOptions(again))
  const cancel = useMutation(trpc.briefs.cancel.mutationOptions(again))
  const remove = useMutation(
    trpc.briefs.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/briefs' })
        await cache.invalidateQueries(trpc.briefs.list.pathFilter())
      },
    }),
  )
  const error = retry.error ?? cancel.error ?? remove.error
  const byId = { id: brief.id }
  return (
    <>
      {error && <ErrorState error={error} />}
      <p className={classes.actions}>
        {isUnderWay(brief) ? (
          <Button variant="secondary" disabled={cancel.isPending} onClick={() => cancel.mutate(byId)}>
            {t('briefs.app.cancel')}
          </Button>
        ) : (
          <>
            <Button disabled={retry.isPending} onClick={() => retry.mutate(byId)}>
              {t('briefs.app.retry')}
            </Button>
            <Button variant="danger" disabled={remove.isPending} onClick={() => setIsRemoving(true)}>
              {t('briefs.app.remove')}
            </Button>
          </>
        )}
      </p>
      {isRemoving && (
        <ConfirmDialog
          title={t('briefs.app.remove')}
          confirm={t('briefs.app.remove')}
          danger
          pending={remove.isPending}
          onConfirm={() => remove.mutate(byId)}
          onCancel={() => setIsRemoving(false)}
        >
          <p>{t('briefs.app.removeConfirm')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
