import { createReadStream, createWriteStream, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { listMigrationsRun, listTables, RowsHash, schemas, type Manifest } from './backup-format.ts'

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
    await refuseHiddenRows(client)
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

/**
 * A policy leaves rows out in silence. It leaves out none where the role is above policies, or reads by one that is
 * always true and nothing narrows it.
 */
async function refuseHiddenRows(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind = 'r' and row_security_active(c.oid)
        and (exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
          or not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*')
            and pg_get_expr(p.polqual, p.polrelid) = 'true'
            and (p.polroles = '{0}' or exists (select from unnest(p.polroles) r where pg_has_role(r, 'usage')))))
      order by 1`,
    [schemas],
  )
  if (rows.length > 0)
    throw new Error(
      `This role does not see every row of ${rows.map(({ name }) => name).join(', ')}. Make the backup as the owner that ran the migrations, or as a role with BYPASSRLS.`,
    )
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
