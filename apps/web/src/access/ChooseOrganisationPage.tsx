import { useSuspenseQuery } from '@tanstack/react-query'
import type { MessageKey } from '@observatory/i18n/translate'
import { organisationName } from '../frame/organisation-name.ts'
import { isSignedIn, sessionQuery, signOut, switchOrganisation } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import classes from './ChooseOrganisationPage.module.css'
import { returnAddress } from './signed-out/return-address.ts'

/** For a reader of several organisations who opens a new tab, and for one of none, who is told so. */
export function ChooseOrganisationPage() {
  const t = useT()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const memberships = isSignedIn(session) ? session.memberships : []
  const title = t(memberships.length > 0 ? 'access.choose.title' : 'access.choose.none')
  useDocumentTitle(title)
  return (
    <>
      <h1>{title}</h1>
      {memberships.length > 0 ? (
        <>
          <p className={classes.text}>{t('access.choose.text')}</p>
          <Choices />
        </>
      ) : (
        <EmptyState title={t('access.choose.noneText')}>
          <p>
            <Button variant="secondary" onClick={() => void signOut()}>
              {t('app.organisation.signOut')}
            </Button>
          </p>
        </EmptyState>
      )}
    </>
  )
}

function Choices() {
  const t = useT()
  const { locale } = useLocale()
  const { data: session } = useSuspenseQuery(sessionQuery)
  return (
    <ul className={classes.list}>
      {isSignedIn(session) &&
        session.memberships.map(({ tenant, role }) => (
          <li key={tenant.slug}>
            <button
              type="button"
              onClick={() => switchOrganisation(tenant.slug, returnAddress(location.search, location.origin))}
            >
              <b>{organisationName(tenant.name, locale)}</b> {tenant.demonstration && <DemonstrationTag />}
              <span>{t(`members.roles.${role}.name` as MessageKey)}</span>
            </button>
          </li>
        ))}
    </ul>
  )
}
