import { areaName, type AreaForm } from '@observatory/i18n/areas'
import { formatter, type Format } from '@observatory/i18n/format'
import type { Locale } from '@observatory/i18n/locale'
import { loadMessages, translator, type Translate } from '@observatory/i18n/translate'

export interface Words {
  locale: Locale
  t: Translate
  format: Format
  area: (code: string, form?: AreaForm | 'code') => string
}

/** What the pages say in one version, from the catalogues themselves: a reworded label breaks no journey. */
export async function wordsOf(locale: Locale): Promise<Words> {
  const messages = await loadMessages(locale)
  return {
    locale,
    t: translator(locale, messages),
    format: formatter(locale),
    area: (code, form = 'name') => areaName(code, locale, form),
  }
}
