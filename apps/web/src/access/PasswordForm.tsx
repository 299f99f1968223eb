import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { normalise, type Failure } from '../failure.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'
import classes from './AccountPage.module.css'
import { reasonOf } from './reason.ts'
import { shortestPassword } from './shortest-password.ts'

/** A new password ends every other session: whoever knew the old one is out. */
export function PasswordForm() {
  const t = useT()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => {
        setCurrent('')
        setPassword('')
      },
    }),
  )
  const failure = change.error ? normalise(change.error) : null
  const wrong = fieldsOf(failure)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ current, password })
      }}
    >
      <label className={wrong.current ? classes.wrong : ''}>
        {t('access.account.current')}
        {wrong.current && <span className={classes.problem}>{t('access.password.wrong')}</span>}
        <input
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={wrong.current}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
      </label>
      <label className={wrong.password ? classes.wrong : ''}>
        {t('access.account.new')}
        <small>{t('access.invitation.passwordHint', { count: shortestPassword })}</small>
        {wrong.password && <span className={classes.problem}>{t('access.password.too-easy')}</span>}
        <input
          type="password"
          autoComplete="new-password"
          required
          aria-invalid={wrong.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <div role="status">
        {change.isSuccess && (
          <Notice tone="done">
            <p>{t('access.account.changed')}</p>
          </Notice>
        )}
        {failure && !wrong.current && !wrong.password && (
          <Notice tone="stop">
            <p>{t(reasonOf(failure))}</p>
          </Notice>
        )}
      </div>
      <Button type="submit" disabled={change.isPending}>
        {t('access.account.change')}
      </Button>
    </form>
  )
}

function fieldsOf(failure: Failure | null): { current: boolean; password: boolean } {
  const paths = (failure?.problems ?? []).map(({ path }) => path.at(-1))
  return { current: paths.includes('current'), password: paths.includes('password') }
}
