import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateTypes } from '../../infra/database-types-generator.ts'
import { startEmbedded, type Embedded } from '@observatory/db/embedded'
import { migrate } from '@observatory/db/migrate'

// A cluster of its own: the types are of our migrations alone, without the job queue's tables.
let folder: string
let embedded: Embedded
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'observatory types ')) // with a space
  embedded = await startEmbedded(folder, { durable: false })
  await migrate(embedded.url)
})
afterAll(async () => {
  await embedded.stop()
  rmSync(folder, { recursive: true })
})

test('schema.ts is what the migrations give (else run pnpm db:types)', () => {
  const file = join(folder, 'schema.ts')
  generateTypes(embedded.url, file)
  const committed = new URL('../../packages/db/src/schema.ts', import.meta.url)
  expect(readFileSync(committed, 'utf8')).toBe(readFileSync(file, 'utf8'))
})

test('a second run of the migrations does nothing', async () => {
  expect(await migrate(embedded.url)).toEqual([])
})
