import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp

beforeAll(async () => {
  database = await freshDatabase()
  app = await startApp(database)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

test('a migrated database makes the server ready', async () => {
  const answer = await fetch(`${app.url}/readyz`)
  expect([answer.status, await answer.json()]).toEqual([200, { state: 'ready' }])
})

test('a request without a session is told to sign in, and gets nothing', async () => {
  const answer = await fetch(`${app.url}/api/session`)
  expect(await answer.json()).toEqual({ user: null })
})

test('while the database is away the process says so, and its numbers can still be read', async () => {
  const lost = await startApp({ ...database, urls: elsewhere(database.urls) })
  try {
    expect((await fetch(`${lost.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${lost.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([503, { state: 'no-database' }])
    const metrics = await fetch(`${lost.url}/metrics`)
    expect(metrics.status).toBe(200)
    const text = await metrics.text()
    expect(text).toMatch(/^observatory_database_up 0$/m)
    expect(text).not.toMatch(/^observatory_jobs\{/m)
    expect(text).toMatch(/^observatory_memory_bytes \d+$/m)
  } finally {
    await lost.close()
  }
  expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(/^observatory_database_up 1$/m)
})

/** The same addresses on a port where no database listens. */
function elsewhere<T extends Record<string, string>>(urls: T): T {
  return Object.fromEntries(Object.entries(urls).map(([role, url]) => [role, url.replace(/:\d+\//, ':9/')])) as T
}
