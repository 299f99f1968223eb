import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { writeAs } from '@observatory/db/tenancy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appRouter } from '../../apps/api/src/router.ts'
import { createSubmission, enterValues } from '../../apps/api/src/submissions/service.ts'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { publish } from '../support/publish.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
/** The organisation that keeps things to itself, its administrator, and the ids of what it holds. */
let first: { client: Client; slug: string; ids: Record<'brief' | 'member' | 'invitation', string> }
let second: Client

/** Each stands in something of the first organisation, and in nothing that anyone else may read. */
const sentinels = ['SENTINEL', '98765432', '87654321', '76543210', 'sentinel']

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  const keeping = await make.tenant(owner, { kind: 'ministry', economy: 'ALB' })
  const looking = await make.tenant(owner, { kind: 'ministry', economy: 'ALB' })
  await make.indicator(owner, { code: 'REPORTS', headline: 1 })

  const figure = { indicator: 'REPORTS', economy: 'ALB' as const }
  await publish(
    app,
    keeping,
    [
      { ...figure, period: '2020', value: 98_765_432, visibility: 'private', note: 'SENTINEL note' },
      { ...figure, period: '2021', value: 87_654_321, visibility: 'benchmark' },
    ],
    { title: 'SENTINEL release', contributes: false },
  )
  const author = { tenantId: keeping.id, userId: 'service:author' }
  await writeAs(app.context.db.app, author, async (tx) => {
    const draft = await createSubmission(tx, author, { title: 'SENTINEL draft', sourceYear: null })
    await enterValues(tx, author, draft, [{ ...figure, period: '2022', value: 76_543_210, visibility: 'public' }])
  })

  const administrator = await makePerson(app, `sentinel-${Date.now()}@example.org`)
  const memberId = await addMember(app, keeping.id, administrator.id, 'admin')
  const client = new Client(app.url, keeping.slug)
  await client.signIn(administrator.email)
  const invitation = await client.mutate('invitations.create', {
    email: 'sentinel-invited@example.org',
    role: 'viewer',
  })
  if (invitation.status !== 200) throw new Error('The first organisation could not invite.')
  const brief = await client.mutate<{ id: string }>('briefs.create', {
    template: 'organisation',
    locale: 'en',
    title: 'SENTINEL brief',
    occasion: 'SENTINEL occasion',
    place: 'Tirana',
    date: '2026-10-02',
    freezeDate: '2026-09-15',
    indicators: ['REPORTS'],
    economies: ['ALB'],
  })
  if (brief.status !== 200) throw new Error('The first organisation could not ask for a brief.')
  const invitations = await client.query<{ id: string }[]>('invitations.list')
  first = {
    client,
    slug: keeping.slug,
    ids: { brief: brief.body.id, member: memberId, invitation: invitations.body[0]!.id },
  }

  const stranger = await makePerson(app, 'stranger@example.org')
  await addMember(app, looking.id, stranger.id, 'admin')
  second = new Client(app.url, looking.slug)
  await second.signIn(stranger.email)
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

/** What each reading procedure is asked with: by a stranger, with the first organisation's own ids where there are any. */
const inputs = (): Record<string, unknown> => ({
  'members.list': undefined,
  'invitations.list': undefined,
  'audit.list': {},
  'indicators.catalogue': { locale: 'en' },
  'indicators.get': { code: 'REPORTS', locale: 'en' },
  'coverage.get': { from: '2015', to: '2025' },
  'editions.list': undefined,
  'briefs.list': undefined,
  'briefs.get': { id: first.ids.brief },
  'briefs.options': undefined,
})

const addresses = () => [
  '/api/session',
  '/api/overview',
  '/api/overview?indicators=REPORTS',
  '/api/overview/aside',
  `/api/briefs/${first.ids.brief}.pdf`,
  '/data',
  '/data/REPORTS.json?publisher=*',
  '/data/REPORTS.csv?publisher=*&breakdown=*',
  '/data/REPORTS.metadata.json',
]

const seen = (text: string) => sentinels.filter((sentinel) => text.includes(sentinel))

test('the first organisation does see its own, so that the silence of the others means something', async () => {
  const told = await Promise.all([
    ...Object.entries(inputs()).map(([name, input]) => first.client.query(name, input)),
    first.client.get('/api/overview'),
  ])
  expect(seen(JSON.stringify(told.map(({ body }) => body))).toSorted()).toEqual(
    ['87654321', '98765432', 'SENTINEL', 'sentinel'].toSorted(),
  )
})

test('no reading procedure tells a second organisation anything of the first', async () => {
  const procedures = Object.entries<{ _def: { type: string } }>(appRouter._def.procedures as never)
  const reading = procedures.filter(([, { _def }]) => _def.type === 'query').map(([name]) => name)
  expect(Object.keys(inputs()).toSorted(), 'a new procedure is listed above').toEqual(reading.toSorted())
  for (const [name, input] of Object.entries(inputs())) {
    const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    const answer = await second.get(`/trpc/${name}${search}`)
    expect([name, seen(JSON.stringify(answer.body))]).toEqual([name, []])
  }
})

test('no plain address tells a second organisation, or nobody, anything of the first', async () => {
  for (const client of [second, new Client(app.url)]) {
    for (const address of addresses()) {
      const answer = await client.get(address)
      expect([address, seen(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))]).toEqual([
        address,
        [],
      ])
    }
  }
})

test('what belongs to another organisation is refused like what does not exist', async () => {
  const nowhere = '0190a0a0-0000-7000-8000-000000000000'
  const calls = [
    ['briefs.get', 'query', first.ids.brief],
    ['briefs.retry', 'mutate', first.ids.brief],
    ['briefs.cancel', 'mutate', first.ids.brief],
    ['briefs.remove', 'mutate', first.ids.brief],
  ] as const
  for (const [name, kind, id] of calls) {
    const theirs = await second[kind](name, { id })
    const nobodys = await second[kind](name, { id: nowhere })
    expect([name, theirs.status, theirs.problem?.code]).toEqual([name, 404, 'not-found'])
    expect([name, nobodys.status, nobodys.problem?.code]).toEqual([name, 404, 'not-found'])
  }
  const tab = second.tab(first.slug)
  const stranger = await tab.get('/api/overview')
  expect([stranger.status, stranger.problem?.code]).toEqual([404, 'not-found'])
})
