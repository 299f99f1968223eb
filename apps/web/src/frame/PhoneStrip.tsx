import { useSession } from '../session.ts'
import { useLocale } from '../ui/i18n.tsx'
import { AsOfPicker } from './AsOfPicker.tsx'
import classes from './Header.module.css'
import { organisationName } from './organisation-name.ts'

/** On a small screen: whose view this is, and of which state of the figures. */
export function PhoneStrip() {
  const { membership } = useSession()
  const { locale } = useLocale()
  return (
    <div className={classes.strip}>
      <b>{organisationName(membership.tenant.name, locale)}</b>
      <AsOfPicker />
    </div>
  )
}
