import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import type { CatalogueAnswer, EditionList, IndicatorAnswer } from '@observatory/domain/indicators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { publish } from '../support/publish.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
let secretariat: { id: string; slug: string }

const facts = {
  source: 'platform-reports',
  coverage: 'partial',
  timeliness: 'within-a-year',
  underReporting: 'some',
  doubleCounting: true,
  location: 'ip-address',
  rounded: false,
}

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  secretariat = await make.tenant(owner, { kind: 'secretariat', economy: null })
  await make.indicator(owner, { code: 'POP', topic: 'CONTEXT' })
  await make.indicator(owner, {
    code: 'REPORTS',
    denominator: 'POP',
    ratePer: 1000,
    carryYears: 2,
    quality: JSON.stringify(facts),
    custodian: secretariat.id,
  })
  await make.indicator(owner, { code: 'DEMO_CASES', topic: 'DEMO' })
  await owner
    .insertInto('indicatorText')
    .values([
      {
        indicator: 'REPORTS',
        locale: 'en',
        name: 'Reports',
        shortName: 'Reports',
        description: 'd',
        caveat: 'c',
        isNot: JSON.stringify([{ head: 'Not victims', text: 't' }]),
        state: 'approved',
      },
      {
        indicator: 'REPORTS',
        locale: 'sq',
        name: 'Raporte',
        shortName: 'Raporte',
        description: 'd',
        caveat: 'c',
        state: 'machine',
      },
    ])
    .execute()
  await owner.insertInto('seriesBreak').values({ indicator: 'REPORTS', period: '2024', code: 'bundling' }).execute()
  await owner
    .insertInto('source')
    .values([
      { id: 'S1', title: 'First', publisher: 'P' },
      { id: 'E1', title: 'Event', publisher: 'P' },
    ])
    .execute()
  await owner
    .insertInto('event')
    .values({
      id: 'EV1',
      date: '2020-03',
      economy: null,
      type: 'law',
      indicators: ['REPORTS'],
      source: 'E1',
      confidence: 'verified',
    })
    .execute()
  await owner
    .insertInto('eventText')
    .values([
      { event: 'EV1', locale: 'en', title: 'A law', caution: 'Not a cause', state: 'human' },
      { event: 'EV1', locale: 'sq', title: 'Një ligj', caution: '', state: 'machine' },
    ])
    .execute()
  await publish(
    app,
    secretariat,
    [
      { indicator: 'POP', economy: 'ALB', period: '2019', value: 1000 },
      { indicator: 'REPORTS', economy: 'ALB', period: '2019', value: 10, source: 'S1' },
      { indicator: 'REPORTS', economy: 'XKX', period: '2019', value: 0 },
      { indicator: 'REPORTS', economy: 'XKX', period: '2020', reason: 'source' },
    ],
    { sourceYear: 2020, title: 'As 2020 stood' },
  )
  await publish(app, secretariat, [{ indicator: 'REPORTS', economy: 'ALB', period: '2020', value: 20 }], {
    sourceYear: 2021,
  })
  await publish(app, secretariat, [{ indicator: 'REPORTS', economy: 'ALB', period: '2019', value: 11, source: 'S1' }], {
    title: 'Correction',
  })
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

async function organisation(overrides: Parameters<typeof make.tenant>[1] = {}) {
  const tenant = await make.tenant(owner, { kind: 'ministry', economy: 'ALB', ...overrides })
  const person = await makePerson(app)
  await addMember(app, tenant.id, person.id, 'viewer')
  const client = new Client(app.url, tenant.slug)
  await client.signIn(person.email)
  return { tenant, client }
}

const get = (client: Client, input: Record<string, unknown>) =>
  client.query<IndicatorAnswer>('indicators.get', { locale: 'en', ...input })

test('the catalogue names each indicator, grades it from declared facts and says what is held', async () => {
  const { client } = await organisation()
  const { body } = await client.query<CatalogueAnswer>('indicators.catalogue', { locale: 'sq' })
  expect(body.indicators.map(({ code }) => code)).toEqual(['POP', 'REPORTS'])
  const reports = body.indicators[1]!
  expect(reports).toMatchObject({
    name: 'Raporte',
    textState: 'machine',
    grade: 'D',
    bias: 'either',
    breaks: [{ economy: null, period: '2024', code: 'bundling' }],
    coverage: { ALB: { first: '2019', last: '2020', figures: 2 }, XKX: { first: '2019', last: '2019', figures: 1 } },
  })
  const { body: macedonian } = await client.query<CatalogueAnswer>('indicators.catalogue', { locale: 'mk' })
  expect(macedonian.indicators[1]).toMatchObject({ name: 'Reports', textState: 'untranslated' })
})

test('demonstration indicators are listed for demonstration organisations only', async () => {
  const { client } = await organisation({ demonstration: true })
  const { body } = await client.query<CatalogueAnswer>('indicators.catalogue', { locale: 'en' })
  expect(body.indicators.map(({ code }) => code)).toContain('DEMO_CASES')
})

test('an indicator comes with its series, events, sources, notes and revisions', async () => {
  const { client } = await organisation()
  const { body } = await get(client, { code: 'REPORTS', locale: 'sq' })
  expect(body.series.map(({ economy, cells }) => [economy, cells])).toEqual([
    ['ALB', [11, 20]],
    ['XKX', [0, { c: 'source' }]],
  ])
  expect(body.series[0]).toMatchObject({ rate: [11, 20], denominatorPeriods: ['2019', '2019'] })
  expect(body.own).toBe(`${secretariat.slug}/ALB/`)
  expect(body.indicator).toMatchObject({
    isNot: [],
    custodian: { slug: secretariat.slug },
    denominatorNote: { indicator: 'POP', carryYears: 2 },
    quality: { facts },
  })
  expect(body.events).toEqual([
    {
      id: 'EV1',
      date: '2020-03',
      economy: null,
      type: 'law',
      title: 'Një ligj',
      caution: '',
      source: 'E1',
      confidence: 'verified',
    },
  ])
  expect(body.sources.map(({ id }) => id)).toEqual(['E1', 'S1'])
  expect(body.benchmarks.rate).toMatchObject({ measure: 'rate' })
  expect(body.revisions).toEqual([
    {
      edition: expect.objectContaining({ code: 'p3', title: 'Correction' }),
      changes: [{ economy: 'ALB', period: '2019', from: 10, to: 11 }],
    },
  ])
})

test('the figures as a source year stood are those of its edition', async () => {
  const { client } = await organisation()
  const { body } = await client.query<EditionList>('editions.list')
  const then = body.editions.find(({ sourceYear, audience }) => sourceYear === 2020 && audience === 'public')!
  const past = (await get(client, { code: 'REPORTS', asOf: then.code })).body
  expect(past.edition).toEqual(then)
  expect(past.series.map(({ cells }) => cells)).toEqual([[10], [0, { c: 'source' }]])
  expect(past.revisions).toEqual([])
  const day = (await get(client, { code: 'REPORTS', asOf: then.publishedAt.slice(0, 10) })).body
  expect(day.series[0]!.cells, 'a day means its end').toEqual([11, 20])
})

test('a day ends when it ends in the time zone of the installation', async () => {
  const { client } = await organisation()
  await owner
    .updateTable('edition')
    .set({ publishedAt: new Date('2026-01-10T23:30:00Z') })
    .where('number', '=', 1)
    .where('audience', '=', 'public')
    .execute()
  await owner
    .updateTable('edition')
    .set({ publishedAt: new Date('2026-01-12T00:00:00Z') })
    .where((eb) => eb.or([eb('number', '<>', 1), eb('audience', '<>', 'public')]))
    .execute()
  expect(
    (await get(client, { code: 'REPORTS', asOf: '2026-01-10' })).body.edition,
    'in Brussels it is past midnight',
  ).toBeNull()
  expect((await get(client, { code: 'REPORTS', asOf: '2026-01-11' })).body.edition?.code).toBe('p1')
})

test('an organisation sees its own series as its own, and no other organisation sees it', async () => {
  const first = await organisation()
  const second = await organisation()
  await publish(app, first.tenant, [
    { indicator: 'REPORTS', economy: 'ALB', period: '2020', value: 616161, visibility: 'private' },
  ])
  const mine = (await get(first.client, { code: 'REPORTS' })).body
  expect(mine.own).toBe(`${first.tenant.slug}/ALB/`)
  expect(mine.series.find(({ publisher }) => publisher === first.tenant.slug)!.cells).toEqual([616161])
  expect(Object.fromEntries(mine.series.map(({ publisher, audience }) => [publisher, audience]))).toEqual({
    [secretariat.slug]: 'public',
    [first.tenant.slug]: 'owner',
  })
  expect(mine.contributing.length).toBeGreaterThan(0)
  expect(mine.contributing).not.toContain(mine.own)
  for (const procedure of ['indicators.get', 'indicators.catalogue', 'editions.list', 'coverage.get']) {
    const input = { code: 'REPORTS', locale: 'en', from: 2018, to: 2021 }
    const { status, body } = await second.client.query(procedure, procedure === 'editions.list' ? undefined : input)
    expect(status, procedure).toBe(200)
    expect(JSON.stringify(body), procedure).not.toContain('616161')
    expect(JSON.stringify(body), procedure).not.toContain(first.tenant.slug)
  }
  const { body } = await second.client.query<EditionList>('editions.list')
  expect(body.editions.some(({ audience }) => audience === 'owner')).toBe(false)
  expect(
    (await get(second.client, { code: 'REPORTS', asOf: 'o1' })).problem,
    "another's edition does not exist",
  ).toMatchObject({ code: 'invalid' })
})

test('figures for the region reach every signed-in organisation and no data address', async () => {
  const first = await organisation({ economy: 'BIH' })
  const second = await organisation()
  await publish(app, first.tenant, [
    { indicator: 'REPORTS', economy: 'BIH', period: '2020', value: 717171, visibility: 'regional' },
  ])
  const { series } = (await get(second.client, { code: 'REPORTS' })).body
  expect(series.find(({ publisher }) => publisher === first.tenant.slug)).toMatchObject({
    cells: [717171],
    audience: 'regional',
  })
  expect(await (await fetch(`${app.url}/data/REPORTS.json?publisher=*`)).text()).not.toContain('717171')
})

test('nobody reads without a session, and an indicator that does not exist is not found', async () => {
  const nobody = new Client(app.url, secretariat.slug)
  for (const procedure of ['indicators.get', 'indicators.catalogue', 'editions.list', 'coverage.get']) {
    expect(
      (await nobody.query(procedure, { code: 'REPORTS', locale: 'en', from: 2019, to: 2020 })).problem,
    ).toMatchObject({ code: 'unauthenticated' })
  }
  const { client } = await organisation()
  expect((await get(client, { code: 'NOTHING' })).problem).toMatchObject({ code: 'not-found', status: 404 })
  expect((await get(client, { code: 'REPORTS', asOf: 'soon' })).problem).toMatchObject({ code: 'invalid', status: 400 })
  expect((await get(client, { code: 'REPORTS', locale: 'de' })).problem).toMatchObject({ code: 'invalid', status: 400 })
})
