import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { readAs, readNamed } from '@observatory/db/tenancy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let owner: Db
let app: Db

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl)
  app = connect(database.urls.app, { max: 4 })
})
afterAll(async () => {
  await owner.destroy()
  await app.destroy()
  await database.drop()
})

test('500 reads by eight organisations over four pooled connections never see another organisation', async () => {
  const tenants = await Promise.all(Array.from({ length: 8 }, () => make.tenant(owner)))
  for (const tenant of tenants) await make.member(owner, tenant)
  const reads = Array.from({ length: 500 }, async (_, i) => {
    const tenant = tenants[i % tenants.length]!
    const rows = await readAs(app, { userId: 'reader', tenantId: tenant.id }, (tx) =>
      tx.selectFrom('member').select('tenantId').execute(),
    )
    return rows.length === 1 && rows[0]!.tenantId === tenant.id
  })
  const right = await Promise.all(reads)
  expect(right.filter((seen) => !seen)).toHaveLength(0)
})

test('500 reads in one trip each never see another organisation', async () => {
  const tenants = await Promise.all(Array.from({ length: 8 }, () => make.tenant(owner)))
  for (const tenant of tenants) await make.member(owner, tenant)
  const query = { name: 'members', text: 'select tenant_id from member where role = $1', values: ['viewer'] }
  const reads = Array.from({ length: 500 }, async (_, i) => {
    const tenant = tenants[i % tenants.length]!
    const rows = await readNamed<{ tenant_id: string }>(app, { userId: 'reader', tenantId: tenant.id }, query)
    return rows.length === 1 && rows[0]!.tenant_id === tenant.id
  })
  const right = await Promise.all(reads)
  expect(right.filter((seen) => !seen)).toHaveLength(0)
})

test('a connection that served an organisation is nobody again afterwards, also when the statement failed', async () => {
  const tenant = await make.tenant(owner)
  await make.member(owner, tenant)
  const single = connect(database.urls.app, { max: 1 })
  const actor = { userId: 'reader', tenantId: tenant.id }
  await expect(
    readNamed(single, actor, { name: 'broken', text: 'select 1 / $1::integer', values: [0] }),
  ).rejects.toThrow('division by zero')
  await expect(
    readAs(single, actor, async () => {
      throw new Error('stop')
    }),
  ).rejects.toThrow('stop')
  expect(await single.selectFrom('member').selectAll().execute()).toEqual([])
  await single.destroy()
})

test('a read transaction refuses to write', async () => {
  const tenant = await make.tenant(owner)
  const query = {
    name: 'write',
    text: 'insert into member (tenant_id, id, user_id, role) values ($1, $1, $2, $3)',
    values: [tenant.id, 'u', 'viewer'],
  }
  await expect(readNamed(app, { userId: 'reader', tenantId: tenant.id }, query)).rejects.toThrow(
    'read-only transaction',
  )
})

test('an actor with anything but a uuid for a tenant is refused before the database hears of it', async () => {
  const actor = { userId: 'reader', tenantId: "x'; reset role; --" }
  await expect(readAs(app, actor, async () => 1)).rejects.toThrow('uuid')
})
