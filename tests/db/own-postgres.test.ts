import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreBackup } from '@observatory/db/backup-reader'
import { writeBackup } from '@observatory/db/backup-writer'
import { connect } from '@observatory/db/connect'
import { migrate } from '@observatory/db/migrate'
import { make } from '@observatory/db/seed/make'
import { setPasswords } from '@observatory/db/roles'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from '../../infra/database.ts'
import { withClient } from '../support/database.ts'

// A database of one's own: its owner may create roles and is no superuser, so row security holds for it too.
const owner = `owner_${randomBytes(4).toString('hex')}`
const databases = [`${owner}_a`, `${owner}_b`] as const
const [first, second] = databases.map((name) => addressOf(owner, 'pw', name)) as [string, string]
const superuser = addressOf(undefined, undefined, 'postgres')
let folder: string

function addressOf(user: string | undefined, password: string | undefined, database: string): string {
  const url = new URL(inject('templateUrl'))
  if (user) [url.username, url.password] = [user, password ?? '']
  url.pathname = `/${database}`
  return url.href
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'observatory-own-'))
  await withClient(superuser, async (client) => {
    await client.query(`create role ${owner} login createrole password 'pw'`)
    // The roles are there, made by another owner; on a cluster of its own this one makes them.
    await client.query(`grant app, public_reader, auth, jobs, benchmark to ${owner} with admin option`)
    for (const database of databases) await client.query(`create database ${database} owner ${owner}`)
  })
  for (const url of [first, second]) await migrate(url)
  const filler = connect(addressOf(undefined, undefined, databases[0]))
  const tenant = await make.tenant(filler, { slug: 'own-postgres' })
  await make.member(filler, tenant)
  const series = await make.series(filler, tenant, await make.indicator(filler))
  await make.observation(filler, series, await make.release(filler, tenant), { value: 7 })
  await filler.destroy()
})
afterAll(async () => {
  await withClient(superuser, async (client) => {
    for (const database of databases) await client.query(`drop database ${database} with (force)`)
    await client.query(`drop role ${owner}`)
  })
  rmSync(folder, { recursive: true })
})

test('an owner who is no superuser backs up every row and restores it', async () => {
  const file = join(folder, 'own.backup')
  const written = await writeBackup(first, file)
  const rows = (name: string) => written.tables.find((table) => table.name === name)?.rows
  expect([rows('public.member'), rows('public.observation')]).toEqual([1, 1])
  await restoreBackup(second, file, { verify: true })
  expect(await writeBackup(second, join(folder, 'again.backup'))).toEqual(written)
})

test('a backup that would leave rows out is refused by the name of the table', async () => {
  await withClient(first, (client) => client.query('alter policy owner_reads on observation using (value > 100)'))
  await expect(writeBackup(first, join(folder, 'less.backup'))).rejects.toThrow(/every row of observation\./)
  await withClient(first, (client) => client.query('alter policy owner_reads on observation using (true)'))
})

test('the owner reads rows of organisations and changes none', async () => {
  const changed = await withClient(first, (client) => client.query('update observation set value = 0'))
  expect(changed.rowCount).toBe(0)
})

test('new passwords do not lock out an installation on another database of the same Postgres', async () => {
  const app = new URL(addressOf('app', undefined, databases[1]))
  app.password = new URL((await setPasswords(second, inject('secret'))).app).password
  await withClient(app.href, async () => {
    await expect(setPasswords(first, 'another secret')).rejects.toThrow(/share its roles/)
  })
})

test('an address that does not work, or a role that may too little, is told what is missing', async () => {
  await expect(openDatabase(addressOf(owner, 'wrong', databases[0]), folder)).rejects.toThrow(
    /DATABASE_URL cannot be used: password authentication failed/,
  )
  await expect(openDatabase((await setPasswords(first, inject('secret'))).app, folder)).rejects.toThrow(/CREATEROLE/)
})
