import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, withClient, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => (database = await freshDatabase()))
afterAll(() => database.drop())

/** First column of each row. */
const ask = (url: string, question: string) =>
  withClient(url, async (client) =>
    (await client.query({ text: question, rowMode: 'array' })).rows.map((row: unknown[]) => row[0]),
  )

const tenantTables = `
  select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)`

test('every table with tenant_id has row security that is forced, and a policy', async () => {
  const tables = await ask(database.ownerUrl, tenantTables)
  expect(tables.length).toBeGreaterThan(8)
  const open = await ask(
    database.ownerUrl,
    `
    select oid::regclass::text from pg_class where oid in (${tenantTables})
      and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy p where p.polrelid = pg_class.oid))`,
  )
  expect(open).toEqual([])
})

test('every table that row security guards is guarded from its owner as well', async () => {
  const half = await ask(
    database.ownerUrl,
    `
    select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relrowsecurity and not c.relforcerowsecurity`,
  )
  expect(half).toEqual([])
})

test('a tenant of a row is set by the policy of its table: every policy for app that may write checks it', async () => {
  const loose = await ask(
    database.ownerUrl,
    `
    select tablename || '.' || policyname from pg_policies
    where schemaname = 'public' and cmd <> 'SELECT' and 'app' = any (roles)
      and coalesce(with_check, qual) not like '%current_tenant()%'`,
  )
  expect(loose).toEqual([])
})

test('the app role without an organisation sees no row of any table with tenant_id', async () => {
  const tables = await ask(
    database.ownerUrl,
    `select oid::regclass::text from pg_class where oid in (${tenantTables}) and has_table_privilege('app', oid, 'select')`,
  )
  expect(tables.length).toBeGreaterThan(8)
  await fill(database)
  for (const table of tables)
    expect(await ask(database.urls.app, `select count(*)::integer from ${String(table)}`), String(table)).toEqual([0])
})

test('no login role is a superuser, bypasses row security or owns a table of ours', async () => {
  const strong = await ask(
    database.ownerUrl,
    `
    select rolname from pg_roles where rolname in ('app', 'public_reader', 'auth', 'jobs', 'benchmark') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  )
  expect(strong).toEqual([])
  const owned = await ask(
    database.ownerUrl,
    `
    select tablename from pg_tables where schemaname = 'public' and tableowner in ('app', 'public_reader', 'auth', 'jobs', 'benchmark')`,
  )
  expect(owned).toEqual([])
})

test('the app role can read no table of the sign-in schema', async () => {
  const readable = await ask(
    database.ownerUrl,
    `
    select tablename from pg_tables where schemaname = 'auth' and has_table_privilege('app', format('%I.%I', schemaname, tablename), 'select, insert, update, delete')`,
  )
  expect(readable).toEqual([])
})

test('the public role may read the published, public tables and the catalogue, and write nothing', async () => {
  const readable = await ask(
    database.ownerUrl,
    `
    select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth', 'jobs') and c.relkind in ('r', 'p', 'v') and has_any_column_privilege('public_reader', c.oid, 'select') order by 1`,
  )
  expect(readable).toEqual([
    'economy',
    'edition',
    'event',
    'event_text',
    'indicator',
    'indicator_text',
    'published_benchmark',
    'published_series',
    'series_break',
    'source',
    'tenant',
    'topic',
    'unit',
  ])
  const writable = await ask(
    database.ownerUrl,
    `
    select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and (has_any_column_privilege('public_reader', c.oid, 'insert, update') or has_table_privilege('public_reader', c.oid, 'delete'))`,
  )
  expect(writable).toEqual([])
})

test('views run as who asks', async () => {
  const views = await ask(
    database.ownerUrl,
    `
    select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  )
  expect(views).toEqual([])
})

async function fill({ ownerUrl }: TestDatabase): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`
    insert into tenant (id, slug, name, kind) values ('00000000-0000-7000-8000-000000000001', 'somebody', '{"en": "Somebody"}', 'ngo');
    insert into member (tenant_id, id, user_id, role) values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'u', 'admin');
    insert into audit_event (tenant_id, id, actor, action) values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003', 'u', 'member.invited')`),
  )
}
