import { localeName, locales, type Locale } from '@observatory/i18n/locale'
import type { MessageKey } from '@observatory/i18n/translate'
import { useChooseLocale } from '../frame/LanguageMenu.tsx'
import { organisationName } from '../frame/organisation-name.ts'
import { ThemeSwitch } from '../frame/ThemeSwitch.tsx'
import { useSession } from '../session.ts'
import { useLocale, useT } from '../ui/i18n.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import classes from './AccountPage.module.css'
import { LeaveOrganisation } from './LeaveOrganisation.tsx'
import { OtherSessions } from './OtherSessions.tsx'
import { PasswordForm } from './PasswordForm.tsx'

/** What a person decides about themselves, and how these pages look on this device. */
export function AccountPage() {
  const t = useT()
  useDocumentTitle(t('access.account.title'))
  return (
    <>
      <h1 className={classes.title}>{t('access.account.title')}</h1>
      <div className={classes.columns}>
        <div>
          <Section title={t('access.account.who')}>
            <Person />
          </Section>
          <Section title={t('access.account.password')}>
            <PasswordForm />
          </Section>
        </div>
        <div>
          <Section title={t('access.account.view')} note={t('access.account.viewHint')}>
            <View />
          </Section>
          <Section title={t('access.account.sessions')}>
            <OtherSessions />
          </Section>
          <Section title={t('access.account.exit')}>
            <p>{t('help.exit.does')}</p>
            <p>{t('help.exit.cannot')}</p>
          </Section>
        </div>
      </div>
    </>
  )
}

function Person() {
  const t = useT()
  const { locale } = useLocale()
  const { user, memberships } = useSession()
  return (
    <dl className={classes.person}>
      <dt>{t('access.account.name')}</dt>
      <dd>{user.name}</dd>
      <dt>{t('access.account.email')}</dt>
      <dd>{user.email}</dd>
      <dt>{t('access.account.organisations')}</dt>
      {memberships.map(({ tenant, role }) => (
        <dd key={tenant.slug}>
          {organisationName(tenant.name, locale)}, {t(`members.roles.${role}.name` as MessageKey)}
        </dd>
      ))}
      <dd>
        <LeaveOrganisation />
      </dd>
    </dl>
  )
}

function View() {
  const t = useT()
  const { locale } = useLocale()
  const choose = useChooseLocale()
  return (
    <div className={classes.form}>
      <label>
        {t('access.account.language')}
        <select value={locale} onChange={(event) => choose(event.currentTarget.value as Locale)}>
          {locales.map((code) => (
            <option key={code} value={code} lang={code}>
              {localeName[code]}
            </option>
          ))}
        </select>
      </label>
      <ThemeSwitch />
    </div>
  )
}
