import { Menu } from '@mantine/core'
import { localeName, locales, type Locale } from '@observatory/i18n/locale'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Chevron, Tick } from '../ui/glyphs.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './Header.module.css'

/** The seven versions, each by its own name and in its own script. */
export function LanguageMenu() {
  const t = useT()
  const { locale } = useLocale()
  const choose = useChooseLocale()
  return (
    <Menu position="bottom-end" offset={4}>
      <Menu.Target>
        <button
          type="button"
          className={`${classes.control} ${classes.quiet}`}
          aria-label={t('app.language.label', { name: localeName[locale] })}
        >
          {localeName[locale]} <Chevron />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {locales.map((code) => (
          <Menu.Item
            key={code}
            lang={code}
            aria-current={code === locale}
            rightSection={code === locale ? <Tick /> : null}
            onClick={() => choose(code)}
          >
            {localeName[code]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
