import type { Format } from '@observatory/i18n/format'
import type { Locale } from '@observatory/i18n/locale'
import type { Translate } from '@observatory/i18n/translate'

/** What a signed-out page is made with. It gives its title and its content, which may be replaced later. */
export interface Words {
  t: Translate
  format: Format
  locale: Locale
}

export interface Page {
  title: string
  content: Node[]
}
