const key = 'observatory.organisation'

/**
 * The slug of the organisation this tab works for, or null before one is chosen.
 *
 * It lives in sessionStorage, so that a member of two organisations can work in both, one a tab. It is a wish
 * and no right: the server checks the membership on every request.
 */
export function activeOrganisation(): string | null {
  return sessionStorage.getItem(key)
}

export function setActiveOrganisation(slug: string | null): void {
  if (slug === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, slug)
}
