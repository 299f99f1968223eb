import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { markSeeded } from '../../infra/database.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { startApp, type TestApp } from '../support/server.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
let folder: string
let database: TestDatabase
let app: TestApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'observatory-admin-'))
  database = await freshDatabase()
  await markSeeded(database.ownerUrl)
  const owner = connect(database.ownerUrl)
  await make.tenant(owner, { slug: 'some-ministry' })
  await owner.destroy()
  app = await startApp(database)
})
afterAll(async () => {
  await app.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})

/** `pnpm admin create …` beside the server, as an operator types it. */
function create(...options: string[]): Promise<{ code: number; output: string }> {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: database.ownerUrl,
    OBSERVATORY_DATA: folder,
    OBSERVATORY_SECRET: inject('secret'),
    OBSERVATORY_URL: app.url,
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'infra/admin.ts', 'create', ...options],
      { cwd: root, env },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    )
  })
}

const post = (path: string, body: unknown) =>
  fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: app.url },
    body: JSON.stringify(body),
  })

test('the link of the command makes its reader an administrator, once', async () => {
  const { code, output } = await create('--email', 'First@Example.org', '--organisation', 'some-ministry')
  expect(code, output).toBe(0)
  const token = new RegExp(`${app.url}/invitation#(\\S+)`).exec(output)?.[1]
  const account = { token, name: 'First', password: 'quiet-harbour-lamp-42' }
  expect((await post('/trpc/invitations.accept', account)).status).toBe(200)
  expect((await post('/trpc/invitations.accept', account)).status).toBe(404)

  const signedIn = await post('/auth/sign-in/email', { email: 'first@example.org', password: account.password })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const session = (await (await fetch(`${app.url}/api/session`, { headers: { cookie } })).json()) as {
    memberships: { role: string; tenant: { slug: string } }[]
  }
  expect(session.memberships.map(({ role, tenant }) => [tenant.slug, role])).toEqual([['some-ministry', 'admin']])
})

test('an organisation that is not there is named, with those that are', async () => {
  const { code, output } = await create('--email', 'first@example.org', '--organisation', 'nowhere')
  expect(code).toBe(1)
  expect(output).toMatch(/no organisation nowhere\. There are some-ministry\./)
})

test('an address that could not sign in is refused', async () => {
  const { code, output } = await create('--email', 'first@example', '--organisation', 'some-ministry')
  expect(code).toBe(1)
  expect(output).toContain('first@example is no e-mail address')
})
