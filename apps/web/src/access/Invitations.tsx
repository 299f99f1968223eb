import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MessageKey } from '@observatory/i18n/translate'
import { trpc } from '../api.ts'
import { normalise } from '../failure.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormat, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Section } from '../ui/Section.tsx'
import classes from './MembersPage.module.css'
import { reasonOf } from './reason.ts'

/** Invitations that can still be accepted; used, withdrawn and expired ones are in the audit. */
export function Invitations() {
  const t = useT()
  const { data, error, refetch } = useQuery(trpc.invitations.list.queryOptions())
  const open = data?.filter(({ state }) => state === 'open')
  return (
    <Section title={t('members.pending.title')}>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!open && !error && <LoadingOutline lines={2} />}
      {open?.length === 0 && <p className="muted">{t('members.pending.none')}</p>}
      {open && open.length > 0 && (
        <table className={classes.table}>
          <caption className="visually-hidden">{t('members.pending.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('members.invite.email')}</th>
              <th scope="col">{t('members.role')}</th>
              <th scope="col">{t('members.pending.until')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('members.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {open.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

interface Invitation {
  id: string
  email: string
  role: string
  invitedBy: string
  expiresAt: string
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useT()
  const format = useFormat()
  const [asked, setAsked] = useState(false)
  const cache = useQueryClient()
  const revoke = useMutation(
    trpc.invitations.revoke.mutationOptions({
      onSuccess: () => cache.invalidateQueries(trpc.invitations.pathFilter()),
    }),
  )
  return (
    <tr>
      <th scope="row">
        {invitation.email}
        <small>{t('members.pending.by', { name: invitation.invitedBy })}</small>
      </th>
      <td>{t(`members.roles.${invitation.role}.name` as MessageKey)}</td>
      <td>{format.date(invitation.expiresAt)}</td>
      <td>
        <Button variant="quiet" onClick={() => setAsked(true)}>
          {t('members.pending.revoke')}
        </Button>
        {asked && (
          <ConfirmDialog
            title={t('members.pending.revokeTitle', { email: invitation.email })}
            confirm={t('members.pending.revoke')}
            danger
            pending={revoke.isPending}
            problem={revoke.error ? t(reasonOf(normalise(revoke.error))) : null}
            onConfirm={() => revoke.mutate({ id: invitation.id })}
            onCancel={() => setAsked(false)}
          >
            <p>{t('members.pending.revokeText')}</p>
          </ConfirmDialog>
        )}
      </td>
    </tr>
  )
}
