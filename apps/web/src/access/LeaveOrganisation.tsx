import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { setActiveOrganisation } from '../active-organisation.ts'
import { trpc } from '../api.ts'
import { normalise } from '../failure.ts'
import { organisationName } from '../frame/organisation-name.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { reasonOf } from './reason.ts'

/** Ends the reader's own membership; the last administrator is told why not. */
export function LeaveOrganisation() {
  const t = useT()
  const { locale } = useLocale()
  const { membership } = useSession()
  const [asked, setAsked] = useState(false)
  const organisation = organisationName(membership.tenant.name, locale)
  const leave = useMutation(
    trpc.account.leave.mutationOptions({
      onSuccess: () => {
        // A full load, so that nothing of the organisation stays in memory.
        setActiveOrganisation(null)
        location.assign('/')
      },
    }),
  )
  return (
    <>
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {t('access.account.leave.title', { organisation })}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t('access.account.leave.ask', { organisation })}
          confirm={t('access.account.leave.button')}
          danger
          pending={leave.isPending}
          problem={leave.error ? t(reasonOf(normalise(leave.error))) : null}
          onConfirm={() => leave.mutate()}
          onCancel={() => setAsked(false)}
        >
          <p>{t('access.account.leave.text', { organisation })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
