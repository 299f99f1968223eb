import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { may, roles, type Role } from '@observatory/domain/access'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

async function join(tenant: { id: string; slug: string }, role: Role) {
  const person = await makePerson(app)
  const memberId = await addMember(app, tenant.id, person.id, role)
  const client = new Client(app.url, tenant.slug)
  await client.signIn(person.email)
  return { ...person, memberId, client }
}

/** An organisation of the test's own with one administrator at work. */
async function organisation() {
  const tenant = await make.tenant(owner)
  return { tenant, admin: await join(tenant, 'admin') }
}

async function actions(admin: { client: Client }): Promise<string[]> {
  const { body } = await admin.client.query<{ events: { action: string }[] }>('audit.list')
  return body.events.map(({ action }) => action)
}

type Link = { link: string; id: string }
const tokenOf = ({ link }: { link: string }) => link.split('#')[1]!

async function invite(admin: { client: Client }, email: string, role: Role = 'analyst'): Promise<Link> {
  return (await admin.client.mutate<Link>('invitations.create', { email, role })).body
}

test('an invited person sets a name and password, signs in, and has the role they were invited to', async () => {
  const { tenant, admin } = await organisation()
  const { link } = await invite(admin, 'New.Analyst@example.org')
  expect(link).toMatch(new RegExp(`^${app.url}/invitation#`))
  const client = new Client(app.url, tenant.slug)
  const shown = await client.mutate('invitations.show', { token: tokenOf({ link }) })
  expect(shown.body).toMatchObject({
    email: 'new.analyst@example.org',
    role: 'analyst',
    hasAccount: false,
    state: 'open',
  })
  const accepted = await client.mutate('invitations.accept', { token: tokenOf({ link }), name: 'Ana', password })
  expect(accepted.body).toEqual({ organisation: tenant.slug })
  expect((await client.signIn('new.analyst@example.org')).status).toBe(200)
  const members = await admin.client.query<{ name: string; role: string }[]>('members.list')
  expect(members.body.find(({ name }) => name === 'Ana')).toMatchObject({
    role: 'analyst',
    email: 'new.analyst@example.org',
  })
  expect(await actions(admin)).toEqual(['invitation.accepted', 'invitation.created'])
})

test('an expired, used, revoked or invented invitation is the same 404', async () => {
  const { admin } = await organisation()
  const [used, revoked, expired] = await Promise.all(
    ['used', 'revoked', 'expired'].map((name) => invite(admin, `${name}-${admin.id.slice(-8)}@example.org`)),
  )
  const visitor = new Client(app.url)
  const accept = ({ link }: { link: string }) =>
    visitor.mutate('invitations.accept', { token: tokenOf({ link }), name: 'A', password })
  expect((await accept(used!)).status).toBe(200)
  expect((await admin.client.mutate('invitations.revoke', { id: revoked!.id })).status).toBe(200)
  expect((await admin.client.mutate('invitations.revoke', { id: used!.id })).status).toBe(404)
  await sql`update invitation set expires_at = now() - interval '1 second' where id = ${expired!.id}`.execute(owner)
  for (const link of [used!, revoked!, expired!, { link: '#an-invented-token-of-length' }]) {
    expect((await accept(link)).problem).toMatchObject({ code: 'not-found', params: {} })
  }
  const { body } = await admin.client.query<{ state: string }[]>('invitations.list')
  expect(body.map(({ state }) => state).sort()).toEqual(['accepted', 'expired', 'revoked'])
})

test('an invitation is accepted once, however many accept it at the same moment', async () => {
  const { admin } = await organisation()
  const link = await invite(admin, `once-${admin.id.slice(-8)}@example.org`)
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      new Client(app.url).mutate('invitations.accept', { token: tokenOf(link), name: 'A', password }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.every(({ status }) => [200, 404, 409].includes(status))).toBe(true)
})

test('an address that has an account accepts by signing in; a link sets no password of it', async () => {
  const { tenant, admin } = await organisation()
  const elsewhere = await organisation()
  const link = await invite(admin, elsewhere.admin.email, 'viewer')
  const attempt = await new Client(app.url).mutate('invitations.accept', {
    token: tokenOf(link),
    name: 'Intruder',
    password: 'another good long password',
  })
  expect(attempt.problem).toMatchObject({ code: 'unauthenticated', params: { reason: 'has-account' } })
  expect((await admin.client.mutate('invitations.accept', { token: tokenOf(link) })).problem).toMatchObject({
    code: 'forbidden',
    params: { reason: 'other-address' },
  })
  expect((await elsewhere.admin.client.mutate('invitations.accept', { token: tokenOf(link) })).body).toEqual({
    organisation: tenant.slug,
  })
  expect((await elsewhere.admin.client.signIn(elsewhere.admin.email)).status).toBe(200)
})

test('a password that is too easy is refused at its field', async () => {
  const { admin } = await organisation()
  const link = await invite(admin, `easy-${admin.id.slice(-8)}@example.org`)
  for (const easy of ['short', 'aaaaaaaaaaaaaaaaaaaa', `easy-${admin.id.slice(-8)}@example.org`]) {
    const answer = await new Client(app.url).mutate('invitations.accept', {
      token: tokenOf(link),
      name: 'A',
      password: easy,
    })
    expect(answer.problem).toMatchObject({ code: 'invalid', problems: [{ path: ['password'] }] })
  }
})

test('a role takes effect on the next request', async () => {
  const { tenant, admin } = await organisation()
  const person = await join(tenant, 'viewer')
  expect((await person.client.query('members.list')).problem?.code).toBe('forbidden')
  expect((await admin.client.mutate('members.changeRole', { memberId: person.memberId, role: 'admin' })).status).toBe(
    200,
  )
  await expect.poll(async () => (await person.client.query('members.list')).status, { timeout: 1000 }).toBe(200)
  expect((await admin.client.mutate('members.changeRole', { memberId: person.memberId, role: 'viewer' })).status).toBe(
    200,
  )
  // A write asks Postgres, whatever the server remembers of the second before.
  expect((await person.client.mutate('members.suspend', { memberId: admin.memberId })).problem?.code).toBe('forbidden')
  expect((await actions(admin)).slice(0, 2)).toEqual(['member.role-changed', 'member.role-changed'])
})

test('a suspended member is refused until restored, and other organisations notice nothing', async () => {
  const { tenant, admin } = await organisation()
  const other = await organisation()
  const person = await join(tenant, 'viewer')
  await addMember(app, other.tenant.id, person.id, 'viewer')
  const elsewhere = person.client.tab(other.tenant.slug)
  await admin.client.mutate('members.suspend', { memberId: person.memberId })
  await expect
    .poll(async () => (await person.client.mutate('account.endOtherSessions')).problem?.params, { timeout: 1000 })
    .toEqual({ reason: 'suspended' })
  expect((await elsewhere.mutate('account.endOtherSessions')).status).toBe(200)
  const { body } = await person.client.get<{ memberships: { tenant: { slug: string } }[] }>('/api/session')
  expect(body.memberships.map((membership) => membership.tenant.slug)).toEqual([other.tenant.slug])
  expect((await admin.client.mutate('members.suspend', { memberId: person.memberId })).problem?.code).toBe('conflict')
  await admin.client.mutate('members.restore', { memberId: person.memberId })
  expect((await person.client.mutate('account.endOtherSessions')).status).toBe(200)
  expect(await actions(admin)).toEqual(expect.arrayContaining(['member.restored', 'member.suspended']))
})

test('the last administrator cannot leave, be demoted, be suspended or be removed', async () => {
  const { tenant, admin } = await organisation()
  const { memberId } = admin
  await join(tenant, 'viewer')
  const attempts = [
    await admin.client.mutate('account.leave'),
    await admin.client.mutate('members.changeRole', { memberId, role: 'viewer' }),
    await admin.client.mutate('members.suspend', { memberId }),
    await admin.client.mutate('members.remove', { memberId }),
  ]
  for (const { problem } of attempts)
    expect(problem).toMatchObject({ code: 'conflict', params: { reason: 'last-admin' } })
  const second = await join(tenant, 'admin')
  await second.client.mutate('members.suspend', { memberId: second.memberId })
  expect((await admin.client.mutate('account.leave')).problem?.code).toBe('conflict')
})

test('two administrators who step down at the same moment leave one of them', async () => {
  for (let round = 0; round < 5; round++) {
    const { tenant, admin } = await organisation()
    const second = await join(tenant, 'admin')
    const answers = await Promise.all([
      admin.client.mutate('members.changeRole', { memberId: admin.memberId, role: 'viewer' }),
      second.client.mutate('account.leave'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const left = await owner
      .selectFrom('member')
      .select('id')
      .where('tenantId', '=', tenant.id)
      .where('role', '=', 'admin')
      .execute()
    expect(left).toHaveLength(1)
  }
})

test('an administrator cannot reach a member of another organisation', async () => {
  const [mine, theirs] = [await organisation(), await organisation()]
  const { memberId, id } = theirs.admin
  for (const [procedure, input] of [
    ['members.changeRole', { memberId, role: 'viewer' }],
    ['members.suspend', { memberId }],
    ['members.restore', { memberId }],
    ['members.remove', { memberId }],
    ['members.endSessions', { memberId }],
    ['members.passwordLink', { memberId }],
  ] as const) {
    const answer = await mine.admin.client.mutate(procedure, input)
    expect([procedure, answer.problem?.code]).toEqual([procedure, 'not-found'])
  }
  expect(
    (await theirs.admin.client.query<{ userId: string }[]>('members.list')).body.map(({ userId }) => userId),
  ).toEqual([id])
})

test('ending the sessions of a member signs them out', async () => {
  const { tenant, admin } = await organisation()
  const person = await join(tenant, 'viewer')
  const { body } = await admin.client.mutate<{ ended: number }>('members.endSessions', { memberId: person.memberId })
  expect(body).toEqual({ ended: 1 })
  expect((await person.client.get('/api/session')).body).toEqual({ user: null })
})

test('a forgotten password is set by the link of an administrator, once, and every session ends', async () => {
  const { tenant, admin } = await organisation()
  const person = await join(tenant, 'analyst')
  const { body } = await admin.client.mutate<{ link: string }>('members.passwordLink', { memberId: person.memberId })
  expect(body.link).toMatch(new RegExp(`^${app.url}/password#`))
  const visitor = new Client(app.url, tenant.slug)
  expect((await visitor.mutate('passwordLinks.show', { token: tokenOf(body) })).body).toMatchObject({
    email: person.email,
  })
  const renewed = 'a wholly different password'
  expect((await visitor.mutate('passwordLinks.redeem', { token: tokenOf(body), password: renewed })).status).toBe(200)
  expect((await person.client.get('/api/session')).body).toEqual({ user: null })
  expect((await visitor.signIn(person.email)).status).toBe(401)
  expect((await visitor.signIn(person.email, renewed)).status).toBe(200)
  expect((await visitor.mutate('passwordLinks.redeem', { token: tokenOf(body), password })).problem?.code).toBe(
    'not-found',
  )
  expect(await actions(admin)).toEqual(['member.password-set', 'member.password-link-made'])
})

test('no administrator opens an account on which another organisation relies', async () => {
  const { admin, tenant } = await organisation()
  const other = await organisation()
  const person = await join(tenant, 'viewer')
  const { body } = await admin.client.mutate<{ link: string }>('members.passwordLink', { memberId: person.memberId })
  await addMember(app, other.tenant.id, person.id, 'viewer')
  expect((await admin.client.mutate('members.passwordLink', { memberId: person.memberId })).problem).toMatchObject({
    code: 'forbidden',
    params: { reason: 'elsewhere-too' },
  })
  expect(
    (
      await new Client(app.url).mutate('passwordLinks.redeem', {
        token: tokenOf(body),
        password: 'a wholly different password',
      })
    ).status,
  ).toBe(403)
  expect((await new Client(app.url).signIn(person.email)).status).toBe(200)
})

test('changing the own password asks for the present one and ends the other sessions', async () => {
  const { tenant, admin } = await organisation()
  const person = await join(tenant, 'viewer')
  const other = new Client(app.url, tenant.slug)
  await other.signIn(person.email)
  const renewed = 'a wholly different password'
  const wrong = await person.client.mutate('account.changePassword', { current: 'wrong', password: renewed })
  expect(wrong.problem).toMatchObject({ code: 'invalid', problems: [{ path: ['current'] }] })
  expect((await person.client.mutate('account.changePassword', { current: password, password: renewed })).body).toEqual(
    { ended: 1 },
  )
  expect((await other.get('/api/session')).body).toEqual({ user: null })
  expect((await person.client.get<{ user: { email: string } }>('/api/session')).body.user.email).toBe(person.email)
  expect((await new Client(app.url).signIn(person.email, renewed)).status).toBe(200)
  expect(await actions(admin)).toEqual(['account.password-changed'])
})

test('the audit log is read in pages, by administrators only, and only their own', async () => {
  const { tenant, admin } = await organisation()
  const other = await organisation()
  const person = await join(tenant, 'viewer')
  for (let i = 0; i < 5; i++) await admin.client.mutate('members.endSessions', { memberId: person.memberId })
  type Page = { events: { id: string; actorName: string; subjectName: string }[]; next: string | null }
  const first = (await admin.client.query<Page>('audit.list', { limit: 3 })).body
  const second = (await admin.client.query<Page>('audit.list', { limit: 3, before: first.next })).body
  expect(first.events).toHaveLength(3)
  expect(second.events).toHaveLength(2)
  expect(second.next).toBeNull()
  expect(new Set([...first.events, ...second.events].map(({ id }) => id)).size).toBe(5)
  expect(first.events[0]).toMatchObject({ action: 'member.sessions-ended', subject: person.id, actor: admin.id })
  expect((await other.admin.client.query<Page>('audit.list')).body.events).toEqual([])
})

test.each(roles.filter((role) => !may(role, 'member:manage')))('a %s manages no members', async (role) => {
  const { tenant } = await organisation()
  const { client, memberId } = await join(tenant, role)
  for (const procedure of ['members.remove', 'members.suspend', 'members.passwordLink', 'members.endSessions']) {
    expect((await client.mutate(procedure, { memberId })).problem?.code).toBe('forbidden')
  }
  expect((await client.mutate('invitations.create', { email: 'x@example.org', role: 'admin' })).problem?.code).toBe(
    'forbidden',
  )
  expect((await client.query('audit.list')).problem?.code).toBe('forbidden')
})
