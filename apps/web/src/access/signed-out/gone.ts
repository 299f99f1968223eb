import { element } from './element.ts'
import type { Page, Words } from './page.ts'

/** A used, expired, withdrawn or mistyped link: the four look the same to its holder, and only a new one helps. */
export function gonePage({ t }: Words, kind: 'invitation' | 'reset'): Page {
  return {
    title: t(`access.${kind}.gone`),
    content: [
      element('p', {}, t(`access.${kind}.goneText`)),
      element('p', {}, element('a', { attributes: { href: '/sign-in' } }, t('access.invitation.goOn'))),
    ],
  }
}
