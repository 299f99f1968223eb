import { make } from '@observatory/db/seed/make'
import { connect, type Db } from '@observatory/db/connect'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
let client: Client

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  const tenant = await make.tenant(owner)
  const person = await makePerson(app)
  await addMember(app, tenant.id, person.id, 'admin')
  client = new Client(app.url, tenant.slug)
  await client.signIn(person.email)
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

test('a write from another origin is refused, whatever it is', async () => {
  for (const origin of [
    'https://evil.example',
    'null',
    `${app.url}.evil.example`,
    app.url.replace('http:', 'https:'),
  ]) {
    for (const path of ['/trpc/account.endOtherSessions', '/auth/sign-out', '/auth/sign-in/email', '/anything']) {
      const answer = await client.send(path, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/json' },
        body: '{}',
      })
      expect([origin, path, answer.status, answer.problem?.params]).toEqual([origin, path, 403, { reason: 'origin' }])
      expect([path, 'error' in (answer.body as object)]).toEqual([path, path.startsWith('/trpc/')])
    }
  }
  const without = await fetch(`${app.url}/trpc/account.endOtherSessions`, {
    method: 'POST',
    headers: { Cookie: client.cookie },
    body: '{}',
  })
  expect(without.status).toBe(403)
})

test('a body that is too large is refused before it is read, and also when its length is not announced', async () => {
  const announced = await client.mutate('account.changePassword', { current: 'x'.repeat(1_100_000), password: 'y' })
  expect(announced.problem?.code).toBe('too-large')
  const stream = new ReadableStream({
    start(controller) {
      const part = new TextEncoder().encode('x'.repeat(100_000))
      for (let i = 0; i < 12; i++) controller.enqueue(part)
      controller.close()
    },
  })
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: stream,
    duplex: 'half',
  } as RequestInit
  expect((await client.send('/trpc/account.changePassword', init)).status).toBe(413)
  const signIn = await client.post('/auth/sign-in/email', { email: 'a@example.org', password: 'x'.repeat(20_000) })
  expect(signIn.problem?.code).toBe('too-large')
})

test('an input that does not fit names the place that does not', async () => {
  const answer = await client.mutate('invitations.create', { email: 'no address', role: 'king' })
  expect(answer.status).toBe(400)
  expect(answer.problem?.code).toBe('invalid')
  expect(answer.problem?.problems.map(({ path }) => path)).toEqual([['email'], ['role']])
})

test('text that is no JSON is invalid, not a defect', async () => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"current":' }
  expect((await client.send('/trpc/account.changePassword', init)).problem?.code).toBe('invalid')
  expect((await client.send('/auth/sign-in/email', init)).problem?.code).toBe('invalid')
})

test('an unknown procedure and an unknown address are not-found, each in its own envelope', async () => {
  expect((await client.query('members.listAllOrganisations')).problem?.code).toBe('not-found')
  const answer = await client.get('/api/no-such-thing')
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.problem).toMatchObject({ code: 'not-found', status: 404 })
  expect(answer.problem?.requestId).toBe(answer.headers.get('x-request-id'))
})

test('several procedures in one request are refused', async () => {
  const answer = await client.get(`/trpc/members.list,audit.list?batch=1&input=${encodeURIComponent('{}')}`)
  expect(answer.status).toBeGreaterThanOrEqual(400)
})

test('a defect says nothing but the number of the request', async () => {
  const broken = await startApp({ ...database, urls: { ...database.urls, app: database.urls.publicReader } })
  const answer = await new Client(broken.url).mutate('invitations.show', { token: 'x'.repeat(43) })
  expect(answer.status).toBe(500)
  expect(answer.problem).toEqual({
    code: 'defect',
    status: 500,
    requestId: answer.headers.get('x-request-id'),
    params: {},
    problems: [],
    httpStatus: 500,
  })
  expect(JSON.stringify(answer)).not.toContain('permission denied')
  await broken.close()
})

test('every answer carries the strict policy, and each its own nonce', async () => {
  const policies = await Promise.all(
    ['/', '/healthz', '/api/session', '/trpc/nothing'].map(async (path) =>
      (await client.get(path)).headers.get('content-security-policy')!,
    ),
  )
  for (const policy of policies) {
    expect(policy).toContain("script-src 'self';")
    expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  }
  expect(new Set(policies).size).toBe(policies.length)
})

test('health and readiness answer anybody', async () => {
  expect((await new Client(app.url).get('/healthz')).body).toEqual({ ok: true })
  expect((await new Client(app.url).get('/readyz')).body).toEqual({ state: 'ready' })
})

test('a server whose database is gone is alive and not ready, and says busy', async () => {
  const dead = 'postgres://app:none@127.0.0.1:1/none'
  const cut = await startApp({ ...database, urls: { app: dead, publicReader: dead, auth: dead, jobs: dead } })
  const visitor = new Client(cut.url)
  expect((await visitor.get('/healthz')).status).toBe(200)
  const ready = await visitor.get('/readyz')
  expect([ready.status, ready.body]).toEqual([503, { state: 'no-database' }])
  const shown = await visitor.mutate('invitations.show', { token: 'x'.repeat(43) })
  expect(shown.problem).toMatchObject({ code: 'busy', retryAfter: 5 })
  await cut.close()
})

test('metrics count requests by procedure, and an unknown name makes no new series', async () => {
  await client.query('members.list')
  for (let i = 0; i < 3; i++) await client.get(`/trpc/invented.${i}`)
  for (let i = 0; i < 3; i++) await client.get(`/api/invented-${i}`)
  const { body } = await client.get<string>('/metrics')
  expect(body).toMatch(/observatory_request_seconds_count\{method="GET",route="members.list",status="200"\} \d+/)
  for (const name of ['observatory_pool_connections', 'observatory_jobs', 'observatory_public_edition'])
    expect(body).toContain(name)
  expect(body).not.toContain('invented')
})

test('metrics open to the bearer of the token only, where there is one', async () => {
  const guarded = await startApp(database, { OBSERVATORY_METRICS_TOKEN: 'a token for the scraper' })
  const visitor = new Client(guarded.url)
  expect((await visitor.get('/metrics')).status).toBe(404)
  expect((await visitor.send('/metrics', { headers: { Authorization: 'Bearer another one, as long' } })).status).toBe(
    404,
  )
  expect(
    (await visitor.send('/metrics', { headers: { Authorization: 'Bearer a token for the scraper' } })).status,
  ).toBe(200)
  await guarded.close()
})
