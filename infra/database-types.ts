import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@observatory/db/embedded'
import { migrate } from '@observatory/db/migrate'
import { generateTypes } from './database-types-generator.ts'

// `pnpm db:types`: writes packages/db/src/schema.ts from the migrations.
const folder = mkdtempSync(join(tmpdir(), 'observatory-types-'))
const embedded = await startEmbedded(folder, { durable: false })
try {
  await migrate(embedded.url)
  generateTypes(embedded.url, new URL('../packages/db/src/schema.ts', import.meta.url).pathname)
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true })
}
