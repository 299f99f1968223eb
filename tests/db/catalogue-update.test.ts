import { afterAll, beforeAll, expect, test } from 'vitest'
import { isCatalogueCurrent, updateCatalogue } from '../../infra/catalogue.ts'
import { markSeeded } from '../../infra/database.ts'
import { writeCatalogueAndNames } from '../../infra/seed.ts'
import { freshDatabase, withClient, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
const ask = (statement: string) =>
  withClient(database.ownerUrl, async (client) => (await client.query<{ answer: unknown }>(statement)).rows[0]?.answer)

beforeAll(async () => {
  database = await freshDatabase()
  await withClient(database.ownerUrl, (client) => writeCatalogueAndNames(client, false))
  await markSeeded(database.ownerUrl, 'hash of older sources')
})
afterAll(() => database.drop())

test('a database filled from older sources gets the present texts, once, and no demonstration it did not have', async () => {
  const name = `select name as answer from indicator_text where indicator = 'NCMEC_REPORTS' and locale = 'en'`
  const written = await ask(name)
  await ask(`update indicator_text set name = 'An older name'`)
  expect(await isCatalogueCurrent(database.ownerUrl)).toBe(false)
  await updateCatalogue(database.ownerUrl)
  expect(await ask(name)).toBe(written)
  expect(await isCatalogueCurrent(database.ownerUrl)).toBe(true)
  expect(await ask('select count(*)::integer as answer from indicator where demonstration')).toBe(0)
})

test('a database filled before the sources were remembered is brought up to date', async () => {
  await ask('alter table seed_finished drop column catalogue')
  expect(await isCatalogueCurrent(database.ownerUrl)).toBe(false)
  await updateCatalogue(database.ownerUrl)
  expect(await isCatalogueCurrent(database.ownerUrl)).toBe(true)
})
