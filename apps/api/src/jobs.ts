import { EventEmitter } from 'node:events'
import type { WriteTx } from '@observatory/db/tenancy'
import type { Permission, Role } from '@observatory/domain/access'
import type { Runner, WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import { requirePermission } from './access/acting.ts'
import type { Context } from './context.ts'
import { adoptOrphans } from './orphaned-jobs.ts'

/** The member who asked for a job, as they are when it runs. */
export interface Requester {
  actor: { userId: string; tenantId: string }
  user: { id: string; name: string; email: string }
  member: { id: string; role: Role }
}

export interface Job {
  context: Context
  /** Work through `readAs(context.db.app, requester.actor, …)` and `writeAs`. */
  requester: Requester
  payload: unknown
}

export interface Task {
  /** What the requester must still be allowed to do when the job runs. */
  permission: Permission
  run(job: Job): Promise<void>
}

/** Adds a job in the caller's transaction: it exists if the transaction commits. `payload` holds ids, never figures. */
export async function enqueue(tx: WriteTx, task: string, payload: Record<string, unknown>): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select jobs.enqueue(${task}, ${JSON.stringify(payload)}::jsonb) as id`.execute(tx)
  return rows[0]!.id
}

/** Makes or updates graphile-worker's own schema, as role `jobs`. Runs after our migrations. */
export async function installJobs(jobsUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: jobsUrl, logger: new Logger(() => () => {}) })
}

/** Polls the queue as role `jobs`; each task does its work as `app`, on behalf of the member who asked. */
export async function startWorker(context: Context, tasks: Record<string, Task>): Promise<Runner> {
  const { log } = context
  // The server imports this file to enqueue, and should not load the queue's machinery for that.
  const { Logger, run } = await import('graphile-worker')
  const events: WorkerEvents = new EventEmitter()
  const orphans = await adoptOrphans(context.config.databases.jobs, events, log)
  const runner = await run({
    events,
    connectionString: context.config.databases.jobs,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error(message)
      else if (level === 'warning') log.warn(message)
      else log.debug(message)
    }),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (job) => perform(context, name, task, job)]),
    ),
  })
  void runner.promise.finally(() => orphans.stop())
  return runner
}

async function perform(context: Context, name: string, task: Task, job: unknown): Promise<void> {
  const { tenantId, userId, payload } = job as { tenantId: string; userId: string; payload: unknown }
  try {
    const requester = await findRequester(context, { tenantId, userId })
    requirePermission(requester.member.role, task.permission)
    await task.run({ context, requester, payload })
    context.metrics.jobsDone.inc({ task: name, outcome: 'done' })
  } catch (error) {
    context.metrics.jobsDone.inc({ task: name, outcome: 'failed' })
    context.log.error({ err: error, task: name }, 'job failed')
    throw error
  }
}

/** Checks that the member is still one and not suspended. */
export async function findRequester(context: Context, actor: { userId: string; tenantId: string }): Promise<Requester> {
  const { rows } = await sql<{ name: string; email: string; memberId: string; role: Role }>`
    select * from auth.become_recorded(${actor.userId}, ${actor.tenantId}::uuid)`.execute(context.db.app)
  const row = rows[0]!
  return {
    actor,
    user: { id: actor.userId, name: row.name, email: row.email },
    member: { id: row.memberId, role: row.role },
  }
}
