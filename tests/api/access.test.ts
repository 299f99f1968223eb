import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { make } from '@observatory/db/seed/make'
import { connect, type Db } from '@observatory/db/connect'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appRouter } from '../../apps/api/src/router.ts'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson, password } from '../support/people.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

async function adminOf(tenant: { id: string; slug: string }) {
  const person = await makePerson(app)
  await addMember(app, tenant.id, person.id, 'admin')
  const client = new Client(app.url, tenant.slug)
  await client.signIn(person.email)
  return { ...person, client }
}

test('a wrong password and an unknown address are refused in the same words', async () => {
  const { email } = await makePerson(app)
  const wrong = await new Client(app.url).signIn(email, 'not the password at all')
  const unknown = await new Client(app.url).signIn('nobody@example.org', 'not the password at all')
  expect(wrong.status).toBe(401)
  expect({ ...wrong.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' })
  expect(wrong.problem).toMatchObject({ code: 'unauthenticated', params: { reason: 'credentials' } })
})

test('a person who signed in has a session that names their organisations, and none after signing out', async () => {
  const tenant = await make.tenant(owner)
  const { client, email } = await adminOf(tenant)
  const { body } = await client.get<{
    user: { email: string }
    memberships: { tenant: { slug: string }; role: string }[]
  }>('/api/session')
  expect(body.user.email).toBe(email)
  expect(body.memberships.map(({ tenant: { slug }, role }) => [slug, role])).toEqual([[tenant.slug, 'admin']])
  const kept = client.tab(tenant.slug)
  await client.post('/auth/sign-out', {})
  expect((await kept.get('/api/session')).body).toEqual({ user: null })
  expect((await kept.query('members.list')).status).toBe(401)
})

test('the session cookie is out of reach of scripts and other sites', async () => {
  const { email } = await makePerson(app)
  const answer = await new Client(app.url).signIn(email)
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('observatory.session_token='))
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  const token = decodeURIComponent(cookie!.split('=')[1]!).split('.')[0]!
  expect(JSON.stringify(answer.body)).not.toContain(token)
})

test('over https the cookie is Secure', async () => {
  const secure = await startApp(database, { OBSERVATORY_URL: 'https://observatory.example.org' })
  const { email } = await makePerson(app)
  const client = new Client(secure.url)
  const answer = await client.send('/auth/sign-in/email', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'https://observatory.example.org' },
    body: JSON.stringify({ email, password }),
  })
  expect(answer.headers.getSetCookie().find((line) => line.startsWith('__Secure-observatory.session_token='))).toMatch(
    /; Secure/i,
  )
  expect((await client.get<{ user: { email: string } }>('/api/session')).body.user.email).toBe(email)
  expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age')
  await secure.close()
})

test('a cookie that we did not sign is no session', async () => {
  const tenant = await make.tenant(owner)
  const { client } = await adminOf(tenant)
  const [name, value] = client.cookie.split('=') as [string, string]
  client.cookie = `${name}=${value.split('.')[0]}.${Buffer.from('x'.repeat(32)).toString('base64url')}`
  expect((await client.get('/api/session')).body).toEqual({ user: null })
})

test('a second factor is asked for where it is switched on, and a password alone opens nothing then', async () => {
  const tenant = await make.tenant(owner)
  const { client, email, id } = await adminOf(tenant)
  type Enabled = { totpURI: string; backupCodes: string[] }
  const { body } = await client.post<Enabled>('/auth/two-factor/enable', { password })
  const code = timeCode(new URL(body.totpURI).searchParams.get('secret')!)
  expect((await client.post('/auth/two-factor/verify-totp', { code })).status).toBe(200)
  const again = new Client(app.url, tenant.slug)
  expect((await again.signIn(email)).body).toMatchObject({ twoFactorRedirect: true })
  expect((await again.get('/api/session')).body).toEqual({ user: null })
  expect((await again.post('/auth/two-factor/verify-backup-code', { code: 'wrong-codes' })).status).toBe(401)
  expect((await again.post('/auth/two-factor/verify-backup-code', { code: body.backupCodes[0] })).status).toBe(200)
  expect((await again.get<{ user: { id: string } }>('/api/session')).body.user.id).toBe(id)
})

test('nobody can sign up, and what better-auth has besides is not there', async () => {
  const client = new Client(app.url)
  for (const path of [
    '/auth/sign-up/email',
    '/auth/update-user',
    '/auth/delete-user',
    '/auth/change-password',
    '/auth/list-sessions',
  ]) {
    const answer = await client.post(path, { email: 'new@example.org', password, name: 'New' })
    expect([path, answer.status]).toEqual([path, 404])
  }
})

test('no session is a 401, and a session without an organisation is refused, never "all"', async () => {
  const tenant = await make.tenant(owner)
  const { client } = await adminOf(tenant)
  expect((await new Client(app.url, tenant.slug).query('members.list')).problem?.code).toBe('unauthenticated')
  expect((await new Client(app.url).query('members.list')).problem?.code).toBe('unauthenticated')
  expect((await client.tab(undefined).query('members.list')).problem).toMatchObject({
    code: 'forbidden',
    params: { reason: 'no-organisation' },
  })
})

test('an organisation that does not exist looks the same as one that is not yours', async () => {
  const [mine, theirs] = [await make.tenant(owner), await make.tenant(owner)]
  const { client } = await adminOf(mine)
  const foreign = await client.tab(theirs.slug).query('members.list')
  const unknown = await client.tab('no-such-organisation').query('members.list')
  expect(foreign.status).toBe(404)
  expect({ ...foreign.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' })
  expect(foreign.problem?.code).toBe('not-found')
})

test('a person of two organisations gets the one that the header names, and nothing of the other', async () => {
  const [first, second] = [await make.tenant(owner), await make.tenant(owner)]
  const person = await makePerson(app)
  await addMember(app, first.id, person.id, 'admin')
  await addMember(app, second.id, person.id, 'viewer')
  const stranger = await makePerson(app)
  await addMember(app, first.id, stranger.id, 'viewer')
  const tab = new Client(app.url, first.slug)
  await tab.signIn(person.email)
  const other = tab.tab(second.slug)
  const members = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => (i % 2 ? tab : other).query<{ email: string }[]>('members.list')),
  )
  for (const [i, answer] of members.entries()) {
    if (i % 2) expect(answer.body.map(({ email }) => email).sort()).toEqual([person.email, stranger.email].sort())
    else expect(answer.problem?.code).toBe('forbidden')
  }
})

test('every procedure but the open ones asks for a session, and every write for its permission', async () => {
  const tenant = await make.tenant(owner)
  const viewer = await makePerson(app)
  await addMember(app, tenant.id, viewer.id, 'viewer')
  const client = new Client(app.url, tenant.slug)
  await client.signIn(viewer.email)
  const open: string[] = []
  for (const [name, procedure] of Object.entries<{ _def: { type: string; meta?: unknown } }>(
    appRouter._def.procedures as never,
  )) {
    const { type, meta } = procedure._def as { type: string; meta: { kind: string; permission?: string } }
    if (meta.kind === 'open') open.push(name)
    else {
      const anonymous = new Client(app.url, tenant.slug)
      const answer = type === 'query' ? await anonymous.query(name) : await anonymous.mutate(name)
      expect([name, answer.status, answer.problem?.code]).toEqual([name, 401, 'unauthenticated'])
      expect([name, meta.kind]).toEqual([name, type === 'query' ? 'read' : 'write'])
      if (meta.permission === 'member:manage' || meta.permission === 'audit:read') {
        const refused = type === 'query' ? await client.query(name) : await client.mutate(name)
        expect([name, refused.status, refused.problem?.code]).toEqual([name, 403, 'forbidden'])
      }
    }
  }
  // What anybody may call is a reviewed list. Those of access take a one-time link; the others read through `public_reader`.
  expect(open.filter((name) => /^(members|invitations|passwordLinks|account|audit)\./.test(name)).sort()).toEqual([
    'invitations.accept',
    'invitations.show',
    'passwordLinks.redeem',
    'passwordLinks.show',
  ])
})

test('a session that was ended elsewhere is refused within a second', async () => {
  const tenant = await make.tenant(owner)
  const { client, email } = await adminOf(tenant)
  expect((await client.query('members.list')).status).toBe(200)
  const elsewhere = new Client(app.url, tenant.slug)
  await elsewhere.signIn(email)
  expect((await elsewhere.mutate<{ ended: number }>('account.endOtherSessions')).body).toEqual({ ended: 1 })
  const ended = Date.now()
  let status = 200
  while (status === 200 && Date.now() - ended < 3000) status = (await client.query('members.list')).status
  expect(status).toBe(401)
  expect(Date.now() - ended).toBeLessThan(1000)
  expect((await elsewhere.query('members.list')).status).toBe(200)
})

test('a write is decided by the role of this moment, also while the server remembers an older one', async () => {
  const tenant = await make.tenant(owner)
  const { client, id } = await adminOf(tenant)
  // Without the trigger no signal comes, which is the worst that a late one can be.
  await sql`alter table member disable trigger access_changed`.execute(owner)
  expect((await client.query('members.list')).status).toBe(200)
  await sql`update member set role = 'viewer' where user_id = ${id}`.execute(owner)
  const answer = await client.mutate('invitations.create', { email: 'x@example.org', role: 'admin' })
  await sql`alter table member enable trigger access_changed`.execute(owner)
  expect(answer.problem?.code).toBe('forbidden')
})

test('a session that has expired is refused', async () => {
  const tenant = await make.tenant(owner)
  const { client, id } = await adminOf(tenant)
  await sql`update auth.session set "expiresAt" = now() - interval '1 second' where "userId" = ${id}`.execute(owner)
  expect((await client.query('members.list')).status).toBe(401)
})

test('sign-in attempts are counted by the address of the connection, whatever headers claim', async () => {
  const limited = await startApp(database, { OBSERVATORY_SIGN_IN_LIMIT: '3' })
  const { email } = await makePerson(app)
  const attempt = (localAddress: string, claimed: string) =>
    new Promise<{ status: number; retryAfter: string | undefined; body: string }>((resolve, reject) => {
      const sent = request(
        `${limited.url}/auth/sign-in/email`,
        {
          method: 'POST',
          localAddress,
          headers: {
            'Content-Type': 'application/json',
            Origin: limited.url,
            'X-Forwarded-For': claimed,
            'Observatory-Client-Address': claimed,
          },
        },
        (response) => {
          let body = ''
          response.on('data', (part) => (body += part))
          response.on('end', () =>
            resolve({ status: response.statusCode!, retryAfter: response.headers['retry-after'], body }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(JSON.stringify({ email, password: 'not the password at all' }))
    })
  const statuses = []
  for (let i = 0; i < 5; i++) statuses.push((await attempt('127.0.0.3', `10.0.0.${i}`)).status)
  expect(statuses).toEqual([401, 401, 401, 429, 429])
  const refused = await attempt('127.0.0.3', '10.0.0.9')
  expect(JSON.parse(refused.body)).toMatchObject({ code: 'busy', params: { reason: 'rate-limit' } })
  expect(Number(refused.retryAfter)).toBeGreaterThan(0)
  expect((await attempt('127.0.0.4', '10.0.0.1')).status).toBe(401)
  await limited.close()
})

test('guesses at one-time links are counted by address as well', async () => {
  const limited = await startApp(database, { OBSERVATORY_SIGN_IN_LIMIT: '2' })
  const visitor = new Client(limited.url)
  const guess = () => visitor.mutate('passwordLinks.show', { token: 'a'.repeat(43) })
  expect([(await guess()).status, (await guess()).status]).toEqual([404, 404])
  const refused = await guess()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  await limited.close()
})

/** The six digits of the present half minute (RFC 6238 with SHA-1, as authenticator apps make them). */
function timeCode(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.at(-1)! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
