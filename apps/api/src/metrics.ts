import { poolOf, type Db } from '@observatory/db/connect'
import { sql } from 'kysely'
import type pg from 'pg'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  /** `route` is the pattern of a route or the name of a procedure, never an address as it was asked for. */
  requests: Histogram<'method' | 'route' | 'status'>
  jobsDone: Counter<'task' | 'outcome'>
}

/** Metrics of one process, in a registry of its own so that tests may make several. */
export function makeMetrics(db: { app: Db; publicReader: Db; auth: pg.Pool }): Metrics {
  const registry = new Registry()
  const pools = { app: poolOf(db.app), public_reader: poolOf(db.publicReader), auth: db.auth }
  new Gauge({
    name: 'observatory_pool_connections',
    help: 'Database connections by pool and state.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'busy' }, totalCount - idleCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
  new Gauge({
    name: 'observatory_database_up',
    help: 'Whether the database answers: 1 or 0. Without it, what is counted there is left out or NaN.',
    registers: [registry],
    async collect() {
      this.set((await orNull(sql`select 1`.execute(db.app))) ? 1 : 0)
    },
  })
  new Gauge({
    name: 'observatory_jobs',
    help: 'Jobs in the queue by state.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      const found = await orNull(sql<Record<string, number>>`select * from jobs.counts()`.execute(db.app))
      for (const [state, count] of Object.entries(found?.rows[0] ?? {})) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'observatory_public_edition',
    help: 'Number of the newest public edition: how many releases changed what the public sees.',
    registers: [registry],
    async collect() {
      const found = await orNull(
        db.publicReader
          .selectFrom('edition')
          .select((eb) => eb.fn.max('number').as('number'))
          .execute(),
      )
      this.set(found ? (found[0]?.number ?? 0) : Number.NaN)
    },
  })
  new Gauge({
    name: 'observatory_memory_bytes',
    help: 'Resident memory of this process.',
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  return {
    registry,
    requests: new Histogram({
      name: 'observatory_request_seconds',
      help: 'Time from the arrival of a request to the end of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    jobsDone: new Counter({
      name: 'observatory_jobs_done_total',
      help: 'Jobs that ended in this process.',
      labelNames: ['task', 'outcome'],
      registers: [registry],
    }),
  }
}

/** Numbers of the process are wanted most when the database is away. */
function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null)
}
