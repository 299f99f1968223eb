import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from './logger.ts'

/** Space of the advisory locks by which a worker shows that it lives. */
const lockSpace = 7_180_006
const interval = 10_000 // milliseconds

/**
 * Gives back the jobs of workers that died.
 *
 * graphile-worker leaves a job locked for four hours when its process is killed.
 * Here each worker holds an advisory lock for as long as its connection lives, so
 * that another can tell at once that it is gone, and takes over what it was doing.
 */
export async function adoptOrphans(
  jobsUrl: string,
  events: WorkerEvents,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const client = new pg.Client({ connectionString: jobsUrl, application_name: 'observatory worker life' })
  client.on('error', (error) => log.warn({ err: error }, 'connection that shows a worker alive was lost'))
  await client.connect()
  const own = new Set<string>()
  events.on('worker:create', ({ worker }) => {
    own.add(worker.workerId)
    client
      .query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, worker.workerId])
      .catch((error: unknown) => log.warn({ err: error }, 'worker could not show itself alive'))
  })
  const sweep = async () => {
    const { rows } = await client.query<{ lockedBy: string }>(
      'select distinct locked_by as "lockedBy" from graphile_worker.jobs where locked_by is not null',
    )
    for (const { lockedBy } of rows.filter((row) => !own.has(row.lockedBy))) {
      const { rows: answer } = await client.query<{ dead: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as dead',
        [lockSpace, lockedBy],
      )
      if (!answer[0]!.dead) continue
      await client.query('select graphile_worker.force_unlock_workers(array[$1])', [lockedBy])
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, lockedBy])
      log.warn({ worker: lockedBy }, 'took over the jobs of a worker that died')
    }
  }
  const guarded = () => sweep().catch((error: unknown) => log.warn({ err: error }, 'could not look for orphaned jobs'))
  await guarded()
  const timer = setInterval(() => void guarded(), interval)
  return {
    async stop() {
      clearInterval(timer)
      await client.end()
    },
  }
}
