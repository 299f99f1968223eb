import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>

const numberOrNull = (text: string) => Number(text)
const numbers = (text: string) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((part) => (part === 'NULL' ? null : Number(part)))

/**
 * The one place that decides how Postgres types arrive.
 *
 * `numeric` and `bigint` are numbers (no figure here has more than fifteen
 * digits), `date` stays the text `YYYY-MM-DD`: a Date would move it by the zone.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [20, numberOrNull], // int8
  [1700, numberOrNull], // numeric
  [1016, numbers], // int8[]
  [1231, numbers], // numeric[]
  [1082, (text) => text], // date
])

export const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

const pools = new WeakMap<Kysely<DB>, pg.Pool>()

/** A pool of connections as the role in `url`. Statements are sent without waiting for the ones before (`pipeline`). */
export function connect(
  url: string,
  { max = 10, application = 'observatory' }: { max?: number; application?: string } = {},
): Db {
  const pool = new pg.Pool({ connectionString: url, max, types, pipeline: true, application_name: application })
  // An idle connection that the server closed is replaced on next use; unheard, the event would end the process.
  pool.on('error', () => {})
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  pools.set(db, pool)
  return db
}

/** The pool under a database made by `connect`: for tenancy.ts and for counting connections. */
export function poolOf(db: Db): pg.Pool {
  const pool = pools.get(db)
  if (!pool) throw new Error('This database was not made by connect().')
  return pool
}
