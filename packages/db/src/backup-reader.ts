import { createReadStream } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { listMigrationsRun, RowsHash, type Manifest } from './backup-format.ts'

/**
 * Fills an empty, migrated database from a backup, in one transaction.
 *
 * Refuses a schema other than the backup's and a table that holds rows: nothing is
 * merged. With `verify` every table is read back and compared with what was written.
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  { verify }: { verify: boolean },
): Promise<Manifest> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const source = createReadStream(file).pipe(createGunzip())
  const reader = new PartReader(source)
  try {
    const manifest = JSON.parse((await reader.line()).toString('utf8')) as Manifest
    if (manifest.format !== 'observatory-backup-1') throw new Error(`${file} is not a backup of this version.`)
    await client.query('begin')
    await refuseOtherSchema(client, manifest)
    await empty(client, manifest)
    await setGuards(client, manifest, 'lowered')
    for (const { name, columns, bytes } of manifest.tables) {
      await pipeline(
        Readable.from(reader.bytes(bytes)),
        client.query(from(`copy ${name} (${columns.join(', ')}) from stdin`)),
      )
    }
    for (const { name, value, called } of manifest.sequences)
      await client.query('select setval($1, $2, $3)', [name, value, called])
    if (verify) await compare(client, manifest)
    await setGuards(client, manifest, 'raised')
    await client.query('commit')
    return manifest
  } finally {
    source.destroy()
    await client.end()
  }
}

async function refuseOtherSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = JSON.stringify(await listMigrationsRun(client))
  if (here !== JSON.stringify(manifest.migrations)) {
    throw new Error('The backup was made with other migrations. Restore it with the version that made it, then update.')
  }
}

/** Rows that migrations put in are in the backup as well; anything more means that the database is in use. */
async function empty(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query('select from tenant limit 1')
  if (rows.length > 0)
    throw new Error('The database is not empty: there are organisations in it. A backup is restored into an empty one.')
  await client.query(`truncate ${manifest.tables.map(({ name }) => name).join(', ')}`)
}

/**
 * Lets the owner write every row as it was: past the policies that are forced on it, and without
 * triggers of ours, whose checks the rows passed when they were first written. References are still checked.
 */
async function setGuards(client: pg.Client, { tables }: Manifest, guards: 'lowered' | 'raised'): Promise<void> {
  for (const { name } of tables) {
    const guarded = await client.query('select from pg_class where oid = $1::regclass and relrowsecurity', [name])
    if (guarded.rowCount)
      await client.query(`alter table ${name} ${guards === 'lowered' ? 'no force' : 'force'} row level security`)
    await client.query(`alter table ${name} ${guards === 'lowered' ? 'disable' : 'enable'} trigger user`)
  }
}

async function compare(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, columns, rows, hash } of manifest.tables) {
    const found = new RowsHash()
    await pipeline(
      client.query(to(`copy (select ${columns.join(', ')} from ${name}) to stdout`)),
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          found.add(chunk)
          done()
        },
      }),
    )
    if (found.rows !== rows || found.digest() !== hash) {
      throw new Error(`${name} came back different: ${found.rows} rows instead of ${rows}. Nothing was restored.`)
    }
  }
}

/** Reads a stream as one line followed by parts of known length. */
class PartReader {
  #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async line(): Promise<Buffer> {
    for (let end = -1; ;) {
      end = this.#rest.indexOf(10)
      if (end >= 0) {
        const line = this.#rest.subarray(0, end)
        this.#rest = this.#rest.subarray(end + 1)
        return line
      }
      this.#rest = Buffer.concat([this.#rest, await this.#next()])
    }
  }

  async *bytes(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.#rest.length === 0) this.#rest = await this.#next()
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next()
    if (done) throw new Error('The backup ends too early.')
    return value
  }
}
