import { createHash } from 'node:crypto'
import type pg from 'pg'

/** First line of a backup, before the rows. Tables are in the order in which they can be filled. */
export type Manifest = {
  format: 'observatory-backup-1'
  /** The migrations that had run: a backup is restored into the schema it was made from. */
  migrations: { name: string; checksum: string }[]
  tables: TableSummary[]
  sequences: { name: string; value: string; called: boolean }[]
}

/** `hash` is independent of the order of rows; `bytes` is the length of the table's part of the file. */
export type TableSummary = { name: string; columns: string[]; rows: number; hash: string; bytes: number }

/** Schemas whose tables are ours. The job queue is left out: its work is of the moment. */
export const schemas = ['public', 'auth']

const notBackedUp = ['schema_migration', 'seed_finished']

/** Every table of ours with the columns that can be written, those that others refer to first. */
export async function listTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ oid: number; name: string; columns: string[] }>(
    `select c.oid::integer as oid, format('%I.%I', n.nspname, c.relname) as name,
        (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any ($1) and not (c.relname = any ($2)) order by name`,
    [schemas, notBackedUp],
  )
  const { rows: references } = await client.query<{ from: number; to: number }>(
    `select conrelid::integer as "from", confrelid::integer as "to" from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const ordered: typeof rows = []
  const placed = new Set<number>()
  while (ordered.length < rows.length) {
    const free = rows.filter(
      ({ oid }) =>
        !placed.has(oid) &&
        references.every(({ from, to }) => from !== oid || placed.has(to) || !rows.some((row) => row.oid === to)),
    )
    if (free.length === 0) throw new Error('Tables refer to one another in a circle.')
    for (const table of free) placed.add(table.oid)
    ordered.push(...free)
  }
  return ordered.map(({ name, columns }) => ({ name, columns }))
}

/** Hash of rows as COPY writes them, whatever their order. */
export class RowsHash {
  #sum = 0n
  #rest = ''
  rows = 0

  add(chunk: Buffer): void {
    const lines = (this.#rest + chunk.toString('latin1')).split('\n')
    this.#rest = lines.pop() as string
    for (const line of lines) {
      const digest = createHash('sha256').update(line, 'latin1').digest('hex').slice(0, 32)
      this.#sum = (this.#sum + BigInt(`0x${digest}`)) % (1n << 128n)
    }
    this.rows += lines.length
  }

  digest(): string {
    return this.#sum.toString(16).padStart(32, '0')
  }
}

export async function listMigrationsRun(client: pg.Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  )
  return rows
}
