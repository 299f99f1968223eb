/**
 * Where to go after signing in: the `from` of the sign-in page's address, if it is a page of ours.
 * Anything else (another site, `//host`, `javascript:`) is the home page, so that no link can use us to send a reader away.
 */
export function returnAddress(search: string, origin: string): string {
  const from = new URLSearchParams(search).get('from')
  if (!from || !from.startsWith('/')) return '/'
  const url = URL.parse(from, origin)
  if (url?.origin !== origin || /^\/(sign-in|invitation|password)(\/|$)/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
