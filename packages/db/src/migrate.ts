import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

const folder = new URL('../migrations/', import.meta.url)

/** Number of the advisory lock that lets one process migrate a database at a time. */
const lock = 7_180_001

export type Migration = { name: string; text: string; checksum: string }

/** The migrations in the order in which they run. */
export function listMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings a database to the newest schema: each file once, in order, in a transaction of its own.
 *
 * A file that was edited after it ran is refused: databases that had run it and
 * those that had not would differ from then on. So is one that sorts before a file that has run.
 */
export async function migrate(ownerUrl: string, onStep: (name: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration order by name',
    )
    const all = listMigrations()
    const pending = checkHistory(all, rows)
    for (const migration of pending) {
      onStep(migration.name)
      await apply(client, migration)
    }
    // The server tells by it whether it may serve.
    if (pending.length > 0) await client.query('grant select on schema_migration to app')
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The migrations still to run; throws where the ones that ran are not the ones in the folder. */
export function checkHistory(all: Migration[], applied: { name: string; checksum: string }[]): Migration[] {
  const known = new Map(all.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const migration = known.get(name)
    if (!migration)
      throw new Error(`The database has run ${name}, which this version does not have: it was made by a newer one.`)
    if (migration.checksum !== checksum)
      throw new Error(`${name} was edited after it ran. Write a new migration instead.`)
  }
  const done = new Set(applied.map(({ name }) => name))
  const newest = applied.at(-1)?.name ?? ''
  const pending = all.filter(({ name }) => !done.has(name))
  const late = pending.find(({ name }) => name < newest)
  if (late) throw new Error(`${late.name} sorts before ${newest}, which has run. Give it a higher number.`)
  return pending
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
