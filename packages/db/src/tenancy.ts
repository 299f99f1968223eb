import { sql, type Transaction } from 'kysely'
import { poolOf, type Db } from './connect.ts'
import type { DB } from './schema.ts'

/**
 * On whose behalf a transaction runs.
 *
 * With `tokenHash` the database itself checks session and membership
 * (`auth.become`). Without it the caller has verified the session, or is a job
 * that acts for the member who asked for it.
 */
export type Actor = { userId: string; tenantId: string; tokenHash?: string }

/** A transaction to read in: a function that takes one can be given a `WriteTx`, and not the reverse. */
export type ReadTx = Pick<
  Transaction<DB>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'case' | 'getExecutor'
>
export type WriteTx = Transaction<DB>

/**
 * Runs `work` in one read-only transaction that sees one tenant.
 *
 * The tenant is set for the transaction, not the connection, so a pooled
 * connection cannot carry it into someone else's request. With no tenant set,
 * every policy compares with null and the tables are empty: forgetting to call
 * this shows nothing rather than everything.
 */
export function readAs<T>(db: Db, actor: Actor, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await become(tx, actor)
      return work(tx)
    })
}

export function writeAs<T>(db: Db, actor: Actor, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await become(tx, actor)
    return work(tx)
  })
}

/** Reads as nobody, through the pool of role `public_reader`, which may select public rows only. */
export function readPublic<T>(publicDb: Db, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return publicDb.transaction().setAccessMode('read only').execute(work)
}

export type NamedQuery = { name: string; text: string; values: unknown[] }

/**
 * Runs one named statement for an actor in one trip: begin, tenant, statement and commit are sent together.
 *
 * For the hot reads: awaited one by one, four trips cost half the throughput.
 */
export async function readNamed<Row extends object>(db: Db, actor: Actor, query: NamedQuery): Promise<Row[]> {
  const become = actor.tokenHash
    ? [{ name: 'become', text: 'select auth.become($1, $2)', values: [actor.tokenHash, actor.tenantId] }]
    : [becomeLiteral(actor)]
  return pipelined<Row>(db, become, query)
}

async function pipelined<Row extends object>(
  db: Db,
  before: (string | NamedQuery)[],
  query: NamedQuery,
): Promise<Row[]> {
  const client = await poolOf(db).connect()
  // A statement that fails makes those after it fail as well; `commit` of a failed transaction rolls it back.
  const sent = ['begin read only', ...before, query, 'commit'].map((statement) =>
    client.query<Row>(statement as NamedQuery),
  )
  const results = await Promise.allSettled(sent)
  const failed = results.find((result) => result.status === 'rejected')
  client.release(failed !== undefined && results.at(-1)?.status === 'rejected')
  if (failed) throw failed.reason
  const result = results.at(-2) as PromiseFulfilledResult<{ rows: Row[] }>
  return result.value.rows
}

async function become(tx: WriteTx, actor: Actor): Promise<void> {
  if (actor.tokenHash) await sql`select auth.become(${actor.tokenHash}, ${actor.tenantId})`.execute(tx)
  else await sql.raw(becomeLiteral(actor)).execute(tx)
}

/**
 * The statements that make a transaction act for a verified actor.
 *
 * `set local` takes no parameters, hence literals, hence the strict forms: `set_config` would not reach the workers
 * of a distributed database.
 */
export function becomeLiteral({ tenantId, userId }: Actor): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenantId))
    throw new Error('The tenant of an actor is a uuid.')
  if (!/^[A-Za-z0-9:_-]{1,64}$/.test(userId)) throw new Error('The user of an actor is an identifier.')
  return `set local app.tenant = '${tenantId}'; set local app."user" = '${userId}'`
}
