import type { Locale } from '@observatory/i18n/locale'
import { translator, type Messages, type Translate } from '@observatory/i18n/translate'
import { mapMessages, toLatin } from '@observatory/i18n/transliterate'

/** The features whose words signed-out pages use; the rest of a catalogue stays with the app. */
type Part = Pick<Messages, 'access' | 'app' | 'errors' | 'members'>

/** Translator for the signed-out pages, from one locale's share of the catalogue. */
export async function signedOutTranslator(locale: Locale): Promise<Translate> {
  const part = await loadPart(locale)
  return translator(locale, part as Messages)
}

async function loadPart(locale: Locale): Promise<Part> {
  switch (locale) {
    case 'sr-Latn':
      return mapMessages((await import('./words/sr-Cyrl.ts')).default, toLatin) as Part
    case 'en':
      return (await import('./words/en.ts')).default
    case 'sq':
      return (await import('./words/sq.ts')).default as Part
    case 'bs':
      return (await import('./words/bs.ts')).default as Part
    case 'cnr':
      return (await import('./words/cnr.ts')).default as Part
    case 'mk':
      return (await import('./words/mk.ts')).default as Part
    case 'sr-Cyrl':
      return (await import('./words/sr-Cyrl.ts')).default
  }
}
