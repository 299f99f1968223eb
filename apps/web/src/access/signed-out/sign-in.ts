import type { Failure } from '../../failure.ts'
import { element } from './element.ts'
import { field, passwordField } from './field.ts'
import { form } from './form.ts'
import type { Page, Words } from './page.ts'
import { returnAddress } from './return-address.ts'
import { send } from './send.ts'
import buttons from '../../ui/Button.module.css'
import classes from './SignedOut.module.css'

/** E-mail and password; where the account has a second factor, its code as a second step. */
export function signInPage({ t }: Words): Page {
  const address = returnAddress(location.search, location.origin)
  const email = field({ name: 'email', label: t('access.signIn.email'), type: 'email', autocomplete: 'username' })
  const password = passwordField({
    name: 'password',
    label: t('access.signIn.password'),
    autocomplete: 'current-password',
    show: t('access.signIn.show'),
  })
  const steps = element('div')
  steps.append(
    form({
      t,
      fields: [email, password],
      submit: t('access.signIn.submit'),
      explain: (failure) => explain(t, failure),
      send: async () => {
        const answer = await signIn(email.input.value, password.input.value)
        if (!answer.twoFactorRedirect) return location.replace(address)
        steps.replaceChildren(codeForm(t, address))
        steps.querySelector('input')?.focus()
      },
    }),
  )
  return {
    title: t('access.signIn.title'),
    content: [
      address !== '/' && element('p', { class: classes.quiet }, t('access.signIn.returning')),
      steps,
      element('p', { class: classes.quiet }, t('access.signIn.forgotten')),
    ].filter((part) => part !== false),
  }
}

export function signIn(email: string, password: string): Promise<{ twoFactorRedirect?: boolean }> {
  return send('/auth/sign-in/email', { email: email.trim(), password })
}

/** A wrong address and a wrong password are told apart by nobody. */
export function explain(t: Words['t'], failure: Failure): string | null {
  if (failure.code === 'unauthenticated') return t('access.signIn.wrong')
  if (failure.code === 'busy' && failure.status === 429)
    return t('access.signIn.tooMany', { seconds: failure.retryAfter ?? 60 })
  return null
}

function codeForm(t: Words['t'], address: string): Node {
  const holder = element('div')
  const draw = (backup: boolean) => {
    const code = field({
      name: 'code',
      label: t(backup ? 'access.signIn.backupCode' : 'access.signIn.code'),
      type: 'text',
      autocomplete: 'one-time-code',
      ...(backup ? {} : { hint: t('access.signIn.codeHint'), inputmode: 'numeric' }),
    })
    const other = element(
      'button',
      { class: `${buttons.button} ${buttons.quiet}`, attributes: { type: 'button' }, on: { click: () => draw(true) } },
      t('access.signIn.backup'),
    )
    holder.replaceChildren(
      form({
        t,
        fields: [code],
        submit: t('access.signIn.codeSubmit'),
        explain: (failure) =>
          failure.code === 'unauthenticated' || failure.code === 'invalid'
            ? t('access.signIn.codeWrong')
            : explain(t, failure),
        send: async () => {
          await send(`/auth/two-factor/${backup ? 'verify-backup-code' : 'verify-totp'}`, {
            code: code.input.value.trim(),
          })
          location.replace(address)
        },
      }),
      ...(backup ? [] : [other]),
    )
    code.input.focus()
  }
  draw(false)
  return holder
}
