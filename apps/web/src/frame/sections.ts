import type { MessageKey } from '@observatory/i18n/translate'
import type { LinkProps } from '@tanstack/react-router'
import { useSession } from '../session.ts'

interface PageSection {
  to: NonNullable<LinkProps['to']>
  label: MessageKey
}

const forEveryone: PageSection[] = [
  { to: '/', label: 'app.nav.overview' },
  { to: '/indicators', label: 'app.nav.indicators' },
  { to: '/coverage', label: 'app.nav.coverage' },
  { to: '/briefs', label: 'app.nav.briefs' },
]

/** Looking after people is an administrator's; the server refuses anyone else. */
const forAdministrators: PageSection[] = [
  { to: '/members', label: 'app.nav.members' },
  { to: '/audit', label: 'app.nav.audit' },
]

/** The sections this reader can open, in their fixed order. */
export function useSections(): PageSection[] {
  const { membership } = useSession()
  return membership.role === 'admin' ? [...forEveryone, ...forAdministrators] : forEveryone
}
