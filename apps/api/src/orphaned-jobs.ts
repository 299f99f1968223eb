import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from './logger.ts'

/** Space of the advisory locks by which a worker shows that it lives. */
const lockSpace = 7_180_006
const interval = 10_000 // milliseconds between looks for orphans
const again = 1000 // milliseconds between attempts to connect

/**
 * Gives back the jobs of workers that died.
 *
 * graphile-worker leaves a job locked for four hours when its process is killed.
 * Here each worker holds an advisory lock for as long as its connection lives, so
 * that another can tell at once that it is gone, and takes over what it was doing.
 *
 * NOTE: a lost connection gives the locks up although the worker lives. It connects
 * again within a second or so, and nobody looks for orphans on a connection younger
 * than the time between two looks: by then every worker that lives shows it again.
 */
export async function adoptOrphans(
  jobsUrl: string,
  events: WorkerEvents,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const own = new Set<string>()
  let client: pg.Client | undefined
  let connectedAt: number | undefined
  let stopped = false
  let reconnect: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: jobsUrl, application_name: 'observatory worker life' })
    client = next
    next.on('error', (error) => lost(next, error))
    next.on('end', () => lost(next))
    try {
      await next.connect()
      for (const workerId of own) await showAlive(next, workerId)
      connectedAt = Date.now()
    } catch (error) {
      lost(next, error)
    }
  }

  function lost(which: pg.Client, error?: unknown): void {
    if (client !== which || stopped) return
    client = undefined
    connectedAt = undefined
    log.warn({ err: error }, 'connection that shows a worker alive was lost')
    which.end().catch(() => {})
    reconnect = setTimeout(() => void connect(), again)
  }

  async function sweep(): Promise<void> {
    const asked = client
    if (!asked) return
    const { rows } = await asked.query<{ lockedBy: string }>(
      'select distinct locked_by as "lockedBy" from graphile_worker.jobs where locked_by is not null',
    )
    for (const { lockedBy } of rows.filter((row) => !own.has(row.lockedBy))) {
      const { rows: answer } = await asked.query<{ dead: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as dead',
        [lockSpace, lockedBy],
      )
      if (!answer[0]!.dead) continue
      await asked.query('select graphile_worker.force_unlock_workers(array[$1])', [lockedBy])
      await asked.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, lockedBy])
      log.warn({ worker: lockedBy }, 'took over the jobs of a worker that died')
    }
  }
  const guarded = () => sweep().catch((error: unknown) => log.warn({ err: error }, 'could not look for orphaned jobs'))

  events.on('worker:create', ({ worker }) => {
    own.add(worker.workerId)
    if (connectedAt === undefined) return
    showAlive(client!, worker.workerId).catch((error: unknown) =>
      log.warn({ err: error }, 'worker could not show itself alive'),
    )
  })
  await connect()
  await guarded()
  const timer = setInterval(() => {
    if (connectedAt !== undefined && Date.now() - connectedAt >= interval) void guarded()
  }, interval)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      clearTimeout(reconnect)
      await client?.end()
    },
  }
}

async function showAlive(client: pg.Client, workerId: string): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, workerId])
}
