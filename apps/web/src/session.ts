import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { activeOrganisation, setActiveOrganisation } from './active-organisation.ts'
import { getJson, queryClient } from './api.ts'
import { normalise } from './failure.ts'

/** Role codes are the server's (packages/domain/src/access). */
export interface Membership {
  tenant: {
    id: string
    slug: string
    /** By locale; `en` is always there. */
    name: Record<string, string>
    kind: 'secretariat' | 'ministry' | 'ngo' | 'regional-body'
    economy: string | null
    demonstration: boolean
  }
  memberId: string
  role: string
}

export interface SignedIn {
  user: { id: string; name: string; email: string }
  operator: boolean
  memberships: Membership[]
}

export type Session = { user: null } | SignedIn

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson<Session>('/api/session', { signal }),
  staleTime: 60_000,
})

export const isSignedIn = (session: Session): session is SignedIn => session.user !== null

/**
 * The membership this tab works under: the chosen one if it still holds, else the only one there is.
 * With several and none chosen the answer is null and the reader is asked.
 */
export function activeMembership(session: SignedIn): Membership | null {
  const slug = activeOrganisation()
  const chosen = session.memberships.find((membership) => membership.tenant.slug === slug)
  if (chosen) return chosen
  const only = session.memberships.length === 1 ? session.memberships[0]! : null
  setActiveOrganisation(only?.tenant.slug ?? null)
  return only
}

/**
 * Changes the organisation of this tab, by a full load: an answer under way, a figure in memory or a line
 * already drawn of the first organisation cannot stand under the name of the second.
 */
export function switchOrganisation(slug: string, address = '/'): void {
  setActiveOrganisation(slug)
  location.assign(address)
}

/** The session and organisation inside pages that the router shows to signed-in readers only. */
export function useSession(): SignedIn & { membership: Membership } {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!isSignedIn(data)) throw new Error('a signed-in page was drawn without a session')
  const membership = activeMembership(data)
  if (!membership) throw new Error('a signed-in page was drawn without an organisation')
  return { ...data, membership }
}

/** Leaves for the sign-in page, which brings the reader back to `from` with all its state. */
export function goToSignIn(from = location.pathname + location.search + location.hash): void {
  const query = from === '/' ? '' : `?from=${encodeURIComponent(from)}`
  location.assign(`/sign-in${query}`)
}

/**
 * A page that asks for something after its session ended elsewhere leads to the sign-in page and back. A member
 * who was suspended meanwhile still has a session, and is told by the page that lists their organisations.
 */
export function leaveWhenSessionEnds(): void {
  queryClient.getQueryCache().config.onError = async (error) => {
    if (normalise(error).code !== 'unauthenticated') return
    // Asked apart from the cache: the pages on screen are drawn for a reader who is signed in.
    const session = await getJson<Session>('/api/session').catch(() => null)
    if (session === null) return
    if (isSignedIn(session)) location.assign('/choose-organisation')
    else goToSignIn()
  }
}

/** Ends the session on the server, then leaves the app, so that memory holds nothing of it. */
export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  setActiveOrganisation(null)
  queryClient.clear()
  location.assign('/sign-in')
}
