import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { writeAs } from '@observatory/db/tenancy'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { enqueue, findRequester, startWorker, type Job, type Task } from '../../apps/api/src/jobs.ts'
import { tasks } from '../../apps/api/src/tasks.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
const probe = 'test.probe'
const probes: Record<string, Task> = {
  [probe]: {
    permission: 'submission:enter',
    run: async ({ requester, payload }) => void seen.push({ requester, payload }),
  },
}
let seen: { requester: Job['requester']; payload: unknown }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  await sql`insert into jobs.task values (${probe})`.execute(owner)
})
afterEach(async () => {
  seen = []
  await sql`delete from graphile_worker._private_jobs`.execute(owner)
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

async function analyst() {
  const tenant = await make.tenant(owner)
  const person = await makePerson(app)
  const memberId = await addMember(app, tenant.id, person.id, 'analyst')
  return { actor: { tenantId: tenant.id, userId: person.id }, memberId }
}

async function work(until: () => Promise<boolean> | boolean) {
  const runner = await startWorker(app.context, probes)
  await expect.poll(until, { timeout: 8000, interval: 50 }).toBe(true)
  await runner.stop()
}

const failures = async () =>
  (
    await sql<{
      attempts: number
    }>`select attempts from graphile_worker._private_jobs where last_error is not null`.execute(owner)
  ).rows.length > 0

test('a job does its work as the member who asked for it', async () => {
  const { actor, memberId } = await analyst()
  await writeAs(app.context.db.app, actor, (tx) => enqueue(tx, probe, { subject: 'abc' }))
  await work(() => seen.length > 0)
  expect(seen).toEqual([
    {
      requester: expect.objectContaining({ actor, member: { id: memberId, role: 'analyst' } }),
      payload: { subject: 'abc' },
    },
  ])
})

test('a job whose transaction fails was never asked for', async () => {
  const { actor } = await analyst()
  const failing = writeAs(app.context.db.app, actor, async (tx) => {
    await enqueue(tx, probe, {})
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  const { rows } = await sql<{ waiting: number }>`select * from jobs.counts()`.execute(owner)
  expect(rows[0]!.waiting).toBe(0)
})

test('a job of a member who was suspended, or lost the permission, is not done', async () => {
  for (const change of [sql`suspended_at = now()`, sql`role = 'viewer'`]) {
    const { actor, memberId } = await analyst()
    await writeAs(app.context.db.app, actor, (tx) => enqueue(tx, probe, {}))
    await sql`update member set ${change} where id = ${memberId}`.execute(owner)
    await work(failures)
    expect(seen).toEqual([])
    await sql`delete from graphile_worker._private_jobs`.execute(owner)
  }
})

test('a worker that lost its connection shows itself alive again', async () => {
  const runner = await startWorker(app.context, probes)
  const holders = async () =>
    (
      await sql<{ pid: number }>`select distinct a.pid from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and l.granted and a.application_name = 'observatory worker life'
          and a.datname = current_database()`.execute(owner)
    ).rows.map(({ pid }) => pid)
  try {
    await expect.poll(holders, { timeout: 5000 }).toHaveLength(1)
    const [before] = await holders()
    await sql`select pg_terminate_backend(${before})`.execute(owner)
    await expect
      .poll(async () => (await holders()).filter((pid) => pid !== before), { timeout: 8000, interval: 100 })
      .toHaveLength(1)
  } finally {
    await runner.stop()
  }
})

test('nobody asks for a task that is not listed, or without being somebody', async () => {
  const { actor } = await analyst()
  const { app: db } = app.context.db
  await expect(writeAs(db, actor, (tx) => enqueue(tx, 'test.unlisted', {}))).rejects.toThrow('no such task')
  await expect(db.transaction().execute((tx) => enqueue(tx, probe, {}))).rejects.toThrow('somebody')
  await expect(findRequester(app.context, { ...actor, userId: 'nobody' })).rejects.toMatchObject({ code: 'OB403' })
})

test('the app can read neither a job, a session token, a password nor another role in', async () => {
  const { app: db } = app.context.db
  for (const statement of [
    'select * from graphile_worker._private_jobs',
    'select * from auth.session',
    'select * from auth.account',
    'set role auth',
    'set role jobs',
    'set role benchmark',
  ]) {
    await expect(sql.raw(statement).execute(db), statement).rejects.toMatchObject({ code: '42501' })
  }
})

test('every task that the worker knows is listed in the database, and the reverse', async () => {
  const { rows } = await sql<{ name: string }>`select name from jobs.task`.execute(owner)
  expect(rows.map(({ name }) => name).sort()).toEqual([...Object.keys(tasks), probe].sort())
})
