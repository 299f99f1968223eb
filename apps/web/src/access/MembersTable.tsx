import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { normalise } from '../failure.ts'
import { useFormat, useT } from '../ui/i18n.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/toast.ts'
import { MemberActions } from './MemberActions.tsx'
import classes from './MembersPage.module.css'
import { reasonOf } from './reason.ts'
import { roles } from './roles.ts'
import type { Role } from '@observatory/domain/access'

export interface Member {
  memberId: string
  name: string
  email: string | null
  role: string
  suspendedAt: string | null
  signedInAt: string | null
  sessions: number
  twoFactor: boolean
  you: boolean
}

export function MembersTable({ members }: { members: readonly Member[] }) {
  const t = useT()
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('members.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('members.person')}</th>
          <th scope="col">{t('members.role')}</th>
          <th scope="col">{t('members.signedIn')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('members.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow key={member.memberId} member={member} />
        ))}
      </tbody>
    </table>
  )
}

function MemberRow({ member }: { member: Member }) {
  const t = useT()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        {member.name} {member.you && <Tag tone="you">{t('members.you')}</Tag>}
        {member.suspendedAt && (
          <Tag tone="care">{t('members.suspendedSince', { date: format.date(member.suspendedAt) })}</Tag>
        )}
        <small>{member.email ?? t('members.service')}</small>
      </th>
      <td>
        <RoleChoice member={member} />
      </td>
      <td>
        {member.signedInAt ? format.dateTime(member.signedInAt) : t('members.notSignedIn')}
        <small>{member.twoFactor ? t('members.twoFactor') : t('members.passwordOnly')}</small>
      </td>
      <td>{member.email && <MemberActions member={member} />}</td>
    </tr>
  )
}

/** Changing a role takes effect at once; the server refuses to leave an organisation without an administrator. */
function RoleChoice({ member }: { member: Member }) {
  const t = useT()
  const cache = useQueryClient()
  const change = useMutation(
    trpc.members.changeRole.mutationOptions({
      onSuccess: (_, { role }) =>
        toast(t('members.roleChanged', { name: member.name, role: t(`members.roles.${role}.name`) })),
      onError: (error) => void toast(t(reasonOf(normalise(error)))),
      onSettled: () => cache.invalidateQueries(trpc.members.pathFilter()),
    }),
  )
  return (
    <select
      aria-label={t('members.roleOf', { name: member.name })}
      value={change.isPending ? change.variables.role : member.role}
      disabled={member.email === null}
      onChange={(event) => change.mutate({ memberId: member.memberId, role: event.currentTarget.value as Role })}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`members.roles.${role}.name`)}
        </option>
      ))}
    </select>
  )
}
