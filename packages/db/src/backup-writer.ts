import { createReadStream, createWriteStream, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { listMigrationsRun, listTables, RowsHash, type Manifest } from './backup-format.ts'

/**
 * Writes every row of ours to one compressed file, all as of one moment.
 *
 * The file holds password hashes and confidential figures; it is made readable for
 * its owner alone, and appears under its name when it is complete.
 */
export async function writeBackup(ownerUrl: string, file: string): Promise<Manifest> {
  const folder = mkdtempSync(join(dirname(resolve(file)), '.backup-'))
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest: Manifest = {
      format: 'observatory-backup-1',
      migrations: await listMigrationsRun(client),
      tables: [],
      sequences: await listSequences(client),
    }
    const parts: string[] = []
    for (const { name, columns } of await listTables(client)) {
      const hash = new RowsHash()
      let bytes = 0
      const count = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.add(chunk)
          bytes += chunk.length
          done(null, chunk)
        },
      })
      const part = join(folder, String(parts.length))
      // A filter by a policy would leave rows out in silence; refusing is what `row_security = off` means.
      await client.query('set local row_security = off')
      await pipeline(
        client.query(to(`copy (select ${columns.join(', ')} from ${name}) to stdout`)),
        count,
        createWriteStream(part, { mode: 0o600 }),
      )
      parts.push(part)
      manifest.tables.push({ name, columns, rows: hash.rows, hash: hash.digest(), bytes })
    }
    await client.query('commit')

    const whole = join(folder, 'backup')
    await pipeline(
      async function* () {
        yield Buffer.from(`${JSON.stringify(manifest)}\n`)
        for (const part of parts) yield* createReadStream(part)
      },
      createGzip(),
      createWriteStream(whole, { mode: 0o600 }),
    )
    renameSync(whole, file)
    return manifest
  } finally {
    await client.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function listSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname in ('public', 'auth') order by 1`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    sequences.push({ name, ...(state.rows[0] as { value: string; called: boolean }) })
  }
  return sequences
}
