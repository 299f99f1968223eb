import { Menu } from '@mantine/core'
import { Link, useRouter } from '@tanstack/react-router'
import type { MessageKey } from '@observatory/i18n/translate'
import { signOut, switchOrganisation, useSession } from '../session.ts'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { Chevron, Tick } from '../ui/glyphs.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { organisationName } from './organisation-name.ts'
import classes from './Header.module.css'

/** Who the reader is here, the way to another organisation of theirs, their account, and out. */
export function OrganisationMenu() {
  const t = useT()
  const { locale } = useLocale()
  const { membership, memberships, user } = useSession()
  const name = organisationName(membership.tenant.name, locale)
  const role = t(`members.roles.${membership.role}.name` as MessageKey)
  return (
    <Menu position="bottom-start" width={340} offset={4}>
      <Menu.Target>
        <button type="button" className={classes.organisation} aria-label={t('app.organisation.label', { name, role })}>
          <span>
            {name} <span className={classes.role}>{role}</span>
          </span>
          {membership.tenant.demonstration && <DemonstrationTag />}
          <Chevron />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        {memberships.length > 1 && <OrganisationItems />}
        <Menu.Item renderRoot={(props) => <Link to="/account" {...props} />}>{t('app.nav.account')}</Menu.Item>
        <Menu.Item renderRoot={(props) => <Link to="/help" {...props} />}>{t('app.nav.help')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t('app.organisation.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function OrganisationItems() {
  const t = useT()
  const { locale } = useLocale()
  const router = useRouter()
  const { membership, memberships } = useSession()
  const change = async (slug: string) => {
    await switchOrganisation(slug)
    await router.navigate({ to: '/', search: {} })
    await router.invalidate()
  }
  return (
    <>
      <Menu.Label>{t('app.organisation.switch')}</Menu.Label>
      {memberships.map(({ tenant }) => (
        <Menu.Item
          key={tenant.slug}
          aria-current={tenant.slug === membership.tenant.slug}
          rightSection={tenant.slug === membership.tenant.slug ? <Tick /> : null}
          onClick={() => void change(tenant.slug)}
        >
          {organisationName(tenant.name, locale)} {tenant.demonstration && <DemonstrationTag />}
        </Menu.Item>
      ))}
      <Menu.Label>{t('app.organisation.otherTab')}</Menu.Label>
      <Menu.Divider />
    </>
  )
}
