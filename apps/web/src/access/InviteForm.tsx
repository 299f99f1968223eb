import type { Role } from '@observatory/domain/access'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { normalise } from '../failure.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'
import classes from './MembersPage.module.css'
import { OneTimeLink } from './OneTimeLink.tsx'
import { reasonOf } from './reason.ts'
import { roles } from './roles.ts'

/** Makes a link for one address and one role; the administrator hands it over, since no mail is sent. */
export function InviteForm() {
  const t = useT()
  const cache = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({
      onSuccess: () => cache.invalidateQueries(trpc.invitations.pathFilter()),
    }),
  )
  const close = () => {
    invite.reset()
    setEmail('')
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        invite.mutate({ email: email.trim(), role })
      }}
    >
      <p className="small muted">{t('members.invite.text')}</p>
      <label>
        {t('members.invite.email')}
        <input
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <label>
        {t('members.role')}
        <select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
          {roles.map((code) => (
            <option key={code} value={code}>
              {t(`members.roles.${code}.name`)}
            </option>
          ))}
        </select>
      </label>
      {invite.error && (
        <Notice tone="stop" live>
          <p>{t(reasonOf(normalise(invite.error)))}</p>
        </Notice>
      )}
      <Button type="submit" disabled={invite.isPending}>
        {t('members.invite.submit')}
      </Button>
      {invite.data && <OneTimeLink title={t('members.invite.linkTitle', { email })} link={invite.data} close={close} />}
    </form>
  )
}
