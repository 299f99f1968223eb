import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import type { CoverageAnswer } from '@observatory/domain/coverage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { publish } from '../support/publish.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
let client: Client

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  const secretariat = await make.tenant(owner, { kind: 'secretariat', economy: null })
  await make.indicator(owner, { code: 'CASES' })
  await make.indicator(owner, { code: 'EMPTY' })
  await make.indicator(owner, { code: 'HALVES' })
  await owner
    .insertInto('seriesBreak')
    .values({ indicator: 'CASES', economy: 'ALB', period: '2017', code: 'recount' })
    .execute()
  await publish(app, secretariat, [
    { indicator: 'CASES', economy: 'ALB', period: '2013', value: 4 },
    { indicator: 'CASES', economy: 'ALB', period: '2014', value: 0 },
    { indicator: 'CASES', economy: 'ALB', period: '2015', value: 5, comparator: 'lt' },
    { indicator: 'CASES', economy: 'ALB', period: '2016', reason: 'not-collected' },
    { indicator: 'CASES', economy: 'ALB', period: '2017', reason: 'cannot-exist' },
    { indicator: 'CASES', economy: 'ALB', period: '2018', reason: 'source' },
    { indicator: 'CASES', economy: 'ALB', period: '2019', reason: 'elsewhere' },
    { indicator: 'CASES', economy: 'ALB', period: '2020', value: 602, status: ['U'] },
    { indicator: 'HALVES', economy: 'SRB', period: '2020-S1', reason: 'not-collected' },
    { indicator: 'HALVES', economy: 'SRB', period: '2020-S2', value: 3 },
  ])
  const tenant = await make.tenant(owner)
  const person = await makePerson(app)
  await addMember(app, tenant.id, person.id, 'viewer')
  client = new Client(app.url, tenant.slug)
  await client.signIn(person.email)
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

const coverage = (input: Record<string, unknown>) => client.query<CoverageAnswer>('coverage.get', input)

test('every state of a place has its own letter, and all six economies are there', async () => {
  const { body } = await coverage({ from: 2012, to: 2021 })
  expect(body.periods).toEqual(['2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019', '2020', '2021'])
  const cases = body.indicators.find(({ code }) => code === 'CASES')!
  expect(cases.economies).toEqual({
    ALB: 'nvzbnxseun',
    BIH: 'nnnnnnnnnn',
    XKX: 'nnnnnnnnnn',
    MNE: 'nnnnnnnnnn',
    MKD: 'nnnnnnnnnn',
    SRB: 'nnnnnnnnnn',
  })
  expect(cases.breaks).toEqual([{ economy: 'ALB', period: '2017', code: 'recount' }])
})

test('an indicator without a single figure is in the matrix all the same', async () => {
  const { body } = await coverage({ from: 2020, to: 2020 })
  expect(body.indicators.find(({ code }) => code === 'EMPTY')!.economies.SRB).toBe('n')
})

test('a year shows the best of its halves', async () => {
  const { body } = await coverage({ from: 2020, to: 2020 })
  expect(body.indicators.find(({ code }) => code === 'HALVES')!.economies.SRB).toBe('v')
})

test.each([
  [{ from: 2020, to: 2019 }],
  [{ from: 1900, to: 2020 }],
  [{ from: 2020 }],
  [{ from: 2020, to: 2021, asOf: 'then' }],
])('%j is refused', async (input) => {
  expect((await coverage(input)).problem).toMatchObject({ code: 'invalid', status: 400 })
})
