import pg from 'pg'
import type { Logger } from './logger.ts'

export interface Notifications {
  /**
   * Calls `heard` with the payload of each notification on a channel, and `missed`
   * when some may have been lost: whatever was remembered because of this channel
   * must be forgotten then.
   */
  on(channel: string, heard: (payload: string) => void, missed: () => void): void
  /** Whether notifications arrive at present; nothing that relies on them may be kept while they do not. */
  readonly live: boolean
  close(): Promise<void>
}

const again = 1000 // milliseconds between attempts to connect

/** Listens to Postgres on one connection of its own, and reconnects for as long as the process lives. */
export function listen(url: string, log: Logger): Notifications {
  const channels = new Map<string, { heard: (payload: string) => void; missed: () => void }[]>()
  let client: pg.Client | undefined
  let live = false
  let closed = false
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'observatory notifications',
      keepAlive: true,
    })
    client = next
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    next.on('notification', ({ channel, payload }) => {
      for (const listener of channels.get(channel) ?? []) listener.heard(payload ?? '')
    })
    try {
      await next.connect()
      for (const channel of channels.keys()) await next.query(`listen ${next.escapeIdentifier(channel)}`)
      // What was said before this moment was not heard.
      for (const listeners of channels.values()) for (const { missed } of listeners) missed()
      if (client === next && !closed) live = true
    } catch (error) {
      log.warn({ err: error }, 'cannot listen to the database')
      lost(next)
    }
  }

  function lost(which: pg.Client): void {
    if (client !== which) return
    client = undefined
    live = false
    for (const listeners of channels.values()) for (const { missed } of listeners) missed()
    which.end().catch(() => {})
    if (!closed) timer = setTimeout(() => void connect(), again)
  }

  void connect()
  return {
    get live() {
      return live
    },
    on(channel, heard, missed) {
      const isNew = !channels.has(channel)
      channels.set(channel, [...(channels.get(channel) ?? []), { heard, missed }])
      if (isNew && live)
        void client?.query(`listen ${client.escapeIdentifier(channel)}`).catch(() => client && lost(client))
    },
    async close() {
      closed = true
      live = false
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
