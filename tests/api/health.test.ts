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
