import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ask } from './database.ts'

const folder = fileURLToPath(new URL('../packages/db/seed/', import.meta.url))
const rulesOfNames = ['areas', 'transliterate'].map(
  (name) => new URL(`../packages/i18n/src/${name}.ts`, import.meta.url),
)

/** Whether the catalogue and the names of organisations in a filled database are those of the present sources. */
export async function isCatalogueCurrent(ownerUrl: string): Promise<boolean> {
  // Through JSON, because a database filled before the column was there lacks it.
  const written = await ask<string>(
    ownerUrl,
    "select to_jsonb(seed_finished) ->> 'catalogue' as answer from seed_finished",
  )
  return written === catalogueHash()
}

/**
 * Brings a filled database to the present catalogue: texts, sources, events, facts. Figures stay as they were published.
 *
 * Demonstrations are there or not as the first start decided. Other servers on the same
 * database forget the answers they keep.
 */
export async function updateCatalogue(ownerUrl: string): Promise<void> {
  const { writeCatalogueAndNames } = await import('./seed.ts')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ any: boolean }>('select bool_or(demonstration) as any from tenant')
    await writeCatalogueAndNames(client, rows[0]?.any === true)
    await client.query('alter table seed_finished add column if not exists catalogue text')
    await client.query('update seed_finished set catalogue = $1', [catalogueHash()])
    await client.query("select pg_notify('published', '')")
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** One hash of every file the catalogue may come from; the figures themselves are not of it. */
export function catalogueHash(): string {
  const hash = createHash('sha256')
  for (const file of rulesOfNames) hash.update(readFileSync(file))
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    if (!/\.(csv|json|ts)$/.test(name) || /observations\.csv$|make\.ts$|\.test\.ts$/.test(name)) continue
    hash.update(name).update(readFileSync(folder + name))
  }
  return hash.digest('hex')
}
