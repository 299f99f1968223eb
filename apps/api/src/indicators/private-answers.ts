import type { Acting } from '../access/acting.ts'

/** No copy outside the reader's own browser, and there only to be asked about (304). */
export const privately = {
  'Cache-Control': 'private, no-cache',
  Vary: 'Observatory-Organisation, Cookie, Accept-Encoding',
}

/** What decides which rows a member may see; with the state of the figures, the policy part of a cache key. */
export function fingerprint({ tenant, member }: Acting): string {
  return `${tenant.id} ${member.role}`
}
