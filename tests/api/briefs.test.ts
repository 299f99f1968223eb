import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { readAs } from '@observatory/db/tenancy'
import type { Role } from '@observatory/domain/access'
import type { BriefSummary } from '@observatory/domain/briefs'
import { economies } from '@observatory/domain/economies'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestOf } from '../../apps/api/src/briefs/job.ts'
import { getBrief } from '../../apps/api/src/briefs/queries.ts'
import { renderBrief } from '../../apps/api/src/briefs/render.ts'
import { startWorker } from '../../apps/api/src/jobs.ts'
import { tasks } from '../../apps/api/src/tasks.ts'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { publish } from '../support/publish.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
let secretariat: { id: string; slug: string }
let worker: Awaited<ReturnType<typeof startWorker>>

const reports = (year: string, factor: number) =>
  economies.map((economy, at) => ({
    indicator: 'REPORTS',
    economy,
    period: year,
    value: (at + 1) * factor,
    source: 'S1',
  }))

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  secretariat = await make.tenant(owner, { slug: 'observatory', kind: 'secretariat', economy: null })
  await make.indicator(owner, { code: 'REPORTS', custodian: secretariat.id })
  await make.indicator(owner, { code: 'OWN_CASES', measures: 'case' })
  await make.indicator(owner, { code: 'DEMO_CASES', topic: 'DEMO', measures: 'case' })
  await owner.insertInto('source').values({ id: 'S1', title: 'Annual table', publisher: 'Publisher' }).execute()
  await publish(app, secretariat, [...reports('2022', 1000), ...reports('2023', 2000)], { sourceYear: 2023 })
  worker = await startWorker(app.context, tasks)
})
afterAll(async () => {
  await worker.stop()
  await app.close()
  await owner.destroy()
  await database.drop()
})

async function member(tenant: { id: string; slug: string }, role: Role) {
  const person = await makePerson(app)
  await addMember(app, tenant.id, person.id, role)
  const client = new Client(app.url, tenant.slug)
  await client.signIn(person.email)
  return { client, actor: { tenantId: tenant.id, userId: person.id } }
}

const asked = (overrides: object = {}) => ({
  template: 'summit',
  locale: 'en',
  title: 'What is reported, what is answered',
  occasion: '8th Digital Summit',
  place: 'Skopje',
  date: '2026-10-02',
  freezeDate: '2026-09-15',
  indicators: ['REPORTS'],
  economies: [...economies],
  ...overrides,
})

async function made(client: Client, id: string): Promise<BriefSummary> {
  let brief: BriefSummary | undefined
  await expect
    .poll(async () => (brief = (await client.query<BriefSummary>('briefs.get', { id })).body)?.state, {
      timeout: 20_000,
      interval: 100,
    })
    .toMatch(/done|failed/)
  return brief!
}

async function file(client: Client, id: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${client.url}/api/briefs/${id}.pdf`, {
    headers: { Cookie: client.cookie, 'Observatory-Organisation': client.organisation ?? '', ...headers },
  })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

function textOf(bytes: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'observatory-brief-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    return execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a coordinator asks for a summit brief, and the made file is kept under its hash', async () => {
  const { client } = await member(secretariat, 'coordinator')
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked())
  const brief = await made(client, body.id)
  expect(brief).toMatchObject({ state: 'done', edition: 'p1', progress: 1, template: 'summit', demonstration: false })
  const { status, headers, bytes } = await file(client, body.id)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/pdf')
  expect(headers.get('content-disposition')).toBe('inline; filename="summit-brief.en.p1.pdf"')
  expect(headers.get('etag')).toBe(`"${brief.sha256}"`)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(brief.sha256)
  expect(brief.bytes).toBe(bytes.length)
  expect((await file(client, body.id, { 'If-None-Match': `"${brief.sha256}"` })).status).toBe(304)
  const text = textOf(bytes)
  if (text) expect(text).toContain('42,000')
})

test('made again it is the same bytes, also after a later release', async () => {
  const { client, actor } = await member(secretariat, 'coordinator')
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked({ asOf: 'p1' }))
  const brief = await made(client, body.id)
  await publish(
    app,
    secretariat,
    [{ indicator: 'REPORTS', economy: 'ALB', period: '2023', value: 7777, source: 'S1' }],
    { title: 'Correction' },
  )
  const row = await readAs(app.context.db.app, actor, (tx) => getBrief(tx, actor.tenantId, body.id))
  const again = await renderBrief(app.context, actor, requestOf(row))
  expect(again.sha256).toBe(brief.sha256)
  const later = await client.mutate<{ id: string }>('briefs.create', asked())
  const newer = await made(client, later.body.id)
  expect(newer.edition).toBe('p2')
  expect(newer.sha256).not.toBe(brief.sha256)
})

test('only a coordinator makes a summit brief; any member briefs on their own organisation', async () => {
  const tenant = await make.tenant(owner, { kind: 'ngo', economy: 'ALB' })
  const { client } = await member(tenant, 'viewer')
  expect((await client.mutate('briefs.create', asked())).problem?.code).toBe('forbidden')
  expect((await client.query<{ templates: string[] }>('briefs.options')).body.templates).toEqual(['organisation'])
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked({ template: 'organisation' }))
  expect((await made(client, body.id)).state).toBe('done')
})

test('another organisation sees no brief, no file, and cannot move one', async () => {
  const { client } = await member(secretariat, 'coordinator')
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked())
  await made(client, body.id)
  const stranger = (await member(await make.tenant(owner), 'coordinator')).client
  expect((await stranger.query<BriefSummary[]>('briefs.list')).body).toEqual([])
  expect((await stranger.query('briefs.get', { id: body.id })).problem?.code).toBe('not-found')
  expect((await file(stranger, body.id)).status).toBe(404)
  for (const procedure of ['briefs.retry', 'briefs.cancel', 'briefs.remove']) {
    expect((await stranger.mutate(procedure, { id: body.id })).problem?.code, procedure).toBe('not-found')
  }
  expect((await file(new Client(app.url), body.id)).status).toBe(401)
})

test('a figure that is not published stands in its owner’s own brief only, and is marked there', async () => {
  const tenant = await make.tenant(owner, {
    kind: 'ministry',
    economy: 'SRB',
    name: JSON.stringify({ en: 'Ministry of tests' }),
  })
  await publish(
    app,
    tenant,
    [{ indicator: 'OWN_CASES', economy: 'SRB', period: '2023', value: 31_337, visibility: 'private' }],
    { contributes: false },
  )
  const own = (await member(tenant, 'analyst')).client
  const mine = await own.mutate<{ id: string }>(
    'briefs.create',
    asked({ template: 'organisation', indicators: ['REPORTS', 'OWN_CASES'] }),
  )
  expect((await made(own, mine.body.id)).state).toBe('done')
  const text = textOf((await file(own, mine.body.id)).bytes)
  if (text) {
    expect(text).toContain('31,337')
    expect(text).toContain('Ministry of tests')
    expect(text.match(/Confidential/g)!.length).toBeGreaterThan(2)
  }
  const { client } = await member(secretariat, 'coordinator')
  const theirs = await client.mutate<{ id: string }>('briefs.create', asked({ indicators: ['REPORTS', 'OWN_CASES'] }))
  await made(client, theirs.body.id)
  const other = textOf((await file(client, theirs.body.id)).bytes)
  if (other) expect(other).not.toContain('31,337')
})

test('an organisation’s own summit brief prints nothing that is not public, not even its own', async () => {
  const tenant = await make.tenant(owner, { kind: 'ministry', economy: 'SRB' })
  await publish(
    app,
    tenant,
    [{ indicator: 'OWN_CASES', economy: 'SRB', period: '2023', value: 31_338, visibility: 'regional' }],
    { contributes: false },
  )
  const { client } = await member(tenant, 'coordinator')
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked({ indicators: ['REPORTS', 'OWN_CASES'] }))
  expect(await made(client, body.id)).toMatchObject({ state: 'done', template: 'summit' })
  const text = textOf((await file(client, body.id)).bytes)
  if (text) expect(text).not.toContain('31,338')
})

test('demonstration figures are for demonstration organisations, and say so on every page', async () => {
  const { client } = await member(secretariat, 'coordinator')
  const refused = await client.mutate('briefs.create', asked({ indicators: ['DEMO_CASES'] }))
  expect(refused.problem).toMatchObject({ code: 'invalid', problems: [{ path: ['indicators', 0] }] })
  const tenant = await make.tenant(owner, { kind: 'ngo', economy: 'ALB', demonstration: true })
  await publish(app, tenant, [
    { indicator: 'DEMO_CASES', economy: 'ALB', period: '2023', value: 4321, visibility: 'regional' },
  ])
  const demo = (await member(tenant, 'coordinator')).client
  const { body } = await demo.mutate<{ id: string }>(
    'briefs.create',
    asked({ template: 'organisation', indicators: ['DEMO_CASES', 'REPORTS'] }),
  )
  expect(await made(demo, body.id)).toMatchObject({ state: 'done', demonstration: true })
  const text = textOf((await file(demo, body.id)).bytes)
  if (!text) return
  expect(text).toContain('4,321')
  for (const page of text.split('\f').filter((one) => one.trim() !== '')) expect(page).toContain('Demonstration')
})

test('what cannot be asked for is refused by name', async () => {
  const { client } = await member(secretariat, 'coordinator')
  const paths = async (overrides: object) =>
    (await client.mutate('briefs.create', asked(overrides))).problem?.problems.map(({ path }) => path[0])
  expect(await paths({ title: 'x' })).toEqual(['title'])
  expect(await paths({ locale: 'xx' })).toEqual(['locale'])
  expect(await paths({ economies: ['SRB', 'XXX'] })).toEqual(['economies'])
  expect(await paths({ indicators: [] })).toEqual(['indicators'])
  expect(await paths({ indicators: ['NOT_THERE'] })).toEqual(['indicators'])
  expect(await paths({ freezeDate: 'soon' })).toEqual(['freezeDate'])
  expect((await client.mutate('briefs.create', asked({ asOf: 'p99' }))).problem?.code).toBe('invalid')
})

test('a brief of nothing fails in words, may be tried again or removed; one that was made stays', async () => {
  const { client, actor } = await member(secretariat, 'coordinator')
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked({ indicators: ['OWN_CASES'] }))
  expect(await made(client, body.id)).toMatchObject({ state: 'failed', failure: 'nothing' })
  expect((await file(client, body.id)).status).toBe(404)
  expect((await client.mutate('briefs.retry', { id: body.id })).status).toBe(200)
  expect(await made(client, body.id)).toMatchObject({ state: 'failed' })
  expect((await client.mutate('briefs.remove', { id: body.id })).status).toBe(200)
  expect((await client.query('briefs.get', { id: body.id })).problem?.code).toBe('not-found')
  const kept = await client.mutate<{ id: string }>('briefs.create', asked())
  await made(client, kept.body.id)
  expect((await client.mutate('briefs.remove', { id: kept.body.id })).problem?.code).toBe('conflict')
  expect((await client.mutate('briefs.cancel', { id: kept.body.id })).problem?.code).toBe('conflict')
  const events = await readAs(app.context.db.app, actor, (tx) =>
    tx.selectFrom('auditEvent').select('action').where('subject', '=', kept.body.id).execute(),
  )
  expect(events.map(({ action }) => action).toSorted()).toEqual(['brief.made', 'brief.requested'])
})

test('the brief of a worker that died is finished by another', async () => {
  await worker.stop()
  const { client } = await member(secretariat, 'coordinator')
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked())
  await sql`update graphile_worker._private_jobs set locked_by = 'worker-that-died', locked_at = now(), attempts = 1`.execute(
    owner,
  )
  await sql`update brief set state = 'rendering', progress = 0.4 where id = ${body.id}`.execute(owner)
  worker = await startWorker(app.context, tasks)
  expect((await made(client, body.id)).state).toBe('done')
})

test('a brief cancelled before its turn is not made', async () => {
  await worker.stop()
  const { client } = await member(secretariat, 'coordinator')
  const { body } = await client.mutate<{ id: string }>('briefs.create', asked())
  expect((await client.mutate('briefs.cancel', { id: body.id })).status).toBe(200)
  worker = await startWorker(app.context, tasks)
  await expect
    .poll(
      async () =>
        (await sql<{ n: number }>`select count(*)::int as n from graphile_worker._private_jobs`.execute(owner)).rows[0]!
          .n,
      { timeout: 8000 },
    )
    .toBe(0)
  expect((await client.query<BriefSummary>('briefs.get', { id: body.id })).body.state).toBe('cancelled')
  expect((await file(client, body.id)).status).toBe(404)
})
