import { useT } from '../ui/i18n.tsx'
import classes from './MembersPage.module.css'
import { roles } from './roles.ts'

/** What each role may do, in the order of what it adds. */
export function RoleList() {
  const t = useT()
  return (
    <dl className={classes.roles}>
      {roles.map((role) => (
        <div key={role}>
          <dt>{t(`members.roles.${role}.name`)}</dt>
          <dd>{t(`members.roles.${role}.text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
