import { readFileSync } from 'node:fs'
import type { OverviewAnswer } from '@observatory/domain/indicators'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seed } from '../../infra/seed.ts'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { addMember, makePerson } from '../support/people.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp

beforeAll(async () => {
  database = await freshDatabase()
  app = await startApp(database)
  await seed({ ...database, demonstration: true, dataFolder: app.context.config.dataFolder, say: () => {} })
}, 180_000)
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** Republika Srpska's counts, and an action plan of one entity. */
const partsOfBosnia = ['BIH_RS_CSA_OFFENCES', 'BIH_RS_CSAM_OFFENCES', 'NAP_CHILD_ONLINE_ENTITY']

async function rows(path: string): Promise<Record<string, string>[]> {
  return parse(await (await fetch(app.url + path)).text(), { columns: true })
}

test('NCMEC reports of 2020 add up to 107,378 over the six', async () => {
  const reports = (await rows('/data/NCMEC_REPORTS.csv')).filter(({ period }) => period === '2020')
  expect(reports.map(({ economy, value }) => [economy, Number(value)])).toEqual([
    ['ALB', 23426],
    ['BIH', 21263],
    ['XKX', 1229],
    ['MNE', 6784],
    ['MKD', 8939],
    ['SRB', 45737],
  ])
  expect(reports.reduce((sum, { value }) => sum + Number(value), 0)).toBe(107_378)
})

test('rates of 2020 per thousand children are those of the source notes', async () => {
  const rates = (await rows('/data/NCMEC_REPORTS.csv?measure=rate')).filter(({ period }) => period === '2020')
  expect(rates.map(({ value }) => Number(value).toFixed(1))).toEqual(['39.9', '35.6', '2.6', '49.4', '21.6', '36.1'])
})

test('the archive holds every starting figure once, and no demonstration', async () => {
  const bytes = new Uint8Array(await (await fetch(`${app.url}/data/all.zip`)).arrayBuffer())
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('data/'))
  expect(files.length).toBe(76)
  expect(files.filter(([name]) => name.includes('DEMO'))).toEqual([])
  const held = files.flatMap(([, content]) => parse<Record<string, string>>(strFromU8(content), { columns: true }))
  const starting = parse<Record<string, string>>(
    readFileSync(new URL('../../packages/db/seed/figures/observations.csv', import.meta.url)),
    { columns: true },
  )
  expect(starting).toHaveLength(1331)
  const area = ({ indicator, economy }: Record<string, string>) =>
    partsOfBosnia.includes(indicator!) ? 'BIH_PART' : economy
  const given = new Map(held.map((row) => [`${row.indicator} ${row.economy} ${row.period}`, row]))
  for (const row of starting) {
    const key = `${row.indicator} ${area(row)} ${row.period}`
    const found = given.get(key)!
    if (row.value === 'NA') expect(found, key).toMatchObject({ value: '', reason: 'cannot-exist' })
    else if (/^\d{4}-/.test(row.value!)) expect(found, key).toMatchObject({ value: row.value, source: row.source_id })
    else
      expect([Number(found.value), found.source, found.confidence], key).toEqual([
        Number(row.value),
        row.source_id,
        row.confidence,
      ])
  }
  expect(held.filter(({ value }) => value !== '')).toHaveLength(starting.filter(({ value }) => value !== 'NA').length)
  expect(held.every(({ release }) => /^p\d+$/.test(release!))).toBe(true)
})

test('what a source withheld is suppressed by it, and Republika Srpska is never the whole', async () => {
  const withheld = await rows('/data/GPCEP_OBSCENE.csv?economies=MNE,MKD')
  expect(withheld.map(({ value, reason, obs_status }) => [value, reason, obs_status])).toEqual([
    ['', 'suppressed-source', 'Q'],
    ['', 'suppressed-source', 'Q'],
  ])
  for (const code of partsOfBosnia) {
    expect(new Set((await rows(`/data/${code}.csv`)).map(({ economy }) => economy)), code).toEqual(
      new Set(['BIH_PART']),
    )
  }
})

test('a ministry of the demonstration sees twelve headline indicators with the region, and its invented series apart', async () => {
  const { id, slug } = (
    await app.context.db.app
      .selectFrom('tenant')
      .select(['id', 'slug'])
      .where('demonstration', '=', true)
      .where('kind', '=', 'ministry')
      .orderBy('slug')
      .execute()
  )[0]!
  const person = await makePerson(app)
  await addMember(app, id, person.id, 'viewer')
  const client = new Client(app.url, slug)
  await client.signIn(person.email)
  const { status, body } = await client.get<OverviewAnswer>('/api/overview')
  expect(status).toBe(200)
  expect(body.items).toHaveLength(12)
  expect(body.items.every(({ indicator }) => !indicator.startsWith('DEMO_'))).toBe(true)
  expect(body.items.find(({ indicator }) => indicator === 'NCMEC_REPORTS')!.region).toHaveLength(6)
  expect(body.own.length).toBeGreaterThan(0)
  expect(body.own.every(({ series }) => series.demonstration)).toBe(true)
  for (const procedure of ['indicators.catalogue', 'coverage.get']) {
    expect((await client.query(procedure, { locale: 'sq', from: 2010, to: 2025 })).status, procedure).toBe(200)
  }
  const { body: catalogue } = await client.query<{ indicators: { code: string }[] }>('indicators.catalogue', {
    locale: 'en',
  })
  for (const { code } of catalogue.indicators) {
    expect((await client.query('indicators.get', { code, locale: 'en' })).status, code).toBe(200)
  }
})
