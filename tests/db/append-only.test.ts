import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, withClient, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => (database = await freshDatabase()))
afterAll(() => database.drop())

const login = ['app', 'public_reader', 'auth', 'jobs', 'benchmark']

test.for(['observation', 'release', 'audit_event', 'contribution', 'edition'])(
  'nobody who logs in may change or remove a row of %s',
  async (table) => {
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query<{ role: string }>(
        `select role from unnest($1::text[]) role where has_any_column_privilege(role, $2, 'update') or has_table_privilege(role, $2, 'delete, truncate')`,
        [login, table],
      ),
    )
    expect(rows).toEqual([])
  },
)

test('the app role is refused when it tries to change an observation', async () => {
  await withClient(database.urls.app, async (client) => {
    await expect(client.query('update observation set value = 1')).rejects.toThrow('permission denied')
    await expect(client.query('delete from release')).rejects.toThrow('permission denied')
    await expect(client.query('truncate audit_event')).rejects.toThrow('permission denied')
  })
})
