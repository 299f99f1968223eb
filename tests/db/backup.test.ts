import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreBackup } from '@observatory/db/backup-reader'
import { writeBackup } from '@observatory/db/backup-writer'
import { connect } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, withClient, type TestDatabase } from '../support/database.ts'

let folder: string
let file: string
let original: TestDatabase
let restored: TestDatabase

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'observatory-backup-'))
  file = join(folder, 'all.backup')
  original = await freshDatabase()
  restored = await freshDatabase()
  const owner = connect(original.ownerUrl)
  const tenants = await Promise.all(
    ['one', 'two'].map((slug) =>
      make.tenant(owner, {
        slug: `backup-${slug}`,
        name: JSON.stringify({ en: `Tab\there, "quotes" and Ђорђе ${slug}` }),
      }),
    ),
  )
  const indicator = await make.indicator(owner)
  for (const tenant of tenants) {
    await make.member(owner, tenant)
    await make.submission(owner, tenant)
    const series = await make.series(owner, tenant, indicator)
    const release = await make.release(owner, tenant)
    await make.observation(owner, series, release, { value: 0 })
    await make.observation(owner, series, release, {
      period: '2021',
      reason: 'not-collected',
      note: 'a line\nbreak and a \\ backslash',
    })
    for (const audience of ['owner', 'regional', 'public']) {
      await make.publishedSeries(owner, series, {
        audience,
        body: JSON.stringify({ periods: ['2020', '2021'], cells: [0, { na: 'not-collected' }] }),
      })
    }
  }
  await owner.destroy()
  await withClient(original.ownerUrl, (client) =>
    client.query(
      `insert into auth."user" (id, name, email, "emailVerified") values ('u1', 'Somebody', 'somebody@example.org', true)`,
    ),
  )
})
afterAll(async () => {
  await original.drop()
  await restored.drop()
  rmSync(folder, { recursive: true })
})

const published = (url: string) =>
  withClient(
    url,
    async (client) =>
      (await client.query('select * from published_series order by tenant_id, series_id, audience')).rows,
  )

test('a backup restored into an empty database gives every published row again, and every other', async () => {
  const written = await writeBackup(original.ownerUrl, file)
  expect(statSync(file).mode & 0o077).toBe(0)
  await restoreBackup(restored.ownerUrl, file, { verify: true })
  const rows = await published(restored.ownerUrl)
  expect(rows).toHaveLength(6)
  expect(rows).toEqual(await published(original.ownerUrl))

  const again = await writeBackup(restored.ownerUrl, join(folder, 'again.backup'))
  expect(again).toEqual(written)
  expect(written.tables.find(({ name }) => name === 'auth."user"')?.rows).toBe(1)
})

test('a restored database guards its tables and goes on counting its releases', async () => {
  const open = await withClient(restored.ownerUrl, (client) =>
    client.query(
      `select oid::regclass::text from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace`,
    ),
  )
  expect(open.rows).toEqual([])
  const off = await withClient(restored.ownerUrl, (client) =>
    client.query(`select tgname from pg_trigger where tgenabled = 'D'`),
  )
  expect(off.rows).toEqual([])
  const next = await Promise.all(
    [original, restored].map(({ ownerUrl }) =>
      withClient(ownerUrl, (client) => client.query(`select nextval('release_seq')`)),
    ),
  )
  expect(next[0]?.rows).toEqual(next[1]?.rows)
})

test('a backup is not restored over figures that are there', async () => {
  await expect(restoreBackup(restored.ownerUrl, file, { verify: false })).rejects.toThrow('not empty')
})

test('a damaged backup leaves the database as empty as it was', async () => {
  const target = await freshDatabase()
  const damaged = join(folder, 'damaged.backup')
  writeFileSync(damaged, readFileSync(file).subarray(0, -200))
  await expect(restoreBackup(target.ownerUrl, damaged, { verify: true })).rejects.toThrow(
    /unexpected end|ends too early/,
  )
  expect(await published(target.ownerUrl)).toEqual([])
  await target.drop()
})
