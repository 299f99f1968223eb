import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, withClient, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => (database = await freshDatabase()))
afterAll(() => database.drop())

/**
 * The functions that run with more rights than who calls them, each read by a second person.
 * A new one is added here after such a reading, never before.
 */
const reviewed = [
  'auth.become(text, text)', // checks session and membership, sets both settings
  'auth.become_invited(text, text)', // by an open invitation only
  'auth.become_recorded(text, uuid)', // for jobs: the recorded member, if still one
  'auth.belongs_here_only(text)', // yes or no about a member of this organisation
  'auth.create_user(text, text, text, text)',
  'auth.end_sessions(text, text)', // of oneself, or of a member of this organisation
  'auth.find_user(text)', // an id, or null
  'auth.invitation_of(text)', // by the hash of its token
  'auth.own_password_hash()', // of the actor alone
  'auth.password_link_of(text)', // by the hash of its token
  'auth.people(text[])', // names of members and of actors in this organisation's audit log
  'auth.redeem_password_link(text, text)', // once, by the hash of its token
  'auth.session_of(text)', // by the hash of its token
  'auth.set_own_password(text)', // of the actor alone
  'jobs.counts()', // numbers alone
  'jobs.enqueue(text, jsonb)', // listed tasks, for the tenant and actor of the transaction
  'public.check_demonstration()', // reads two flags
]

test("functions that run with their owner's rights are those on the reviewed list", async () => {
  expect((await definers()).map(({ name }) => name)).toEqual(reviewed)
})

test('each of them pins its search path', async () => {
  expect((await definers()).filter(({ pinned }) => !pinned)).toEqual([])
})

test('none of them can be called by everyone', async () => {
  expect((await definers()).filter(({ open, trigger }) => open && !trigger)).toEqual([])
})

function definers() {
  return withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; pinned: boolean; open: boolean; trigger: boolean }>(`
      select n.nspname || '.' || p.proname || '(' || coalesce((
          select string_agg(format_type(t, null), ', ' order by i) from unnest(p.proargtypes) with ordinality as a (t, i)), '') || ')' as name,
        exists (select from unnest(p.proconfig) c where c like 'search_path=%') as pinned,
        exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0) as open,
        p.prorettype = 'trigger'::regtype as trigger
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'graphile_worker') order by n.nspname, p.proname`)
    return rows
  })
}
