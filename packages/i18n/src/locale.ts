/** The seven versions, in the order of the language menu. Serbian Latin is derived from Cyrillic; nothing else is. */
export const locales = ['en', 'sq', 'bs', 'cnr', 'mk', 'sr-Cyrl', 'sr-Latn'] as const

export type Locale = (typeof locales)[number]

export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text)
}

/** Each version's name in itself. */
export const localeName: Record<Locale, string> = {
  en: 'English',
  sq: 'Shqip',
  bs: 'Bosanski',
  cnr: 'Crnogorski',
  mk: 'Македонски',
  'sr-Cyrl': 'Српски (ћирилица)',
  'sr-Latn': 'Srpski (latinica)',
}

/** The `lang` attribute: it chooses letter forms, hyphens and the reading voice. */
export function htmlLang(locale: Locale): string {
  return locale
}

/**
 * The tag that `Intl` is asked with. Montenegrin has no data of its own there and
 * would fall back to Cyrillic, so it borrows Serbian Latin of Montenegro.
 */
export function intlTag(locale: Locale): string {
  const tags: Partial<Record<Locale, string>> = { en: 'en-GB', cnr: 'sr-Latn-ME', bs: 'bs-Latn' }
  return tags[locale] ?? locale
}

/** The version that best fits a reader's preferences, such as `navigator.languages`; English if none does. */
export function matchLocale(preferences: readonly string[]): Locale {
  for (const preference of preferences) {
    const tag = preference.toLowerCase()
    if (/^(cnr|sr-latn-me|sr-me)\b/.test(tag)) return 'cnr'
    if (/^sr-latn\b/.test(tag)) return 'sr-Latn'
    if (/^sr\b/.test(tag)) return 'sr-Cyrl'
    if (/^(bs|hr)\b/.test(tag)) return 'bs'
    const exact = locales.find((locale) => locale === tag.slice(0, 2))
    if (exact) return exact
  }
  return 'en'
}
