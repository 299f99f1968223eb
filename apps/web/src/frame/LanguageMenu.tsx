import { localeName, locales, type Locale } from '@observatory/i18n/locale'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { choiceClass, Disclosure } from '../ui/Disclosure.tsx'
import { Chevron, Tick } from '../ui/glyphs.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './Header.module.css'

/** The seven versions, each by its own name and in its own script. */
export function LanguageMenu() {
  const t = useT()
  const { locale } = useLocale()
  const choose = useChooseLocale()
  const label = (
    <>
      <span className="visually-hidden">{t('app.language.title')} </span>
      {localeName[locale]} <Chevron />
    </>
  )
  return (
    <Disclosure align="end" buttonClass={`${classes.control} ${classes.quiet}`} label={label}>
      {(close) =>
        locales.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            className={choiceClass}
            aria-current={code === locale}
            onClick={() => {
              close()
              choose(code)
            }}
          >
            {localeName[code]} {code === locale && <Tick />}
          </button>
        ))
      }
    </Disclosure>
  )
}

/** Changes the version here and, where the address names one, there as well: a reload must not undo the choice. */
export function useChooseLocale(): (locale: Locale) => void {
  const { setLocale } = useLocale()
  const { lang } = useSearch({ strict: false })
  const navigate = useNavigate()
  return (locale) => {
    void setLocale(locale)
    if (lang) void navigate({ to: '.', search: (before) => ({ ...before, lang: locale }), replace: true })
  }
}
