import type { Clock } from '../clock.ts'
import type { Notifications } from '../notifications.ts'
import type { Acting } from './acting.ts'

/** Milliseconds. How long a verified session may be believed without asking Postgres again. */
const lifetime = 1000
const capacity = 10_000

export interface SessionMemory {
  find(tokenHash: string, organisation: string): Acting | undefined
  /** Remembers what `verify` found out, unless access changed meanwhile or changes cannot be heard. */
  through(tokenHash: string, organisation: string, verify: () => Promise<Acting>): Promise<Acting>
}

/**
 * Verified sessions, each for at most a second.
 *
 * Postgres tells of every ended session and changed membership (`access_changed`,
 * migration 0002) and the person's entries are dropped at once; the lifetime is the
 * bound for a notification that is late. While none can be heard nothing is kept.
 */
export function makeSessionMemory(notifications: Notifications, clock: Clock): SessionMemory {
  const entries = new Map<string, { acting: Acting; until: number }>()
  let changes = 0

  notifications.on(
    'access_changed',
    (userId) => {
      changes++
      for (const [key, { acting }] of entries) if (acting.user.id === userId) entries.delete(key)
    },
    () => {
      changes++
      entries.clear()
    },
  )

  function find(tokenHash: string, organisation: string): Acting | undefined {
    const entry = entries.get(`${tokenHash} ${organisation}`)
    return entry && notifications.live && entry.until > clock().getTime() ? entry.acting : undefined
  }

  return {
    find,
    async through(tokenHash, organisation, verify) {
      const known = find(tokenHash, organisation)
      if (known) return known
      const before = changes
      const acting = await verify()
      if (notifications.live && changes === before) {
        if (entries.size >= capacity) entries.clear()
        const until = Math.min(clock().getTime() + lifetime, acting.sessionExpiresAt.getTime())
        entries.set(`${tokenHash} ${organisation}`, { acting, until })
      }
      return acting
    },
  }
}
