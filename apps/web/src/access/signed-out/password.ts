import { normalise } from '../../failure.ts'
import { element } from './element.ts'
import { passwordField } from './field.ts'
import { form } from './form.ts'
import { gonePage } from './gone.ts'
import type { Page, Words } from './page.ts'
import { callProcedure, tokenOfAddress } from './send.ts'
import buttons from '../../ui/Button.module.css'
import { shortestPassword } from '../shortest-password.ts'
import classes from './SignedOut.module.css'

/** Setting a forgotten password, by the link that an administrator handed over. */
export async function passwordPage(words: Words): Promise<Page> {
  const { t } = words
  const token = tokenOfAddress()
  const link = await callProcedure<{ email: string }>('passwordLinks.show', { token }).catch((error: unknown) => {
    if (['not-found', 'invalid'].includes(normalise(error).code)) return null
    throw error
  })
  if (!link) return gonePage(words, 'reset')
  const password = passwordField({
    name: 'password',
    label: t('access.reset.password'),
    autocomplete: 'new-password',
    show: t('access.signIn.show'),
    hint: t('access.invitation.passwordHint', { count: shortestPassword }),
  })
  const holder = element('div')
  holder.append(
    form({
      t,
      fields: [password],
      submit: t('access.reset.submit'),
      send: async () => {
        await callProcedure('passwordLinks.redeem', { token, password: password.input.value })
        const onwards = element(
          'a',
          { class: `${buttons.button} ${buttons.primary}`, attributes: { href: '/sign-in' } },
          t('access.invitation.goOn'),
        )
        holder.replaceChildren(
          element('p', { class: classes.lead, attributes: { role: 'status' } }, t('access.reset.done')),
          onwards,
        )
        onwards.focus()
      },
    }),
  )
  return {
    title: t('access.reset.title'),
    content: [
      element('p', {}, t('access.reset.for', { email: link.email })),
      element('p', { class: classes.quiet }, t('access.reset.ends')),
      holder,
    ],
  }
}
