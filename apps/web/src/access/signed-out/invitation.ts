import type { MessageKey } from '@observatory/i18n/translate'
import { organisationName } from '../../frame/organisation-name.ts'
import { normalise } from '../../failure.ts'
import { element } from './element.ts'
import { field, passwordField } from './field.ts'
import { form } from './form.ts'
import { gonePage } from './gone.ts'
import type { Page, Words } from './page.ts'
import { callProcedure, tokenOfAddress } from './send.ts'
import { explain, signIn } from './sign-in.ts'
import { shortestPassword } from '../shortest-password.ts'
import classes from './SignedOut.module.css'

/** What `invitations.show` answers. */
interface Invitation {
  email: string
  role: string
  tenant: { name: Record<string, string> }
  hasAccount: boolean
  expiresAt: string
  state: 'open' | 'accepted' | 'revoked' | 'expired'
}

/** Joining an organisation: with a new account, or with the one that the invited address has. */
export async function invitationPage(words: Words): Promise<Page> {
  const { t, format, locale } = words
  const token = tokenOfAddress()
  const invitation = await callProcedure<Invitation>('invitations.show', { token }).catch((error: unknown) => {
    if (['not-found', 'invalid'].includes(normalise(error).code)) return null
    throw error
  })
  if (invitation?.state !== 'open') return gonePage(words, 'invitation')
  const organisation = organisationName(invitation.tenant.name, locale)
  return {
    title: t('access.invitation.title', { organisation }),
    content: [
      element(
        'p',
        { class: classes.lead },
        t('access.invitation.intro', { organisation, role: t(`members.roles.${invitation.role}.name` as MessageKey) }),
      ),
      element('p', {}, t(`members.roles.${invitation.role}.text` as MessageKey)),
      element('p', {}, t('access.invitation.for', { email: invitation.email })),
      invitation.hasAccount ? signInToJoin(words, invitation, token) : newAccount(words, invitation, token),
      element(
        'p',
        { class: classes.quiet },
        t('access.invitation.expires', { date: format.dateTime(invitation.expiresAt) }),
      ),
    ],
  }
}

function newAccount({ t }: Words, { email }: Invitation, token: string): Node {
  const name = field({
    name: 'name',
    label: t('access.invitation.name'),
    type: 'text',
    autocomplete: 'name',
    hint: t('access.invitation.nameHint'),
  })
  const password = passwordField({
    name: 'password',
    label: t('access.invitation.password'),
    autocomplete: 'new-password',
    show: t('access.signIn.show'),
    hint: t('access.invitation.passwordHint', { count: shortestPassword }),
  })
  return form({
    t,
    fields: [name, password],
    submit: t('access.invitation.submit'),
    explain: (failure) => explain(t, failure),
    send: async () => {
      await callProcedure('invitations.accept', { token, name: name.input.value, password: password.input.value })
      await signIn(email, password.input.value)
      location.replace('/')
    },
  })
}

function signInToJoin({ t }: Words, { email }: Invitation, token: string): Node {
  const password = passwordField({
    name: 'password',
    label: t('access.invitation.ownPassword'),
    autocomplete: 'current-password',
    show: t('access.signIn.show'),
    hint: t('access.invitation.known'),
  })
  return form({
    t,
    fields: [password],
    submit: t('access.invitation.submit'),
    explain: (failure) => explain(t, failure),
    send: async () => {
      await signIn(email, password.input.value)
      await callProcedure('invitations.accept', { token })
      location.replace('/')
    },
  })
}
