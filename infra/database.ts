import { startEmbedded, type Embedded } from '@observatory/db/embedded'
import { migrate } from '@observatory/db/migrate'
import { setPasswords, type RoleUrls } from '@observatory/db/roles'
import pg from 'pg'

export type Database = {
  ownerUrl: string
  /** Null when the database is the user's own: then it is neither emptied nor stopped here. */
  embedded: Embedded | null
}

/** The database in `given` (DATABASE_URL), which must be Postgres 15 or newer, or else the bundled one. */
export async function openDatabase(given: string | undefined, dataFolder: string): Promise<Database> {
  if (!given) {
    const embedded = await startEmbedded(dataFolder)
    return { ownerUrl: embedded.url, embedded }
  }
  const version = await ask<number>(given, "select current_setting('server_version_num')::integer as answer").catch(
    (error: NodeJS.ErrnoException) => {
      throw new Error(`DATABASE_URL cannot be used: ${error.message || error.code}`, { cause: error })
    },
  )
  if (!version || version < 150_000)
    throw new Error(
      `DATABASE_URL names a Postgres ${Math.floor((version ?? 0) / 10_000)}; Observatory needs 15 or newer.`,
    )
  const able = await ask<boolean>(
    given,
    `select (rolsuper or rolcreaterole) and pg_has_role(d.datdba, 'usage') as answer
      from pg_roles, pg_database d where rolname = current_user and d.datname = current_database()`,
  )
  if (!able)
    throw new Error('The role in DATABASE_URL must own the database and have CREATEROLE: docs/runbooks/deploy.md.')
  return { ownerUrl: given, embedded: null }
}

/** Brings the schema up to date and opens the doors of the login roles; `installJobs` makes the job queue's own schema. */
export async function prepareDatabase(
  ownerUrl: string,
  secret: string,
  installJobs: (jobsUrl: string) => Promise<void>,
  say: (line: string) => void,
): Promise<RoleUrls> {
  await migrate(ownerUrl, say)
  const urls = await setPasswords(ownerUrl, secret)
  await installJobs(urls.jobs)
  return urls
}

/** `empty`: nothing was put in; `begun`: a first fill was interrupted; `done`. */
export async function seedState(ownerUrl: string): Promise<'empty' | 'begun' | 'done'> {
  if (await ask<boolean>(ownerUrl, "select to_regclass('seed_finished') is not null as answer")) return 'done'
  return (await ask<boolean>(ownerUrl, 'select exists (select from tenant) as answer')) ? 'begun' : 'empty'
}

/** `catalogue` is the hash of what the catalogue was filled from; without it the next start brings it up to date. */
export async function markSeeded(ownerUrl: string, catalogue = ''): Promise<void> {
  await ask(ownerUrl, `create table seed_finished as select now() as at, '${catalogue}'::text as catalogue`)
}

export async function ask<T>(url: string, question: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ answer: T }>(question)).rows[0]?.answer
  } finally {
    await client.end()
  }
}
