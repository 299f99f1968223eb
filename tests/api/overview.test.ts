import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import type { OverviewAnswer, OverviewAside } from '@observatory/domain/indicators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { publish, type ValueToPublish } from '../support/publish.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
let secretariat: { id: string; slug: string }

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  secretariat = await make.tenant(owner, { kind: 'secretariat', economy: null })
  await make.indicator(owner, { code: 'POP', kind: 'count', topic: 'CONTEXT' })
  await make.indicator(owner, { code: 'REPORTS', headline: 1, denominator: 'POP', ratePer: 1000 })
  await make.indicator(owner, { code: 'CASES', headline: 2 })
  await make.indicator(owner, { code: 'OTHER' })
  const years = ['2019', '2020']
  await publish(app, secretariat, [
    ...['ALB', 'BIH', 'XKX', 'MNE', 'MKD', 'SRB'].flatMap((economy, place) =>
      years.flatMap((period, at): ValueToPublish[] => [
        { indicator: 'POP', economy: economy as 'ALB', period, value: 100_000 },
        { indicator: 'REPORTS', economy: economy as 'ALB', period, value: 100 * (place + 1) + at },
      ]),
    ),
    { indicator: 'CASES', economy: 'ALB', period: '2019', value: 7 },
    { indicator: 'CASES', economy: 'ALB', period: '2020', reason: 'source' },
  ])
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

async function organisation(overrides: Parameters<typeof make.tenant>[1] = {}) {
  const tenant = await make.tenant(owner, { kind: 'ministry', ...overrides })
  const person = await makePerson(app)
  await addMember(app, tenant.id, person.id, 'viewer')
  const client = new Client(app.url, tenant.slug)
  await client.signIn(person.email)
  return { tenant, person, client }
}

const overview = (client: Client, search = '') => client.get<OverviewAnswer>(`/api/overview${search}`)

test('an organisation sees its economy, the region and the benchmark of each headline indicator', async () => {
  const { client } = await organisation({ economy: 'MNE' })
  const { status, body } = await overview(client)
  expect(status).toBe(200)
  expect(body.economy).toBe('MNE')
  expect(body.edition).toMatchObject({ code: 'p1', audience: 'public' })
  expect(body.items.map(({ indicator }) => indicator)).toEqual(['REPORTS', 'CASES'])
  const [reports, cases] = body.items
  expect(reports!.series).toMatchObject({
    economy: 'MNE',
    periods: ['2019', '2020'],
    cells: [400, 401],
    audience: 'regional',
  })
  expect(reports!.benchmark).toMatchObject({ measure: 'rate', members: [6, 6] })
  expect(reports!.region.map(({ economy, cell }) => [economy, cell])).toEqual([
    ['ALB', 101],
    ['BIH', 201],
    ['XKX', 301],
    ['MNE', 401],
    ['MKD', 501],
    ['SRB', 601],
  ])
  expect(reports!.region[0]).toMatchObject({ period: '2020', rate: 1.01 })
  expect(cases!.series).toBeNull()
  expect(cases!.region, 'a suppressed figure is not the newest figure').toEqual([
    { economy: 'ALB', period: '2019', cell: 7, rate: null },
  ])
})

test('another economy and other indicators can be asked for', async () => {
  const { client } = await organisation({ economy: 'MNE' })
  const { body } = await overview(client, '?economy=SRB&indicators=POP,REPORTS')
  expect(body.economy).toBe('SRB')
  expect(body.items.map(({ indicator, series }) => [indicator, series?.economy])).toEqual([
    ['POP', 'SRB'],
    ['REPORTS', 'SRB'],
  ])
})

test('the secretariat has no economy of its own and the figures of all six are not listed as its own', async () => {
  const person = await makePerson(app)
  await addMember(app, secretariat.id, person.id, 'viewer')
  const client = new Client(app.url, secretariat.slug)
  await client.signIn(person.email)
  const { body } = await overview(client)
  expect(body).toMatchObject({ economy: null, own: [] })
  expect(body.items.every(({ series }) => series === null)).toBe(true)
})

test('without a session there is no overview, and without an organisation none either', async () => {
  const { client } = await organisation()
  expect((await overview(new Client(app.url, 'anything'))).problem).toMatchObject({
    code: 'unauthenticated',
    status: 401,
  })
  expect((await overview(client.tab(undefined))).problem).toMatchObject({
    code: 'forbidden',
    params: { reason: 'no-organisation' },
  })
  expect((await overview(client.tab(secretariat.slug))).problem).toMatchObject({ code: 'not-found' })
  for (const path of ['/api/overview/aside', '/api/overview']) expect((await fetch(app.url + path)).status).toBe(401)
  expect((await new Client(app.url, secretariat.slug).post('/api/overview/visit', {})).status).toBe(401)
})

test.each([
  ['?economy=XYZ', 'economy'],
  ['?economy=ALB&economy=BIH', 'economy'],
  ['?indicators=drop table', 'indicators'],
  ['?asOf=yesterday', 'asOf'],
  ['?asOf=2026-02-30', 'asOf'],
  ['?asOf=p999', 'asOf'],
  ['?econmy=ALB', 'econmy'],
])('%s is refused with the name of the parameter', async (search, parameter) => {
  const { client } = await organisation()
  const { problem } = await overview(client, search)
  expect(problem).toMatchObject({ code: 'invalid', status: 400, problems: [{ path: [parameter] }] })
})

test("an organisation's private and benchmark-only figures are in its own overview and in nobody else's", async () => {
  const first = await organisation({ economy: 'ALB' })
  const second = await organisation({ economy: 'ALB' })
  const before = await overview(second.client)
  await publish(app, first.tenant, [
    { indicator: 'CASES', economy: 'ALB', period: '2020', value: 424242, visibility: 'private' },
    { indicator: 'OTHER', economy: 'ALB', period: '2020', value: 434343, visibility: 'benchmark' },
  ])
  const own = await overview(first.client)
  expect(own.body.edition).toMatchObject({ code: 'o1', audience: 'owner' })
  expect(own.body.own.map(({ series }) => [series.indicator, series.cells])).toEqual([
    ['CASES', [424242]],
    ['OTHER', [434343]],
  ])
  const after = await overview(second.client)
  expect(JSON.stringify(after.body)).not.toMatch(/424242|434343/)
  expect(after.body, 'not even the edition moves').toEqual(before.body)
  expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
})

test('one address kept in memory gives two organisations their own answers, also in two tabs of one person', async () => {
  const first = await organisation({ economy: 'ALB' })
  const other = await make.tenant(owner, { kind: 'ministry', economy: 'ALB' })
  await addMember(app, other.id, first.person.id, 'viewer')
  await publish(app, first.tenant, [
    { indicator: 'OTHER', economy: 'ALB', period: '2021', value: 515151, visibility: 'private' },
  ])
  await publish(app, other, [
    { indicator: 'OTHER', economy: 'ALB', period: '2021', value: 525252, visibility: 'private' },
  ])
  await untilKept(first.client)
  for (const _ of [1, 2, 3]) {
    expect(JSON.stringify((await overview(first.client)).body)).toMatch(/515151/)
    expect(JSON.stringify((await overview(first.client)).body)).not.toMatch(/525252/)
    expect(JSON.stringify((await overview(first.client.tab(other.slug))).body)).toMatch(/525252/)
    expect(JSON.stringify((await overview(first.client.tab(other.slug))).body)).not.toMatch(/515151/)
  }
})

/** Waits until the process hears notifications and has answers in memory, so that the cache is what is tested. */
async function untilKept(client: Client): Promise<void> {
  await expect
    .poll(async () => (await overview(client)).status === 200 && app.context.answers.bytes > 0, { timeout: 5000 })
    .toBe(true)
}

test('an ended session gets nothing, although the answer is in memory', async () => {
  const { client } = await organisation()
  await untilKept(client)
  const stale = client.tab(client.organisation)
  await client.post('/auth/sign-out', {})
  expect(stale.cookie).not.toBe('')
  await expect.poll(async () => (await overview(stale)).status, { timeout: 3000 }).toBe(401)
})

test('an answer carries a tag, answers 304 to it, may be kept by the reader alone, and changes when figures do', async () => {
  const { client, tenant } = await organisation({ economy: 'BIH' })
  const first = await overview(client)
  const etag = first.headers.get('etag')!
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  expect(first.headers.get('vary')).toMatch(/observatory-organisation.*cookie/i)
  const again = await client.send('/api/overview', { headers: { 'If-None-Match': etag } })
  expect(again).toMatchObject({ status: 304, body: '' })
  await publish(app, tenant, [{ indicator: 'OTHER', economy: 'BIH', period: '2020', value: 3, visibility: 'private' }])
  await expect
    .poll(async () => (await client.send('/api/overview', { headers: { 'If-None-Match': etag } })).status)
    .toBe(200)
})

test('compressed and plain answers are the same figures', async () => {
  const { client } = await organisation()
  const plain = await client.send('/api/overview', { headers: { 'Accept-Encoding': 'identity' } })
  for (const encoding of ['br', 'gzip']) {
    const packed = await client.send('/api/overview', { headers: { 'Accept-Encoding': encoding } })
    expect(packed.headers.get('content-encoding')).toBe(encoding)
    expect(packed.body).toEqual(plain.body)
  }
})

test('an edition of the past shows the figures as they stood, and names itself', async () => {
  const { client } = await organisation({ economy: 'SRB' })
  const before = (await overview(client)).body.edition!.code
  await publish(app, secretariat, [{ indicator: 'REPORTS', economy: 'SRB', period: '2020', value: 999 }], {
    title: 'Correction',
    sourceYear: 2031,
  })
  await expect.poll(async () => (await overview(client)).body.items[0]!.series!.cells).toEqual([600, 999])
  const past = (await overview(client, `?asOf=${before}`)).body
  expect(past.edition!.code).toBe(before)
  expect(past.items[0]!.series!.cells).toEqual([600, 601])
  expect(past.items[0]!.region.at(-1)).toMatchObject({ economy: 'SRB', cell: 601 })
  expect((await overview(client)).body.edition).toMatchObject({ audience: 'public', sourceYear: 2031 })
  const ancient = (await overview(client, '?asOf=1999-12-31')).body
  expect(ancient).toMatchObject({ edition: null })
  expect(ancient.items.every(({ series, region }) => series === null && region.length === 0)).toBe(true)
})

test('the aside tells what changed since the previous visit and what is missing', async () => {
  const { client, person } = await organisation({ economy: 'ALB' })
  const aside = async () => (await client.get<OverviewAside>('/api/overview/aside')).body
  expect(await aside(), 'nothing to compare with on a first visit').toMatchObject({
    since: null,
    changes: [],
    changed: 0,
  })
  expect((await client.send('/api/overview/visit', { method: 'POST' })).status).toBe(204)
  await owner
    .updateTable('visit')
    .set({ seenAt: new Date('2026-01-01') })
    .where('userId', '=', person.id)
    .execute()
  await publish(app, secretariat, [
    { indicator: 'REPORTS', economy: 'ALB', period: '2020', value: 777 },
    { indicator: 'OTHER', economy: 'XKX', period: '2020', value: 5 },
  ])
  const { edition, since, changes, changed } = await aside()
  expect(since!.number).toBeLessThan(edition!.number)
  expect(changed).toBe(2)
  expect(changes).toEqual(
    expect.arrayContaining([
      { indicator: 'REPORTS', economy: 'ALB', period: '2020', from: 101, to: 777, edition: edition!.code },
      { indicator: 'OTHER', economy: 'XKX', period: '2020', from: null, to: 5, edition: edition!.code },
    ]),
  )
  await client.send('/api/overview/visit', { method: 'POST' })
  expect((await aside()).changed, 'the same visit goes on').toBe(2)

  const missing = (await aside()).missing
  expect(missing).toContainEqual({
    indicator: 'OTHER',
    economy: 'ALB',
    lastPeriod: null,
    due: expect.any(String),
    reason: null,
  })
  expect(missing).toContainEqual({
    indicator: 'CASES',
    economy: 'ALB',
    lastPeriod: '2019',
    due: expect.any(String),
    reason: { c: 'source' },
  })
})

test('a visit is seen by the person alone', async () => {
  const { client, tenant } = await organisation()
  await client.send('/api/overview/visit', { method: 'POST' })
  const colleague = await makePerson(app)
  await addMember(app, tenant.id, colleague.id, 'admin')
  const other = new Client(app.url, tenant.slug)
  await other.signIn(colleague.email)
  expect((await other.get<OverviewAside>('/api/overview/aside')).body.since).toBeNull()
})
