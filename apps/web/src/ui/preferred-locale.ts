import { isLocale, matchLocale, type Locale } from '@observatory/i18n/locale'

const key = 'observatory-locale'

/**
 * The language to begin with: the address (`?lang=`, so that a link can carry it), then what the reader
 * chose on this device, then the browser's languages, then English.
 */
export function preferredLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked && isLocale(asked)) return asked
  const stored = read()
  if (stored && isLocale(stored)) return stored
  return matchLocale(navigator.languages)
}

/** `?lang=pseudo` draws English made visible, which shows text that is in no catalogue. */
export function pseudoAsked(): boolean {
  return new URLSearchParams(location.search).get('lang') === 'pseudo'
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(key, locale)
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
