import type { Locale } from '@observatory/i18n/locale'
import { toLatin } from '@observatory/i18n/transliterate'

/** An organisation's name in the reader's version; Serbian Latin is derived, and English is always there. */
export function organisationName(name: Record<string, string>, locale: Locale): string {
  const cyrillic = name['sr-Cyrl']
  if (locale === 'sr-Latn' && !name[locale] && cyrillic) return toLatin(cyrillic)
  return name[locale] ?? name['en'] ?? ''
}
