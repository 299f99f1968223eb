import { createTranslator } from 'use-intl/core'
import { intlTag, type Locale } from './locale.ts'
import type { MessageKey, Messages } from './messages.ts'
import { pseudo } from './pseudo.ts'
import { mapMessages, toLatin } from './transliterate.ts'

export type { MessageKey, Messages } from './messages.ts'

/** Gives the text of a key, its ICU arguments filled in. */
export type Translate = (key: MessageKey, params?: Record<string, string | number>) => string

/** The catalogue of one version, loaded on its own so that a reader fetches one. `pseudo` is English made visible, for finding hard-coded text. */
export async function loadMessages(locale: Locale | 'pseudo'): Promise<Messages> {
  switch (locale) {
    case 'en':
      return (await import('./catalogue/en.ts')).default
    case 'sq':
      return (await import('./catalogue/sq.ts')).default
    case 'bs':
      return (await import('./catalogue/bs.ts')).default
    case 'cnr':
      return (await import('./catalogue/cnr.ts')).default
    case 'mk':
      return (await import('./catalogue/mk.ts')).default
    case 'sr-Cyrl':
      return (await import('./catalogue/sr-Cyrl.ts')).default
    case 'sr-Latn':
      return mapMessages((await import('./catalogue/sr-Cyrl.ts')).default, toLatin)
    case 'pseudo':
      return mapMessages((await import('./catalogue/en.ts')).default, pseudo)
  }
}

/**
 * Many browsers carry no data of these languages and would count in English. The tags beside them choose the same
 * forms and write whole numbers alike; Serbian has one form more, and a message without it uses its last.
 */
const messageTags: Partial<Record<Locale, string>> = { sq: 'nb', bs: 'sr-Latn', mk: 'sr-Cyrl' }

/** A key that no catalogue has is shown as itself: a defect that the completeness test keeps out of a release. */
export function translator(locale: Locale, messages: Messages): Translate {
  const translate = createTranslator({
    locale: messageTags[locale] ?? intlTag(locale),
    messages: messages as unknown as Record<string, string>,
    onError: () => {},
    getMessageFallback: ({ key }) => key,
  })
  return (key, params) => translate(key as never, params as never)
}
