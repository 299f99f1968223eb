import type { MessageKey } from '@observatory/i18n/translate'
import { Link } from '@tanstack/react-router'
import { signOut, switchOrganisation, useSession } from '../session.ts'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { choiceClass, Disclosure } from '../ui/Disclosure.tsx'
import { Chevron, Tick } from '../ui/glyphs.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import classes from './Header.module.css'
import { organisationName } from './organisation-name.ts'

/** Who the reader is here, the way to another organisation of theirs, their account, and out. */
export function OrganisationMenu() {
  const t = useT()
  const { memberships, user } = useSession()
  return (
    <Disclosure shrinks buttonClass={classes.organisation} label={<WhoIAm />}>
      {(close) => (
        <div className={classes.list}>
          <p className={classes.note}>{user.email}</p>
          {memberships.length > 1 && <OrganisationChoices />}
          <Link to="/account" className={choiceClass} onClick={close}>
            {t('app.nav.account')}
          </Link>
          <Link to="/help" className={choiceClass} onClick={close}>
            {t('app.nav.help')}
          </Link>
          <button type="button" className={choiceClass} onClick={() => void signOut()}>
            {t('app.organisation.signOut')}
          </button>
        </div>
      )}
    </Disclosure>
  )
}

function WhoIAm() {
  const t = useT()
  const { locale } = useLocale()
  const { membership } = useSession()
  return (
    <>
      <span>
        <span className="visually-hidden">{t('app.organisation.label')} </span>
        {organisationName(membership.tenant.name, locale)}{' '}
        <span className={classes.role}>
          {t(`members.roles.${membership.role}.name` as MessageKey)}{' '}
          {membership.tenant.demonstration && <DemonstrationTag />}
        </span>
      </span>
      <Chevron />
    </>
  )
}

function OrganisationChoices() {
  const t = useT()
  const { locale } = useLocale()
  const { membership, memberships } = useSession()
  return (
    <div className={classes.group}>
      <p className={classes.note}>{t('app.organisation.switch')}</p>
      {memberships.map(({ tenant }) => (
        <button
          key={tenant.slug}
          type="button"
          className={choiceClass}
          aria-current={tenant.slug === membership.tenant.slug}
          onClick={() => switchOrganisation(tenant.slug)}
        >
          <span>
            {organisationName(tenant.name, locale)} {tenant.demonstration && <DemonstrationTag />}
          </span>
          {tenant.slug === membership.tenant.slug && <Tick />}
        </button>
      ))}
      <p className={classes.note}>{t('app.organisation.otherTab')}</p>
    </div>
  )
}
