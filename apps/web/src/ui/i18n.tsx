import { formatter, type Format } from '@observatory/i18n/format'
import { htmlLang, type Locale } from '@observatory/i18n/locale'
import { loadMessages, translator, type Messages, type Translate } from '@observatory/i18n/translate'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { preferredLocale, pseudoAsked, rememberLocale } from './preferred-locale.ts'

interface Language {
  locale: Locale
  t: Translate
  format: Format
  setLocale: (locale: Locale) => Promise<void>
}

const LanguageContext = createContext<Language | null>(null)

/** What the first paint needs: the reader's locale and its catalogue, of which only one is ever loaded. */
export async function firstLanguage(): Promise<{ locale: Locale; messages: Messages }> {
  const locale = preferredLocale()
  const messages = await loadMessages(pseudoAsked() ? 'pseudo' : locale)
  document.documentElement.lang = htmlLang(locale)
  return { locale, messages }
}

export function LanguageProvider(props: { first: { locale: Locale; messages: Messages }; children: ReactNode }) {
  const [{ locale, messages }, setLanguage] = useState(props.first)

  const setLocale = useCallback(async (next: Locale) => {
    const loaded = await loadMessages(next)
    rememberLocale(next)
    document.documentElement.lang = htmlLang(next)
    setLanguage({ locale: next, messages: loaded })
  }, [])

  const language = useMemo<Language>(
    () => ({ locale, t: translator(locale, messages), format: formatter(locale), setLocale }),
    [locale, messages, setLocale],
  )
  return <LanguageContext value={language}>{props.children}</LanguageContext>
}

function useLanguage(): Language {
  const language = use(LanguageContext)
  if (!language) throw new Error('LanguageProvider is missing above this component')
  return language
}

/** `const t = useT(); t('overview.title')` */
export const useT = (): Translate => useLanguage().t

/** Numbers, dates, periods and lists in the reader's language. */
export const useFormat = (): Format => useLanguage().format

export function useLocale(): { locale: Locale; setLocale: (locale: Locale) => Promise<void> } {
  const { locale, setLocale } = useLanguage()
  return { locale, setLocale }
}
