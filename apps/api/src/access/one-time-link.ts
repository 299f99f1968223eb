import { createHash, randomBytes } from 'node:crypto'

/**
 * A one-time link: the token stands after `#`, so that it reaches no server log
 * and no `Referer`; we keep its hash alone.
 */
export function makeLink(url: string, page: 'invitation' | 'password'): { link: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { link: `${url}/${page}#${token}`, tokenHash: hashOf(token) }
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
