import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { organisationName } from '../frame/organisation-name.ts'
import { useSession } from '../session.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { MembersTable } from './MembersTable.tsx'
import classes from './MembersPage.module.css'
import { RoleList } from './RoleList.tsx'

/** Who may work for the organisation. The server lets administrators in only. */
export function MembersPage() {
  const t = useT()
  const { locale } = useLocale()
  const { membership } = useSession()
  const { data, error, refetch } = useQuery(trpc.members.list.queryOptions())
  useDocumentTitle(t('members.title'))
  return (
    <>
      <h1>{t('members.title')}</h1>
      <p className={classes.lead}>
        {t('members.lead', { organisation: organisationName(membership.tenant.name, locale) })}
      </p>
      <div className={classes.columns}>
        <div>
          <Section title={t('members.list')} note={data && t('members.count', { count: data.length })}>
            {error && <ErrorState error={error} retry={() => void refetch()} />}
            {!data && !error && <LoadingOutline height={240} />}
            {data && <MembersTable members={data} />}
          </Section>
          {!error && <Invitations />}
        </div>
        <aside>
          {!error && (
            <Section title={t('members.invite.title')}>
              <InviteForm />
            </Section>
          )}
          <Section title={t('members.roles.title')}>
            <RoleList />
          </Section>
        </aside>
      </div>
    </>
  )
}
